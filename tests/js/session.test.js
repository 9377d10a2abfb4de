"use strict";
const test = require("node:test");
const assert = require("node:assert/strict");
const { load, lesson, plain, makeHost, withFixed } = require("./player.js");
const { Platform } = require("./platform.js");

const lk = withFixed(load());
const TARGETS = ["scorm12", "scorm2004"];
const WORDS = {
  scorm12: {
    completion: "cmi.core.lesson_status", success: "cmi.core.lesson_status", raw: "cmi.core.score.raw",
    mode: "cmi.core.lesson_mode", exit: "cmi.core.exit", time: "cmi.core.session_time",
  },
  scorm2004: {
    completion: "cmi.completion_status", success: "cmi.success_status", raw: "cmi.score.raw",
    mode: "cmi.mode", exit: "cmi.exit", time: "cmi.session_time",
  },
};
const SUSPEND = "cmi.suspend_data";
const MASTERY = { tracking: { mastery: 0.8, attempts: 2 } };

/** A session on a platform, with what it says. */
function launch(platform, target, patch = MASTERY, window = platform.window) {
  const host = makeHost(window);
  const session = lk.start(lesson({ ...patch, target }), host);
  const problems = [];
  const changes = [];
  session.onProblem((problem) => problems.push(`${problem.kind}${problem.solved ? " solved" : ""}`));
  session.onChange((why) => changes.push(why));
  return { host, session, problems, changes };
}

/** For both versions of SCORM. */
function both(name, act) {
  for (const target of TARGETS) test(`${target}: ${name}`, () => act(target, WORDS[target]));
}

both("a launch tells where it stands and how to come back", (target, words) => {
  const platform = new Platform(target);
  const { session, problems } = launch(platform, target);
  assert.equal(session.connection, "found");
  assert.equal(session.mode, "normal");
  assert.equal(platform.committed[words.completion], "incomplete");
  assert.equal(platform.committed[words.exit], "suspend");
  assert.equal(platform.committed[words.raw], undefined);
  assert.deepEqual(problems, []);
});

both("every answer is committed, the score before the status", (target, words) => {
  const platform = new Platform(target);
  const { host, session } = launch(platform, target);
  session.answer("q1", 1);
  host.pass(50);
  assert.equal(platform.committed[words.raw], "50");
  assert.equal(platform.committed[words.completion], "incomplete");
  assert.equal(platform.committed["cmi.interactions.0.id"], "q1");
  session.answer("q2", 1);
  host.pass(50);
  assert.equal(platform.committed[words.raw], "100");
  assert.equal(platform.committed[words.success], "passed");
  const sets = platform.made("set").map(([element]) => element);
  assert.ok(sets.lastIndexOf(words.raw) < sets.lastIndexOf(words.success));
  assert.equal(platform.made("commit").length, 3);
});

both("nothing is told twice", (target) => {
  const platform = new Platform(target);
  const { host, session } = launch(platform, target);
  session.answer("q1", 1);
  host.pass(50);
  const before = platform.calls.length;
  session.goTo(-1);
  host.pass(5000);
  assert.equal(platform.calls.length, before);
  host.pass(60000);
  assert.equal(host.pending(), 0);
});

both("steps of reading are gathered, then committed", (target) => {
  const platform = new Platform(target);
  const { host, session } = launch(platform, target);
  const commits = platform.made("commit").length;
  session.goTo(0);
  host.pass(400);
  session.goTo(1);
  assert.equal(platform.made("commit").length, commits);
  host.pass(1000);
  assert.equal(platform.made("commit").length, commits + 1);
});

both("left in the middle, taken up again exactly", (target, words) => {
  const first = new Platform(target);
  const one = launch(first, target);
  one.session.goTo(1);
  one.session.answer("q1", 0.5);
  one.session.tick("k1", 1, true);
  one.session.end();
  assert.equal(first.ended, true);
  assert.ok(first.committed[words.time]);
  const second = launch(first.relaunch(), target).session;
  assert.equal(second.state.place, 1);
  assert.deepEqual(plain(second.state.seen), [false, true]);
  assert.deepEqual(plain(second.state.answers.q1), { answer: 0.5, score: 0.5, tries: 1, done: false, right: false });
  assert.deepEqual(plain(second.state.ticks.k1), [false, true, false]);
});

