"use strict";
/* A platform in memory for both versions of SCORM, and ways in which platforms misbehave. */

const DIALECTS = {
  scorm12: {
    name: "API",
    functions: ["LMSInitialize", "LMSFinish", "LMSGetValue", "LMSSetValue", "LMSCommit", "LMSGetLastError"],
    usual: { "cmi.core.lesson_mode": "normal", "cmi.core.lesson_status": "not attempted", "cmi.core.student_id": "hoc-vien-1" },
  },
  scorm2004: {
    name: "API_1484_11",
    functions: ["Initialize", "Terminate", "GetValue", "SetValue", "Commit", "GetLastError"],
    usual: { "cmi.mode": "normal", "cmi.completion_status": "unknown", "cmi.success_status": "unknown", "cmi.learner_id": "hoc-vien-1" },
  },
};

class Platform {
  /** @param {"scorm12" | "scorm2004"} target */
  constructor(target, values = {}) {
    this.dialect = DIALECTS[target];
    this.values = { ...this.dialect.usual, ...values };
    this.committed = { ...this.values };
    this.calls = [];
    this.running = false;
    this.ended = false;
    this.code = "0";
    /** Function name, or function name and element → what it does instead. */
    this.misbehaviour = {};
    const [open, close, get, set, commit, error] = this.dialect.functions;
    this.roles = { [open]: "open", [close]: "close", [get]: "get", [set]: "set", [commit]: "commit", [error]: "error" };
    this.window = {};
    this.appear();
  }

  appear() {
    const api = {};
    for (const name of this.dialect.functions) api[name] = (...args) => this.call(name, args);
    this.window[this.dialect.name] = api;
  }

  vanish() {
    delete this.window[this.dialect.name];
  }

  call(name, args) {
    this.calls.push([name, ...args]);
    const role = this.roles[name];
    const bad = this.misbehaviour[`${role} ${args[0]}`] || this.misbehaviour[role];
    return bad ? bad(() => this[role](...args)) : this[role](...args);
  }

  answer(code, value) {
    this.code = code;
    return value;
  }

  open() {
    if (this.running || this.ended) return this.answer(this.ended ? "104" : "103", "false");
    this.running = true;
    return this.answer("0", "true");
  }

  close() {
    if (!this.running) return this.answer("301", "false");
    this.commit();
    this.running = false;
    this.ended = true;
    return this.answer("0", "true");
  }

  get(element) {
    if (!this.running) return this.answer("301", "");
    const array = /^(.*)\._count$/.exec(element);
    if (array) return this.answer("0", String(this.count(array[1])));
    return this.answer("0", this.values[element] === undefined ? "" : this.values[element]);
  }

  set(element, value) {
    if (!this.running) return this.answer("301", "false");
    this.values[element] = value;
    return this.answer("0", "true");
  }

  commit() {
    if (!this.running) return this.answer("301", "false");
    this.committed = { ...this.values };
    return this.answer("0", "true");
  }

  error() {
    return this.code;
  }

  count(array) {
    const start = `${array}.`;
    const found = Object.keys(this.values).filter((name) => name.startsWith(start));
    return new Set(found.map((name) => name.slice(start.length).split(".")[0])).size;
  }

  /** The next launch of the same learner. */
  relaunch(patch = {}) {
    const next = new Platform(this.dialect.name === "API" ? "scorm12" : "scorm2004", this.committed);
    Object.assign(next.values, patch);
    return next;
  }

  /** Calls of one role, without the name of the function. */
  made(role) {
    return this.calls.filter(([name]) => this.roles[name] === role).map(([, ...args]) => args);
  }

  written(element) {
    return this.made("set").filter(([name]) => name === element).map(([, value]) => value);
  }
}

module.exports = { Platform };
