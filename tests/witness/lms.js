// @ts-check
/**
 * A learning management system for tests: scorm-again behind a recorder.
 *
 * Query switches (each also a field of `lms.options`, read again at every call):
 *   version=1.2|2004   src=<launch address>   persist=<name>   mode=normal|browse|review
 *   credit=credit|no-credit   api=normal|missing|nested|opener   late=<ms>
 *   mastery=<score>   launch_data=<text>   learner_id=   learner_name=
 *   throw=<fn>[:element]            the function throws (repeatable)
 *   answer=<fn>:<kind>[:element]    what it returns: number, boolean, or without doing anything
 *                                   empty, false, null, undefined, or =text for that text;
 *                                   void and blank: done, but undefined or "" (repeatable)
 *   reopens=1                       a session that was ended may be opened again
 *   running=1                       another script has opened the session before the lesson
 *   refuse=<element>[:code]         SetValue answers "false" with this error (repeatable)
 *
 * `window.calls` holds every call of every launch; `window.lms` has launch, close, crash,
 * relaunch, kill (the session ends under the lesson's feet, for good), expire (it ends, but may be
 * opened again), offer (the API is there from now on) and state. What was not committed is lost, as on a platform without autocommit.
 */
"use strict";

(function () {
  /**
   * @typedef {{fn: string, args: unknown[], result: unknown, error: string, time: number,
   *   session: number, thrown?: boolean, forced?: boolean}} Call
   * @typedef {{values: Record<string, string>, total: number, exit: string, launches: number}} Store
   * @typedef {{version: string, src: string, persist: string, mode: string, credit: string,
   *   api: string, late: number, mastery: string, launchData: string, learnerId: string,
   *   learnerName: string, throws: string[], answers: string[], refuses: string[],
   *   running: boolean, reopens: boolean}} Options
   */

  const ERRORS = /^(LMS)?Get(LastError|ErrorString|Diagnostic)$/;
  const DIALECTS = {
    "1.2": {
      global: "API",
      maker: "Scorm12API",
      functions: ["LMSInitialize", "LMSFinish", "LMSGetValue", "LMSSetValue", "LMSCommit",
        "LMSGetLastError", "LMSGetErrorString", "LMSGetDiagnostic"],
      lastError: "LMSGetLastError",
      exit: "cmi.core.exit",
      sessionTime: "cmi.core.session_time",
      given: /** @param {Options} o @param {Store} s */ (o, s) => ({
        "cmi.core.student_id": o.learnerId,
        "cmi.core.student_name": o.learnerName,
        "cmi.core.credit": o.credit,
        "cmi.core.lesson_mode": o.mode,
        "cmi.core.entry": entry12(s),
        "cmi.core.total_time": clock(s.total),
        "cmi.student_data.mastery_score": o.mastery,
        "cmi.launch_data": o.launchData,
      }),
    },
    "2004": {
      global: "API_1484_11",
      maker: "Scorm2004API",
      functions: ["Initialize", "Terminate", "GetValue", "SetValue", "Commit",
        "GetLastError", "GetErrorString", "GetDiagnostic"],
      lastError: "GetLastError",
      exit: "cmi.exit",
      sessionTime: "cmi.session_time",
      given: /** @param {Options} o @param {Store} s */ (o, s) => ({
        "cmi.learner_id": o.learnerId,
        "cmi.learner_name": o.learnerName,
        "cmi.credit": o.credit,
        "cmi.mode": o.mode,
        "cmi.entry": s.exit === "suspend" ? "resume" : "ab-initio",
        "cmi.total_time": `PT${(s.total / 100).toFixed(2)}S`,
        "cmi.scaled_passing_score": o.mastery,
        "cmi.launch_data": o.launchData,
      }),
    },
  };

  /** @param {Store} store */
  function entry12(store) {
    if (!store.launches) return "ab-initio";
    return store.exit === "suspend" ? "resume" : "";
  }

  /** @param {number} hundredths */
  function clock(hundredths) {
    const two = (/** @type {number} */ n) => String(n).padStart(2, "0");
    const seconds = Math.floor(hundredths / 100);
    const hours = String(Math.floor(seconds / 3600)).padStart(4, "0");
    const rest = `${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`;
    return `${hours}:${rest}.${two(hundredths % 100)}`;
  }

  /** @param {string} text `HHHH:MM:SS.SS` or an ISO 8601 duration of days and less */
  function hundredths(text) {
    const plain = /^(\d+):(\d+):([\d.]+)$/.exec(text);
    const iso = /^P(?:(\d+)D)?T?(?:(\d+)H)?(?:(\d+)M)?(?:([\d.]+)S)?$/.exec(text);
    const parts = plain ? [0, plain[1], plain[2], plain[3]] : iso ? iso.slice(1) : [];
    const [d, h, m, s] = [0, 1, 2, 3].map((i) => Number(parts[i] || 0));
    return Math.round((((d * 24 + h) * 60 + m) * 60 + s) * 100);
  }

  /** @returns {Options} */
  function readOptions() {
    const query = new URLSearchParams(location.search);
    const get = (/** @type {string} */ key, usual = "") => query.get(key) ?? usual;
    const mode = get("mode", "normal");
    return {
      version: get("version", "1.2"), src: get("src"), persist: get("persist"), mode,
      credit: get("credit", mode === "normal" ? "credit" : "no-credit"),
      api: get("api", "normal"), late: Number(get("late", "0")),
      mastery: get("mastery"), launchData: get("launch_data"),
      learnerId: get("learner_id", "learner-1"), learnerName: get("learner_name", "Nguyễn, An"),
      throws: query.getAll("throw"), answers: query.getAll("answer"),
      refuses: query.getAll("refuse"), running: query.get("running") === "1",
      reopens: query.get("reopens") === "1",
    };
  }

  const page = /** @type {any} */ (window);
  const options = readOptions();
  const calls = /** @type {Call[]} */ ([]);
  let session = /** @type {Session | null} */ (null);
  let count = 0;
  let kept = load();

  /** @returns {Store} */
  function load() {
    const text = options.persist && localStorage.getItem(`lms:${options.persist}`);
    return text ? JSON.parse(text) : { values: {}, total: 0, exit: "", launches: 0 };
  }

  function save() {
    if (options.persist) localStorage.setItem(`lms:${options.persist}`, JSON.stringify(kept));
  }

  /** One launch: the run-time of scorm-again, filled with what earlier launches committed. */
  class Session {
    constructor() {
      this.dialect = DIALECTS[options.version === "1.2" ? "1.2" : "2004"];
      this.number = ++count;
      this.started = performance.now();
      this.dead = false;
      this.forced = "";
      this.lost = false;
      this.over = false;
      this.pending = /** @type {Record<string, string>} */ ({});
      this.total = 0;
      this.open();
      kept.exit = "";
      kept.launches += 1;
    }

    open() {
      this.over = false;
      this.runtime = new page[this.dialect.maker]({ logLevel: 5, autocommit: false });
      if (this.dialect.global === "API_1484_11" && kept.exit !== "suspend") kept.values = {};
      this.fill();
    }

    /** What was not committed is gone. @param {boolean} again whether it may be opened again */
    lose(again) {
      this.lost = true;
      this.pending = {};
      if (again) this.open();
      else this.runtime[this.dialect.functions[1]]("");
    }

    fill() {
      const given = this.dialect.given(options, kept);
      for (const [element, value] of [...Object.entries(kept.values), ...Object.entries(given)]) {
        if (value !== "") this.runtime.setCMIValue(element, value);
      }
      if (this.dialect.global === "API") this.runtime.cmi.core.entry = entry12(kept);
    }

    /** The object that content finds as API or API_1484_11. */
    facade() {
      const api = /** @type {Record<string, (...args: unknown[]) => unknown>} */ ({});
      for (const fn of this.dialect.functions) api[fn] = (...args) => this.call(fn, args);
      return api;
    }

    /** @param {string} fn @param {unknown[]} args @returns {unknown} */
    call(fn, args) {
      if (this.dead) return "false";
      /** @type {Call} */
      const call = { fn, args, result: null, error: "", session: this.number,
        time: Math.round(performance.now() - this.started) };
      calls.push(call);
      if (options.throws.some((rule) => matches(rule, fn, args))) {
        call.thrown = true;
        throw new Error(`simulated fault of ${fn}`);
      }
      call.result = this.answer(call);
      if (this.lost) call.forced = true;
      if (this.lost && fn.endsWith("Initialize") && String(call.result) === "true") {
        this.lost = false;
        call.forced = false;
      }
      call.error = this.forced || this.runtime[this.dialect.lastError]();
      return call.result;
    }

    /** @param {Call} call @returns {unknown} */
    answer(call) {
      if (call.fn === this.dialect.lastError && this.forced) return this.forced;
      if (!ERRORS.test(call.fn)) this.forced = "";
      const refusal = refused(call.fn, call.args);
      if (refusal) {
        call.forced = true;
        this.forced = refusal;
        return "false";
      }
      const kind = answerKind(call.fn, call.args);
      if (kind) call.forced = true;
      if (kind.startsWith("=")) return kind.slice(1);
      if (kind in FIXED) return FIXED[kind];
      if (this.over && options.reopens && call.fn.endsWith("Initialize")) this.open();
      const result = this.runtime[call.fn](...call.args);
      if (String(result) === "true") this.note(call.fn, call.args);
      if (kind in DONE) return DONE[kind];
      return kind ? converted(kind, result) : result;
    }

    /** An accepted write waits for the next commit. @param {string} fn @param {unknown[]} args */
    note(fn, args) {
      if (fn.endsWith("SetValue")) this.pending[String(args[0])] = String(args[1]);
      if (!/(Commit|Finish|Terminate)$/.test(fn)) return;
      for (const [element, value] of Object.entries(this.pending)) {
        if (element === this.dialect.exit) kept.exit = value;
        else if (element === this.dialect.sessionTime) this.total = hundredths(value);
        else kept.values[element] = value;
      }
      this.pending = {};
      this.over = this.over || !fn.endsWith("Commit");
      save();
    }

    end() {
      this.dead = true;
      kept.total += this.total;
      save();
    }
  }

  /** @type {Record<string, unknown>} */
  const FIXED = { empty: "", false: "false", null: null, undefined };
  /** @type {Record<string, unknown>} */
  const DONE = { void: undefined, blank: "" };

  /** @param {string} rule @param {string} fn @param {unknown[]} args */
  function matches(rule, fn, args) {
    const [name, element] = rule.split(":");
    return name === fn && (!element || element === args[0]);
  }

  /** @param {string} fn @param {unknown[]} args */
  function refused(fn, args) {
    if (!fn.endsWith("SetValue")) return "";
    const rule = options.refuses.find((one) => one.split(":")[0] === args[0]);
    return rule ? rule.split(":")[1] || (fn === "SetValue" ? "351" : "405") : "";
  }

  /** @param {string} fn @param {unknown[]} args */
  function answerKind(fn, args) {
    const found = options.answers.map((rule) => rule.split(":")).find(
      ([name, , element]) => name === fn && (!element || element === args[0]));
    return found ? found[1] : "";
  }

  /** @param {string} kind @param {unknown} result */
  function converted(kind, result) {
    if (result === "true" || result === "false") {
      return kind === "number" ? Number(result === "true") : result === "true";
    }
    return kind === "number" && result !== "" && !isNaN(Number(result)) ? Number(result) : result;
  }

  /** @param {string} src */
  function frame(src) {
    const iframe = document.createElement("iframe");
    iframe.id = "lesson";
    iframe.src = src;
    document.getElementById("stage")?.replaceChildren(iframe);
    return new Promise((done) => iframe.addEventListener("load", done, { once: true }));
  }

  const wrap = (/** @type {string} */ src) => `/lms/frame.html?src=${encodeURIComponent(src)}`;

  function launch() {
    const mine = session = new Session();
    const offer = () => { if (session === mine) page[mine.dialect.global] = mine.facade(); };
    if (options.running) mine.call(mine.dialect.functions[0], [""]);
    if (options.api !== "missing" && options.late) setTimeout(offer, options.late);
    else if (options.api !== "missing") offer();
    if (options.api !== "opener") return frame(options.api === "nested" ? wrap(wrap(options.src)) : options.src);
    page.popup = window.open(options.src, "lesson");
    return null;
  }

  /** Takes the lesson away as a learner would; its pagehide still reaches the API. */
  async function close() {
    const popup = page.popup;
    page.popup = null;
    const gone = popup && new Promise((done) => popup.addEventListener("pagehide", done, { once: true }));
    popup?.close();
    document.getElementById("lesson")?.remove();
    await gone;
    await new Promise((done) => setTimeout(done, 50));
    leave();
  }

  /** The lesson dies without a word: no call made from now on arrives. */
  function crash() {
    leave();
    return close();
  }

  function leave() {
    if (!session) return;
    session.end();
    session = null;
    delete page.API;
    delete page.API_1484_11;
  }

  /** @param {Partial<Options>} [patch] */
  async function relaunch(patch) {
    if (session) await close();
    Object.assign(options, patch);
    await launch();
  }

  page.calls = calls;
  const kill = () => session?.lose(false);
  const expire = () => session?.lose(true);
  const offer = () => { if (session) page[session.dialect.global] = session.facade(); };
  page.lms = { options, launch, close, crash, relaunch, kill, expire, offer, state: () => kept };
  window.addEventListener("DOMContentLoaded", () => { if (options.src) launch(); });
})();