both("passed is not taken back by a later launch, a worse attempt or a lost state", (target, words) => {
  let platform = new Platform(target);
  let one = launch(platform, target);
  one.session.answer("q1", 1);
  one.session.answer("q2", 1);
  one.session.end();
  for (const patch of [{}, { [SUSPEND]: "" }, { [SUSPEND]: "garbage" }]) {
    platform = platform.relaunch(patch);
    one = launch(platform, target);
    assert.equal(one.session.result().success, "passed");
    one.session.retry();
    one.session.answer("q1", 0);
    one.session.answer("q2", 0);
    one.session.end();
    assert.deepEqual(platform.written(words.success).filter((word) => word !== "passed"), []);
    assert.equal(platform.committed[words.success], "passed");
    assert.equal(platform.committed[words.completion], target === "scorm12" ? "passed" : "completed");
    assert.equal(platform.committed[words.raw], "100");
  }
});

both("completed stays where the state is lost", (target, words) => {
  const platform = new Platform(target, { [words.completion]: "completed", [words.raw]: "40" });
  const { host, session } = launch(platform, target);
  session.answer("q1", 0);
  host.pass(50);
  assert.deepEqual(platform.written(words.completion), []);
  assert.equal(platform.values[words.raw], "40");
});

both("failed at the last attempt is told once and stays", (target, words) => {
  const platform = new Platform(target);
  const { host, session } = launch(platform, target, { tracking: { mastery: 0.8, attempts: 1 } });
  session.answer("q1", 0);
  session.answer("q2", 1);
  host.pass(50);
  assert.equal(platform.committed[words.success], "failed");
  assert.equal(platform.committed[words.raw], "50");
  const next = platform.relaunch();
  const again = launch(next, target, { tracking: { mastery: 0.8, attempts: 1 } });
  assert.equal(again.session.state.answers.q1.done, true);
  again.session.answer("q1", 1);
  again.session.end();
  assert.deepEqual(next.written(words.success), []);
});

both("review and browse write nothing, and show what was answered", (target, words) => {
  const first = new Platform(target);
  const one = launch(first, target);
  one.session.answer("q1", 0.5);
  one.session.end();
  for (const mode of ["review", "browse"]) {
    const platform = first.relaunch({ [words.mode]: mode });
    const { host, session } = launch(platform, target);
    assert.equal(session.mode, mode);
    assert.equal(session.state.answers.q1.score, 0.5);
    session.goTo(0);
    session.answer("q2", 1);
    host.pass(5000);
    session.end();
    assert.deepEqual(platform.made("set"), []);
    assert.deepEqual(platform.made("commit"), []);
    assert.equal(platform.ended, true);
    assert.equal(host.kept.size, 0);
  }
});

both("an unknown mode is normal", (target, words) => {
  for (const mode of ["", "trial", null, 7]) {
    const platform = new Platform(target, { [words.mode]: mode });
    const { session } = launch(platform, target);
    assert.equal(session.mode, "normal");
    assert.equal(platform.committed[words.completion], "incomplete");
  }
});

both("no platform: said after five seconds, the lesson works meanwhile and is kept here", (target) => {
  const platform = new Platform(target);
  platform.vanish();
  const { host, session, problems } = launch(platform, target);
  assert.equal(session.connection, "searching");
  assert.equal(session.answer("q1", 1).right, true);
  host.pass(4900);
  assert.deepEqual(problems, []);
  host.pass(200);
  assert.equal(session.connection, "missing");
  assert.deepEqual(problems, ["missing"]);
  session.answer("q2", 0);
  host.pass(100);
  session.end();
  const again = lk.start(lesson({ ...MASTERY, target }), Object.assign(makeHost(platform.window), { storage: host.storage }));
  assert.equal(again.state.answers.q1, undefined);
  const third = Object.assign(makeHost(platform.window), { storage: host.storage });
  const session3 = lk.start(lesson({ ...MASTERY, target }), third);
  third.pass(6000);
  assert.equal(session3.state.answers.q1.score, 1);
  const late = [];
  session3.onProblem((problem) => late.push(problem.kind));
  assert.deepEqual(late, ["missing"]);
});

