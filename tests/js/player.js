"use strict";
/* The player's scripts in a context of their own, as a browser would load them. */
const fs = require("node:fs");
const path = require("node:path");
const vm = require("node:vm");

const PLAYER = path.join(__dirname, "..", "..", "src", "lessonkit", "player");
const CORE = [
  "namespace", "host", "state", "tracking", "merge", "store", "values", "tell", "interactions",
  "scorm12", "scorm2004", "connect", "platform", "keeper", "session",
];

/** Every file of question types that stands. */
function questionFiles() {
  const folder = path.join(PLAYER, "questions");
  return fs.readdirSync(folder).filter((name) => name.endsWith(".js")).sort()
    .map((name) => path.join("questions", name));
}

/** @param {string[]} [more] files beside the core, relative to the player's folder */
function load(more = []) {
  const context = vm.createContext({ console });
  for (const name of [...CORE.map((one) => `${one}.js`), ...more]) {
    const file = path.join(PLAYER, name);
    vm.runInContext(fs.readFileSync(file, "utf8"), context, { filename: file });
  }
  return vm.runInContext("lessonkit", context);
}

/** Values of the context as plain ones of ours, so that deepEqual can compare them. */
function plain(value) {
  return value === undefined ? undefined : JSON.parse(JSON.stringify(value));
}

function vectors(name) {
  const file = path.join(__dirname, "..", "vectors", name);
  return JSON.parse(fs.readFileSync(file, "utf8"));
}

/** A checklist: what stands at each place, by its sign. */
function list(id, count) {
  return { id, count, items: Array.from({ length: count }, (_, n) => `a${n.toString(36)}`) };
}

/** Data of a lesson, with what a test cares for on top. */
function lesson(patch = {}) {
  const questions = ["q1", "q2"].map((id) => ({ type: "fixed", id, points: 1, objective: "o1" }));
  return {
    format: 1, id: "bai-hoc", version: "1.0", lang: "vi", target: "html", title: "Bài học",
    tracking: { complete: "answered", mastery: null, attempts: null, ...patch.tracking },
    sections: ["s1", "s2"], questions, objectives: ["o1"], checklists: [list("k1", 3)],
    ...Object.fromEntries(Object.entries(patch).filter(([name]) => name !== "tracking")),
  };
}

function storageOf(map) {
  return {
    getItem: (name) => (map.has(name) ? map.get(name) : null),
    setItem: (name, text) => void map.set(name, text),
    removeItem: (name) => void map.delete(name),
  };
}

/** Numbers from 0 to below 1, the same for the same seed. */
function diceOf(seed) {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

/** A clock and timers in the hands of the test. */
function makeHost(window = {}) {
  let now = Date.UTC(2026, 0, 31, 8, 5, 0, 120);
  let timers = [];
  const kept = new Map();
  const tab = new Map();
  return {
    window,
    kept,
    now: () => now,
    random: diceOf(1),
    later(act, ms) {
      const timer = { act, due: now + ms };
      timers.push(timer);
      return timer;
    },
    cancel: (timer) => { timers = timers.filter((one) => one !== timer); },
    storage: () => storageOf(kept),
    tab: () => storageOf(tab),
    /** Lets time pass and everything due happen, in order. */
    pass(ms) {
      const end = now + ms;
      for (;;) {
        const next = timers.filter((one) => one.due <= end).sort((a, b) => a.due - b.due)[0];
        if (!next) break;
        timers = timers.filter((one) => one !== next);
        now = Math.max(now, next.due);
        next.act();
      }
      now = end;
    },
    pending: () => timers.length,
  };
}

/** Question type whose answer is its score. */
function withFixed(lk) {
  lk.questions.fixed = {
    score: (question, answer) => answer,
    interaction: (question, answer) => ({ type: "other", patterns: [], response: [String(answer)] }),
  };
  return lk;
}

module.exports = { PLAYER, CORE, load, plain, diceOf, vectors, list, lesson, makeHost, questionFiles, withFixed };
