"use strict";
/* A draw outlives everything but a new attempt: reload, other tabs, damage, newer versions. */
const test = require("node:test");
const assert = require("node:assert/strict");
const { load, lesson, plain, diceOf, makeHost, questionFiles, vectors, withFixed } = require("./player.js");
const { Platform } = require("./platform.js");

const lk = withFixed(load(["parts/bank.js"]));
const NAME = "lessonkit:bai-hoc";

/** A lesson with a bank of so many questions. */
function banked(count, draw, patch = {}) {
  const questions = Array.from({ length: count }, (_, n) => ({ type: "fixed", id: `cau-${n + 1}`, points: 1, bank: "nh" }));
  return lesson({ questions, banks: [{ id: "nh", draw }], objectives: [], checklists: [], ...patch });
}

const drawn = (session) => plain(session.questions().map(({ id }) => id));
const hostOf = (seed, kept) => Object.assign(makeHost(), { random: diceOf(seed) }, kept ? { storage: kept.storage } : {});

test("as many as are asked for, no question twice, every question sometimes", () => {
  const data = banked(6, 3);
  const met = new Set();
  for (let seed = 1; seed <= 40; seed += 1) {
    const found = drawn(lk.start(data, hostOf(seed * 7919)));
    assert.equal(new Set(found).size, 3);
    found.forEach((id) => met.add(id));
  }
  assert.equal(met.size, 6);
});

test("numbers at the edge draw something", () => {
  for (const number of [0, 0.999999999, 1]) {
    const found = drawn(lk.start(banked(3, 2), Object.assign(makeHost(), { random: () => number })));
    assert.equal(found.length, 2);
  }
});

test("the same after a reload, whatever the dice say then", () => {
  const data = banked(8, 3);
  const host = hostOf(1);
  const first = lk.start(data, host);
  first.goTo(0);
  for (let seed = 2; seed < 12; seed += 1) assert.deepEqual(drawn(lk.start(data, hostOf(seed * 31, host))), drawn(first));
});

test("the same on another device, by the platform", () => {
  const data = banked(8, 3, { target: "scorm12" });
  let platform = new Platform("scorm12");
  let host = Object.assign(makeHost(platform.window), { random: diceOf(1) });
  const first = lk.start(data, host);
  first.answer(drawn(first)[0], 1);
  host.pass(2000);
  first.end();
  for (let seed = 2; seed < 6; seed += 1) {
    platform = platform.relaunch();
    host = Object.assign(makeHost(platform.window), { random: diceOf(seed * 31) });
    const again = lk.start(data, host);
    assert.deepEqual(drawn(again), drawn(first));
    again.end();
  }
});

test("a platform that comes late brings the draw that it kept; what was answered meanwhile stays", () => {
  const data = banked(8, 3, { target: "scorm12" });
  const platform = new Platform("scorm12");
  const host = Object.assign(makeHost(platform.window), { random: diceOf(1) });
  const first = lk.start(data, host);
  const kept = drawn(first);
  first.end();
  const window = { ...platform.relaunch().window };
  const { API } = window;
  delete window.API;
  const late = Object.assign(makeHost(window), { random: diceOf(99) });
  const session = lk.start(data, late);
  const other = drawn(session).filter((id) => !kept.includes(id))[0];
  assert.ok(other, "the two draws differ");
  session.answer(other, 1);
  window.API = API;
  late.pass(6000);
  assert.equal(session.connection, "found");
  assert.equal(session.state.answers[other].right, true);
  assert.equal(drawn(session).length, 3);
  assert.equal(drawn(session).filter((id) => kept.includes(id)).length, 2);
});

test("two tabs that drew differently meet: no answer is lost, then both ask the same", () => {
  const data = banked(12, 3);
  for (let seed = 1; seed <= 60; seed += 1) {
    const roll = diceOf(seed * 104729);
    const host = hostOf(seed);
    const one = lk.start(data, host);
    const other = lk.start(data, hostOf(seed * 31 + 7, host));
    const acts = [];
    for (const session of [one, other]) drawn(session).forEach((id) => roll() < 0.6 && acts.push([session, id]));
    const answered = new Set();
    for (const [session, id] of acts) {
      if (!drawn(session).includes(id)) continue; // the tabs have met, and it is not asked any more
      session.answer(id, 1);
      answered.add(id);
    }
    one.goTo(0);
    other.goTo(0);
    one.goTo(1);
    assert.deepEqual(drawn(one), drawn(other));
    for (const id of answered) assert.ok(one.state.answers[id] && drawn(one).includes(id), id);
    assert.equal(drawn(one).length, Math.max(3, answered.size));
    assert.equal(one.result().total, drawn(one).length);
  }
});

