"use strict";
/* A learner of cmi5, from launch to leaving. */
const test = require("node:test");
const assert = require("node:assert/strict");
const { plain } = require("./player.js");
const { Lrs, open, ACTOR, ACTIVITY, REGISTRATION, SESSION } = require("./lrs.js");

const CATEGORY = "https://w3id.org/xapi/cmi5/context/categories/";
const categories = (one) => (one.context.contextActivities.category || []).map(({ id }) => id.replace(CATEGORY, "+"));

test("what is asked before the session begins, and in which order", async () => {
  const lrs = new Lrs();
  const { session, pass, problems } = open(lrs);
  assert.equal(session.connection, "searching");
  await pass(100);
  assert.equal(session.connection, "found");
  assert.deepEqual(problems, []);
  const asked = lrs.requests.map(({ method, resource, named }) => `${method} ${resource} ${named.stateId || named.profileId || named.verb || ""}`);
  assert.equal(asked[0], "POST token ");
  assert.deepEqual(asked.slice(1, 4).sort(), [
    "GET activities/state LMS.LaunchData", "GET activities/state lessonkit", "GET agents/profile cmi5LearnerPreferences",
  ]);
  assert.deepEqual(lrs.verbs(), ["initialized"]);
  for (const { resource, headers } of lrs.requests) {
    if (resource === "token") continue;
    assert.equal(headers.Authorization, "Basic dG9rZW41");
    assert.equal(headers["X-Experience-API-Version"], "1.0.3");
  }
});

