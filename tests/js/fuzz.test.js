"use strict";
/* A learner's state that is not as we wrote it: whatever a platform hands back, a lesson opens. */
const test = require("node:test");
const assert = require("node:assert/strict");
const { load, lesson, plain, questionFiles } = require("./player.js");

const lk = load([...questionFiles(), "parts/bank.js"]);
const { encode, decode, key } = lk.state;
const ROUNDS = 2000;

const DATA = lesson({
  questions: [
    { type: "choice", id: "cau-1", points: 1, right: [0, 2], count: 4, multiple: true },
    { type: "truefalse", id: "cau-2", points: 2, answer: true, attempts: 2, objective: "o1" },
    { type: "text", id: "cau-3", points: 1, answers: [["Hà Nội"]], match: "fold" },
    { type: "number", id: "cau-4", points: 0, ranges: [[1, 2]], comma: true, unit: "" },
    { type: "of-tomorrow", id: "cau-5", points: 1 },
    ...["b-1", "b-2", "b-3", "b-4", "b-5"].map((id) => ({ type: "truefalse", id, points: 1, answer: true, bank: "nh", cost: 0.5 })),
  ],
  banks: [{ id: "nh", draw: 2 }],
  tracking: { mastery: 0.8, attempts: 3 },
});
const LONGEST = 41 + 25 * 9 + 12 * 4 + 19 + 4 * 5 + 20 + 12 * 2 + 17 + 3 * 3;

/** Numbers from 0 up to `below`, the same ones each time. */
function makeDice(seed) {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 4294967296) * below);
  };
}

const sign = (body) => body + ("0" + key(body)).slice(-2);
const escaped = (text) => text.replace(/[^\w.,[\]-]/g, (char) => `~${char.charCodeAt(0).toString(36)}~`);

/** What a foreign hand may put in a field, its sum right. */
const VALUES = [
  "0", "1", "-1", "2", "99", "1e999", "-1e999", "1e-9", "0.5", "1.5", "null", "true", "[]", "[[]]", "[0]", "{}",
  '""', '"1"', '"0.5"', '"passed"', '"__proto__"', '{"__proto__":1}', "[0,1,2,3]", "[99]", '"<b>x</b>"', "[null]",
  '{"toString":1}', '"-"', `"${["b-1", "b-2", "b-3"].map((id) => key(id).slice(-4)).join("")}-"`, "9007199254740993", '"\\ud83d"', "", "[".repeat(400), '"' + "x".repeat(400) + '"',
];
const IDS = ["", "nh", ...DATA.sections, ...DATA.questions.map(({ id }) => id), "o1", "k1", "constructor", "__proto__", "la"];

function hostile(dice) {
  const fields = Array.from({ length: dice(12) }, () => {
    const values = Array.from({ length: dice(5) }, () => VALUES[dice(VALUES.length)]).join(",");
    return ";" + sign(`${"apqmsktizdh_1"[dice(13)]}${key(IDS[dice(IDS.length)])}:${escaped(values)}`);
  });
  return `${["1", "1", "2", "0", "99999999999999999999"][dice(5)]}${fields.join("")};.`;
}

function real(dice) {
  const state = lk.state.fresh(DATA);
  const answers = [[0, 2], false, "Hà Nội; 36 phố \ud83d\ude00", "1,5", [["a", 1]]];
  DATA.questions.forEach(({ id }, n) => {
    if (dice(2)) state.answers[id] = { answer: n in answers ? answers[n] : true, score: dice(3) / 2, tries: 1 + dice(200), done: false, right: false };
  });
  Object.assign(state, { place: dice(3) - 1, attempt: 1 + dice(500), complete: !dice(2), best: dice(2) ? dice(1000) / 999 : null });
  state.ticks.k1 = state.ticks.k1.map(() => !dice(2));
  if (dice(2)) state.hints["b-1"] = true;
  lk.tracking.settle(DATA, state, () => dice(1000) / 1000);
  return encode(DATA, state, 4096);
}

/** Characters changed, taken out, put in, doubled. */
function garbled(dice) {
  let text = real(dice);
  for (let turn = dice(4); turn >= 0; turn -= 1) {
    const place = dice(text.length + 1);
    const put = [";", ":", "~", ".", "1;", "\u0000", "ạ", "%7B", "", "e99", text.slice(place, place + 9)][dice(11)];
    text = text.slice(0, place) + put + text.slice(place + dice(3));
  }
  return dice(3) ? text : text.slice(0, dice(text.length));
}

const noise = (dice) => Array.from({ length: dice(60) }, () => String.fromCharCode(dice(dice(2) ? 128 : 65536))).join("");

function isWhole(state) {
  const isShare = (value) => typeof value === "number" && value >= 0 && value <= 1;
  assert.ok(Number.isInteger(state.attempt) && state.attempt >= 1);
  assert.ok(Number.isInteger(state.place) && state.place >= -1 && state.place < DATA.sections.length);
  assert.ok(state.best === null || isShare(state.best));
  assert.ok(["unknown", "passed", "failed"].includes(state.success));
  assert.deepEqual(plain(state.seen).map((one) => typeof one), ["boolean", "boolean"]);
  assert.deepEqual(plain(state.ticks.k1).map((one) => typeof one), ["boolean", "boolean", "boolean"]);
  assert.deepEqual(Object.keys(state.ticks), ["k1"]);
  for (const [id, entry] of Object.entries(state.answers)) {
    assert.ok(DATA.questions.some((one) => one.id === id), id);
    assert.ok(isShare(entry.score) && Number.isInteger(entry.tries) && entry.tries >= 1, JSON.stringify(entry));
    assert.deepEqual([typeof entry.done, typeof entry.right], ["boolean", "boolean"]);
  }
  for (const [id, worth] of Object.entries(state.marks)) assert.ok(id === "o1" && isShare(worth));
}

for (const [name, make] of Object.entries({ hostile, garbled, noise })) {
  test(`${name} state: no throw, every value in its bounds, and what is made of it is kept again`, () => {
    const dice = makeDice(name.length);
    for (let round = 0; round < ROUNDS; round += 1) {
      const text = make(dice);
      const { state, damaged } = decode(DATA, text);
      assert.equal(typeof damaged, "boolean");
      if (!state) continue;
      isWhole(state);
      lk.tracking.settle(DATA, state, () => dice(1000) / 1000);
      assert.ok(state.draws.nh.length >= 2 && state.draws.nh.length <= 4, text);
      assert.ok(DATA.questions.every(({ id, bank }) => !bank || !state.answers[id] || state.draws.nh.includes(id)));
      isWhole(lk.merge(state, lk.state.fresh(DATA), {}, DATA.questions));
      assert.ok(encode(DATA, state, 0).length <= LONGEST);
      const again = decode(DATA, encode(DATA, state, 1e6));
      assert.equal(again.damaged, false, text);
      assert.deepEqual(Object.keys(again.state.answers).sort(), Object.keys(state.answers).sort());
    }
  });
}

test("nothing that a state holds reaches what all objects inherit", () => {
  decode(DATA, `1;${sign(`k${key("__proto__")}:1`)};${sign(`q${key("constructor")}:1,1`)};.`);
  assert.equal({}.tries, undefined);
});
