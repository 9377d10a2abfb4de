// @ts-check
/**
 * The frame between Kolibri and a lesson, with the API of SCORM 1.2 that lessons find there.
 *
 * Written from the behaviour of learningequality/kolibri, SCORMShim.js@3dfb1db and
 * Html5ZipHandler.js@06c7d23: the API is there before the lesson; it answers without a session;
 * every value that is taken is sent on at once with all others; Commit and Finish do nothing;
 * progress is the share of the score, and only without any score that of the status.
 */
"use strict";

(function () {
  const page = /** @type {any} */ (window);
  const STATUS = ["passed", "completed", "failed", "incomplete", "browsed", "not attempted", ""];
  const TYPES = ["true-false", "choice", "fill-in", "matching", "performance", "sequencing", "likert", "numeric", ""];
  const BY_STATUS = /** @type {Record<string, number>} */ ({ passed: 1, failed: 0.5, browsed: 0.5, "not attempted": 0, incomplete: 0.5 });

  const number = (/** @type {string} */ value) => !isNaN(Number(value));
  const text = (/** @type {number} */ most) => (/** @type {string} */ value) => value.length <= most;
  const id = (/** @type {string} */ value) => value.length <= 255 && !/\s/.test(value);
  const one = (/** @type {string[]} */ values) => (/** @type {string} */ value) => values.includes(value);
  const span = (/** @type {string} */ value) => /[0-5]\d(\.\d{1,2})?/.test(value);
  const result = (/** @type {string} */ value) => number(value) || one(["correct", "wrong", "unanticipated", "neutral"])(value);

  /** @typedef {{ may: string, fits?: (value: string) => boolean }} Part */
  /** @type {Record<string, Part>} */
  const SCORE = { raw: { may: "rw", fits: number }, min: { may: "rw", fits: number }, max: { may: "rw", fits: number } };
  /** Of a path without its `cmi.` and with `n` for a number. @type {Record<string, Part>} */
  const MODEL = {
    "core.student_id": { may: "r" }, "core.student_name": { may: "r" }, "core.credit": { may: "r" },
    "core.entry": { may: "r" }, "core.total_time": { may: "r" }, "core.lesson_mode": { may: "r" },
    "core.lesson_location": { may: "rw", fits: text(255) },
    "core.lesson_status": { may: "rw", fits: one(STATUS) },
    "core.exit": { may: "w", fits: one(["time-out", "suspend", "logout", ""]) },
    "core.session_time": { may: "w", fits: span },
    launch_data: { may: "r" }, comments_from_lms: { may: "r" }, comments: { may: "rw", fits: text(4096) },
    suspend_data: { may: "rw", fits: text(4096) },
    "student_data.mastery_score": { may: "" }, "student_data.max_time_allowed": { may: "" },
    "student_data.time_limit_action": { may: "" },
    "student_preference.language": { may: "rw", fits: text(255) },
    "objectives.n.id": { may: "rw", fits: id }, "objectives.n.status": { may: "rw", fits: one(STATUS) },
    "interactions.n.id": { may: "rw", fits: id }, "interactions.n.objectives.n.id": { may: "w", fits: id },
    "interactions.n.time": { may: "w", fits: span }, "interactions.n.type": { may: "w", fits: one(TYPES) },
    "interactions.n.correct_responses.n.pattern": { may: "w" },
    "interactions.n.weighting": { may: "w", fits: number },
    "interactions.n.student_response": { may: "w" },
    "interactions.n.result": { may: "w", fits: result }, "interactions.n.latency": { may: "w", fits: span },
  };
  for (const [name, part] of Object.entries(SCORE)) {
    MODEL[`core.score.${name}`] = part;
    MODEL[`objectives.n.score.${name}`] = part;
  }

  const calls = /** @type {unknown[][]} */ ([]);
  let data = /** @type {any} */ ({});
  let user = /** @type {any} */ ({});
  /** 0, or the code as a text: so the shim answers. @type {number | string} */
  let error = 0;

  /** @type {Record<string, () => string>} */
  const FROM_USER = {
    "core.student_id": () => user.userId || "",
    "core.student_name": () => user.userFullName || "",
    "core.credit": () => (user.userId ? "credit" : "no-credit"),
    "core.entry": () => (user.progress ? (user.progress < 1 ? "resume" : "") : "ab-initio"),
    "core.total_time": () => "00:00:00",
    "core.lesson_mode": () => (user.userId ? (user.complete ? "review" : "normal") : "browse"),
    "student_preference.language": () => user.language || "",
  };

  /** @param {string} event @param {unknown} body */
  const send = (event, body) => window.parent.postMessage({ nameSpace: "hashi", event, data: body }, "*");

  function progress() {
    const core = data.cmi?.core || {};
    if (core.score) {
      const { raw = "", min = "", max = "" } = core.score;
      const [low, high] = [Number(min || 0), Number(max === "" ? 100 : max)];
      return Math.max(0, Math.min(1, (Number(raw === "" ? low : raw) - low) / (high - low)));
    }
    return BY_STATUS[core.lesson_status] ?? null;
  }

  function stateUpdated() {
    const share = progress();
    send("stateupdate", share === null ? { state: data } : { state: data, progress: share });
  }

  /** @param {string} element */
  const known = (element) => element.replace(/^cmi\./, "").replace(/\.\d+(?=\.)/g, ".n");

  /** @param {string | number} code @param {unknown} answer */
  function say(code, answer) {
    error = code;
    return answer;
  }

  /** @param {string} element */
  function read(element) {
    const name = known(element);
    const list = /^(.*)\._count$/.exec(element);
    if (list) return say(0, (found(list[1]) || []).length || 0);
    const part = MODEL[name];
    if (!part) return say("201", "");
    if (part.may === "") return say("401", "");
    if (part.may === "w") return say("404", "");
    return say(0, FROM_USER[name] ? FROM_USER[name]() : found(element) ?? "");
  }

  /** @param {string} path */
  const found = (path) => path.split(".").reduce((value, key) => value?.[key], data);

  /** @param {string} element @param {string} value */
  function write(element, value) {
    const part = MODEL[known(element)];
    if (!part) return say(/_(count|children)$/.test(element) ? "402" : "201", "false");
    if (part.may === "r") return say("403", "false");
    if (part.may === "") return say("401", "false");
    if (part.fits && !part.fits(String(value))) return say("405", "false");
    const keys = element.split(".");
    const last = String(keys.pop());
    let at = data;
    for (const [place, key] of keys.entries()) {
      at[key] = at[key] || (/^\d+$/.test(keys[place + 1] || last) ? [] : {});
      at = at[key];
    }
    at[last] = value;
    stateUpdated();
    return say(0, "true");
  }

  /** @type {Record<string, (...args: any[]) => unknown>} */
  const API = {
    LMSInitialize: () => (stateUpdated(), "true"),
    LMSFinish: () => "true",
    LMSGetValue: read,
    LMSSetValue: write,
    LMSCommit: () => say(0, "true"),
    LMSGetLastError: () => error,
    LMSGetErrorString: () => "",
    LMSGetDiagnostic: () => "",
  };
  page.API = Object.fromEntries(Object.keys(API).map((name) => [name, (/** @type {unknown[]} */ ...args) => {
    const answer = API[name](...args);
    if (name !== "LMSGetLastError") calls.push([name, ...args, answer, error]);
    return answer;
  }]));
  page.shim = { calls };

  window.addEventListener("message", ({ data: said, source }) => {
    if (source !== window.parent || said?.nameSpace !== "hashi") return;
    if (said.event === "userdataupdate") user = said.data;
    if (said.event !== "mainready") return;
    data = said.data.state;
    user = said.data.userData;
    const frame = document.createElement("iframe");
    frame.id = "lesson";
    frame.src = said.data.startUrl;
    document.body.append(frame);
  });
  send("iframeready", true);
})();
