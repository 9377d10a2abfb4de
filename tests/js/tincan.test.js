"use strict";
/* Plain xAPI: the same learner, without sessions and modes. */
const test = require("node:test");
const assert = require("node:assert/strict");
const { Lrs, open, REGISTRATION, ACTOR } = require("./lrs.js");

const NAMED = { endpoint: "https://lrs.example/xapi", auth: "Basic YTpi", actor: JSON.stringify(ACTOR), registration: REGISTRATION, activity_id: "https://example.org/au" };
const start = (lrs, more = {}) => open(lrs, { target: "xapi", named: NAMED, ...more });

test("initialized, answered, completed, passed, terminated; with scores, without categories of cmi5", async () => {
  const lrs = new Lrs();
  const { session, pass, problems } = start(lrs);
  await pass(100);
  assert.equal(session.connection, "found");
  session.answer("q1", 1);
  session.answer("q2", 1);
  await pass(100);
  session.end();
  await pass(100);
  assert.deepEqual(problems, []);
  assert.deepEqual(lrs.verbs(), ["initialized", "answered", "answered", "completed", "passed", "terminated"]);
  for (const { context, actor } of lrs.statements) {
    assert.equal(context.registration, REGISTRATION);
    assert.equal(JSON.stringify(context).includes("cmi5"), false);
    assert.deepEqual(actor, ACTOR);
  }
  for (const verb of ["completed", "passed"]) assert.equal(lrs.sent(verb)[0].result.score.scaled, 1);
  assert.equal(lrs.sent("passed")[0].object.definition.type, "http://adlnet.gov/expapi/activities/lesson");
  assert.equal(lrs.requests.every(({ headers }) => headers.Authorization === "Basic YTpi"), true);
  assert.deepEqual(lrs.requests.filter(({ resource }) => /profile|token/.test(resource)), []);
});

test("taken up again, told once, by a page that was loaded again too", async () => {
  const lrs = new Lrs();
  const one = start(lrs);
  await one.pass(100);
  one.session.answer("q1", 1);
  one.fire("pagehide");
  await one.pass(100);
  const two = start(lrs, { same: one.host, reload: true });
  await two.pass(100);
  assert.equal(two.session.connection, "found");
  two.session.answer("q2", 1);
  await two.pass(100);
  two.fire("pagehide");
  await two.pass(100);
  two.fire("pageshow", { persisted: true });
  await two.pass(2000);
  assert.deepEqual(two.problems, []);
  assert.equal(lrs.sent("passed").length, 1);
  assert.deepEqual(lrs.verbs().filter((verb) => verb !== "progressed"),
    ["initialized", "answered", "terminated", "initialized", "answered", "completed", "passed", "terminated", "initialized"]);
});

test("without a registration", async () => {
  const lrs = new Lrs();
  const { registration, ...rest } = NAMED;
  const { session, pass } = open(lrs, { target: "xapi", named: rest });
  await pass(100);
  session.answer("q1", 1);
  await pass(100);
  assert.equal(lrs.statements.every(({ context }) => !("registration" in context)), true);
  assert.equal(lrs.requests.every(({ named }) => !("registration" in named)), true);
  assert.equal(lrs.state().line.length > 0, true);
});

test("opened without a launch: said, and kept here", async () => {
  const lrs = new Lrs();
  const { session, pass, problems, host } = open(lrs, { target: "xapi", named: {} });
  assert.equal(session.connection, "missing");
  session.answer("q1", 1);
  await pass(1000);
  assert.deepEqual(problems, ["missing"]);
  assert.deepEqual(lrs.requests, []);
  assert.equal(host.kept.size, 1);
});

test("a store that refuses whoever asks", async () => {
  const lrs = new Lrs();
  lrs.trouble = () => ({ status: 401 });
  const { session, pass, problems } = start(lrs);
  await pass(1000);
  assert.equal(session.connection, "failed");
  assert.deepEqual(problems, ["failed"]);
});
