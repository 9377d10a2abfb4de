"use strict";
/* The pretend platform's scripts in a context of their own, as its page loads them. */
const fs = require("node:fs");
const path = require("node:path");
const vm = require("node:vm");

const PAGE = path.join(__dirname, "..", "..", "src", "lessonkit", "inspect", "page");
const FILES = ["namespace", "values", "responses", "scorm12", "scorm2004", "model", "session"];

function load() {
  const context = vm.createContext({});
  for (const name of FILES) {
    const file = path.join(PAGE, `${name}.js`);
    vm.runInContext(fs.readFileSync(file, "utf8"), context, { filename: file });
  }
  return vm.runInContext("play", context);
}

const SCO = { id: "s", title: "S", address: "a.html", tracked: true, data: "", mastery: "", threshold: "",
  time: "", action: "", objectives: [] };

/** One launch with a recorder. */
function launch(play, version, { store, mode = "normal", sco = {}, switches = {} } = {}) {
  const calls = [];
  const kept = [];
  const on = { refuse: false, offline: false, throws: false, ...switches };
  const host = { now: () => 0, called: (call) => calls.push(call),
    kept: (one) => kept.push(JSON.parse(JSON.stringify(one))) };
  const order = { version, mode, sco: { ...SCO, ...sco }, learner: { id: "l-1", name: "Nguyễn, An" } };
  const session = new play.Session(order, store || play.freshStore(), on, host);
  return { session, api: session.api(), calls, kept, switches: on, store: () => kept[kept.length - 1] };
}

module.exports = { load, launch, PAGE };
