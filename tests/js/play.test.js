"use strict";
const test = require("node:test");
const assert = require("node:assert/strict");
const fs = require("node:fs");
const path = require("node:path");
const { plain, vectors } = require("./player.js");
const { load, launch } = require("./play.js");

const play = load();
const WORDS = path.join(__dirname, "..", "..", "src", "lessonkit", "base", "messages", "play.vi.toml");

/** What a vector says in place of a long text. */
const given = (value) => (value && typeof value === "object" ? value.repeat[0].repeat(value.repeat[1]) : value);

/** @returns what the calls answered, in the form of the vector */
function made(one, calls) {
  return one.calls.map(({ call: [fn, ...args] }, n) => {
    const result = one.api[fn](...args.map(given));
    const { error, faults } = calls[n];
    return { call: [fn, ...args], result, error, faults: faults.map((fault) => fault.code) };
  });
}

for (const vector of vectors("play.json")) {
  test(`${vector.version}: ${vector.name}`, () => {
    let store;
    for (const { calls, left } of vector.launches) {
      const one = launch(play, vector.version, { ...vector, store });
      assert.deepEqual(plain(made({ calls, api: one.api }, one.calls)), calls);
      assert.deepEqual(plain(one.session.leave().map((fault) => fault.code)), left);
      store = one.store();
    }
  });
}

test("every fault has words and a clause", () => {
  const words = fs.readFileSync(WORDS, "utf8");
  const known = new Set(words.slice(words.indexOf("[faults]")).match(/^[a-z-]+(?= = )/gm));
  const said = new Set();
  for (const vector of vectors("play.json")) {
    for (const { calls } of vector.launches) {
      const one = launch(play, vector.version, vector);
      made({ calls, api: one.api }, one.calls);
      const faults = [...one.calls.flatMap((call) => call.faults), ...one.session.leave()];
      for (const fault of faults) {
        assert.match(fault.clause, /^SCORM (1\.2|2004) (RTE|SN) \d/);
        said.add(fault.code);
      }
    }
  }
  assert.deepEqual([...said].filter((code) => !known.has(code)), []);
  assert.deepEqual([...known].filter((code) => !said.has(code)).sort(), ["too-many-parts"]);
});

test("a call that throws is in the log, and the switch works while the lesson runs", () => {
  const one = launch(play, "1.2");
  one.api.LMSInitialize("");
  one.switches.throws = true;
  assert.throws(() => one.api.LMSGetValue("cmi.core.entry"));
  one.switches.throws = false;
  assert.equal(one.api.LMSGetValue("cmi.core.entry"), "ab-initio");
  assert.deepEqual(one.calls.map((call) => call.pretended), ["", "throw", ""]);
});

test("review finds what was kept and changes nothing of it", () => {
  const store = { values: { "cmi.location": "s3" }, exit: "normal", total: 500, launches: 2 };
  const one = launch(play, "2004", { store, mode: "review" });
  one.api.Initialize("");
  assert.equal(one.api.GetValue("cmi.location"), "s3");
  one.api.SetValue("cmi.location", "s1");
  one.api.Terminate("");
  assert.deepEqual(one.kept, []);
  assert.equal(store.values["cmi.location"], "s3");
});

test("a lesson that is gone reaches nothing any more", () => {
  const one = launch(play, "1.2");
  one.api.LMSInitialize("");
  one.session.leave();
  assert.equal(one.api.LMSSetValue("cmi.core.exit", "suspend"), "false");
  assert.equal(one.calls.length, 1);
});

test("a wrong vector would be seen", () => {
  const one = launch(play, "1.2");
  const calls = [{ call: ["LMSInitialize", ""], result: "false", error: "0", faults: [] }];
  assert.notDeepEqual(plain(made({ calls, api: one.api }, one.calls)), calls);
});