test("of two attempts the later one's draw goes on", () => {
  const data = banked(6, 2, { tracking: { mastery: 1, complete: "answered" } });
  const host = hostOf(1);
  const one = lk.start(data, host);
  one.goTo(0);
  const other = lk.start(data, hostOf(5, host));
  drawn(one).forEach((id) => one.answer(id, 0));
  assert.equal(one.retry(), true);
  const now = drawn(one);
  other.goTo(1);
  assert.deepEqual(drawn(other), now);
  assert.equal(other.state.attempt, 2);
});

/** A learner who answered one of three drawn; the line that was kept. */
function half() {
  const host = hostOf(3);
  const session = lk.start(banked(8, 3), host);
  const [first] = drawn(session);
  session.answer(first, 1);
  return { line: host.kept.get(NAME), first, hand: drawn(session) };
}

function opened(line, data, seed = 77) {
  const host = hostOf(seed);
  host.kept.set(NAME, line);
  const problems = [];
  const session = lk.start(data, host);
  session.onProblem(({ kind }) => problems.push(kind));
  return { session, problems };
}

test("a draw that is cut off or garbled: a fresh one that has what was answered", () => {
  const { line, first } = half();
  const field = /;d[^;]*/.exec(line)[0];
  for (const bad of ["", field.slice(0, -3), field.replace(/~y~.*~y~/, "~y~~y~xx"), ";d", field.replace("-", "z")]) {
    const { session } = opened(line.replace(field, bad), banked(8, 3));
    assert.equal(drawn(session).length, 3, bad);
    assert.ok(drawn(session).includes(first));
    assert.equal(session.state.answers[first].score, 1);
  }
});

test("a foreign draw, its sum right: what is not of this bank is not drawn", () => {
  const { line, first } = half();
  const field = /;d[^;]*/.exec(line)[0].slice(1);
  const sign = (body) => body + ("0" + lk.state.key(body)).slice(-2);
  const head = field.slice(0, field.indexOf(":") + 1);
  for (const text of ["~y~zzzzyyyy-xxxx~y~", "~y~~y~", "~y~-~y~", "7", "null", "[]", "~y~----~y~", "~y~" + "a".repeat(400) + "~y~"]) {
    const { session } = opened(line.replace(field, sign(head + text)), banked(8, 3));
    assert.equal(drawn(session).length, 3, text);
    assert.ok(drawn(session).includes(first));
  }
});

test("cut or altered at any place: a whole draw all the same", () => {
  const { line } = half();
  for (let place = 1; place < line.length; place += 1) {
    for (const text of [line.slice(0, place), line.slice(0, place) + "z" + line.slice(place + 1)]) {
      const { session } = opened(text, banked(8, 3));
      assert.equal(drawn(session).length, 3);
      assert.equal(new Set(drawn(session)).size, 3);
    }
  }
});

test("a newer version: what still is there stays drawn, only what lacks is drawn anew", () => {
  const { line, first, hand } = half();
  const rest = banked(8, 3).questions.filter(({ id }) => id !== hand[2]);
  const added = Array.from({ length: 4 }, (_, n) => ({ type: "fixed", id: `moi-${n}`, points: 1, bank: "nh" }));
  const { session } = opened(line, banked(0, 3, { questions: [...added, ...rest] }));
  assert.equal(drawn(session).length, 3);
  assert.deepEqual(drawn(session).filter((id) => hand.includes(id)), hand.slice(0, 2));
  assert.equal(session.state.answers[first].score, 1);
});

test("a newer version asks for more, for fewer, or for fewer than were answered", () => {
  const { line, hand, first } = half();
  const more = drawn(opened(line, banked(8, 5)).session);
  assert.equal(more.length, 5);
  assert.ok(hand.every((id) => more.includes(id)));
  const fewer = drawn(opened(line, banked(8, 1)).session);
  assert.deepEqual(fewer, [first]);
  assert.equal(drawn(opened(line, banked(2, 9)).session).length, 2);
});

