"use strict";
/* Networks that go, stores that refuse and lie, pages that are loaded again, two of them at once. */
const test = require("node:test");
const assert = require("node:assert/strict");
const { plain } = require("./player.js");
const { Lrs, open, settle, CMI5 } = require("./lrs.js");

/** Trouble for requests that fit, so many times. */
function when(fits, what, times = Infinity) {
  let left = times;
  return (request) => (fits(request) && left-- > 0 ? what : undefined);
}
const statements = ({ method, resource }) => method === "POST" && resource === "statements";
const state = ({ resource, named, method }) => resource === "activities/state" && named.stateId === "lessonkit" && method !== "GET" && method !== "HEAD";
const posted = (lrs) => lrs.requests.filter(statements).map(({ body }) => [].concat(JSON.parse(body)));
const told = (lrs) => lrs.verbs().filter((verb) => verb !== "progressed");

test("without network for a while: everything arrives, once, in its order, with its own time", async () => {
  const lrs = new Lrs();
  const { session, pass, standing, fire } = open(lrs);
  await pass(100);
  lrs.trouble = () => "down";
  session.answer("q1", 1);
  await pass(3000);
  assert.deepEqual([...standing], ["untold"]);
  assert.equal(session.safe, false);
  session.answer("q2", 1);
  await pass(30000);
  assert.deepEqual(told(lrs), ["initialized"]);
  lrs.trouble = () => undefined;
  fire("online");
  await pass(200);
  assert.deepEqual([...standing], []);
  assert.equal(session.safe, true);
  assert.deepEqual(told(lrs), ["initialized", "answered", "answered", "completed", "passed"]);
  const times = lrs.statements.map(({ timestamp }) => timestamp);
  assert.deepEqual(times.slice().sort(), times);
  assert.ok(Date.parse(times[times.length - 1]) - Date.parse(times[0]) < 5000);
  assert.deepEqual(lrs.state().told, { completed: true, passed: true });
});

test("it is tried again ever more seldom, and as late as the store asks", async () => {
  const lrs = new Lrs();
  const { session, pass, host } = open(lrs);
  await pass(100);
  lrs.trouble = when(statements, { status: 503, headers: { "Retry-After": "30" } }, 1);
  const times = [];
  const fetch = lrs.fetch.bind(lrs);
  lrs.fetch = (url, init) => { if (init.method === "POST") times.push(host.now()); return fetch(url, init); };
  session.answer("q1", 1);
  await pass(29000);
  assert.equal(times.length, 1);
  await pass(3000);
  assert.deepEqual(told(lrs), ["initialized", "answered"]);
  lrs.trouble = when(statements, { status: 429 });
  session.answer("q2", 1);
  for (let turn = 0; turn < 40; turn += 1) await pass(5000);
  const gaps = times.slice(2).map((time, n) => Math.round((time - times[n + 1]) / 1000)).slice(1);
  assert.deepEqual(gaps.map((gap, n) => gap >= (gaps[n - 1] || 0)).filter((ok) => !ok), []);
  assert.ok(times.length < 12, String(times.length));
});

test("an answer that is lost: the statement stands once", async () => {
  for (const conflict of [false, true]) {
    const lrs = new Lrs({ conflict });
    const { session, pass, standing } = open(lrs);
    await pass(100);
    lrs.trouble = when(statements, "lost", 1);
    session.answer("q1", 1);
    session.answer("q2", 1);
    await pass(10000);
    assert.deepEqual(told(lrs), ["initialized", "answered", "answered", "completed", "passed"]);
    assert.deepEqual([...standing], []);
    assert.equal(session.safe, true);
  }
});

