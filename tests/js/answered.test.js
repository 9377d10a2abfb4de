"use strict";
/* An answer as a statement, for every type of question. Vectors are data. */
const test = require("node:test");
const assert = require("node:assert/strict");
const { load, plain, vectors, questionFiles } = require("./player.js");

const XAPI = ["launch", "client", "statements", "answered"].map((name) => `xapi/${name}.js`);
const lk = load([...questionFiles(), ...XAPI]);
const way = { launch: { activity: "https://lms.example/au" }, iri: "https://example.org/au" };
const cases = vectors("answered.json");

/** @param {any} one */
function tell({ question, answer, labels }, score = 0.5, description = " Câu hỏi <b> ") {
  const act = { question: { id: "q1", objective: "o1", ...question }, answer, score, time: 0, latency: 61500, description, labels, lang: "vi" };
  return plain(lk.xapi.answered(act, way));
}

for (const one of cases) {
  test(`answered: ${one.name}`, () => {
    const { object, result, parents } = tell(one);
    const words = { vi: "Câu hỏi <b>" };
    const type = "http://adlnet.gov/expapi/activities/cmi.interaction";
    assert.deepEqual(object, {
      objectType: "Activity", id: "https://example.org/au#q1", definition: { type, name: words, description: words, ...one.definition },
    });
    const judged = one.question.assessed === false ? {} : { success: false, score: { scaled: 0.5 } };
    assert.deepEqual(result, { ...(one.response === null ? {} : { response: one.response }), ...judged, duration: "PT1M1.5S" });
    assert.deepEqual(parents, [
      { id: "https://lms.example/au" },
      { id: "https://example.org/au#o1", definition: { type: "http://adlnet.gov/expapi/activities/objective" } },
    ]);
  });
}

test("a right answer, one without words and without an objective", () => {
  const { object, result, parents } = tell({ ...cases[2], question: { ...cases[2].question, objective: undefined } }, 1, " ");
  assert.equal(result.success, true);
  assert.deepEqual(Object.keys(object.definition).sort(), ["correctResponsesPattern", "interactionType", "type"]);
  assert.deepEqual(parents, [{ id: "https://lms.example/au" }]);
});