both("a platform that appears late gets what happened before", (target, words) => {
  const before = new Platform(target);
  const one = launch(before, target);
  one.session.answer("q2", 0.5);
  one.session.end();
  const platform = before.relaunch();
  platform.vanish();
  const { host, session, problems, changes } = launch(platform, target);
  session.goTo(0);
  session.answer("q1", 1);
  host.pass(1500);
  platform.appear();
  host.pass(1000);
  assert.equal(session.connection, "found");
  assert.deepEqual(problems, []);
  assert.ok(changes.includes("loaded") && changes.includes("connection"));
  assert.equal(session.state.answers.q2.score, 0.5);
  assert.equal(platform.committed[words.raw], "75");
  assert.equal(platform.committed["cmi.interactions.1.id"], "q1");
  assert.equal(platform.made("open").length, 1);
});

both("in a window around, beyond another origin, in the opener, beside an element of that name", (target) => {
  const closed = new Proxy({}, { get(_, part) {
    if (part === "parent") return above;
    throw new Error("SecurityError");
  } });
  const platform = new Platform(target);
  const above = platform.window;
  above.parent = above;
  const element = { tagName: "DIV" };
  const own = { parent: closed, API: element, API_1484_11: element };
  assert.equal(launch(platform, target, MASTERY, own).session.connection, "found");
  const second = new Platform(target);
  const popup = { opener: { parent: second.window } };
  popup.parent = popup;
  assert.equal(launch(second, target, MASTERY, popup).session.connection, "found");
  const endless = { get parent() { return Object.create(endless); } };
  assert.equal(lk.connect.find(endless, "API"), null);
});

both("an API that throws on one call in turn: the lesson works, and a missing record is said", (target, words) => {
  for (const role of ["open", "get", "set", "commit", "error", "close"]) {
    const platform = new Platform(target);
    platform.misbehaviour[role] = () => { throw new Error("fault"); };
    const { host, session, problems } = launch(platform, target);
    assert.equal(session.answer("q1", 1).right, true);
    host.pass(6000);
    session.answer("q2", 1);
    host.pass(100);
    assert.equal(session.result().success, "passed");
    session.end();
    const told = {
      open: ["failed"], get: ["unsaved"], set: ["unsaved", "untold"], commit: ["untold"], error: [], close: [],
    }[role];
    assert.deepEqual(problems, told, role);
    if (["get", "error", "close"].includes(role)) assert.equal(platform.committed[words.success], "passed", role);
  }
});

both("answers in other forms: numbers, booleans, nothing at all", (target, words) => {
  const forms = {
    number: (usual) => { const value = usual(); return value === "true" ? 1 : value === "false" ? 0 : value; },
    boolean: (usual) => { const value = usual(); return value === "true" ? true : value === "false" ? false : value; },
    nothing: (usual) => { usual(); return undefined; },
    empty: (usual) => { usual(); return ""; },
  };
  for (const [name, form] of Object.entries(forms)) {
    const platform = new Platform(target);
    for (const role of ["open", "set", "commit", "close"]) platform.misbehaviour[role] = form;
    if (name === "nothing" || name === "empty") platform.misbehaviour.get = form;
    const { host, session, problems } = launch(platform, target);
    session.answer("q1", 1);
    session.answer("q2", 1);
    host.pass(100);
    session.end();
    assert.equal(session.connection, "found", name);
    assert.deepEqual(problems, [], name);
    assert.equal(platform.committed[words.success], "passed", name);
    assert.equal(platform.committed[words.completion], target === "scorm12" ? "passed" : "completed");
  }
});

both("the open session of another script is joined", (target, words) => {
  const platform = new Platform(target);
  platform.running = true;
  if (target === "scorm12") platform.misbehaviour.open = () => platform.answer("101", "false");
  const { session } = launch(platform, target);
  assert.equal(session.connection, "found");
  assert.equal(platform.committed[words.completion], "incomplete");
});