test("a platform that counts: what was taken and not answered is not told again", async () => {
  const lrs = new Lrs({ counts: true });
  lrs.trouble = when(statements, "lost", 1);
  const { session, pass, standing } = open(lrs);
  await pass(5000);
  lrs.trouble = when(statements, "lost", 1);
  session.answer("q1", 1);
  session.answer("q2", 1);
  await pass(10000);
  assert.deepEqual(told(lrs), ["initialized", "answered", "answered", "completed", "passed"]);
  assert.deepEqual([...standing], []);
  assert.equal(session.safe, true);
  const once = posted(lrs).flat().map(({ id, verb }) => `${verb.display.en} ${id}`).filter((one) => !/answered|progressed/.test(one));
  assert.equal(once.length, new Set(once).size);
});

test("a platform that counts: the page is left before it has answered", async () => {
  const lrs = new Lrs({ counts: true });
  // The store has it and has not said so yet.
  lrs.trouble = (request) => (statements(request) ? (lrs.answer(request), "never") : undefined);
  const { fire, pass, host } = open(lrs);
  await pass(100);
  fire("pagehide");
  await settle();
  assert.deepEqual(lrs.verbs(), ["initialized", "terminated"]);
  lrs.trouble = () => undefined;
  const before = lrs.requests.filter(statements).length;
  const next = open(lrs, { same: host, reload: true });
  await next.pass(1000);
  assert.equal(lrs.requests.filter(statements).length, before);
  assert.deepEqual([...next.standing], ["ended"]);
});

test("what opens a session never shares a request", async () => {
  const lrs = new Lrs();
  lrs.trouble = when(statements, { status: 503 }, 1);
  const { session, fire } = open(lrs);
  await settle();
  session.answer("q1", 1);
  fire("pagehide");
  await settle();
  const lots = posted(lrs).map((lot) => lot.map(({ verb }) => verb.display.en));
  assert.deepEqual(lots.filter((lot) => lot.includes("initialized") && lot.length > 1), []);
  assert.deepEqual(told(lrs), ["initialized", "answered", "terminated"]);
});

