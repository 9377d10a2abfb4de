"use strict";
/* Whatever stands in the address or comes from the store, the lesson goes on. */
const test = require("node:test");
const assert = require("node:assert/strict");
const { Lrs, open, lk, search, settle, CMI5 } = require("./lrs.js");

/** Numbers from 0 to below 1, the same for the same seed. */
function dice(seed) {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}
const HOSTILE = [
  "<img src=x onerror=alert(1)>", "</script><script>alert(1)</script>", "javascript:alert(1)", "__proto__", "constructor",
  "\u0000", "\ud800", "{}", "[]", "null", "true", "7", '"', "%", "%zz", "%00", "&", "=", "+", "{\"a\":".repeat(50), "ấ".repeat(300), "1;a0:1;.",
  '{"line":7,"told":[]}', '{"line":"1;","told":{"completed":"<b>"}}', '{"__proto__":{"x":1}}', '{"statements":7}', '{"statements":[null,{"verb":7}]}', "",
];
const pick = (roll, list) => list[Math.floor(roll() * list.length)];

/** A text with something cut out, put in or doubled. */
function spoil(roll, text) {
  const at = Math.floor(roll() * (text.length + 1));
  const end = at + Math.floor(roll() * 20);
  return pick(roll, [text.slice(0, at), text.slice(0, at) + text.slice(end), text.slice(0, at) + pick(roll, HOSTILE) + text.slice(at), text + text, pick(roll, HOSTILE)]);
}

test("an address, spoiled in a thousand ways", () => {
  const roll = dice(1);
  const good = search(CMI5);
  for (let n = 0; n < 1000; n += 1) {
    let text = good;
    for (let turn = 0; turn < 1 + roll() * 4; turn += 1) text = spoil(roll, text);
    for (const target of ["cmi5", "xapi"]) {
      const launch = lk.cmi5.xapi.launch(text, target);
      if (!launch) continue;
      assert.match(launch.endpoint, /^https?:\/\//i);
      if (target === "cmi5") assert.match(launch.fetch, /^https?:\/\//i);
      assert.ok(launch.learner);
    }
  }
  assert.equal({}.x, undefined);
});

test("a learner whose address is spoiled learns all the same", async () => {
  const roll = dice(2);
  for (let n = 0; n < 40; n += 1) {
    const lrs = new Lrs();
    const named = { ...CMI5 };
    const name = pick(roll, Object.keys(named));
    named[name] = spoil(roll, named[name]);
    lrs.trouble = ({ host }) => (host === "lms.example" ? undefined : "down");
    const { session } = open(lrs, { named });
    await settle();
    assert.equal(session.answer("q1", 1).right, true);
    session.end();
    await settle();
  }
});

test("answers of a store, spoiled in every place", async () => {
  const roll = dice(3);
  for (let n = 0; n < 25; n += 1) {
    const lrs = new Lrs({ launch: { masteryScore: 0.8, returnURL: "https://lms.example/" } });
    const rate = roll();
    lrs.trouble = (request) => {
      if (request.resource === "token" || roll() > rate) return undefined;
      const status = pick(roll, [200, 200, 200, 204, 400, 401, 403, 404, 409, 412, 413, 429, 500, 999, NaN, "down", "lost"]);
      if (typeof status === "string") return status;
      const body = pick(roll, HOSTILE.concat(JSON.stringify(lrs.launchData()), spoil(roll, JSON.stringify(lrs.launchData()))));
      return { status: status || 200, body, headers: { ETag: pick(roll, HOSTILE), "Retry-After": pick(roll, HOSTILE) } };
    };
    const { session, pass, host, window } = open(lrs);
    await pass(2000);
    assert.equal(session.answer("q1", 1).right, true);
    await pass(500);
    session.goTo(0);
    assert.equal(session.answer("q2", 1).right, true);
    await pass(2000);
    assert.equal(session.result().answered, 2);
    session.leave(() => {});
    await pass(9000);
    assert.match(window.location.replaced, /^(https:\/\/lms\.example\/)?$/);
    assert.ok(host.pending() < 12, String(host.pending()));
    assert.ok(lrs.requests.length < 400, String(lrs.requests.length));
  }
});

test("a document that says nonsense of what was told: all is told, and kept", async () => {
  const deep = `${'{"a":'.repeat(20000)}1${"}".repeat(20000)}`;
  const nonsense = ['"completed"', '["completed"]', '{"completed":"no","passed":1}', '{"__proto__":{"completed":true}}', "null", deep];
  for (const told of nonsense) {
    const lrs = new Lrs();
    const first = open(lrs);
    await first.pass(100);
    first.session.answer("q1", 0);
    await first.pass(1000);
    for (const name of lrs.documents.keys()) lrs.documents.set(name, lrs.documents.get(name).replace('"told":{}', `"told":${told}`));
    const { session, pass, standing } = open(lrs);
    await pass(200);
    assert.equal(session.connection, "found");
    session.retry();
    for (const id of ["q1", "q2"]) session.answer(id, 1);
    await pass(1000);
    assert.deepEqual(lrs.verbs().slice(-2), ["completed", "passed"]);
    assert.deepEqual([...standing], []);
  }
});
