"use strict";
const test = require("node:test");
const assert = require("node:assert/strict");
const { load, lesson, list, plain, questionFiles } = require("./player.js");

const lk = load();
const { encode, decode } = lk.state;

const CHOICE = { type: "choice", id: "cau-1", points: 1, right: [0, 2], count: 4, multiple: true };
const QUESTIONS = [
  CHOICE,
  { type: "truefalse", id: "cau-2", points: 1, answer: true, attempts: 2 },
  { type: "text", id: "cau-3", points: 1, answers: [["Hà Nội"]], match: "fold" },
  { type: "match", id: "cau-4", points: 1 },
];
const DATA = lesson({ questions: QUESTIONS, tracking: { mastery: 0.8, attempts: 3 } });

function filled(data = DATA) {
  const state = lk.state.fresh(data);
  state.place = 1;
  state.seen = [true, true];
  state.attempt = 2;
  state.best = 1 / 3;
  state.marks.o1 = 0.5;
  const entry = (answer, score, tries, done, right = score === 1) => ({ answer, score, tries, done, right });
  state.answers["cau-1"] = entry([0, 2], 1, 1, true);
  state.answers["cau-2"] = entry(false, 0, 2, true);
  state.answers["cau-3"] = entry("Hà Nội; 36 phố phường: ‘cũ’ \ud83d\ude00\n", 0, 40, false);
  state.answers["cau-4"] = entry([["a", 1], ["đ", 2]], 0.25, 3, false);
  state.ticks.k1 = [true, false, true];
  return state;
}

test("everything comes back", () => {
  const text = encode(DATA, filled(), 4096);
  assert.match(text, /^[A-Za-z0-9_.:;,~[\]-]+$/);
  const found = decode(DATA, text);
  assert.equal(found.damaged, false);
  assert.deepEqual(plain(found.state), { ...plain(filled()), best: 0.333333 });
});

test("flags come back", () => {
  for (const success of ["passed", "failed", "unknown"]) {
    for (const complete of [true, false]) {
      const state = Object.assign(filled(), { success, complete });
      const found = decode(DATA, encode(DATA, state, 4096)).state;
      assert.equal(found.success, success);
      assert.equal(found.complete, complete);
    }
  }
});

test("nothing kept is no fault", () => {
  for (const nothing of ["", "null", "undefined"]) {
    assert.deepEqual(plain(decode(DATA, nothing)), { state: null, damaged: false, updated: false, others: "" });
  }
});

test("what only other variants have is carried along, and is no update", () => {
  const text = encode(DATA, filled(), 4096);
  const gone = QUESTIONS[0].id;
  const variant = (elsewhere) => lesson({ questions: QUESTIONS.slice(1), elsewhere });
  const met = decode(variant([gone]), text);
  assert.equal(met.updated, false);
  const back = encode(variant([gone]), met.state, 4096).slice(0, -1) + met.others + ".";
  assert.deepEqual(plain(decode(DATA, back).state.answers), plain(decode(DATA, text).state.answers));
  assert.deepEqual([decode(variant(), text).updated, decode(variant(), text).others], [true, ""]);
});

test("parts of a lesson come, go and change places", () => {
  const text = encode(DATA, filled(), 4096);
  const other = lesson({
    sections: ["moi", "s2", "s1"],
    questions: [{ type: "truefalse", id: "moi", points: 1, answer: true }, QUESTIONS[2], QUESTIONS[0]],
    checklists: [list("k0", 1), list("k1", 4)],
    objectives: [],
  });
  const { state, damaged } = decode(other, text);
  assert.equal(damaged, false);
  assert.deepEqual(plain(state.seen), [false, true, true]);
  assert.equal(state.place, 1);
  assert.deepEqual(Object.keys(state.answers).sort(), ["cau-1", "cau-3"]);
  assert.deepEqual(plain(state.answers["cau-1"].answer), [0, 2]);
  assert.deepEqual(plain(state.ticks), { k0: [false], k1: [true, false, true, false] });
});

test("a section that is no more is no place", () => {
  const other = lesson({ sections: ["s1"] });
  assert.equal(decode(other, encode(DATA, filled(), 4096)).state.place, -1);
});

test("what another tool wrote is said, and nothing is made of it", () => {
  const texts = [
    "x", "{}", '{"v":1}', "1", "1;", "2;", "%7B%7D", "\u0000", "bookmark=3|status=1", "1;a2", "1;a:2;.",
    "1;;;.", "1;a[]:[]00;.",
  ];
  for (const text of texts) {
    const { state, damaged } = decode(DATA, text);
    assert.equal(damaged, true, text);
    assert.deepEqual(plain(state || lk.state.fresh(DATA)), plain(lk.state.fresh(DATA)), text);
  }
});