both("a platform that opens no session is said", (target) => {
  const platform = new Platform(target);
  platform.misbehaviour.open = () => platform.answer("102", "false");
  const { host, session, problems } = launch(platform, target);
  host.pass(6000);
  assert.equal(session.connection, "failed");
  assert.deepEqual(problems, ["failed"]);
  assert.deepEqual(platform.made("set"), []);
});

both("a refused state is said, kept here, told again and, once taken, forgotten here", (target, words) => {
  const platform = new Platform(target);
  platform.misbehaviour[`set ${SUSPEND}`] = () => platform.answer("351", "false");
  const { host, session, problems } = launch(platform, target);
  session.answer("q1", 1);
  host.pass(100);
  assert.deepEqual(problems, ["unsaved"]);
  assert.equal(host.kept.size, 1);
  assert.equal(platform.committed[words.raw], "50");
  const other = platform.relaunch({ "cmi.core.student_id": "khac", "cmi.learner_id": "khac" });
  const host2 = Object.assign(makeHost(other.window), { storage: host.storage });
  assert.equal(lk.start(lesson({ ...MASTERY, target }), host2).state.answers.q1, undefined);
  const same = platform.relaunch();
  const host3 = Object.assign(makeHost(same.window), { storage: host.storage, kept: host.kept });
  const back = lk.start(lesson({ ...MASTERY, target }), host3);
  assert.equal(back.state.answers.q1.score, 1);
  assert.equal(host.kept.size, 0);
  platform.misbehaviour = {};
  session.answer("q2", 1);
  host.pass(100);
  assert.deepEqual(problems, ["unsaved", "unsaved solved"]);
  assert.ok(platform.committed[SUSPEND]);
});

both("refused with its texts, the state is told without them", (target) => {
  const platform = new Platform(target);
  platform.misbehaviour[`set ${SUSPEND}`] = (usual) => {
    const value = platform.calls[platform.calls.length - 1][2];
    return value.length > 200 ? platform.answer("351", "false") : usual();
  };
  const { host, session, problems } = launch(platform, target);
  lk.questions.fixed.score = () => 0;
  session.answer("q1", "ạ".repeat(300));
  lk.questions.fixed.score = (question, answer) => answer;
  host.pass(100);
  assert.deepEqual(problems, []);
  assert.match(platform.committed[SUSPEND], /;q[0-9a-z]+:1,0..;\.$/);
});

both("a state that cannot be read is not overwritten", (target) => {
  const first = new Platform(target);
  const one = launch(first, target);
  one.session.answer("q1", 1);
  one.session.end();
  const platform = first.relaunch();
  let failing = true;
  platform.misbehaviour[`get ${SUSPEND}`] = (usual) => {
    if (failing) throw new Error("fault");
    return usual();
  };
  const { host, session, problems } = launch(platform, target);
  session.answer("q2", 1);
  host.pass(100);
  assert.deepEqual(platform.written(SUSPEND), []);
  assert.deepEqual(problems, ["unsaved"]);
  failing = false;
  session.goTo(0);
  host.pass(2000);
  assert.equal(session.state.answers.q1.score, 1);
  assert.equal(session.result().success, "passed");
  assert.deepEqual(problems, ["unsaved", "unsaved solved"]);
});

both("a refused score is said once and told again", (target, words) => {
  const platform = new Platform(target);
  platform.misbehaviour[`set ${words.raw}`] = () => platform.answer("405", "false");
  const { host, session, problems } = launch(platform, target);
  session.answer("q1", 1);
  host.pass(100);
  session.answer("q2", 1);
  host.pass(100);
  assert.deepEqual(problems, ["untold"]);
  assert.equal(platform.committed[words.success], "passed");
  platform.misbehaviour = {};
  session.goTo(0);
  host.pass(2000);
  assert.equal(platform.committed[words.raw], "100");
  assert.deepEqual(problems, ["untold", "untold solved"]);
});

