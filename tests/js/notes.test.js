"use strict";
/* Notes of learners: what was written is never lost, wherever it was written. */
const test = require("node:test");
const assert = require("node:assert/strict");
const { load, lesson, makeHost, questionFiles } = require("./player.js");
const { Platform } = require("./platform.js");

const lk = load(questionFiles());
const NOTE = { type: "reflect", id: "ghi", points: 1, assessed: false, most: 2000, sign: 4321 };
const LEVEL = { type: "scale", id: "muc", points: 1, assessed: false, count: 4, sign: 4322 };
const ASKED = { type: "truefalse", id: "cau", points: 1, answer: true, sign: 4323 };
const HARD = { questions: [NOTE, LEVEL, ASKED], objectives: [], tracking: { complete: "answered", mastery: 0.8, attempts: 3 } };
const DATA = lesson(HARD);

/** A state in which these were said. */
function state(said, attempt = 1) {
  const made = lk.state.fresh(DATA);
  made.attempt = attempt;
  for (const [id, answer] of Object.entries(said)) made.answers[id] = { answer, score: 0, tries: 1, done: false, right: false };
  return made;
}

/** What is said of the note after two states met. */
const met = (kept, mine, base) => lk.merge(kept, mine, {}, DATA.questions, base).answers.ghi.answer;

const CASES = [
  ["written only before", state({ ghi: "Cũ" }), state({}), null, "Cũ"],
  ["written only now", state({}), state({ ghi: "Mới" }), null, "Mới"],
  ["written before another attempt", state({ ghi: "Cũ" }), state({}, 2), null, "Cũ"],
  ["written at an attempt that is over", state({}, 2), state({ ghi: "Mới" }), null, "Mới"],
  ["the same in both", state({ ghi: "Một" }), state({ ghi: "Một" }), null, "Một"],
  ["longer here", state({ ghi: "Một" }), state({ ghi: "Một hai" }), null, "Một hai"],
  ["longer there", state({ ghi: "Một hai" }), state({ ghi: "hai" }), null, "Một hai"],
  ["two that say different things", state({ ghi: "Cũ" }), state({ ghi: "Mới" }), null, "Cũ\n\nMới"],
  ["changed here since", state({ ghi: "Cũ" }), state({ ghi: "Mới" }), state({ ghi: "Cũ" }), "Mới"],
  ["changed there since", state({ ghi: "Mới" }), state({ ghi: "Cũ" }), state({ ghi: "Cũ" }), "Mới"],
  ["changed in both since", state({ ghi: "Hai" }), state({ ghi: "Ba" }), state({ ghi: "Một" }), "Hai\n\nBa"],
  ["deleted here since", state({ ghi: "Cũ" }), state({ ghi: "" }), state({ ghi: "Cũ" }), ""],
  ["deleted there since", state({ ghi: "" }), state({ ghi: "Cũ" }), state({ ghi: "Cũ" }), ""],
  ["deleted here, changed there", state({ ghi: "Mới" }), state({ ghi: "" }), state({ ghi: "Cũ" }), "Mới"],
  ["left out there for want of room", state({ ghi: null }), state({ ghi: "Dài" }), null, "Dài"],
  ["left out here for want of room", state({ ghi: "Dài" }), state({ ghi: null }), null, "Dài"],
];

for (const [name, kept, mine, base, said] of CASES) {
  test(`a note ${name}`, () => {
    assert.equal(met(kept, mine, base), said);
    assert.equal(met(state({ ghi: said }), state({ ghi: said }), null), said);
  });
}

test("an answer of a survey outlives attempts too; what was chosen last counts", () => {
  const level = (kept, mine, base) => lk.merge(kept, mine, {}, DATA.questions, base).answers.muc.answer;
  assert.equal(level(state({ muc: 1 }), state({}, 2), null), 1);
  assert.equal(level(state({ muc: 1 }), state({ muc: 2 }), null), 2);
  assert.equal(level(state({ muc: 1 }), state({ muc: 2 }), state({ muc: 2 })), 1);
});

/** A session with notes; what is kept there is kept for the next one in that window. */
function launch(target, host) {
  const session = lk.start(lesson({ ...HARD, target }), host);
  const problems = [];
  session.onProblem((problem) => problems.push(`${problem.kind}${problem.solved ? " solved" : ""}`));
  return { session, problems };
}

const note = (session) => (session.state.answers.ghi || {}).answer;

test("two tabs: a note changed in one is changed in the other, and one deleted stays deleted", () => {
  const host = makeHost();
  const one = launch("html", host).session;
  const other = launch("html", host).session;
  one.answer("ghi", "Một");
  other.tick("k1", 0, true);
  assert.equal(note(other), "Một");
  other.answer("ghi", "Hai");
  one.tick("k1", 1, true);
  assert.equal(note(one), "Hai");
  one.answer("ghi", "");
  other.tick("k1", 1, true);
  assert.equal(note(other), "");
  assert.equal(note(launch("html", host).session), "");
});

test("two tabs: of two notes written apart both are kept", () => {
  const host = makeHost();
  const one = launch("html", host).session;
  const other = launch("html", host).session;
  one.answer("ghi", "Một");
  other.answer("ghi", "Hai");
  assert.equal(note(other), "Một\n\nHai");
  one.tick("k1", 1, true);
  assert.equal(note(one), "Một\n\nHai");
});

const LONG = "Tôi đã cúp máy rồi gọi lại số chính thức. ".repeat(60);

test("a platform without room for a note: said at once, kept in this browser, found again", () => {
  const platform = new Platform("scorm12");
  const host = makeHost(platform.window);
  const first = launch("scorm12", host);
  first.session.answer("cau", true);
  host.pass(50);
  assert.deepEqual(first.problems, []);
  first.session.answer("ghi", LONG);
  host.pass(50);
  assert.deepEqual([first.problems, first.session.safe], [["full"], true]);
  assert.ok(platform.committed["cmi.suspend_data"].length <= 4096);
  first.session.end();

  const again = launch("scorm12", makeHostAgain(host, platform));
  assert.equal(note(again.session), LONG);
  assert.deepEqual(again.problems, ["full"]);
});

/** The same browser later, with the platform's next session. */
function makeHostAgain(host, platform) {
  platform.ended = false;
  platform.running = false;
  platform.values = { ...platform.committed };
  return { ...makeHost(platform.window), storage: host.storage, tab: host.tab };
}

test("a note that is shortened fits again, and leaves the browser", () => {
  const platform = new Platform("scorm12");
  const host = makeHost(platform.window);
  const { session, problems } = launch("scorm12", host);
  session.answer("ghi", LONG);
  host.pass(50);
  session.answer("ghi", "Ngắn thôi.");
  host.pass(50);
  assert.deepEqual(problems, ["full", "full solved"]);
  assert.equal(host.kept.size, 0);
});
