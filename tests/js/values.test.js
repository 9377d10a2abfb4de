"use strict";
const test = require("node:test");
const assert = require("node:assert/strict");
const { load, plain, questionFiles } = require("./player.js");

const lk = load(questionFiles());
const { values } = lk;

test("durations", () => {
  const table = [
    [0, "PT0S", "0000:00:00.00"], [5, "PT0S", "0000:00:00.00"], [10, "PT0.01S", "0000:00:00.01"],
    [1500, "PT1.5S", "0000:00:01.50"], [5123, "PT5.12S", "0000:00:05.12"], [59999, "PT59.99S", "0000:00:59.99"],
    [60000, "PT1M0S", "0000:01:00.00"], [3600000, "PT1H0S", "0001:00:00.00"],
    [3723450, "PT1H2M3.45S", "0001:02:03.45"], [-5, "PT0S", "0000:00:00.00"],
    [1e15, "PT9999H59M59.99S", "9999:59:59.99"],
  ];
  for (const [ms, iso, span] of table) {
    assert.equal(lk.versions.scorm2004.duration(ms), iso);
    assert.equal(lk.versions.scorm12.duration(ms), span);
  }
  for (let ms = 0; ms < 70000; ms += 7) {
    assert.match(lk.versions.scorm2004.duration(ms), /^PT(1M)?\d{1,2}(\.\d{1,2})?S$/);
    assert.match(lk.versions.scorm12.duration(ms), /^0000:0[01]:[0-5]\d\.\d\d$/);
  }
});

test("numbers", () => {
  const table = [[0, "0"], [-0, "0"], [1.5, "1.5"], [100, "100"], [0.1 + 0.2, "0.3"], [1e-9, "0"], [-2.50, "-2.5"], [1500, "1500"]];
  for (const [number, text] of table) assert.equal(values.decimal(number, 7), text);
});

test("per cent never reaches a mastery that the score did not", () => {
  const table = [[0, 0], [1, 100], [0.79999, 79.99], [0.8, 80], [2 / 3, 66.66], [0.29, 29], [0.57, 57],
    // What six decimals leave of a half, as after a return.
    [(3 * 0.333333 + 1) / 4, 50]];
  for (const [score, percent] of table) assert.equal(values.percent(score), percent);
});

test("texts are cut between letters", () => {
  assert.equal(values.cut("abc", 2), "ab");
  assert.equal(values.cut("a\ud83d\ude00", 2), "a");
  assert.equal(values.cut("a\ud83d\ude00", 3), "a\ud83d\ude00");
  assert.equal(values.cut("một\nhai\u0007", 50), "một hai ");
  assert.equal(values.cut("a\ud83d b", 50), "a b");
  assert.equal(values.cut("\ud83d\ude00\ud83d\ude00", 3), "\ud83d\ude00");
});

const TIME = Date.UTC(2026, 0, 31, 8, 5, 9, 987);
const act = (question, answer, score) => ({
  question: { id: "cau-1", points: 2, objective: "o1", ...question }, answer, score,
  time: TIME, latency: 1500, description: " Câu hỏi\nnào? ", lang: "vi",
});

/** Elements behind the array and values, of both versions. */
function told(question, answer, score) {
  return ["scorm12", "scorm2004"].map((name) => {
    const pairs = plain(lk.interactions.record(lk.versions[name], "", act(question, answer, score)));
    assert.deepEqual(pairs.slice(0, 2).map(([element]) => element), ["id", "type"]);
    assert.ok(pairs.every(([, value]) => typeof value === "string"));
    return Object.fromEntries(pairs);
  });
}

test("times", () => {
  const [old, now] = told({ type: "truefalse", answer: true }, true, 1);
  assert.equal(now.timestamp, "2026-01-31T08:05:09.00Z");
  assert.match(old.time, /^([01]\d|2[0-3]):[0-5]\d:09\.98$/);
  const at = new Date(TIME);
  assert.deepEqual(old.time.split(":").slice(0, 2).map(Number), [at.getHours(), at.getMinutes()]);
});

test("choice: letters in the author's order", () => {
  const question = { type: "choice", right: [2, 0], count: 4, multiple: true };
  const [old, now] = told(question, [3, 0], 0);
  assert.equal(old["correct_responses.0.pattern"], "a,c");
  assert.equal(old.student_response, "a,d");
  assert.equal(old.result, "wrong");
  assert.equal(now["correct_responses.0.pattern"], "a[,]c");
  assert.equal(now.learner_response, "a[,]d");
  assert.equal(now.result, "incorrect");
  assert.equal(now.latency, "PT1.5S");
  assert.equal(old.latency, "0000:00:01.50");
  assert.equal(now.description, "{lang=vi}Câu hỏi nào?");
  assert.equal(now.weighting, "2");
  assert.equal(now["objectives.0.id"], "o1");
});

test("choice: thirty-six options have a letter each", () => {
  const all = Array.from({ length: 36 }, (_, n) => n);
  const [old] = told({ type: "choice", right: all, count: 36, multiple: true }, all, 1);
  assert.match(old.student_response, /^[a-z](,[a-z]){25}(,[0-9]){10}$/);
  assert.equal(old.result, "correct");
});