both("a commit that fails is made again", (target, words) => {
  const platform = new Platform(target);
  platform.misbehaviour.commit = () => platform.answer("391", "false");
  const { host, session, problems } = launch(platform, target);
  session.answer("q1", 1);
  host.pass(100);
  assert.deepEqual(problems, ["untold"]);
  assert.equal(host.kept.size, 1);
  platform.misbehaviour = {};
  session.goTo(0);
  host.pass(2000);
  assert.equal(platform.committed[words.raw], "50");
  assert.deepEqual(problems, ["untold", "untold solved"]);
  assert.equal(host.kept.size, 0);
});

both("a platform without interactions and objectives is no problem", (target, words) => {
  const platform = new Platform(target);
  const no = () => platform.answer("401", "false");
  for (const array of ["interactions", "objectives"]) {
    for (let n = 0; n < 9; n += 1) platform.misbehaviour[`set cmi.${array}.${n}.id`] = no;
    platform.misbehaviour[`get cmi.${array}._count`] = () => platform.answer("401", "");
  }
  const { host, session, problems } = launch(platform, target);
  for (let n = 0; n < 9; n += 1) {
    session.answer("q1", 0);
    host.pass(100);
  }
  assert.deepEqual(problems, []);
  assert.equal(platform.committed[words.raw], "0");
  assert.equal(platform.written("cmi.interactions.0.id").length, 3);
  assert.deepEqual(platform.written("cmi.interactions.0.result"), []);
});

both("the journal goes on where it was, and ends at what a platform must keep", (target) => {
  const first = new Platform(target);
  const one = launch(first, target);
  one.session.answer("q1", 0);
  one.session.end();
  const platform = first.relaunch();
  const { host, session } = launch(platform, target);
  for (let n = 0; n < 300; n += 1) {
    session.answer("q1", 0);
    host.pass(50);
  }
  assert.equal(platform.committed["cmi.interactions.1.id"], "q1");
  assert.equal(platform.count("cmi.interactions"), 250);
  assert.ok(platform.committed[SUSPEND].includes(":99,0"));
});

both("objectives that the platform brought keep their places and their best", (target) => {
  const part = target === "scorm12" ? "status" : "success_status";
  const platform = new Platform(target, {
    "cmi.objectives.0.id": "khac", "cmi.objectives.1.id": "o1", [`cmi.objectives.1.${part}`]: "passed",
  });
  const { host, session } = launch(platform, target, { tracking: { mastery: 0.8 }, objectives: ["o1", "o2"] });
  session.answer("q1", 0);
  session.answer("q2", 0);
  host.pass(100);
  assert.equal(platform.values["cmi.objectives.1.id"], "o1");
  assert.equal(platform.values["cmi.objectives.1.score.raw"], "0");
  assert.equal(platform.values[`cmi.objectives.1.${part}`], "passed");
  assert.equal(platform.values["cmi.objectives.2.id"], undefined);
});

both("a session that the platform has closed is opened again, or said", (target, words) => {
  const platform = new Platform(target);
  const { host, session, problems } = launch(platform, target);
  platform.running = false;
  session.answer("q1", 1);
  host.pass(100);
  assert.equal(platform.committed[words.raw], "50");
  platform.running = false;
  platform.ended = true;
  session.answer("q2", 1);
  host.pass(100);
  assert.deepEqual(problems.filter((kind) => kind === "ended"), ["ended"]);
  assert.equal(host.kept.size, 1);
});

/** A window with events. */
function eventful(platform) {
  const listeners = {};
  const listen = (name, act) => void (listeners[name] = act);
  platform.window.addEventListener = listen;
  platform.window.document = { addEventListener: listen, visibilityState: "visible" };
  return listeners;
}

both("hidden: committed with the time; left: ended once, and nothing after it", (target, words) => {
  const platform = new Platform(target);
  const listeners = eventful(platform);
  const { host, session } = launch(platform, target);
  assert.equal("unload" in listeners || "beforeunload" in listeners, false);
  host.pass(61500);
  session.answer("q1", 1);
  platform.window.document.visibilityState = "hidden";
  listeners.visibilitychange();
  assert.equal(platform.committed[words.raw], "50");
  assert.equal(platform.committed[words.time], target === "scorm12" ? "0000:01:01.50" : "PT1M1.5S");
  listeners.pagehide();
  const calls = platform.calls.length;
  listeners.pagehide();
  listeners.visibilitychange();
  session.answer("q2", 1);
  session.end();
  host.pass(5000);
  assert.equal(platform.calls.length, calls);
  assert.equal(platform.made("close").length, 1);
});

