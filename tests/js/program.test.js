"use strict";
/* What the page of a programme says of its modules, by what their lessons kept. */
const test = require("node:test");
const assert = require("node:assert/strict");
const { load, lesson, plain } = require("./player.js");

const lk = load(["program.js"]);
const PARTS = ["a", "b", "c"].map((id) => ({ id, sections: ["s1", "s2"] }));

/** What a lesson keeps after some acts. */
function kept(act, patch = {}) {
  const data = lesson(patch);
  const state = lk.state.fresh(data);
  act(state);
  return lk.state.encode(data, state, 1e6);
}

const DONE = kept((state) => Object.assign(state, { complete: true, success: "passed", place: 1, seen: [true, true] }));
const FAILED = kept((state) => Object.assign(state, { complete: true, success: "failed" }));
const READ = kept((state) => Object.assign(state, { place: 1, seen: [true, true] }));
const ANSWERED = kept((state) => (state.answers.q1 = { answer: 1, score: 1, tries: 1, done: true, right: true }));
const TICKED = kept((state) => (state.ticks.k1[0] = true));
const OPENED = kept(() => {});

const states = (way) => plain(way.list.map(({ state }) => state));
const look = (texts) => lk.program.look(PARTS, (id) => texts[id] || "");

test("nothing is said of a module without a trace", () => {
  for (const text of ["", "null", OPENED]) {
    assert.equal(lk.program.standing(PARTS[0], text).state, "none", text);
  }
});

test("reading, answering and ticking are a beginning", () => {
  for (const text of [READ, ANSWERED, TICKED]) assert.equal(lk.program.standing(PARTS[0], text).state, "begun");
  assert.deepEqual(plain(lk.program.standing(PARTS[0], READ)), { id: "a", state: "begun", place: 1, of: 2 });
});

test("done is what the lesson itself calls complete, unless it was failed", () => {
  assert.equal(lk.program.standing(PARTS[0], DONE).state, "done");
  assert.equal(lk.program.standing(PARTS[0], FAILED).state, "failed");
});

test("of another version of the lesson the place is lost and what was reached stays", () => {
  const now = { id: "a", sections: ["moi"] };
  assert.deepEqual(plain(lk.program.standing(now, READ)), { id: "a", state: "begun", place: -1, of: 1 });
  assert.equal(lk.program.standing(now, DONE).state, "done");
});

test("what is damaged is never taken for done", () => {
  const damaged = DONE.replace(";a", ";b");
  assert.equal(lk.program.standing(PARTS[0], damaged).state, "begun");
  for (const text of ["{}", "xin chào", "1", ";;;", "1;a:", "9".repeat(99), "1;.".repeat(9999)]) {
    assert.notEqual(lk.program.standing(PARTS[0], text).state, "done", text);
  }
});

test("the next one is what was begun, else what follows the last that is done, else the first", () => {
  assert.deepEqual([look({}).next, look({ a: DONE }).next, look({ b: DONE }).next], [0, 1, 2]);
  assert.equal(look({ a: DONE, c: READ }).next, 2);
  assert.equal(look({ b: DONE, c: DONE }).next, 0);
  assert.equal(look({ a: FAILED }).next, 1);
  assert.equal(look({ a: FAILED, b: DONE, c: DONE }).next, -1);
});

test("all of it is done only where each module is", () => {
  const some = look({ a: DONE, b: DONE });
  assert.deepEqual([some.done, some.whole], [2, false]);
  const all = look({ a: DONE, b: DONE, c: DONE });
  assert.deepEqual([all.done, all.whole, all.next], [3, true, -1]);
  assert.equal(look({ a: DONE, b: DONE, c: FAILED }).whole, false);
  assert.equal(lk.program.look([], () => "").whole, false);
});

test("where the browser lets nothing be read, nothing is known", () => {
  const way = lk.program.look(PARTS, () => {
    throw new Error("refused");
  });
  assert.deepEqual([way.known, way.whole, states(way)], [false, false, ["none", "none", "none"]]);
});
