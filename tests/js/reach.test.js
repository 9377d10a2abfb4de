"use strict";
/* The seam between a learner's session and any platform, whatever its words. */
const test = require("node:test");
const assert = require("node:assert/strict");
const { load, lesson, plain, makeHost, withFixed } = require("./player.js");

const MASTERY = { target: "cmi5", tracking: { mastery: 0.8, attempts: 2 } };

/** A platform that takes everything, and remembers it. */
function friendly(prior = {}) {
  const told = [];
  return {
    told,
    prior: { mode: "normal", learner: "an", suspended: "", place: "", completion: "incomplete", success: "unknown", score: NaN, ...prior },
    keeps: true,
    reread: () => "",
    record() {},
    flush: (snapshot, leaving) => void told.push({ ...snapshot, leaving }),
    reopen: () => true,
    close() {},
  };
}

/** A session that waits for its platform. */
function waiting(patch = MASTERY, storage) {
  const lk = withFixed(load());
  const host = makeHost();
  if (storage) host.storage = storage;
  const found = {};
  lk.reach = (data, host, problem, welcome, gone) => Object.assign(found, { welcome, gone });
  const session = lk.start(lesson(patch), host);
  const problems = [];
  session.onProblem(({ kind }) => problems.push(kind));
  return { host, session, problems, ...found };
}

test("the lesson does not wait; what was done meanwhile is told", () => {
  const { host, session, welcome } = waiting();
  assert.equal(session.connection, "searching");
  session.answer("q1", 1);
  host.pass(60000);
  assert.equal(session.connection, "searching");
  const platform = friendly();
  welcome(platform);
  assert.equal(session.connection, "found");
  assert.equal(platform.told[0].result.score, 0.5);
});

test("a platform that named the learner and failed: kept here, for that learner alone", () => {
  const { host, session, problems, gone } = waiting();
  session.answer("q1", 1);
  gone("failed", "an");
  assert.deepEqual(problems, ["failed"]);
  const again = waiting(MASTERY, host.storage);
  again.welcome(friendly({ learner: "binh" }));
  assert.deepEqual(plain(again.session.state.answers), {});
  const third = waiting(MASTERY, host.storage);
  third.welcome(friendly({ learner: "an" }));
  assert.equal(third.session.state.answers.q1.score, 1);
});

test("what was done before a late platform said that it is only a look is not kept as work", () => {
  const { host, session, gone } = waiting();
  session.answer("q1", 1);
  gone("failed", "an");
  const again = waiting(MASTERY, host.storage);
  again.gone("failed", "an", "untold");
  again.session.answer("q2", 1);
  again.host.pass(100);
  again.welcome(friendly({ learner: "an", mode: "browse" }));
  again.session.end();
  const third = waiting(MASTERY, host.storage);
  third.welcome(friendly({ learner: "an" }));
  assert.deepEqual(Object.keys(plain(third.session.state.answers)), ["q1"]);
});

test("a platform that comes after it was given up: solved, and told what was done", () => {
  const { session, problems, gone, welcome } = waiting();
  gone("failed", "an", "untold");
  session.answer("q1", 1);
  const platform = friendly({ learner: "an" });
  const acts = [];
  platform.record = (act) => acts.push(act.question.id);
  welcome(platform);
  assert.deepEqual(problems, ["untold", "untold"]);
  assert.equal(session.connection, "found");
  assert.deepEqual(acts, ["q1"]);
  assert.equal(platform.told[0].result.score, 0.5);
});
