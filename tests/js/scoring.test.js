"use strict";
const test = require("node:test");
const assert = require("node:assert/strict");
const { load, questionFiles, vectors } = require("./player.js");

const lk = load(questionFiles());

for (const { name, data, cases } of vectors("scoring.json")) {
  test(name, () => {
    for (const { answer, score } of cases) {
      const found = lk.questions[data.type].score(data, answer);
      assert.ok(Math.abs(found - score) < 1e-5, `${JSON.stringify(answer)}: ${found} is not ${score}`);
    }
  });
}

test("every question type that stands has vectors", () => {
  const told = new Set(vectors("scoring.json").map(({ data }) => data.type));
  assert.deepEqual([...told].sort(), Object.keys(lk.questions).sort());
});