both("back from the browser's memory of pages: opened again where that is possible", (target, words) => {
  const platform = new Platform(target);
  const listeners = eventful(platform);
  const { host, session, problems } = launch(platform, target);
  listeners.pagehide();
  listeners.pageshow({ persisted: false });
  assert.equal(platform.made("open").length, 1);
  platform.ended = false;
  listeners.pageshow({ persisted: true });
  session.answer("q1", 1);
  host.pass(100);
  assert.equal(platform.committed[words.raw], "50");
  assert.deepEqual(problems, []);
  listeners.pagehide();
  listeners.pageshow({ persisted: true });
  assert.deepEqual(problems, ["ended"]);
  session.answer("q2", 1);
  host.pass(100);
  assert.equal(host.kept.size, 1);
  assert.equal(platform.values[words.raw], "50");
});

both("another tool's state is said and replaced", (target) => {
  const platform = new Platform(target, { [SUSPEND]: '{"other":1}' });
  const { problems } = launch(platform, target);
  assert.deepEqual(problems, ["damaged"]);
  assert.match(platform.committed[SUSPEND], /^1;a/);
});

test("scorm2004: progress is told, never 1 before the end and never 0", () => {
  const platform = new Platform("scorm2004");
  const { host, session } = launch(platform, "scorm2004", { tracking: { mastery: 0.9 } });
  assert.deepEqual(platform.written("cmi.progress_measure"), []);
  session.goTo(0);
  host.pass(2000);
  session.goTo(1);
  session.answer("q1", 0);
  session.answer("q2", 0);
  host.pass(2000);
  session.answer("q1", 1);
  session.answer("q2", 1);
  host.pass(2000);
  assert.deepEqual(platform.written("cmi.progress_measure"), ["0.25", "0.99", "1"]);
});

test("html: kept in the browser, at once", () => {
  const host = makeHost();
  const session = lk.start(lesson(), host);
  assert.equal(session.connection, "none");
  session.answer("q1", 1);
  session.goTo(1);
  const again = lk.start(lesson(), host);
  assert.equal(again.state.answers.q1.score, 1);
  assert.equal(again.state.place, 1);
  assert.equal(host.pending(), 0);
});

test("html: a browser that keeps nothing is said once there is something to lose", () => {
  for (const storage of [() => { throw new Error("denied"); }, () => null, () => ({ getItem() { throw new Error("no"); }, setItem() { throw new Error("full"); } })]) {
    const host = Object.assign(makeHost(), { storage });
    const session = lk.start(lesson(), host);
    const problems = [];
    session.onProblem(({ kind }) => problems.push(kind));
    session.goTo(1);
    assert.deepEqual([problems, session.safe], [[], true]);
    session.answer("q1", 1);
    session.answer("q2", 1);
    assert.equal(session.result().complete, true);
    assert.deepEqual([problems, session.safe], [["forgotten"], false]);
  }
});

both("a state that neither platform nor browser keeps is said, and taken back when one does", (target) => {
  const platform = new Platform(target);
  platform.misbehaviour[`set ${SUSPEND}`] = () => platform.answer("351", "false");
  const host = Object.assign(makeHost(platform.window), { storage: () => null });
  const session = lk.start(lesson({ ...MASTERY, target }), host);
  const problems = [];
  session.onProblem(({ kind, solved }) => problems.push(`${kind}${solved ? " solved" : ""}`));
  session.answer("q1", 1);
  host.pass(100);
  assert.deepEqual([problems, session.safe], [["unsaved", "forgotten"], false]);
  platform.misbehaviour = {};
  session.answer("q2", 1);
  host.pass(100);
  assert.deepEqual(problems.slice(2), ["unsaved solved", "forgotten solved"]);
  assert.equal(session.safe, true);
});