test("a later version is read as far as it is understood", () => {
  const sign = (body) => body + ("0" + lk.state.key(body)).slice(-2);
  const text = encode(DATA, filled(), 4096).replace(/^1;/, `2;${sign("w0:9")};`);
  const { state, damaged } = decode(DATA, text);
  assert.equal(damaged, false);
  assert.equal(state.attempt, 2);
  assert.deepEqual(plain(state.answers["cau-1"].answer), [0, 2]);
});

test("cut at any place: no throw, no wrong value, a fault said", () => {
  const whole = filled();
  const text = encode(DATA, whole, 4096);
  for (let length = 1; length < text.length; length += 1) {
    const { state, damaged } = decode(DATA, text.slice(0, length));
    assert.equal(damaged, true, text.slice(0, length));
    if (!state) continue;
    for (const [id, entry] of Object.entries(state.answers)) {
      assert.equal(entry.score, whole.answers[id].score);
      assert.equal(entry.tries, whole.answers[id].tries);
      if (entry.answer !== null) assert.deepEqual(plain(entry.answer), plain(whole.answers[id].answer));
    }
    assert.ok(state.best === null || Math.abs(state.best - 1 / 3) < 1e-5);
  }
});

test("altered at any place: no throw, values in their bounds", () => {
  const text = encode(DATA, filled(), 4096);
  for (let place = 0; place < text.length; place += 1) {
    for (const char of [";", ":", "-", "9", "z", "\u1ea1", "", "e99"]) {
      const { state } = decode(DATA, text.slice(0, place) + char + text.slice(place + 1));
      if (!state) continue;
      assert.ok(state.attempt >= 1 && Number.isInteger(state.attempt));
      assert.ok(state.place >= -1 && state.place < 2);
      for (const entry of Object.values(state.answers)) {
        assert.ok(entry.score >= 0 && entry.score <= 1 && entry.tries >= 1);
        assert.equal(typeof entry.done, "boolean");
      }
    }
  }
});

test("too long: texts go first, the longest before the others; never a score", () => {
  const questions = Array.from({ length: 12 }, (_, n) => ({ type: "text", id: `cau-${n}`, points: 1 }));
  const data = lesson({ questions });
  const state = lk.state.fresh(data);
  questions.forEach(({ id }, n) => {
    state.answers[id] = { answer: "ạ".repeat(20 * n + 1), score: 0, tries: 1, done: false, right: false };
  });
  const text = encode(data, state, 2000);
  assert.ok(text.length <= 2000 && text.length > 1500, String(text.length));
  const kept = decode(data, text).state;
  const answers = questions.map(({ id }) => kept.answers[id].answer);
  assert.equal(answers.filter((answer) => answer === null).length > 0, true);
  const firstLost = answers.indexOf(null);
  assert.ok(answers.slice(firstLost).every((answer) => answer === null));
  assert.ok(questions.every(({ id }) => kept.answers[id].tries === 1));
  const bare = encode(data, state, 0);
  assert.deepEqual(Object.keys(decode(data, bare).state.answers).length, 12);
});

test("a large module stays within 4096 characters", () => {
  const long = (start, n) => `${start}-${"x".repeat(50)}-${n}`;
  const questions = Array.from({ length: 50 }, (_, n) => ({ type: "choice", id: long("q", n), points: 1, count: 6, right: [0] }));
  const sections = Array.from({ length: 20 }, (_, n) => long("s", n));
  const checklists = Array.from({ length: 4 }, (_, n) => list(long("k", n), 10));
  const objectives = Array.from({ length: 8 }, (_, n) => long("o", n));
  const data = lesson({ questions, sections, checklists, objectives });
  const state = lk.state.fresh(data);
  state.seen = sections.map(() => true);
  state.place = 19;
  state.attempt = 99;
  state.best = 2 / 3;
  for (const id of objectives) state.marks[id] = 2 / 3;
  for (const { id } of questions) {
    state.answers[id] = { answer: [0, 1, 2, 3, 4, 5], score: 2 / 3, tries: 99, done: false, right: false };
  }
  for (const { id, count } of checklists) state.ticks[id] = Array(count).fill(true);
  const text = encode(data, state, 4096);
  assert.ok(text.length <= 4096, String(text.length));
  assert.equal(decode(data, text).damaged, false);
});

test("half a letter does not spoil the rest", () => {
  const state = filled();
  state.answers["cau-3"].answer = "a\ud83db";
  const found = decode(DATA, encode(DATA, state, 4096));
  assert.equal(found.damaged, false);
  assert.equal(found.state.answers["cau-3"].answer, "a\ud83db");
});

test("the longest line without answers is as the head of state.js says", () => {
  const questions = Array.from({ length: 9 }, (_, n) => ({ type: "text", id: `cau-${n}`, points: 1 }));
  const checklists = [list("k1", 7), list("k2", 1)];
  const data = lesson({ questions, checklists, objectives: ["o1", "o2"] });
  const state = lk.state.fresh(data);
  Object.assign(state, { attempt: 99, complete: false, success: "unknown", best: 0.666666, place: 1, seen: [true, true] });
  for (const { id } of questions) state.answers[id] = { answer: "x", score: 0.333333, tries: 99, done: false, right: false };
  for (const id of data.objectives) state.marks[id] = 0.666666;
  for (const { id, count } of checklists) state.ticks[id] = Array(count).fill(true);
  const most = 41 + 25 * 9 + 20 * 2 + 12 * 2 + (17 + 3 * 7) + (17 + 3 * 1);
  const length = encode(data, state, 0).length;
  assert.ok(length <= most && length > most - 30, `${length} of ${most}`);
});

