"use strict";
/* Platforms that mean harm: whatever they give, the lesson goes on and nothing that all objects inherit changes. */
const test = require("node:test");
const assert = require("node:assert/strict");
const vm = require("node:vm");
const { load, lesson, makeHost, plain, questionFiles } = require("./player.js");
const { Platform } = require("./platform.js");

const lk = load(questionFiles());
const QUESTIONS = [
  { type: "text", id: "chu", points: 1, objective: "o1", answers: [["một"]], match: "case", sign: 4321 },
  { type: "reflect", id: "ghi", points: 1, assessed: false, most: 2000, sign: 4322 },
];
const MARKUP = "<img src=x onerror=alert(1)>\"'`${1}{n}</script>";
const thrower = () => {
  throw new Error("hostile");
};
/** What a getter of a platform may return instead of text. */
const VALUES = {
  markup: MARKUP,
  "the name of what all inherit": "__proto__",
  "the name of a function": "constructor",
  "an object": { toString: () => "1", polluted: true },
  "an object that throws": { toString: thrower, valueOf: thrower, [Symbol.toPrimitive]: thrower },
  "an object without a prototype": Object.create(null),
  "an object with its own __proto__": JSON.parse('{"__proto__": {"polluted": true}}'),
  "an array": [["__proto__"], 1],
  "a function": () => "x",
  "a symbol": Symbol("x"),
  "a big integer": 10n ** 30n,
  "a proxy": new Proxy({}, { get: thrower, has: thrower, ownKeys: thrower, getPrototypeOf: thrower }),
  "a promise": Promise.resolve("passed"),
  "a number that is none": NaN,
  "a very long text": "1;".padEnd(200000, "a"),
  "a zero character": "\u0000\ud800",
};

/** What all objects of the lesson inherit. */
const inherited = () => vm.runInContext("Object.getOwnPropertyNames(Object.prototype).concat(Object.getOwnPropertyNames(Array.prototype)).join()", context);
const context = vm.createContext({ lk });

function walk(platform, target) {
  const host = makeHost(platform.window);
  const data = lesson({ target, questions: QUESTIONS, tracking: { mastery: 0.8, attempts: 2 } });
  const session = lk.start(data, host);
  const heard = [];
  session.onProblem(({ kind }) => heard.push(kind));
  session.goTo(1);
  session.answer("ghi", MARKUP);
  session.answer("chu", "một");
  host.pass(60000);
  session.end();
  return { session, heard };
}

for (const target of ["scorm12", "scorm2004"]) {
  for (const [name, value] of Object.entries(VALUES)) {
    test(`${target}: every value is ${name}`, () => {
      const before = inherited();
      const platform = new Platform(target);
      platform.misbehaviour.get = () => value;
      const { session } = walk(platform, target);
      assert.equal(session.state.answers.chu.right, true);
      assert.equal(session.state.answers.ghi.answer, MARKUP);
      assert.equal(session.result().score, 1);
      assert.equal(inherited(), before);
      assert.equal({}.polluted, undefined);
      assert.deepEqual(plain(session.state.ticks), { k1: [false, false, false] });
    });

    test(`${target}: every answer is ${name}`, () => {
      const platform = new Platform(target);
      for (const role of ["open", "set", "commit", "close", "error"]) platform.misbehaviour[role] = () => value;
      const { session } = walk(platform, target);
      assert.equal(session.state.answers.chu.right, true);
      assert.equal({}.polluted, undefined);
    });
  }

  test(`${target}: objectives of others with names of what all inherit`, () => {
    const platform = new Platform(target);
    const names = ["__proto__", "constructor", MARKUP];
    names.forEach((id, place) => { platform.values[`cmi.objectives.${place}.id`] = id; });
    walk(platform, target);
    assert.equal(platform.committed["cmi.objectives.0.id"], "__proto__");
    assert.equal(platform.committed["cmi.objectives.3.id"], "o1");
  });
}

test("a state that was made to harm: kept answers under inherited names, of every type, of every shape", () => {
  const data = lesson({ questions: QUESTIONS });
  const sign = (body) => body + ("0" + lk.state.key(body)).slice(-2);
  const shapes = ["1,1", "[[[]]]", "{}", '{"__proto__":{"polluted":true}}', '"__proto__"', "null,null,null", "1e999", "-1", '{"length":9}'];
  const ids = ["chu", "ghi", "k1", "s1", "o1", "__proto__", "constructor", "toString", ""];
  for (const tag of "apqmsktidhwxyz_0") {
    for (const id of ids) {
      for (const shape of shapes) {
        const raw = shape.replace(/[^\w.,[\]-]/g, (char) => `~${char.charCodeAt(0).toString(36)}~`);
        const text = `1;${sign(`q${lk.state.key("chu")}:1,0`)};${sign(`${tag}${lk.state.key(id)}:${raw}`)};.`;
        const { state } = lk.state.decode(data, text);
        lk.tracking.settle(data, state, () => 0);
        lk.merge(state, lk.state.fresh(data), {}, data.questions);
        lk.state.encode(data, state, 4096);
      }
    }
  }
  assert.equal({}.polluted, undefined);
  assert.equal([].polluted, undefined);
});