test("one that is refused does not hold up the others, and is said", async () => {
  for (const status of [400, 403, 401, 404, 413]) {
    const lrs = new Lrs();
    const { session, pass, standing } = open(lrs);
    await pass(100);
    lrs.trouble = (request) => (statements(request) && /#q1"/.test(request.body) ? { status } : undefined);
    session.answer("q1", 1);
    session.answer("q2", 1);
    await pass(1000);
    assert.deepEqual(told(lrs), ["initialized", "answered", "completed", "passed"], String(status));
    assert.deepEqual([...standing], ["untold"]);
    assert.equal(session.connection, "found");
  }
});

test("one that is refused while another page writes: its state is joined all the same", async () => {
  const lrs = new Lrs();
  const one = open(lrs);
  await one.pass(100);
  const two = open(lrs);
  await two.pass(100);
  two.session.answer("q2", 1);
  await two.pass(500);
  lrs.trouble = (request) => (statements(request) && /#q1"/.test(request.body) ? { status: 403 } : undefined);
  one.session.answer("q1", 1);
  await one.pass(500);
  assert.equal(one.session.state.answers.q2.score, 1);
  assert.match(lrs.state().line, /;q.*;q/);
});

test("nobody listens any more: said, and kept here for the next time", async () => {
  for (const status of [401, 403]) {
    const lrs = new Lrs();
    const one = open(lrs);
    await one.pass(100);
    lrs.trouble = () => ({ status });
    one.session.answer("q1", 1);
    await one.pass(1000);
    assert.ok(one.standing.has("ended"), String(status));
    const before = lrs.requests.length;
    one.session.answer("q2", 1);
    await one.pass(60000);
    assert.ok(lrs.requests.length - before < 3);
    lrs.trouble = () => undefined;
    const two = open(lrs, { same: one.host });
    await two.pass(200);
    assert.equal(two.session.result().success, "passed");
    assert.deepEqual(told(lrs), ["initialized", "initialized", "completed", "passed"]);
  }
});

test("completed that the store already has, although nobody remembers: not told twice", async () => {
  const lrs = new Lrs();
  const one = open(lrs);
  await one.pass(100);
  one.session.answer("q1", 1);
  one.session.answer("q2", 1);
  await one.pass(100);
  for (const [key, text] of [...lrs.documents]) {
    for (const broken of [undefined, "garbage", JSON.stringify({ line: JSON.parse(text).line })]) {
      if (broken === undefined) lrs.documents.delete(key);
      else lrs.documents.set(key, broken);
      const two = open(lrs);
      await two.pass(200);
      assert.equal(two.session.result().success, "passed");
      two.session.end();
      await two.pass(100);
    }
  }
  assert.equal(lrs.sent("completed").length, 1);
  assert.equal(lrs.sent("passed").length, 1);
});

test("completed that is refused because another device was faster is no trouble", async () => {
  const lrs = new Lrs();
  const { session, pass, standing } = open(lrs);
  await pass(100);
  lrs.trouble = (request) => {
    if (!statements(request) || !/verbs\/(completed|passed)/.test(request.body)) return undefined;
    const [mine] = [].concat(JSON.parse(request.body)).filter(({ verb }) => /completed|passed/.test(verb.id));
    if (!lrs.sent(mine.verb.display.en).length) lrs.statements.push({ ...mine, id: "other" });
    return { status: 403 };
  };
  session.answer("q1", 1);
  session.answer("q2", 1);
  await pass(2000);
  assert.deepEqual([...standing], []);
  assert.deepEqual(lrs.state().told, { completed: true, passed: true });
});

test("the page is left: what is new goes at once, terminated last, and outlives the page", async () => {
  const lrs = new Lrs();
  const { session, fire, pass, problems, host } = open(lrs);
  await pass(100);
  session.answer("q1", 1);
  fire("pagehide");
  await settle();
  assert.deepEqual(told(lrs), ["initialized", "answered", "terminated"]);
  assert.equal(lrs.requests.filter(statements).every(({ keepalive }) => keepalive), true);
  const before = lrs.requests.length;
  session.answer("q2", 1);
  fire("pageshow", { persisted: true });
  await pass(5000);
  assert.equal(lrs.requests.length, before);
  assert.ok(problems.includes("ended"));
  const next = open(lrs, { same: host });
  await next.pass(200);
  assert.equal(next.session.result().success, "passed");
});

test("the page is loaded again: the token is fetched once, the session is over, nothing is lost", async () => {
  const lrs = new Lrs();
  const one = open(lrs);
  await one.pass(100);
  one.session.answer("q1", 1);
  await one.pass(100);
  one.fire("pagehide");
  await one.pass(100);
  const two = open(lrs, { same: one.host, reload: true });
  await two.pass(300);
  assert.equal(lrs.fetched, 1);
  assert.equal(two.session.connection, "failed");
  assert.deepEqual([...two.standing], ["ended"]);
  assert.equal(two.session.state.answers.q1.score, 1);
  two.session.answer("q2", 1);
  await two.pass(1000);
  assert.deepEqual(told(lrs), ["initialized", "answered", "terminated"]);
  const three = open(lrs, { same: one.host });
  await three.pass(300);
  assert.deepEqual(told(lrs), ["initialized", "answered", "terminated", "initialized", "completed", "passed"]);
});

test("a platform that begins anew, its addresses too: the token of another registration is not used", async () => {
  const first = new Lrs();
  const one = open(first);
  await one.pass(100);
  one.fire("pagehide");
  const second = new Lrs();
  second.session = first.session;
  const registration = "0f8fad5b-d9cb-469f-a165-70867728950e";
  const two = open(second, { same: one.host, reload: true, named: { ...CMI5, registration } });
  await two.pass(300);
  assert.equal(second.fetched, 1);
  assert.equal(two.session.connection, "found");
  assert.deepEqual([...two.standing], []);
});

test("left without network, loaded again with it: the session is ended in order", async () => {
  const lrs = new Lrs();
  const one = open(lrs);
  await one.pass(100);
  lrs.trouble = () => "down";
  one.session.answer("q1", 1);
  await one.pass(100);
  one.fire("pagehide");
  await one.pass(100);
  lrs.trouble = () => undefined;
  const two = open(lrs, { same: one.host, reload: true });
  await two.pass(300);
  assert.deepEqual(told(lrs), ["initialized", "answered", "terminated"]);
  assert.deepEqual([...two.standing], ["ended"]);
});

test("a tab that the browser had put away goes on with its session", async () => {
  const lrs = new Lrs();
  const one = open(lrs);
  await one.pass(100);
  one.session.answer("q1", 1);
  await one.pass(200);
  const two = open(lrs, { same: one.host, reload: true });
  await two.pass(300);
  assert.equal(two.session.connection, "found");
  two.session.answer("q2", 1);
  await two.pass(200);
  two.session.end();
  await two.pass(100);
  assert.equal(lrs.fetched, 1);
  assert.deepEqual(told(lrs), ["initialized", "answered", "answered", "completed", "passed", "terminated"]);
});

test("no network at the start: kept here meanwhile, told when there is one", async () => {
  const lrs = new Lrs();
  lrs.trouble = () => "down";
  const { session, pass, standing, host, fire } = open(lrs);
  await pass(1000);
  assert.equal(session.connection, "failed");
  assert.deepEqual([...standing], ["untold"]);
  session.answer("q1", 1);
  await pass(8000);
  assert.equal(host.kept.size, 1);
  lrs.trouble = () => undefined;
  fire("online");
  await pass(500);
  assert.equal(session.connection, "found");
  assert.deepEqual([...standing], []);
  assert.deepEqual(told(lrs), ["initialized", "answered"]);
  assert.equal(host.kept.size, 0);
});

test("a store that does not answer holds up nothing", async () => {
  const lrs = new Lrs();
  lrs.trouble = () => "never";
  const { session, pass, standing } = open(lrs);
  session.answer("q1", 1);
  await pass(6000);
  assert.deepEqual([...standing], ["untold"]);
  lrs.trouble = () => undefined;
  await pass(30000);
  assert.equal(session.connection, "found");
});

test("a question of the past that is not answered in time holds up nothing", async () => {
  const lrs = new Lrs();
  lrs.trouble = ({ method, resource }) => (method === "GET" && resource === "statements" ? "never" : undefined);
  const { session, pass } = open(lrs);
  await pass(5000);
  assert.equal(session.connection, "found");
  assert.deepEqual(lrs.verbs(), ["initialized"]);
});

test("a token that is not given: said, and kept here", async () => {
  for (const fetch of ['{"error-code":"2","error-text":"<img src=x onerror=alert(1)>"}', "", "[]", "null", '{"auth-token":7}', '{"auth-token":""}', '{"auth-token":"a\\nb"}', "<html>"]) {
    const lrs = new Lrs({ fetch });
    const { session, pass, standing } = open(lrs);
    session.answer("q1", 1);
    await pass(1000);
    assert.equal(session.connection, "failed", fetch);
    assert.deepEqual([...standing], ["failed"]);
    assert.equal(lrs.fetched, 1);
    assert.equal(session.answer("q2", 1).right, true);
  }
});

test("launch data that is missing, garbled or nonsense", async () => {
  for (const reply of [{ status: 404 }, { status: 403 }, { status: 200, body: "" }, { status: 200, body: "[1]" }, { status: 200, body: "{" }]) {
    const lrs = new Lrs();
    lrs.trouble = ({ named }) => (named.stateId === "LMS.LaunchData" ? reply : undefined);
    const { session, pass, standing } = open(lrs);
    await pass(1000);
    assert.equal(session.connection, "failed");
    assert.deepEqual([...standing], ["failed"]);
    assert.deepEqual(lrs.verbs(), []);
  }
  for (const launch of [
    { contextTemplate: 7 }, { contextTemplate: [] }, { contextTemplate: { contextActivities: "x", extensions: 3 } },
    { masteryScore: "0.8" }, { masteryScore: 7 }, { masteryScore: null }, { launchMode: 4 }, { launchMode: null }, { returnURL: {} }, { moveOn: 9 },
    { contextTemplate: { contextActivities: { category: { id: "urn:x:1" } }, ["__proto__"]: 1 } },
  ]) {
    const lrs = new Lrs({ launch });
    const { session, pass } = open(lrs);
    await pass(200);
    session.answer("q1", 1);
    session.answer("q2", 1);
    await pass(200);
    assert.equal(session.connection, "found", JSON.stringify(launch));
    assert.equal(session.result().success, "passed");
    assert.ok(told(lrs).includes("passed"));
  }
});

test("an older state never follows a newer one, and one writing at a time", async () => {
  const lrs = new Lrs();
  const { session, pass, host } = open(lrs);
  await pass(100);
  const open_ = [];
  const fetch = lrs.fetch.bind(lrs);
  let writing = 0;
  lrs.fetch = async (url, init) => {
    if (init.method !== "PUT") return fetch(url, init);
    writing += 1;
    assert.equal(writing, 1);
    await new Promise((resolve) => open_.push(resolve));
    writing -= 1;
    return fetch(url, init);
  };
  for (let n = 0; n < 3; n += 1) {
    session.tick("k1", n, true);
    await pass(1100);
  }
  assert.equal(open_.length, 1);
  open_.shift()();
  await pass(100);
  open_.shift()();
  await pass(100);
  assert.equal(open_.length, 0);
  assert.match(lrs.state().line, /a0\.a1\.a2/);
  assert.equal(host.kept.size, 0);
});

for (const tags of [true, false]) {
  test(`two pages of one registration, tags ${tags}: neither loses the other's answers`, async () => {
    const lrs = new Lrs();
    lrs.tags = tags;
    const one = open(lrs);
    await one.pass(100);
    const two = open(lrs);
    await two.pass(100);
    one.session.answer("q1", 1);
    await one.pass(200);
    two.session.answer("q2", 1);
    await two.pass(500);
    assert.match(two.session.result().success, /passed/);
    one.session.tick("k1", 0, true);
    await one.pass(2000);
    assert.equal(one.session.result().success, "passed");
    const three = open(lrs);
    await three.pass(100);
    assert.equal(three.session.state.answers.q1.score, 1);
    assert.equal(three.session.state.answers.q2.score, 1);
    assert.deepEqual(plain(three.session.state.ticks.k1), [true, false, false]);
    assert.equal(lrs.sent("passed").length, 1);
    assert.equal(lrs.sent("completed").length, 1);
  });
}

test("a note that another page changed is taken over; one that this page changed is not lost", async () => {
  const lrs = new Lrs();
  const questions = ["n1", "n2"].map((id) => ({ type: "note", id, points: 0, assessed: false }));
  const patch = { questions, objectives: [], tracking: { complete: "viewed", mastery: null, attempts: null } };
  const one = open(lrs, { patch });
  await one.pass(100);
  one.session.answer("n1", "một");
  one.session.answer("n2", "một");
  await one.pass(500);
  const two = open(lrs, { patch });
  await two.pass(100);
  two.session.answer("n1", "hai");
  await two.pass(500);
  lrs.trouble = () => "down";
  one.session.answer("n2", "ba");
  await one.pass(3000);
  lrs.trouble = () => undefined;
  one.fire("online");
  await one.pass(500);
  const three = open(lrs, { patch });
  await three.pass(100);
  assert.deepEqual([three.session.state.answers.n1.answer, three.session.state.answers.n2.answer], ["hai", "ba"]);
});

test("a store that wants a condition and gives no tag", async () => {
  const lrs = new Lrs({ strict: true });
  lrs.tags = false;
  const { session, pass, standing } = open(lrs);
  await pass(100);
  session.answer("q1", 1);
  await pass(5000);
  session.answer("q2", 1);
  await pass(5000);
  assert.deepEqual([...standing], []);
  assert.deepEqual(lrs.state().told, { completed: true, passed: true });
  // Refused once, it is not asked in vain again: a page that is left has no second try.
  const refused = lrs.requests.filter(state).filter(({ method, headers }) => method === "PUT" && !headers["If-None-Match"]);
  assert.equal(refused.length, 1);
});

test("a way between that lets no conditions through", async () => {
  const lrs = new Lrs();
  lrs.trouble = ({ headers }) => (headers["If-Match"] || headers["If-None-Match"] ? "down" : undefined);
  const { session, pass, standing } = open(lrs);
  await pass(100);
  session.answer("q1", 1);
  await pass(10000);
  assert.deepEqual([...standing], []);
  assert.equal(session.safe, true);
  assert.ok(lrs.state().line.length > 20);
});

test("tags that never fit", async () => {
  const lrs = new Lrs();
  const { session, pass, standing } = open(lrs);
  await pass(100);
  lrs.trouble = ({ headers }) => (headers["If-Match"] ? { status: 412 } : undefined);
  session.answer("q1", 1);
  await pass(10000);
  assert.deepEqual([...standing], []);
  assert.match(lrs.state().line, /;q/);
});

test("a state that is refused: said, kept here, tried again with the next one", async () => {
  for (const status of [400, 403, 413]) {
    const lrs = new Lrs();
    const { session, pass, standing, host } = open(lrs);
    await pass(100);
    lrs.trouble = when(state, { status });
    session.answer("q1", 1);
    await pass(2000);
    assert.deepEqual([...standing], ["unsaved"]);
    assert.equal(host.kept.size, 1);
    lrs.trouble = () => undefined;
    session.tick("k1", 0, true);
    await pass(2000);
    assert.deepEqual([...standing], []);
    assert.equal(host.kept.size, 0);
    assert.match(lrs.state().line, /;q/);
  }
});

test("a state that cannot be read is not overwritten", async () => {
  const lrs = new Lrs();
  const one = open(lrs);
  await one.pass(100);
  one.session.answer("q1", 1);
  await one.pass(200);
  one.session.end();
  await one.pass(100);
  lrs.trouble = ({ resource, named }) => (resource === "activities/state" && named.stateId === "lessonkit" ? { status: 403 } : undefined);
  const two = open(lrs);
  await two.pass(200);
  assert.equal(two.session.connection, "found");
  two.session.answer("q2", 1);
  await two.pass(200);
  assert.match(lrs.state().line, /;q/);
  lrs.trouble = () => undefined;
  two.session.tick("k1", 0, true);
  await two.pass(2000);
  assert.equal(two.session.result().success, "passed");
  assert.equal(two.session.state.answers.q1.score, 1);
});

test("hundreds of kilobytes of answers are kept and come back", async () => {
  const lrs = new Lrs();
  const questions = Array.from({ length: 13 }, (_, n) => ({ type: "long", id: `q${n}`, points: 1, assessed: false }));
  const patch = { questions, objectives: [], tracking: { complete: "viewed", mastery: null, attempts: null } };
  const one = open(lrs, { patch });
  await one.pass(100);
  for (const { id } of questions) one.session.answer(id, `${id} ${"chữ ".repeat(2500)}`);
  await one.pass(2000);
  assert.ok(lrs.state().line.length > 300000);
  assert.equal(one.session.safe, true);
  const two = open(lrs, { patch });
  await two.pass(200);
  assert.ok(two.session.state.answers.q12.answer === `q12 ${"chữ ".repeat(2500)}`);
});