test("merging: the better answer stays, tries are not given back, nothing is taken back", () => {
  const kept = filled();
  const mine = filled();
  kept.answers["cau-1"] = { answer: [0], score: 0.5, tries: 3, done: false, right: false };
  mine.answers["cau-1"] = { answer: [0, 2], score: 1, tries: 1, done: true, right: true };
  mine.answers["cau-2"] = { answer: true, score: 1, tries: 1, done: true, right: true };
  kept.success = "passed";
  kept.complete = true;
  mine.place = -1;
  mine.seen = [false, false];
  mine.ticks.k1 = [false, false, false];
  const one = lk.merge(kept, mine, {}, []);
  assert.deepEqual(plain(one.answers["cau-1"]), { answer: [0, 2], score: 1, tries: 3, done: true, right: true });
  assert.equal(one.success, "passed");
  assert.equal(one.complete, true);
  assert.equal(one.place, 1);
  assert.deepEqual(plain(one.seen), [true, true]);
  assert.deepEqual(plain(one.ticks.k1), [true, false, true]);
  assert.deepEqual(plain(lk.merge(kept, mine, { k1: true }, []).ticks.k1), [false, false, false]);
});

test("merging: what was done stays done", () => {
  const kept = filled();
  const mine = filled();
  kept.answers["cau-2"] = { answer: false, score: 0, tries: 2, done: true, right: false };
  mine.answers["cau-2"] = { answer: false, score: 0, tries: 1, done: false, right: false };
  assert.equal(lk.merge(kept, mine, {}, []).answers["cau-2"].tries, 2);
  assert.equal(lk.merge(kept, mine, {}, []).answers["cau-2"].done, true);
});

test("merging: of two attempts the later one goes on", () => {
  const kept = filled();
  const mine = filled();
  mine.attempt = 3;
  mine.answers = {};
  mine.best = 0.9;
  const one = lk.merge(kept, mine, {}, []);
  assert.equal(one.attempt, 3);
  assert.deepEqual(Object.keys(one.answers), []);
  assert.equal(one.best, 0.9);
  assert.equal(lk.merge(mine, kept, {}, []).attempt, 3);
});

for (const [type, question, good, bad] of [
  ["choice", { right: [1], count: 3, multiple: false }, [[1], [2]], [[], [3], [-1], [0, 1], [0.5], ["1"], "1", 1, true, {}]],
  ["choice", { right: [0, 1], count: 3, multiple: true }, [[0, 1], [2]], [[0, 3], "", false]],
  ["truefalse", { answer: true }, [true, false], ["true", 1, [0], {}]],
  ["text", { answers: [["có"]], match: "fold" }, ["có", "không"], [true, 7, ["có"], {}]],
  ["number", { ranges: [[1, 2]], comma: true, unit: "" }, ["1,5", "không"], [1.5, [1], null, {}]],
]) {
  test(`an answer that does not fit its question is dropped, its worth is kept: ${type} ${question.count || ""}`, () => {
    const real = load(questionFiles());
    const data = lesson({ questions: [{ type, id: "q1", points: 1, ...question }] });
    const read = (answer, score) => {
      const state = real.state.fresh(data);
      state.answers.q1 = { answer, score, tries: 2, done: false, right: score === 1 };
      const found = real.state.decode(data, real.state.encode(data, state, 4096));
      assert.equal(found.damaged, false);
      return plain(found.state.answers.q1);
    };
    for (const answer of good) {
      const score = real.questions[type].score(data.questions[0], answer);
      assert.deepEqual(read(answer, score).answer, answer);
      // The key was mended since: what is called right no longer is, or the other way round.
      assert.equal(read(answer, score === 1 ? 0 : 1).answer, null);
    }
    for (const answer of bad) {
      for (const score of [0, 1]) {
        const entry = read(answer, score);
        assert.deepEqual([entry.answer, entry.score, entry.tries], [null, score, 2]);
      }
    }
  });
}

test("the state of a type that throws is read all the same", () => {
  const real = load(questionFiles());
  real.questions.own = { score() { throw new Error("fault"); }, fits: () => true };
  const data = lesson({ questions: [{ type: "own", id: "q1", points: 1 }] });
  const state = real.state.fresh(data);
  state.answers.q1 = { answer: "x", score: 1, tries: 1, done: true, right: true };
  const found = real.state.decode(data, real.state.encode(data, state, 4096));
  assert.deepEqual([found.damaged, found.state.answers.q1.answer, found.state.answers.q1.right], [false, null, true]);
});
