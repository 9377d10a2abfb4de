// @ts-check
/*
 * One launch: the functions that content calls, their order and their error codes, what is kept at
 * a commit, and what goes wrong when a lesson is left. Touches no page: the stage gives it a clock
 * and listens.
 */
(function () {
  "use strict";
  const KINDS = { Initialize: "initialize", Finish: "finish", Terminate: "finish", GetValue: "get_", SetValue: "set_", Commit: "commit" };
  const TEXTS = /** @type {Record<string, string>} */ ({
    0: "No error", 101: "General exception", 103: "Already initialized", 104: "Content instance terminated",
    112: "Termination before initialization", 113: "Termination after termination",
    122: "Retrieve data before initialization", 123: "Retrieve data after termination",
    132: "Store data before initialization", 133: "Store data after termination",
    142: "Commit before initialization", 143: "Commit after termination", 201: "Invalid argument",
    202: "Element cannot have children", 203: "Element not an array", 301: "Not initialized or general get failure",
    351: "General set failure", 401: "Undefined or not implemented element", 402: "Invalid set value, element is a keyword",
    403: "Element is read only or value not initialized", 404: "Element is write only or read only",
    405: "Incorrect data type or write only", 406: "Data model element type mismatch",
    407: "Data model element value out of range", 408: "Data model dependency not established",
  });

  /** @returns {Play.Store} */
  const freshStore = () => ({ values: {}, exit: "", total: 0, launches: 0 });

  class Session {
    /** @param {Play.Launch} launch @param {Play.Store} store @param {Play.Switches} switches @param {Play.Host} host */
    constructor(launch, store, switches, host) {
      this.launch = launch;
      this.version = play.versions[launch.version];
      this.switches = switches;
      this.host = host;
      this.phase = 0;
      this.error = "0";
      this.calls = 0;
      this.pending = /** @type {Set<string>} */ (new Set());
      this.dead = false;
      this.store = this.opened(store);
      this.model = new play.Model(this.version, this.version.given(launch, { ...store, total: this.store.total }), this.store.values);
      launch.sco.objectives.forEach((id, n) => {
        if (!this.model.values.has(`cmi.objectives.${n}.id`)) this.model.put(`cmi.objectives.${n}.id`, id);
      });
    }

    /** What the launch finds: a new attempt where the last one was ended for good. @param {Play.Store} store @returns {Play.Store} */
    opened(store) {
      const anew = this.launch.mode === "normal" && this.version.begins(store);
      const kept = anew ? freshStore() : { ...store, values: { ...store.values } };
      return { ...kept, launches: store.launches + 1 };
    }

    /** The object that content finds. */
    api() {
      const api = /** @type {Record<string, (...args: unknown[]) => unknown>} */ ({});
      const names = ["Initialize", this.version.close.replace("LMS", ""), "GetValue", "SetValue", "Commit",
        "GetLastError", "GetErrorString", "GetDiagnostic"];
      names.forEach((name) => { api[this.version.prefix + name] = (...args) => this.call(name, args); });
      return api;
    }

    /** @param {string} name @param {unknown[]} args */
    call(name, args) {
      if (this.dead) return name === "GetValue" ? "" : "false";
      /** @type {Play.Call} */
      const call = { n: ++this.calls, at: Math.round(this.host.now()), fn: this.version.prefix + name, args: args.map(shown),
        result: "", error: "0", faults: [], pretended: "" };
      const known = name in KINDS;
      const answer = known ? this.answer(name, args, call) : this.about(name, args, call);
      call.result = answer;
      call.error = known ? this.error : "0";
      this.host.called(call);
      if (call.pretended === "throw") throw new Error("lessonkit play: thrown on purpose");
      return answer;
    }

    /** @param {string} name @param {unknown[]} args @param {Play.Call} call */
    about(name, args, call) {
      if (name === "GetLastError") return this.error;
      const code = String(args[0] === undefined || args[0] === "" ? this.error : args[0]);
      call.faults = this.counted(name, args, 1);
      return TEXTS[code] || "";
    }

    /** @param {string} name @param {unknown[]} args @param {Play.Call} call */
    answer(name, args, call) {
      call.faults = [...this.counted(name, args, name === "SetValue" ? 2 : 1), ...this.order(name)];
      call.pretended = this.pretence(name);
      const failed = name === "GetValue" ? "" : "false";
      if (call.pretended) {
        this.error = call.pretended === "refuse" ? this.version.errors.refused : this.version.errors.general;
        return failed;
      }
      const fault = call.faults.find((one) => one.level === "fault" && one.error);
      if (fault) {
        this.error = fault.error || "0";
        return failed;
      }
      const made = this.made(name, args.map(String));
      this.error = made.error;
      call.faults.push(...made.faults);
      return made.error === "0" ? made.value : failed;
    }

    /** @param {string} name */
    pretence(name) {
      if (this.switches.throws) return "throw";
      if (this.switches.offline) return "offline";
      return this.switches.refuse && name === "SetValue" && this.phase === 1 ? "refuse" : "";
    }

    /** @param {string} name @param {string[]} args @returns {Play.Answer} */
    made(name, args) {
      if (name === "GetValue") return this.model.get(args[0] || "");
      if (name === "SetValue") return this.written(args[0] || "", args[1] === undefined ? "" : args[1]);
      if (name === "Initialize") this.begin();
      if (name === "Commit") this.keep();
      return { value: "true", error: "0", faults: /Finish|Terminate/.test(name) ? this.ended() : [] };
    }

    begin() {
      this.phase = 1;
      if (this.launch.mode === "normal") this.host.kept(this.stored(false));
    }

    /** @param {string} element @param {string} value @returns {Play.Answer} */
    written(element, value) {
      const answer = this.model.set(element, value);
      if (answer.error !== "0") return answer;
      this.pending.add(element);
      if (this.launch.mode !== "normal") answer.faults.push(this.note("writes-unkept", { mode: this.launch.mode }));
      return answer;
    }

    /** @param {string} code @param {Record<string, string | number | undefined>} args @returns {Play.Fault} */
    note(code, args = {}, fn = "", level = "note") {
      return { ...args, code, level, clause: this.version.clause("", fn) };
    }

    /** @param {string} name @param {unknown[]} args @param {number} wanted @returns {Play.Fault[]} */
    counted(name, args, wanted) {
      const faults = [];
      if (args.length !== wanted) faults.push(this.note("argument-count", { length: args.length, wanted }, name, "fault"));
      if (args.some((one) => typeof one !== "string")) faults.push(this.note("argument-type", {}, name, "fault"));
      const empty = /Initialize|Finish|Terminate|Commit/.test(name) && args.length === 1 && args[0] !== "";
      if (empty) faults.push({ ...this.note("argument-not-empty", {}, name, "fault"), error: this.version.errors.argument });
      return faults;
    }

    /** Initialize once and first, nothing after the end. @param {string} name @returns {Play.Fault[]} */
    order(name) {
      const kind = /** @type {Record<string, string>} */ (KINDS)[name];
      const error = this.version.errors[kind][this.phase];
      const fine = name === "Initialize" ? this.phase === 0 : this.phase === 1;
      if (fine) return [];
      const codes = name === "Initialize" ? ["", "initialize-again", "initialize-late"] : ["not-initialized", "", "after-end"];
      return [{ ...this.note(codes[this.phase], {}, name, "fault"), error }];
    }

    /** Everything written so far will be there at the next launch; in browse and review nothing is. */
    keep() {
      if (this.launch.mode === "normal") {
        const { fresh, exit } = this.version;
        /** @type {Record<string, string>} */
        const values = {};
        this.model.values.forEach((/** @type {string} */ value, /** @type {string} */ name) => {
          if (!fresh.includes(name)) values[name] = value;
        });
        this.store.values = values;
        this.store.exit = this.model.values.get(exit) || "";
        this.host.kept(this.stored(false));
      }
      this.pending.clear();
    }

    /** @param {boolean} ended @returns {Play.Store} */
    stored(ended) {
      const time = ended ? this.model.values.get(this.version.time) || "" : "";
      return { ...this.store, total: this.store.total + this.version.hundredths(time) };
    }

    /** The end as the content wanted it. @returns {Play.Fault[]} */
    ended() {
      this.phase = 2;
      this.version.conclude(this.model, this.launch);
      this.keep();
      if (this.launch.mode === "normal") this.host.kept(this.store = this.stored(true));
      return this.launch.mode === "normal" ? this.regrets() : [];
    }

    /** What the content will miss, or a platform. */
    regrets() {
      const { exit, time, suspend, completion } = this.version;
      const model = this.model;
      const found = [];
      const leaves = model.values.get(exit) !== "suspend" && Boolean(model.value(suspend));
      if (leaves) found.push(this.note(this.version.strict ? "exit-loses" : "exit-not-suspend", { exit }));
      if (!model.values.has(time)) found.push(this.note("no-time", { time }));
      if (["", "unknown", "not attempted"].includes(model.value(completion))) found.push(this.note("no-status", { completion }));
      return found;
    }

    /** The frame is gone; what was not committed is lost, as on a platform without autocommit. @returns {Play.Fault[]} */
    leave() {
      this.dead = true;
      if (this.phase === 0) return this.launch.sco.tracked ? [this.note("silent", {}, "Initialize", "fault")] : [];
      const found = [];
      if (this.phase === 1) {
        found.push(this.note("unfinished", { close: this.version.close }, this.version.close, "fault"));
        if (this.pending.size) found.push(this.note("uncommitted", { count: this.pending.size }, "Commit", "fault"));
      }
      return found;
    }
  }

  /** An argument as the log shows it: texts as they are, all else by its name. @param {unknown} value */
  function shown(value) {
    return typeof value === "string" ? value : `⟨${value === null ? "" : `${typeof value} `}${String(value)}⟩`;
  }

  play.Session = Session;
  play.freshStore = freshStore;
})();