test("a perfect learner: completed and passed once, terminated last", async () => {
  const lrs = new Lrs({ launch: { masteryScore: 0.8 } });
  const { session, pass, fire } = open(lrs);
  await pass(100);
  session.goTo(0);
  await pass(1200);
  session.answer("q1", 1);
  await pass(5000);
  session.answer("q2", 1);
  await pass(200);
  assert.equal(session.safe, true);
  session.goTo(1);
  await pass(2000);
  fire("pagehide");
  await pass(100);
  assert.deepEqual(lrs.verbs(), ["initialized", "progressed", "answered", "progressed", "answered", "completed", "passed", "terminated"]);
  const by = Object.fromEntries(lrs.statements.map((one) => [one.verb.display.en, one]));
  assert.deepEqual(categories(by.initialized), ["https://lms.example/c", "+cmi5"]);
  assert.deepEqual(categories(by.completed), ["https://lms.example/c", "+cmi5", "+moveon"]);
  assert.deepEqual(categories(by.answered), ["https://lms.example/c"]);
  for (const one of lrs.statements) {
    assert.deepEqual(one.actor, ACTOR);
    assert.equal(one.context.registration, REGISTRATION);
    assert.equal(one.context.extensions[SESSION], "s1");
    assert.deepEqual(one.context.contextActivities.grouping, [{ id: "https://example.org/au" }]);
    assert.match(one.id, /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    assert.match(one.timestamp, /Z$/);
  }
  assert.deepEqual(lrs.statements.map((one) => one.timestamp).slice().sort(), lrs.statements.map((one) => one.timestamp));
  assert.deepEqual(by.passed.result, { success: true, score: { scaled: 1, raw: 100, min: 0, max: 100 }, duration: by.passed.result.duration });
  assert.match(by.passed.result.duration, /^PT\d+(\.\d+)?S$/);
  assert.equal(by.passed.context.extensions["https://w3id.org/xapi/cmi5/context/extensions/masteryscore"], 0.8);
  assert.deepEqual(Object.keys(by.completed.result).sort(), ["completion", "duration"]);
  assert.deepEqual(Object.keys(by.terminated.result), ["duration"]);
  assert.equal(by.completed.object.id, ACTIVITY);
  assert.equal(by.answered.object.id, "https://example.org/au#q2");
  assert.equal(lrs.fetched, 1);
});

test("left in the middle, taken up again, nothing told twice", async () => {
  const lrs = new Lrs();
  const one = open(lrs);
  await one.pass(100);
  one.session.goTo(1);
  one.session.answer("q1", 1);
  one.session.tick("k1", 1, true);
  await one.pass(2000);
  one.fire("pagehide");
  await one.pass(100);
  const two = open(lrs);
  await two.pass(100);
  assert.equal(two.session.state.place, 1);
  assert.deepEqual(plain(two.session.state.ticks.k1), [false, true, false]);
  two.session.answer("q2", 1);
  await two.pass(100);
  two.session.end();
  await two.pass(100);
  const three = open(lrs);
  await three.pass(100);
  assert.equal(three.session.result().success, "passed");
  three.session.end();
  await three.pass(100);
  assert.equal(lrs.sent("completed").length, 1);
  assert.equal(lrs.sent("passed").length, 1);
  assert.equal(lrs.sent("initialized").length, 3);
  assert.equal(lrs.sent("terminated").length, 3);
  assert.deepEqual(lrs.state().told, { completed: true, passed: true });
});

test("the platform's mastery decides, also what was decided before it was known", async () => {
  for (const [own, theirs, verb] of [[0.5, 0.9, "failed"], [0.9, 0.5, "passed"]]) {
    const lrs = new Lrs({ launch: { masteryScore: theirs } });
    const { session, pass } = open(lrs, { patch: { tracking: { mastery: own, attempts: 1 } } });
    session.answer("q1", 1);
    session.answer("q2", 0);
    await pass(200);
    assert.equal(session.result().success, verb);
    assert.deepEqual(lrs.verbs(), ["initialized", "answered", "answered", "completed", verb]);
    const [{ result, context }] = lrs.sent(verb);
    assert.deepEqual(result.score, { scaled: 0.5, raw: 50, min: 0, max: 100 });
    assert.equal(context.extensions["https://w3id.org/xapi/cmi5/context/extensions/masteryscore"], theirs);
  }
});

test("what is read and not passed asks for no mastery, whatever the platform says", async () => {
  const lrs = new Lrs({ launch: { masteryScore: 0.9 } });
  const { session, pass } = open(lrs, { patch: { tracking: { complete: "viewed", mastery: null, attempts: null } } });
  await pass(100);
  session.answer("q1", 1);
  session.answer("q2", 1);
  session.goTo(0);
  session.goTo(1);
  await pass(1500);
  assert.equal(session.result().success, "unknown");
  assert.deepEqual(lrs.verbs().filter((verb) => verb !== "progressed"), ["initialized", "answered", "answered", "completed"]);
});

test("browse and review: only initialized and terminated, nothing kept anywhere", async () => {
  const first = new Lrs();
  const one = open(first);
  await one.pass(100);
  one.session.answer("q1", 0.5);
  one.session.end();
  await one.pass(200);
  for (const launchMode of ["Browse", "Review"]) {
    const lrs = new Lrs({ launch: { launchMode } });
    lrs.documents = new Map(first.documents);
    const before = JSON.stringify([...lrs.documents]);
    const { session, pass, fire, host, problems } = open(lrs);
    await pass(100);
    assert.equal(session.mode, launchMode.toLowerCase());
    assert.equal(session.state.answers.q1.score, 0.5);
    session.goTo(0);
    session.answer("q2", 1);
    session.tick("k1", 0, true);
    await pass(5000);
    fire("pagehide");
    await pass(100);
    assert.deepEqual(lrs.verbs(), ["initialized", "terminated"]);
    assert.deepEqual(Object.keys(lrs.statements[1].result), ["duration"]);
    assert.equal(JSON.stringify([...lrs.documents]), before);
    assert.equal(lrs.requests.filter(({ method, resource }) => method !== "GET" && !/statements|token/.test(resource)).length, 0);
    assert.equal(host.kept.size, 0);
    assert.deepEqual(problems, []);
  }
});

test("failed is told once, with completed, and not again by a later session", async () => {
  const lrs = new Lrs({ launch: { masteryScore: 0.8 } });
  const patch = { tracking: { mastery: 0.8, attempts: 1 } };
  for (let turn = 0; turn < 2; turn += 1) {
    const { session, pass } = open(lrs, { patch });
    await pass(100);
    session.answer("q1", 0);
    session.answer("q2", 1);
    await pass(100);
    session.end();
    await pass(100);
  }
  assert.deepEqual(lrs.verbs(), ["initialized", "answered", "answered", "completed", "failed", "terminated", "initialized", "terminated"]);
  const [{ result, context }] = lrs.sent("failed");
  assert.equal(result.success, false);
  assert.deepEqual(result.score, { scaled: 0.5, raw: 50, min: 0, max: 100 });
  assert.equal(context.extensions["https://w3id.org/xapi/cmi5/context/extensions/masteryscore"], 0.8);
});

test("what was passed with less than is asked for now is not told", async () => {
  const lrs = new Lrs();
  const one = open(lrs, { patch: { tracking: { mastery: 0.5, attempts: null } } });
  lrs.trouble = ({ method, resource }) => (method === "POST" && resource === "statements" ? "down" : undefined);
  await one.pass(100);
  one.session.answer("q1", 1);
  one.session.answer("q2", 0);
  await one.pass(500);
  assert.equal(one.session.result().success, "passed");
  lrs.trouble = () => undefined;
  lrs.facts.launch = { masteryScore: 0.9 };
  const two = open(lrs, { patch: { tracking: { mastery: 0.5, attempts: null } } });
  await two.pass(200);
  assert.deepEqual(lrs.sent("passed"), []);
  assert.equal(lrs.sent("completed").length, 1);
});

test("leaving by the lesson's own door: everything told, terminated last, then back", async () => {
  for (const [returnURL, replaced, closed] of [
    ["https://lms.example/course?id=7", "https://lms.example/course?id=7", false],
    [" http://lms.example/ ", "http://lms.example/", false],
    ["javascript:alert(1)", "", true], ["data:text/html,x", "", true], [undefined, "", true], [7, "", true], ["//lms.example", "", true],
  ]) {
    const lrs = new Lrs({ launch: { returnURL } });
    const { session, pass, window, fire } = open(lrs);
    await pass(100);
    session.answer("q1", 1);
    let done = 0;
    session.leave(() => (done += 1));
    assert.equal(done, 0);
    await pass(500);
    assert.equal(done, 1);
    assert.equal(window.location.replaced, replaced);
    assert.equal(window.closed, closed);
    fire("pagehide");
    await pass(10000);
    assert.equal(done, 1);
    assert.deepEqual(lrs.verbs().filter((verb) => verb !== "progressed"), ["initialized", "answered", "terminated"]);
    const order = lrs.requests.map(({ method, resource, body }) => (method === "PUT" ? "state" : /terminated/.test(body) ? "end" : resource));
    assert.ok(order.lastIndexOf("state") < order.indexOf("end"));
  }
});

test("leaving without network ends all the same, after a while", async () => {
  const lrs = new Lrs({ launch: { returnURL: "https://lms.example/" } });
  const { session, pass, window } = open(lrs);
  await pass(100);
  lrs.trouble = () => "down";
  session.answer("q1", 1);
  session.leave(() => {});
  await pass(3000);
  assert.equal(window.location.replaced, "");
  await pass(6000);
  assert.equal(window.location.replaced, "https://lms.example/");
});

test("sound is turned on or off as the learner likes it, before anything is told", async () => {
  for (const [preferences, muted] of [['{"audioPreference":"off"}', true], ['{"audioPreference":"on"}', false], ['{"audioPreference":"<b>"}', false], ["nonsense", false], [undefined, false]]) {
    const lrs = new Lrs({ preferences });
    const { window, pass, session } = open(lrs);
    await pass(100);
    assert.equal(session.connection, "found");
    assert.equal(window.players[0].muted, muted);
    const asked = lrs.requests.map(({ resource, method }) => `${method} ${resource}`);
    assert.ok(asked.indexOf("GET agents/profile") < asked.indexOf("POST statements"));
  }
});

test("all five ways to move on need the same statements", async () => {
  const sent = [];
  for (const moveOn of ["NotApplicable", "Passed", "Completed", "CompletedAndPassed", "CompletedOrPassed"]) {
    const lrs = new Lrs({ launch: { moveOn } });
    const { session, pass } = open(lrs);
    await pass(100);
    session.answer("q1", 1);
    session.answer("q2", 1);
    await pass(100);
    sent.push(lrs.verbs().join());
  }
  assert.equal(new Set(sent).size, 1);
  assert.match(sent[0], /completed,passed/);
});

test("what stands in the template stays as it is, at its place", async () => {
  const contextTemplate = {
    language: "vi", registration: REGISTRATION, revision: "1", platform: "p",
    contextActivities: { category: [{ id: "urn:a" }], grouping: [{ id: "urn:g" }, { id: "urn:h" }], parent: [{ id: "urn:p" }], other: [{ id: "urn:o" }] },
    extensions: { [SESSION]: "s", "urn:x": { deep: [1, { a: null }] }, "https://w3id.org/xapi/cmi5/context/extensions/masteryscore": 0.7 },
  };
  const given = JSON.stringify(contextTemplate);
  const lrs = new Lrs({ launch: { contextTemplate, masteryScore: 0.8 } });
  const { session, pass } = open(lrs);
  await pass(100);
  session.answer("q1", 1);
  session.answer("q2", 1);
  session.end();
  await pass(100);
  assert.equal(lrs.statements.length, 6);
  for (const { context } of lrs.statements) {
    const template = JSON.parse(given);
    for (const [list, held] of Object.entries(template.contextActivities)) {
      assert.deepEqual(context.contextActivities[list].slice(0, held.length), held);
    }
    assert.deepEqual(context.extensions, template.extensions);
    for (const name of ["language", "registration", "revision", "platform"]) assert.equal(context[name], template[name]);
  }
});

test("what counts says which skills it is about; an answer, that of its objective", async () => {
  const lrs = new Lrs({ launch: { contextTemplate: { contextActivities: { other: [{ id: "urn:o" }] } } } });
  const skills = { o1: "urn:skill:1", o2: "urn:skill:2", o3: "urn:skill:1" };
  const { session, pass } = open(lrs, { patch: { skills } });
  await pass(100);
  session.answer("q1", 1);
  session.answer("q2", 1);
  session.end();
  await pass(100);
  // Both questions are about `o1`.
  const others = lrs.statements.map(({ verb, context }) =>
    [verb.display.en].concat(((context.contextActivities || {}).other || []).map(({ id }) => id)));
  const both = ["urn:o", "urn:skill:1", "urn:skill:2"];
  for (const [verb, ...ids] of others) {
    if (/completed|passed/.test(verb)) assert.deepEqual(ids, both);
    else assert.deepEqual(ids, verb === "answered" ? both.slice(0, 2) : ["urn:o"]);
  }
  assert.equal(others.filter(([verb]) => verb === "answered").length, 2);
});