test("a newer version has no bank any more, or another one with the same questions", () => {
  const { line, first } = half();
  const questions = banked(8, 3).questions.map(({ bank, ...one }) => one);
  const without = opened(line, lesson({ questions, objectives: [], checklists: [] }));
  assert.deepEqual(without.problems, []);
  assert.equal(without.session.result().total, 8);
  assert.equal(without.session.state.answers[first].score, 1);
  const other = banked(8, 3, { banks: [{ id: "khac", draw: 2 }] });
  other.questions.forEach((one) => { one.bank = "khac"; });
  const { session } = opened(line, other);
  assert.equal(drawn(session).length, 2);
  assert.ok(drawn(session).includes(first));
});

test("an answered question is gone: the learner is told, another one is drawn", () => {
  const { line, first } = half();
  const { session, problems } = opened(line, banked(0, 3, { questions: banked(8, 3).questions.filter(({ id }) => id !== first) }));
  assert.deepEqual(problems, ["updated"]);
  assert.equal(drawn(session).length, 3);
});

test("in review the draw of the last attempt is shown", () => {
  const data = banked(9, 3, { target: "scorm2004", tracking: { mastery: 1, complete: "answered", attempts: 2 } });
  const platform = new Platform("scorm2004");
  const host = makeHost(platform.window);
  const first = lk.start(data, host);
  drawn(first).forEach((id) => first.answer(id, 0));
  first.retry();
  drawn(first).forEach((id) => first.answer(id, 0));
  host.pass(2000);
  first.end();
  const again = platform.relaunch();
  again.values["cmi.mode"] = "review";
  const session = lk.start(data, Object.assign(makeHost(again.window), { random: diceOf(5) }));
  assert.equal(session.mode, "review");
  assert.deepEqual(drawn(session), drawn(first));
});

test("a question that was not drawn takes no answer, and none is told a platform", () => {
  const data = banked(5, 2, { target: "scorm12" });
  const platform = new Platform("scorm12");
  const host = makeHost(platform.window);
  const session = lk.start(data, host);
  for (const { id } of data.questions) session.answer(id, 1);
  host.pass(2000);
  session.end();
  assert.equal(Object.keys(session.state.answers).length, 2);
  assert.deepEqual(Object.keys(platform.committed).filter((one) => /^cmi.interactions.*\.id$/.test(one) && !/objectives/.test(one)).length, 2);
});

test("no kept line is longer than the head of state.js says, however often tabs have met", () => {
  for (const [count, draw] of [[12, 2], [5, 4], [40, 10]]) {
    const data = banked(count, draw);
    const state = lk.state.fresh(data);
    data.questions.forEach(({ id }) => {
      state.answers[id] = { answer: 1, score: 0.333333, tries: 99, done: false, right: true };
    });
    state.met.nh = data.questions.map(({ id }) => id);
    Object.assign(state, { attempt: 99, best: 0.333333, place: 1, seen: [true, true] });
    lk.tracking.settle(data, state, diceOf(9));
    const kept = Math.min(count, 2 * draw);
    assert.equal(Object.keys(state.answers).length, kept);
    const length = lk.state.encode(data, state, 0).length;
    assert.ok(length <= 41 + 25 * kept + 12 * 2 + 19 + 4 * count, `${length}`);
  }
});

test("a hint that was paid for outlives a reload, and a right answer stays right", () => {
  const questions = [{ type: "fixed", id: "q1", points: 1, cost: 0.25 }, { type: "fixed", id: "q2", points: 1 }];
  const data = lesson({ questions });
  const host = makeHost();
  lk.start(data, host).hint("q1");
  const session = lk.start(data, host);
  assert.equal(session.state.hints.q1, true);
  session.answer("q1", 1);
  const { state } = lk.start(data, host);
  assert.deepEqual([state.answers.q1.right, state.answers.q1.score, state.answers.q1.done], [true, 0.75, true]);
  const other = lk.start(data, host);
  other.answer("q1", 0);
  assert.equal(other.state.answers.q1.tries, 1);
});

