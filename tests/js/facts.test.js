"use strict";
/* What a profile says of its platform: values that the player obeys, for any lesson. */
const test = require("node:test");
const assert = require("node:assert/strict");
const { load, lesson, makeHost, withFixed } = require("./player.js");
const { Platform } = require("./platform.js");

const lk = withFixed(load());
const STATUS = "cmi.core.lesson_status";
const RAW = "cmi.core.score.raw";
const MASTERY = { mastery: 0.8, attempts: 1 };

function launch(facts, tracking = MASTERY, platform = new Platform("scorm12"), more = {}) {
  const host = makeHost(platform.window);
  const data = lesson({ target: "scorm12", platform: facts, tracking, ...more });
  return { platform, host, data, session: lk.start(data, host) };
}

function written(platform, start) {
  return platform.made("set").filter(([element]) => element.startsWith(start));
}

test("no records are told where none are kept, and none wait in vain", () => {
  const { platform, session } = launch({ records: 0 });
  session.answer("q1", 1);
  session.end();
  assert.deepEqual(written(platform, "cmi.interactions"), []);
  assert.equal(platform.made("get").some(([element]) => element.startsWith("cmi.interactions")), false);
  assert.equal(platform.committed[RAW], "50");
});

test("records end where the platform's room for them ends", () => {
  const { platform, session } = launch({ records: 1 }, { mastery: null, attempts: null });
  session.answer("q1", 1);
  session.answer("q2", 1);
  session.end();
  const ids = platform.made("set").filter(([element]) => /^cmi\.interactions\.\d+\.id$/.test(element));
  assert.deepEqual(ids, [["cmi.interactions.0.id", "q1"]]);
});

test("refused records are not told for ever", () => {
  for (const [facts, most] of [[{}, 3], [{ refusals: 1 }, 1]]) {
    const platform = new Platform("scorm12");
    platform.misbehaviour["set cmi.interactions.0.id"] = () => platform.answer("401", "false");
    const { session } = launch(facts, { mastery: null, attempts: null }, platform);
    for (const id of ["q1", "q2", "q1", "q2", "q1"]) session.answer(id, 1), session.goTo(0), session.goTo(1);
    session.end();
    assert.ok(platform.written("cmi.interactions.0.id").length <= most);
  }
});

test("objectives are not told where nothing reads them", () => {
  const { platform, session } = launch({ objectives: false });
  session.answer("q1", 1);
  session.end();
  assert.deepEqual(written(platform, "cmi.objectives"), []);
  assert.equal(platform.made("get").some(([element]) => element.startsWith("cmi.objectives")), false);
});

test("a state may take the room that the platform has", () => {
  const long = "x".repeat(6000);
  for (const [room, kept] of [[undefined, false], [64000, true]]) {
    const { platform, session } = launch(room && { room }, { mastery: null, attempts: null });
    session.answer("q1", long);
    session.end();
    assert.equal(platform.committed["cmi.suspend_data"].includes(long), kept, String(room));
    assert.ok(platform.committed["cmi.suspend_data"].length <= (room || 4096));
  }
});

test("progress told as the score begins at 0, stays below 100, and is 100 when all is done", () => {
  const { platform, session } = launch({ score: "progress" }, { mastery: 0.5, attempts: 1 });
  assert.equal(platform.committed[RAW], "0");
  const orders = platform.made("set").map(([element]) => element);
  assert.ok(orders.indexOf(RAW) < orders.indexOf(STATUS) || orders.indexOf(STATUS) < 0);
  session.goTo(0);
  session.goTo(1);
  session.answer("q1", 1);
  session.end();
  assert.equal(platform.committed[RAW], "75");
  const again = platform.relaunch();
  const second = launch({ score: "progress" }, { mastery: 0.5, attempts: 1 }, again);
  second.session.answer("q2", 0);
  second.session.end();
  assert.equal(again.committed[STATUS], "passed");
  assert.equal(again.committed[RAW], "100");
});

test("progress that was told as the score is nobody's score after the state was lost", () => {
  const platform = new Platform("scorm12", { [STATUS]: "passed", [RAW]: "100" });
  const { session } = launch({ score: "progress" }, MASTERY, platform);
  assert.equal(session.result().complete, true);
  assert.notEqual(session.result().score, 1);
  const other = launch({}, MASTERY, new Platform("scorm12", { [STATUS]: "passed", [RAW]: "100" }));
  assert.equal(other.session.result().score, 1);
});

test("the words for passed and failed are the platform's", () => {
  for (const [facts, answers, status] of [
    [{}, [1, 1], "passed"], [{}, [0, 0], "failed"],
    [{ passed: "completed" }, [1, 1], "completed"], [{ failed: "completed" }, [0, 0], "completed"],
    [{ failed: "completed" }, [1, 1], "passed"],
  ]) {
    const { platform, session } = launch(facts);
    ["q1", "q2"].forEach((id, at) => session.answer(id, answers[at]));
    session.end();
    assert.equal(platform.committed[STATUS], status, JSON.stringify([facts, answers]));
  }
});

test("the platform is looked for as long as it may take to appear", () => {
  for (const [facts, late, found] of [[{}, 4900, true], [{}, 9000, false], [{ wait: 20 }, 9000, true], [{ wait: 0 }, 50, false], [{ wait: 120 }, 110000, true]]) {
    const platform = new Platform("scorm12");
    platform.vanish();
    const { host, session } = launch(facts, MASTERY, platform);
    host.pass(late);
    platform.appear();
    host.pass(130000);
    assert.equal(session.connection, found ? "found" : "missing", JSON.stringify([facts, late]));
  }
});
