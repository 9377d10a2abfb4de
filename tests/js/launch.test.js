"use strict";
/* What is read out of a launch, and the addresses that are made of it. Vectors are data. */
const test = require("node:test");
const assert = require("node:assert/strict");
const { plain, vectors, makeHost } = require("./player.js");
const { lk } = require("./lrs.js");
const { webcrypto } = require("node:crypto");

const { xapi } = lk.cmi5;

for (const { name, target, search, launch } of vectors("launch.json")) {
  test(`a launch of ${target}: ${name}`, () => assert.deepEqual(plain(lk[target].xapi.launch(search, target)), launch));
}

/** What one request asks for. */
async function asked(endpoint, named, body) {
  const calls = [];
  const window = { fetch: async (url, init) => { calls.push({ url, init }); throw new Error("down"); } };
  const client = xapi.open(makeHost(window), { endpoint }, "Basic a");
  await client("GET", "activities/state", named, body);
  return calls[0];
}

test("an endpoint with a slash, without, with a query, with a fragment", async () => {
  for (const [endpoint, url] of [
    ["https://a.example/x/", "https://a.example/x/activities/state?stateId=k"],
    ["https://a.example/x", "https://a.example/x/activities/state?stateId=k"],
    ["https://a.example/x//", "https://a.example/x/activities/state?stateId=k"],
    ["https://a.example/x?t=1", "https://a.example/x/activities/state?t=1&stateId=k"],
    ["https://a.example/x/?t=1?2#f", "https://a.example/x/activities/state?t=1?2&stateId=k"],
  ]) assert.equal((await asked(endpoint, { stateId: "k" })).url, url);
  assert.equal((await asked("https://a.example", {})).url, "https://a.example/activities/state");
  assert.equal((await asked("https://a.example", { agent: '{"a":"ấ&="}', registration: "" })).url,
    "https://a.example/activities/state?agent=%7B%22a%22%3A%22%E1%BA%A5%26%3D%22%7D");
});

test("what is small outlives the page, what is large does not try", async () => {
  assert.equal((await asked("https://a.example", {}, "x")).init.keepalive, true);
  assert.equal((await asked("https://a.example", {}, "x".repeat(18000))).init.keepalive, false);
  assert.equal((await asked("https://a.example", {})).init.keepalive, false);
});

test("no answer, a broken answer and a late answer are answers without a status", async () => {
  for (const fetch of [
    async () => { throw new TypeError("down"); }, () => { throw new TypeError("a header that is none"); },
    async () => ({ status: 200, headers: { get: () => null }, text: async () => { throw new Error("cut"); } }),
    async () => undefined, async () => ({ status: 200 }),
  ]) assert.equal((await xapi.ask(makeHost({ fetch }), "https://a.example", {})).status, 0);
  const host = makeHost({ fetch: () => new Promise(() => {}), AbortController });
  const reply = xapi.ask(host, "https://a.example", {});
  host.pass(20000);
  assert.equal((await reply).status, 0);
  assert.equal(host.pending(), 0);
});

test("how long a store asks us to wait", async () => {
  for (const [text, wait] of [["7", 7000], ["99999", 300000], ["Sat, 31 Jan 2026 08:05:30 GMT", 29880], ["soon", 0], ["-1", 0], [null, 0]]) {
    const fetch = async () => ({ status: 503, headers: { get: (name) => (name === "Retry-After" ? text : null) }, text: async () => "" });
    assert.equal((await xapi.ask(makeHost({ fetch }), "https://a.example", {})).wait, wait, text);
  }
});

test("identifiers are unique, and of version 4", () => {
  const host = makeHost({ crypto: webcrypto });
  const way = { launch: { actor: {}, registration: "" }, template: {}, mastery: null, cmi5: false, object: { id: "urn:x:1" } };
  const make = xapi.maker(host, way);
  const ids = Array.from({ length: 200 }, () => make("initialized", 0, {}).id);
  assert.equal(new Set(ids).size, 200);
  for (const id of ids) assert.match(id, /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
});

test("scores: rounded down, never below the mastery that was reached, whole numbers where they must be", () => {
  for (const [worth, least, scaled, raw] of [
    [2 / 3, 0, 0.6666, 66], [0.666667, 0.666666, 0.666666, 66], [0.79999, 0, 0.7999, 79], [1, 0.8, 1, 100], [0, 0, 0, 0],
    [0.57, 0.57, 0.57, 57], [0.29, 0.29, 0.29, 29], [0.1429, 0, 0.1429, 14],
  ]) assert.deepEqual(plain(xapi.score(worth, least)), { scaled, raw, min: 0, max: 100 });
});

test("time never runs backwards", () => {
  const way = { launch: { actor: {}, registration: "" }, template: {}, mastery: null, cmi5: false, object: { id: "urn:x:1" } };
  const make = xapi.maker(makeHost({ crypto: webcrypto }), way);
  const times = [1000, 500, 2000].map((time) => make("answered", time, {}).timestamp);
  assert.deepEqual(times, ["1970-01-01T00:00:01.000Z", "1970-01-01T00:00:01.000Z", "1970-01-01T00:00:02.000Z"]);
});