test("a newer version takes the cost away: what was right and what it was worth stay, for good", () => {
  const priced = (cost) => lesson({ questions: [{ type: "fixed", id: "q1", points: 1, cost }] });
  const host = makeHost();
  const first = lk.start(priced(0.25), host);
  first.hint("q1");
  first.answer("q1", 1);
  for (let turn = 0; turn < 3; turn += 1) {
    const session = lk.start(priced(undefined), host);
    assert.deepEqual(plain(session.state.hints), {});
    assert.deepEqual([session.state.answers.q1.right, session.state.answers.q1.score], [true, 0.75]);
    session.goTo(turn % 2);
  }
});

test("a hint paid for in one tab is paid for in the other", () => {
  const data = lesson({ questions: [{ type: "fixed", id: "q1", points: 1, cost: 0.5 }] });
  const host = makeHost();
  const one = lk.start(data, host);
  const other = lk.start(data, host);
  one.hint("q1");
  other.goTo(0);
  other.answer("q1", 1);
  assert.equal(other.result().score, 0.5);
});

const told = withFixed(load([...questionFiles(), "parts/bank.js"]));
const [{ data: STORY }] = vectors("scoring.json").filter(({ data }) => data.type === "scenario");

/** A bank of as many stories and one other question. */
function stories(count, draw, patch = {}) {
  const questions = Array.from({ length: count }, (_, n) => ({ ...STORY, id: `truyen-${n + 1}`, points: 1, sign: 4000 + n, bank: "nh" }));
  questions.push({ type: "fixed", id: "khac", points: 1, bank: "nh" });
  return banked(0, draw, { questions, tracking: { mastery: 1, complete: "answered", attempts: 9 }, ...patch });
}

const way = (session, id) => plain(told.ways.get(session.state, id));
const isStory = (id) => id.startsWith("truyen");

test("a story of a bank that is half told goes on after a reload, and is drawn still", () => {
  const data = stories(6, 3);
  const host = hostOf(1);
  const first = told.start(data, host);
  const id = drawn(first).find(isStory);
  first.way(id, [0]);
  host.pass(2000);
  const again = told.start(data, hostOf(99, host));
  assert.deepEqual(drawn(again), drawn(first));
  assert.deepEqual(way(again, id), [0]);
  again.answer(id, STORY.right[0]);
  assert.equal(again.state.answers[id].score, 1);
  assert.equal(way(again, id), null);
});

test("a story half told goes with its draw: on a new attempt, and when a newer version takes it", () => {
  const data = stories(6, 3);
  const host = hostOf(1);
  const session = told.start(data, host);
  const before = drawn(session);
  for (const id of before) session.answer(id, isStory(id) ? [0, 1] : 0);
  const half = before.find(isStory);
  session.way(half, [0]);
  assert.equal(session.retry(), true);
  for (const { id } of data.questions) assert.equal(way(session, id), null, id);
  const [now] = drawn(session).filter(isStory);
  session.way(now, [0]);
  host.pass(2000);
  const { questions } = data;
  const newer = told.start({ ...data, questions: questions.filter(({ id }) => id !== now) }, hostOf(5, host));
  assert.equal(drawn(newer).length, 3);
  assert.equal(Object.keys(newer.state.ways || {}).filter((id) => newer.state.ways[id]).length, 0);
});

test("no way is kept of a story that is not drawn any more", () => {
  const data = stories(8, 2);
  const state = told.state.fresh(data);
  for (const { id } of data.questions.filter((one) => isStory(one.id))) told.ways.set(state, id, [0]);
  told.tracking.settle(data, state, diceOf(3));
  const left = data.questions.map(({ id }) => id).filter((id) => state.ways[id]);
  assert.deepEqual(left, plain(state.draws.nh.filter(isStory)));
  assert.equal(told.state.encode(data, state, 64000).match(/;w/g).length, left.length);
});

test("two tabs told different stories of a bank: only of those that stay drawn is a way kept", () => {
  const data = stories(9, 2);
  for (let seed = 1; seed <= 30; seed += 1) {
    const host = hostOf(seed);
    const tabs = [told.start(data, host), told.start(data, hostOf(seed * 31 + 7, host))];
    for (const one of tabs) drawn(one).filter(isStory).forEach((id) => one.way(id, [0]));
    host.pass(2000);
    tabs.forEach((one) => one.goTo(0));
    for (const one of tabs) {
      for (const id in one.state.ways) assert.ok(!one.state.ways[id] || drawn(one).includes(id), id);
    }
  }
});
