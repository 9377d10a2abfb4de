"use strict";
/* A story half told: kept, joined, dropped where it no longer fits. */
const test = require("node:test");
const assert = require("node:assert/strict");
const { load, lesson, makeHost, plain, questionFiles, vectors } = require("./player.js");

const lk = load(questionFiles());
const { encode, decode } = lk.state;
const story = lk.questions.scenario;
const [{ data: STORY }] = vectors("scoring.json").filter(({ data }) => data.type === "scenario");
const QUESTION = { ...STORY, sign: 4321 };
const DATA = lesson({ questions: [QUESTION], tracking: { attempts: 3 } });
const LONGEST = 40;

const begun = (answer) => {
  const state = lk.state.fresh(DATA);
  lk.ways.set(state, "cau", answer);
  return state;
};

test("a way comes back, and what was scored stays beside it", () => {
  const state = begun([0, 0, 0]);
  const { state: found, damaged } = decode(DATA, encode(DATA, state, 4096));
  assert.equal(damaged, false);
  assert.deepEqual(plain(lk.ways.get(found, "cau")), [0, 0, 0]);
  lk.tracking.take(DATA, found, "cau", [0, 2], 0);
  assert.equal(lk.ways.get(found, "cau"), null);
  lk.ways.set(found, "cau", [0]);
  const again = decode(DATA, encode(DATA, found, 4096)).state;
  assert.deepEqual(plain(lk.ways.get(again, "cau")), [0]);
  assert.deepEqual(plain(again.answers.cau.answer), [0, 2]);
});

test("a way of an earlier try is no way", () => {
  const state = begun([0]);
  lk.tracking.take(DATA, state, "cau", [1], 1);
  assert.doesNotMatch(encode(DATA, state, 4096), /;w/);
  const second = begun([0]);
  second.attempt = 2;
  assert.equal(lk.ways.get(second, "cau"), null);
});

test("a way of a story that was changed is dropped, and the learner is told", () => {
  const text = encode(DATA, begun([0, 0]), 4096);
  for (const patch of [{ sign: 1234 }, { scenes: [{ id: "reo", to: [1] }, { id: "het", to: [] }] }]) {
    const found = decode(lesson({ questions: [{ ...QUESTION, ...patch }], tracking: { attempts: 3 } }), text);
    assert.deepEqual([found.damaged, found.updated], [false, true]);
    assert.equal(lk.ways.get(found.state, "cau"), null);
  }
  const gone = decode(lesson({ questions: [] }), text);
  assert.deepEqual([gone.damaged, gone.updated], [false, false]);
});

test("what is no way is not taken for one", () => {
  const body = (values) => lk.state.encode(DATA, begun([0]), 4096).replace(/w(\w+):.*?;/, (_, hash) => {
    const field = `w${hash.slice(0, 7)}:${values}`;
    return `${field}${("0" + lk.state.key(field)).slice(-2)};`;
  });
  const texts = ["[],100,4321", "[9],100,4321", "[1],100,4321", "[0,0,0,0,9],100,4321", '"__proto__",100,4321', "null,100,4321", "[[0]],100,4321",
    "0,100,4321", "", "[0.5],100,4321", "[-1],100,4321", "{},100,4321"];
  for (const text of texts) {
    const { state } = decode(DATA, body(text.replace(/[^\w.,[\]-]/g, (char) => `~${char.charCodeAt(0).toString(36)}~`)));
    assert.equal(lk.ways.get(state, "cau"), null, text);
  }
});

test("of two ways that of the later try stays, of one try the one walked here", () => {
  const [kept, mine] = [begun([0]), begun([0, 0])];
  assert.deepEqual(plain(lk.ways.get(lk.merge(kept, mine, {}, DATA.questions, null), "cau")), [0, 0]);
  assert.deepEqual(plain(lk.ways.get(lk.merge(kept, lk.state.fresh(DATA), {}, DATA.questions, null), "cau")), [0]);
  lk.tracking.take(DATA, kept, "cau", [0, 2], 0);
  lk.ways.set(kept, "cau", [0, 0, 0]);
  assert.deepEqual(plain(lk.ways.get(lk.merge(kept, mine, {}, DATA.questions, null), "cau")), [0, 0, 0]);
});

test("a way never outgrows its room, and loses no more than its loops", () => {
  let way = [];
  for (let step = 0; step < 500; step += 1) way = story.onward(QUESTION, way, 0);
  assert.ok(way.length < LONGEST);
  const whole = story.onward(QUESTION, way.length % 2 ? way : [...way, 0], 1);
  assert.equal(story.score(QUESTION, whole), 0.75);
  assert.ok(story.fits(QUESTION, whole));
});

test("a session keeps a way within a second, and an answer ends it", () => {
  const host = makeHost();
  const session = lk.start(DATA, host);
  session.way("cau", [0]);
  host.pass(1000);
  assert.match([...host.kept.values()][0], /;w/);
  assert.deepEqual(plain(lk.ways.get(lk.start(DATA, host).state, "cau")), [0]);
  session.way("cau", null);
  session.answer("cau", [0, 1]);
  host.pass(1000);
  assert.doesNotMatch([...host.kept.values()][0], /;w/);
  assert.equal(session.result().score, 0.75);
});

test("what a platform is told", () => {
  const told = (version, answer) => Object.fromEntries(lk.interactions.record(lk.versions[version], "", {
    question: QUESTION, answer, score: story.score(QUESTION, answer), time: 0, latency: 0, description: "", lang: "vi",
  }));
  const two = told("scorm2004", [0, 0, 1]);
  assert.equal(two.type, "performance");
  assert.equal(two.learner_response, "reo[.]a[,]nghe[.]a[,]reo[.]b");
  assert.equal(two["correct_responses.0.pattern"], "reo[.]b");
  assert.equal(two.result, "correct");
  assert.equal(told("scorm2004", [0, 1]).result, "0.75");
  const one = told("scorm12", [0, 0, 1]);
  assert.deepEqual([one.type, one.student_response], ["performance", "reo.a,nghe.a,reo.b"]);
  const long = told("scorm12", [...Array(38).fill(0), 0, 2]).student_response;
  assert.ok(long.length <= 255 && long.endsWith("a,c"), long);
});

test("what an LRS is told", () => {
  const { cmi5 } = require("./lrs.js").lk;
  cmi5.questions.scenario = story;
  const answer = [0, 0, 1];
  const act = { question: QUESTION, answer, score: 1, time: 0, latency: 0, description: "Gọi", lang: "vi" };
  const { object, result } = plain(cmi5.xapi.answered(act, { iri: "https://example.org/au", launch: { activity: "https://lms.example/7" } }));
  assert.equal(object.definition.interactionType, "performance");
  assert.deepEqual(object.definition.correctResponsesPattern, ["reo[.]b"]);
  assert.deepEqual(object.definition.steps.map(({ id }) => id), ["reo", "nghe", "cup", "ke", "mat"]);
  assert.deepEqual([result.response, result.success], ["reo[.]a[,]nghe[.]a[,]reo[.]b", true]);
});
