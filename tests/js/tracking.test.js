"use strict";
const test = require("node:test");
const assert = require("node:assert/strict");
const { load, vectors, lesson, plain, makeHost, withFixed } = require("./player.js");

const lk = withFixed(load(["parts/bank.js"]));

function dataOf(wanted) {
  const questions = wanted.questions.map((question) => ({ type: "fixed", ...question }));
  return lesson({ ...wanted, questions, checklists: [] });
}

function play(session, acts) {
  for (const [act, ...args] of acts) {
    if (act === "see") session.goTo(...args);
    else if (act === "answer") session.answer(...args);
    else if (act === "hint") session.hint(...args);
    else session.retry(args[0] === "wrong");
  }
}

/** Whose random numbers are all the same: how many were drawn before does not matter. */
function hostOf({ random }) {
  return Object.assign(makeHost(), { random: () => random || 0 });
}

function near(found, wanted, what) {
  if (typeof wanted !== "number" || typeof found !== "number") assert.equal(found, wanted, what);
  else assert.ok(Math.abs(found - wanted) < 1e-5, `${what}: ${found} is not ${wanted}`);
}

function agree(found, wanted) {
  for (const [name, value] of Object.entries(wanted)) near(found[name], value, name);
}

for (const one of vectors("tracking.json")) {
  test(one.name, () => {
    const data = dataOf(one.lesson);
    const session = lk.start(data, hostOf(one));
    play(session, one.acts);
    const result = session.result();
    agree(result, one.result);
    if (one.drawn) assert.deepEqual(plain(session.questions().map(({ id }) => id)), one.drawn);
    assert.equal(session.state.finished, result.complete || result.success === "failed");
    const told = plain(lk.versions.scorm12.status(result.complete, result.success));
    assert.deepEqual(told, [["cmi.core.lesson_status", one.scorm12]]);
    const objectives = lk.tracking.objectives(data, session.state);
    for (const [id, wanted] of Object.entries(one.objectives || {})) {
      agree(objectives.find((objective) => objective.id === id), wanted);
    }
  });

  test(`${one.name}; after closing and opening`, () => {
    const data = dataOf(one.lesson);
    const host = hostOf(one);
    play(lk.start(data, host), one.acts);
    const session = lk.start(data, host);
    agree(session.result(), one.result);
    const objectives = lk.tracking.objectives(data, session.state);
    for (const [id, wanted] of Object.entries(one.objectives || {})) {
      agree(objectives.find((objective) => objective.id === id), wanted);
    }
  });

  test(`${one.name}; every step left and taken up again, nothing taken back`, () => {
    const data = dataOf(one.lesson);
    const host = hostOf(one);
    let best = { score: 0, rank: 0, progress: 0 };
    for (const act of one.acts) {
      const session = lk.start(data, host);
      play(session, [act]);
      const { score, complete, success, progress } = session.result();
      const rank = { passed: 2, failed: 1, unknown: 0 }[success] + (complete ? 1 : 0);
      assert.ok((score || 0) >= best.score - 1e-5 && rank >= best.rank, "taken back");
      assert.ok(progress >= best.progress - 1e-9, "progress fell");
      best = { score: score || 0, rank, progress };
    }
    const last = lk.start(data, host);
    agree(last.result(), one.result);
    if (one.drawn) assert.deepEqual(plain(last.questions().map(({ id }) => id)), one.drawn);
  });
}

test("a reply says what is left", () => {
  const questions = [{ type: "fixed", id: "q1", points: 1, attempts: 2 }, { type: "fixed", id: "q2", points: 1 }];
  const session = lk.start(lesson({ questions }), makeHost());
  assert.deepEqual(plain(session.answer("q1", 0)), { score: 0, right: false, done: false, triesLeft: 1 });
  assert.deepEqual(plain(session.answer("q1", 0.5)), { score: 0.5, right: false, done: true, triesLeft: 0 });
  assert.deepEqual(plain(session.answer("q1", 1)), { score: 0.5, right: false, done: true, triesLeft: 0 });
  assert.deepEqual(plain(session.answer("q2", 0)), { score: 0, right: false, done: false, triesLeft: null });
  assert.deepEqual(plain(session.answer("q2", 1)), { score: 1, right: true, done: true, triesLeft: 0 });
});

test("a score that is none counts as 0", () => {
  const odd = withFixed(load());
  for (const score of [NaN, -1, 2, undefined]) {
    odd.questions.fixed.score = () => score;
    const session = odd.start(lesson(), makeHost());
    assert.equal(session.answer("q1", "x").score, 0);
  }
});

test("questions of the last failed attempt are all done", () => {
  const session = lk.start(lesson({ tracking: { mastery: 1, attempts: 1 } }), makeHost());
  session.answer("q1", 0);
  assert.equal(session.state.answers.q1.done, false);
  const last = session.answer("q2", 0);
  assert.deepEqual(plain(last), { score: 0, right: false, done: true, triesLeft: 0 });
  assert.equal(session.state.answers.q1.done, true);
  assert.equal(session.result().canRetry, false);
  assert.equal(session.retry(), false);
});

/** One question that counts, two tries in all, and a note. */
function noted(tracking) {
  return lesson({
    tracking,
    questions: [{ type: "fixed", id: "q1", points: 1 }, { type: "fixed", id: "note", points: 1, assessed: false }],
    objectives: [], checklists: [],
  });
}

test("a note is no beginning: there is no score to tell yet", () => {
  const data = noted({ complete: "passed", mastery: 0, attempts: null });
  const session = lk.start(data, makeHost());
  session.answer("note", "chữ");
  assert.equal(lk.tracking.begun(data, session.state), false);
  assert.equal(session.result().success, "unknown");
  session.answer("q1", 0);
  assert.equal(lk.tracking.begun(data, session.state), true);
  assert.equal(session.result().success, "passed");
});

test("a note outlives attempts, and can be changed after the last one failed", () => {
  const session = lk.start(noted({ complete: "answered", mastery: 1, attempts: 2 }), makeHost());
  session.answer("note", "một");
  session.answer("q1", 0);
  assert.equal(session.retry(), true);
  assert.deepEqual(Object.keys(session.state.answers), ["note"]);
  session.answer("q1", 0);
  assert.equal(session.result().success, "failed");
  session.answer("note", "hai");
  assert.equal(session.state.answers.note.answer, "hai");
});
