"use strict";
/* Half of one version of a lesson is learned, then the next version is opened. */
const test = require("node:test");
const assert = require("node:assert/strict");
const { load, lesson, plain, makeHost, questionFiles, vectors } = require("./player.js");

const lk = load(questionFiles());
const QUESTIONS = [
  { type: "choice", id: "q1", points: 1, right: [1], count: 3, multiple: false, sign: 9991111 },
  { type: "text", id: "q2", points: 1, answers: [["Hà Nội"]], match: "fold", sign: 1212 },
  { type: "truefalse", id: "q3", points: 1, answer: true, sign: 1313 },
];
const NAME = "lessonkit:bai-hoc";

/** The next version: a question is named by its id, and told what is new about it. */
function next({ questions, tracking, ...rest }) {
  const asked = (questions || QUESTIONS).map((one) => ({ points: 1, ...QUESTIONS.filter(({ id }) => id === one.id)[0], ...one }));
  return lesson({ ...rest, questions: asked, tracking: { mastery: 0.8, ...tracking } });
}

/** What the learner has, and what she is told. */
function open(data, host) {
  const problems = [];
  const session = lk.start(data, host);
  session.onProblem(({ kind }) => problems.push(kind));
  return { session, problems };
}

for (const { name, acts = [], line, new: news, ...wanted } of vectors("updates.json")) {
  test(name, () => {
    const host = makeHost();
    if (line) host.kept.set(NAME, line);
    const before = open(next({}), host).session;
    for (const [act, ...args] of acts) before[act](...args, ...(act === "tick" ? [true] : []));
    before.end();
    const { session, problems } = open(next(news), host);
    const { answers, ticks, place } = session.state;
    const result = session.result();
    const told = (part) => Object.fromEntries(Object.entries(answers).map(([id, entry]) => [id, entry[part]]));
    assert.deepEqual(plain(told("answer")), wanted.answers);
    assert.deepEqual(told("score"), wanted.scores);
    assert.deepEqual(problems, wanted.updated ? ["updated"] : []);
    assert.equal(session.safe, true);
    if ("ticks" in wanted) assert.deepEqual(plain(ticks.k1), wanted.ticks);
    if ("place" in wanted) assert.equal(place, wanted.place);
    for (const part of ["success", "complete", "score", "total", "answered"]) {
      if (part in wanted) assert.equal(result[part], wanted[part], part);
    }
    // Told once: what is kept now is of this version.
    session.end();
    assert.deepEqual(open(next(news), host).problems, []);
  });
}

test("a sign of four digits, from before there were seven, is known; another one is not", () => {
  const { isSign } = lk.state;
  assert.equal(isSign(9991111, 9991111), true);
  assert.equal(isSign(1111, 9991111), true);
  assert.equal(isSign(1112, 9991111), false);
  assert.equal(isSign(1009111, 9991111), false);
  assert.equal(isSign("1111", 9991111), false);
  assert.equal(isSign(1111, undefined), false);
});
