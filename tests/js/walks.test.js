"use strict";
/* Learners who act at random, always the same ones: what must hold whatever they do. */
const test = require("node:test");
const assert = require("node:assert/strict");
const { load, lesson, plain, diceOf: dice, makeHost, withFixed } = require("./player.js");
const { Platform } = require("./platform.js");

const lk = withFixed(load(["parts/bank.js"]));
const RANK = { failed: 2, passed: 3, unknown: 0, incomplete: 1, completed: 2 };

function randomLesson(roll, target) {
  const pick = (list) => list[Math.floor(roll() * list.length)];
  const questions = Array.from({ length: Math.floor(roll() * 5) }, (_, n) => ({
    type: "fixed", id: `q${n}`, points: pick([0, 1, 1, 2.5]), objective: pick(["o1", "o2", undefined]),
    ...(roll() < 0.5 ? { attempts: pick([1, 2, 3]) } : {}), ...(roll() < 0.1 ? { assessed: false } : roll() < 0.3 ? { cost: pick([0.25, 0.5]) } : {}),
  }));
  const banks = roll() < 0.5 ? [{ id: "b1", draw: pick([1, 2, 3]) }] : undefined;
  for (let n = 0; banks && n < 4; n += 1) {
    questions.push({ type: "fixed", id: `b1-${n}`, points: 1, bank: "b1", ...(roll() < 0.3 ? { cost: 0.5, attempts: 2 } : {}) });
  }
  return lesson({
    target, questions, ...(banks ? { banks } : {}), sections: ["s1", "s2", "s3"].slice(Math.floor(roll() * 3)), objectives: ["o1", "o2"],
    tracking: {
      complete: pick(["viewed", "answered", "passed"]), mastery: pick([null, 0, 0.5, 0.8, 1]), attempts: pick([null, 1, 2]),
    },
  });
}

function act(session, data, roll) {
  const dice6 = roll();
  if (dice6 < 0.25) session.goTo(Math.floor(roll() * data.sections.length));
  else if (dice6 < 0.3) session.tick("k1", Math.floor(roll() * 3), roll() < 0.5);
  else if (dice6 < 0.4) session.retry(roll() < 0.5);
  else if (dice6 < 0.5 && data.questions.length) session.hint(data.questions[Math.floor(roll() * data.questions.length)].id);
  else if (data.questions.length) {
    const { id } = data.questions[Math.floor(roll() * data.questions.length)];
    session.answer(id, [0, 0.5, 1][Math.floor(roll() * 3)]);
  }
}

/** A state with the decimals that are kept. */
function written(state) {
  return JSON.parse(JSON.stringify(state, (_, value) => (typeof value === "number" ? Math.round(value * 1e6) / 1e6 : value)));
}

function holds(session, data, before) {
  const result = session.result();
  const { state } = session;
  assert.ok(result.progress >= before.progress - 1e-9 && result.progress <= 1);
  assert.ok((result.score || 0) >= (before.score || 0) - 1e-5 && (result.score || 0) <= 1 + 1e-9);
  assert.ok(result.complete || !before.complete);
  if (before.success !== "unknown") assert.equal(result.success, before.success);
  if (result.success === "failed") {
    assert.equal(result.attemptsLeft, 0);
    assert.ok(result.score < data.tracking.mastery);
    const notes = data.questions.filter(({ assessed }) => assessed === false).map(({ id }) => id);
    assert.ok(Object.entries(state.answers).every(([id, entry]) => entry.done || notes.includes(id)));
  }
  if (result.success === "passed") assert.ok(result.score >= data.tracking.mastery - 1e-5 && result.complete);
  if (result.canRetry) assert.ok(result.success !== "failed" && result.answered === result.total);
  if (data.tracking.attempts) assert.ok(state.attempt <= data.tracking.attempts);
  return plain(result);
}

test("on plain pages, closed and opened at any time", () => {
  for (let seed = 1; seed <= 400; seed += 1) {
    const roll = dice(seed);
    const data = randomLesson(roll, "html");
    const host = makeHost();
    let session = lk.start(data, host);
    let before = plain(session.result());
    for (let step = 0; step < 25; step += 1) {
      act(session, data, roll);
      before = holds(session, data, before);
      if (roll() < 0.2) {
        const kept = written(session.state);
        session = lk.start(data, host);
        assert.deepEqual(written(session.state), kept);
      }
    }
  }
});

for (const target of ["scorm12", "scorm2004"]) {
  test(`${target}: on platforms that stumble, left and launched at any time`, () => {
    for (let seed = 1; seed <= 150; seed += 1) {
      const roll = dice(seed);
      const data = randomLesson(roll, target);
      let platform = new Platform(target);
      let host = makeHost(platform.window);
      let session = lk.start(data, host);
      let best = {};
      for (let step = 0; step < 25; step += 1) {
        act(session, data, roll);
        const stumbles = roll() < 0.2 && ["set", "commit", "get"][Math.floor(roll() * 3)];
        platform.misbehaviour = stumbles ? { [stumbles]: () => { throw new Error("stumbles"); } } : {};
        host.pass(roll() * 2000);
        platform.misbehaviour = {};
        if (roll() < 0.15) {
          const kept = written(session.state);
          session.end();
          platform = platform.relaunch();
          host = Object.assign(makeHost(platform.window), { storage: host.storage });
          session = lk.start(data, host);
          assert.deepEqual(written(session.state), kept);
        }
        best = rises(platform.committed, best);
      }
      session.end();
      agrees(platform.committed, session.result(), target, data);
    }
  });
}

/** Statuses that a platform holds never fall. */
function rises(values, best) {
  const now = { ...best };
  for (const [element, word] of Object.entries(values)) {
    if (!/status$/.test(element) || !(word in RANK)) continue;
    const old = best[element];
    assert.ok(old === undefined || RANK[word] >= RANK[old], `${element}: ${word} after ${old}`);
    now[element] = word;
  }
  return now;
}

/** What the platform holds at the end is what the lesson thinks. */
function agrees(values, result, target, data) {
  if (target === "scorm12") {
    const word = result.success !== "unknown" ? result.success : result.complete ? "completed" : "incomplete";
    assert.equal(values["cmi.core.lesson_status"], word);
  } else {
    assert.equal(values["cmi.success_status"], result.success);
    assert.equal(values["cmi.completion_status"], result.complete ? "completed" : "incomplete");
  }
  const raw = values[target === "scorm12" ? "cmi.core.score.raw" : "cmi.score.raw"];
  if (raw !== undefined) assert.ok(Math.abs(Number(raw) - 100 * result.score) < 0.011);
  else assert.ok(!result.score || !data.questions.length);
}