test("choice: a partial score is told as a number", () => {
  const [old, now] = told({ type: "choice", right: [0, 1, 2], count: 4, multiple: true }, [0, 1], 2 / 3);
  assert.equal(old.result, "0.6667");
  assert.equal(now.result, "0.6667");
});

test("true or false", () => {
  const [old, now] = told({ type: "truefalse", answer: true }, false, 0);
  assert.deepEqual([old["correct_responses.0.pattern"], old.student_response], ["t", "f"]);
  assert.deepEqual([now["correct_responses.0.pattern"], now.learner_response], ["true", "false"]);
});

test("number: a range for 2004, its middle for 1.2", () => {
  const question = { type: "number", ranges: [[1, 2], [11.5, 12.5]], comma: true, unit: "" };
  const [old, now] = told(question, "12,25", 1);
  assert.equal(now["correct_responses.0.pattern"], "11.5[:]12.5");
  assert.equal("correct_responses.1.pattern" in now, false);
  assert.equal(now.learner_response, "12.25");
  assert.equal(old["correct_responses.0.pattern"], "12");
  assert.equal(old["correct_responses.1.pattern"], "1.5");
  assert.equal(old.student_response, "12.25");
});

test("number: what is none, or too long to be told, is left out", () => {
  const question = { type: "number", ranges: [[1, 1]], comma: true, unit: "" };
  const [old, now] = told(question, "mười hai", 0);
  assert.equal("student_response" in old, false);
  assert.equal("learner_response" in now, false);
  assert.equal("learner_response" in told(question, "100000000000", 0)[1], false);
});

test("text: every way is a pattern, marks kept, brackets harmless, no pattern twice", () => {
  const question = { type: "text", answers: [["Hà Nội", "Ha Noi"], ["Hà Nội"], ["a[,]b"]], match: "fold" };
  const [old, now] = told(question, "sài gòn[,]" + "x".repeat(400), 0);
  assert.equal(old["correct_responses.0.pattern"], "Hà Nội");
  assert.equal(old["correct_responses.2.pattern"], "a[,]b");
  assert.equal(old.student_response.length, 255);
  assert.equal(now["correct_responses.0.pattern"], "{case_matters=false}Hà Nội");
  assert.equal(now["correct_responses.2.pattern"], "{case_matters=false}a,b");
  assert.equal(now.learner_response.length, 250);
  assert.equal(now.learner_response.includes("[,]"), false);
  assert.equal(told({ ...question, match: "exact" }, "x", 0)[1]["correct_responses.0.pattern"], "{case_matters=true}Hà Nội");
});

test("match and sort: pairs of letters in the author's order", () => {
  const [old, now] = told({ type: "match", count: 3 }, [0, 2, 1], 0);
  assert.deepEqual([old.type, now.type], ["matching", "matching"]);
  assert.equal(old["correct_responses.0.pattern"], "a.a,b.b,c.c");
  assert.equal(old.student_response, "a.a,b.c,c.b");
  assert.equal(now["correct_responses.0.pattern"], "a[.]a[,]b[.]b[,]c[.]c");
  assert.equal(now.learner_response, "a[.]a[,]b[.]c[,]c[.]b");
  const [sorted] = told({ type: "sort", groups: [0, 0, 1], count: 2 }, [1, 0, 1], 0);
  assert.equal(sorted["correct_responses.0.pattern"], "a.a,b.a,c.b");
  assert.equal(sorted.student_response, "a.b,b.a,c.b");
});

test("order: letters from top to bottom", () => {
  const [old, now] = told({ type: "order", count: 3 }, [2, 0, 1], 0);
  assert.deepEqual([old.type, now.type], ["sequencing", "sequencing"]);
  assert.equal(old["correct_responses.0.pattern"], "a,b,c");
  assert.equal(old.student_response, "c,a,b");
  assert.equal(now.learner_response, "c[,]a[,]b");
});

test("scale: a survey's answer has no right one, no weight, no verdict", () => {
  const [old, now] = told({ type: "scale", count: 3, assessed: false }, 2, 0);
  for (const [pairs, response] of [[old, "student_response"], [now, "learner_response"]]) {
    assert.deepEqual([pairs.type, pairs[response], pairs.result], ["likert", "c", "neutral"]);
    assert.equal("correct_responses.0.pattern" in pairs || "weighting" in pairs, false);
  }
});

test("a type says itself what is told, or is told as other", () => {
  lk.questions.drawn = {
    score: () => 1,
    interaction: () => ({ type: "sequencing", patterns: [["a", "b"]], response: ["b", "a"] }),
  };
  assert.equal(told({ type: "drawn" }, [1, 0], 0)[1].learner_response, "b[,]a");
  const [old, now] = told({ type: "never-heard-of" }, { x: 1 }, 0);
  assert.equal(old.type, "fill-in");
  assert.equal(now.type, "other");
  assert.equal(now.learner_response, '{"x":1}');
});