test("html: two tabs give one state, and an untick stays", () => {
  const host = makeHost();
  const one = lk.start(lesson(), host);
  const two = lk.start(lesson(), host);
  const changes = [];
  two.onChange((why) => changes.push(why));
  one.answer("q1", 1);
  one.tick("k1", 0, true);
  two.answer("q2", 0.5);
  assert.deepEqual(changes, ["loaded", "answer"]);
  assert.equal(two.state.answers.q1.score, 1);
  two.answer("q1", 0);
  one.tick("k1", 0, false);
  const three = lk.start(lesson(), host);
  assert.equal(three.result().complete, true);
  assert.equal(three.state.answers.q1.score, 1);
  assert.deepEqual(plain(three.state.ticks.k1), [false, false, false]);
});

test("a listener that fails stops neither the others nor the lesson", () => {
  const quiet = withFixed(load());
  const host = makeHost();
  const session = quiet.start(lesson(), host);
  const changes = [];
  const log = console.error;
  console.error = () => {};
  try {
    session.onChange(() => { throw new Error("fault of the page"); });
    session.onChange((why) => changes.push(why));
    session.answer("q1", 1);
  } finally {
    console.error = log;
  }
  assert.deepEqual(changes, ["answer"]);
});

test("ticks beyond a list, and lists that are none, are left alone", () => {
  const session = lk.start(lesson(), makeHost());
  session.tick("k1", 7, true);
  session.tick("k9", 0, true);
  session.tick("constructor", 0, true);
  assert.deepEqual(plain(session.state.ticks), { k1: [false, false, false] });
});

test("the state is as long as the edition allows", () => {
  for (const [edition, most] of [[3, 4000], [4, 64000], [undefined, 64000]]) {
    const platform = new Platform("scorm2004");
    const questions = Array.from({ length: 40 }, (_, place) => ({ type: "fixed", id: `q${place}`, points: 1 }));
    const { host, session } = launch(platform, "scorm2004", { ...MASTERY, questions, edition });
    lk.questions.fixed.score = () => 0;
    questions.forEach(({ id }) => session.answer(id, "a".repeat(249)));
    lk.questions.fixed.score = (question, answer) => answer;
    host.pass(100);
    const { length } = platform.committed[SUSPEND];
    assert.ok(length <= most && length > 3500, `${edition}: ${length}`);
  }
});

both("an error that is always told is none", (target) => {
  const platform = new Platform(target);
  platform.misbehaviour.error = () => "301";
  const { host, session, problems } = launch(platform, target);
  session.answer("q1", 1);
  host.pass(100);
  assert.deepEqual(problems, []);
  assert.ok(platform.committed[SUSPEND]);
});

both("nothing is asked of a platform after the end", (target) => {
  const platform = new Platform(target);
  platform.misbehaviour[`get ${SUSPEND}`] = () => { throw new Error("fault"); };
  const { session } = launch(platform, target);
  session.answer("q1", 1);
  session.end();
  const before = platform.calls.length;
  session.end();
  assert.equal(platform.calls.length, before);
});

both("a frame that is loaded again where no session is opened twice: kept for the next", (target, words) => {
  const platform = new Platform(target);
  const one = launch(platform, target);
  one.session.answer("q1", 1);
  one.session.end();
  const { storage, tab } = one.host;
  platform.misbehaviour.open = () => platform.answer("102", "false");
  const host = Object.assign(makeHost(platform.window), { storage, tab });
  const again = lk.start(lesson({ ...MASTERY, target }), host);
  again.answer("q2", 1);
  host.pass(6000);
  again.end();
  const next = platform.relaunch();
  const last = Object.assign(makeHost(next.window), { storage, tab });
  assert.equal(lk.start(lesson({ ...MASTERY, target }), last).result().success, "passed");
  assert.equal(next.committed[words.success], "passed");
  const other = platform.relaunch({ "cmi.core.student_id": "khac", "cmi.learner_id": "khac", [SUSPEND]: "" });
  const stranger = Object.assign(makeHost(other.window), { storage, tab });
  assert.equal(lk.start(lesson({ ...MASTERY, target }), stranger).state.answers.q2, undefined);
});
