"use strict";
/* What was kept for questions of rows: what fits, and how much of a state it takes. */
const test = require("node:test");
const assert = require("node:assert/strict");
const { load, questionFiles, lesson } = require("./player.js");

const lk = load(questionFiles());
const LETTERS = 36;
const DATA = {
  scale: { count: 3 },
  match: { count: 3 },
  sort: { groups: [0, 0, 1], count: 2 },
  order: { count: 3 },
};
const GOOD = { scale: [0, 2], match: [[0, 1, 2], [2, 2, 2]], sort: [[0, 0, 1], [1, 1, 1]], order: [[0, 1, 2], [2, 0, 1]] };
const BAD = {
  scale: [3, -1, 0.5, "0", null, [0]],
  match: [[0, 1], [0, 1, 3], [0, 1, -1], [0, 1, "2"], [0, 1, null], "012", null, {}],
  sort: [[0, 0], [0, 0, 2], [0, 0, 1, 1], [0, 0.5, 1], null],
  order: [[0, 1], [0, 1, 1], [0, 1, 3], [0, 1, 2, 3], ["0", 1, 2], null],
};

test("match: choices beyond the rows are answers too", () => {
  const data = { count: 2, extra: 2 };
  assert.equal(lk.questions.match.fits(data, [3, 2]), true);
  assert.equal(lk.questions.match.fits(data, [3, 4]), false);
  const told = JSON.parse(JSON.stringify(lk.questions.match.interaction(data, [3, 1])));
  assert.deepEqual(told, { type: "matching", patterns: [["a.a", "b.b"]], response: ["a.d", "b.b"] });
});

for (const type of Object.keys(DATA)) {
  test(`${type}: what is an answer, and what is none`, () => {
    const fits = (answer) => {
      try {
        return !!lk.questions[type].fits(DATA[type], answer);
      } catch (error) {
        return false;
      }
    };
    for (const answer of GOOD[type]) assert.equal(fits(answer), true, JSON.stringify(answer));
    for (const answer of BAD[type]) assert.equal(fits(answer), false, JSON.stringify(answer));
  });
}

test("the longest answers come back, and take little of a state", () => {
  const all = Array.from({ length: LETTERS }, (_, place) => place);
  const answers = { scale: LETTERS - 1, match: all.slice(0, 26).reverse(), sort: all.map(() => 9), order: all.slice().reverse() };
  const questions = [
    { type: "scale", id: "scale", points: 1, assessed: false, count: LETTERS },
    { type: "match", id: "match", points: 1, count: 26 },
    { type: "sort", id: "sort", points: 1, groups: all.map((one) => one % 10), count: 10 },
    { type: "order", id: "order", points: 1, count: LETTERS },
  ];
  for (const question of questions) {
    const data = lesson({ questions: [question] });
    const state = lk.state.fresh(data);
    const answer = answers[question.type];
    lk.tracking.take(data, state, question.id, answer, lk.questions[question.type].score(question, answer));
    const text = lk.state.encode(data, state, 4096);
    assert.ok(text.length < 200, `${question.type}: ${text.length}`);
    assert.deepEqual(JSON.parse(JSON.stringify(lk.state.decode(data, text).state.answers[question.id].answer)), answer);
  }
});
