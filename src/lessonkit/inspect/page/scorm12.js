// @ts-check
/*
 * SCORM 1.2 as the standard has it, and no more: functions (RTE 3.3), elements and their types
 * (RTE 3.4.4). What platforms take beside that is not taken here.
 */
(function () {
  "use strict";
  const { anything, each, either, number, oneOf, shaped, text, hundredths } = play.values;
  const DIGITS = /^-?\d{1,3}(\.\d+)?$/;
  const STATUS = ["passed", "completed", "failed", "incomplete", "browsed"];
  const API = "SCORM 1.2 RTE 3.3";
  const DATA = "SCORM 1.2 RTE 3.4.4";

  const identifier = shaped(/^[A-Za-z0-9_-]{1,255}$/, "A–Z a–z 0–9 _ -");
  const timespan = shaped(/^\d{2,4}:[0-5]\d:[0-5]\d(\.\d{1,2})?$/, "0000:05:30.00");
  const clock = shaped(/^([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d{1,2})?$/, "08:05:30.00");
  const score = either(oneOf(""), number(DIGITS, 0, 100));
  const feedback = text(255);
  const one = shaped(/^[0-9a-z]$/, "0–9 a–z");
  const pair = shaped(/^[0-9a-z]\.[0-9a-z]$/, "1.c");

  /** @param {string} value @param {Play.Check} check */
  function list(value, check) {
    const body = /^\{(.*)\}$/.exec(value);
    return each((body ? body[1] : value).split(","), check, 36, true);
  }

  /** @type {Record<string, Play.Check>} */
  const responses = {
    "true-false": oneOf("0", "1", "t", "f"),
    choice: (value) => (value ? list(value, one) : null),
    sequencing: (value) => list(value, one),
    matching: (value) => list(value, pair),
    numeric: number(/^-?\d+(\.\d+)?$/),
    likert: (value) => (value ? one(value) : null),
  };

  /** @param {string} type @param {string} value */
  const response = (type, value) => feedback(value) || (responses[type] || anything)(value);

  const item = "cmi.interactions.n";
  const read = `cmi._version cmi.core._children cmi.core.student_id cmi.core.student_name cmi.core.credit
    cmi.core.entry cmi.core.score._children cmi.core.total_time cmi.core.lesson_mode cmi.launch_data
    cmi.comments_from_lms cmi.objectives._children cmi.objectives._count cmi.objectives.n.score._children
    cmi.student_data._children cmi.student_data.mastery_score cmi.student_data.max_time_allowed
    cmi.student_data.time_limit_action cmi.student_preference._children cmi.interactions._children
    cmi.interactions._count ${item}.objectives._count ${item}.correct_responses._count`.split(/\s+/);
  /** @type {Record<string, Play.Check>} */
  const both = {
    "cmi.core.lesson_location": text(255, true), "cmi.core.lesson_status": oneOf(...STATUS),
    "cmi.core.score.raw": score, "cmi.core.score.min": score, "cmi.core.score.max": score,
    "cmi.suspend_data": text(4096, true), "cmi.comments": text(4096),
    "cmi.objectives.n.id": identifier, "cmi.objectives.n.status": oneOf(...STATUS, "not attempted"),
    "cmi.objectives.n.score.raw": score, "cmi.objectives.n.score.min": score, "cmi.objectives.n.score.max": score,
    "cmi.student_preference.audio": number(/^-?\d+$/, -1, 100), "cmi.student_preference.language": text(255, true),
    "cmi.student_preference.speed": number(/^-?\d+$/, -100, 100), "cmi.student_preference.text": oneOf("-1", "0", "1"),
  };
  /** @type {Record<string, Play.Check>} */
  const write = {
    "cmi.core.exit": oneOf("time-out", "suspend", "logout", ""), "cmi.core.session_time": timespan,
    [`${item}.id`]: identifier, [`${item}.objectives.n.id`]: identifier, [`${item}.time`]: clock,
    [`${item}.type`]: oneOf("true-false", "choice", "fill-in", "matching", "performance", "sequencing", "likert", "numeric"),
    [`${item}.correct_responses.n.pattern`]: feedback, [`${item}.weighting`]: number(DIGITS, -100, 100),
    [`${item}.student_response`]: feedback, [`${item}.latency`]: timespan,
    [`${item}.result`]: either(oneOf("correct", "wrong", "unanticipated", "neutral"), number(DIGITS)),
  };

  /** @param {number} total hundredths of a second */
  function total(total) {
    const [h, m] = [Math.floor(total / 360000), Math.floor(total / 6000) % 60];
    const two = (/** @type {number} */ part) => String(part).padStart(2, "0");
    return `${String(h).padStart(4, "0")}:${two(m)}:${two(Math.floor(total / 100) % 60)}.${two(total % 100)}`;
  }

  /** What a platform concludes when the session ends. @param {Play.Model} model @param {Play.Launch} launch */
  function conclude(model, launch) {
    const status = model.value("cmi.core.lesson_status");
    const raw = model.value("cmi.core.score.raw");
    if (launch.mode !== "normal") return;
    if (status === "not attempted") model.put("cmi.core.lesson_status", "completed");
    if (launch.sco.mastery === "" || !raw || status === "incomplete") return;
    model.put("cmi.core.lesson_status", Number(raw) >= Number(launch.sco.mastery) ? "passed" : "failed");
  }

  play.versions["1.2"] = {
    api: "API",
    prefix: "LMS",
    close: "LMSFinish",
    clause: (element) => (element ? DATA : API),
    elements: play.elements(read, both, write),
    children: {
      "cmi.core": "student_id,student_name,lesson_location,credit,lesson_status,entry,score,total_time,lesson_mode,exit,session_time",
      "cmi.core.score": "raw,min,max", "cmi.objectives.n.score": "raw,min,max", "cmi.objectives": "id,score,status",
      "cmi.student_data": "mastery_score,max_time_allowed,time_limit_action",
      "cmi.student_preference": "audio,language,speed,text",
      "cmi.interactions": "id,objectives,time,type,correct_responses,weighting,student_response,result,latency",
    },
    usual: { "cmi._version": "3.4", "cmi.core.lesson_status": "not attempted" },
    fresh: ["cmi.core.exit", "cmi.core.session_time"],
    exit: "cmi.core.exit", time: "cmi.core.session_time", suspend: "cmi.suspend_data",
    completion: "cmi.core.lesson_status", success: "cmi.core.lesson_status",
    response, pattern: response, answer: "student_response", strict: false,
    errors: {
      argument: "201", keyword: "402", unknown: "401", read: "403", write: "404", type: "405", range: "405",
      depend: "405", get: "201", set: "201", children: "202", count: "203", unset: "0", general: "101", refused: "101",
      initialize: ["301", "101", "101"], finish: ["301", "0", "301"], get_: ["301", "0", "301"],
      set_: ["301", "0", "301"], commit: ["301", "0", "301"],
    },
    given: (launch, store) => ({
      "cmi.core.student_id": launch.learner.id, "cmi.core.student_name": launch.learner.name,
      "cmi.core.credit": launch.mode === "normal" ? "credit" : "no-credit",
      "cmi.core.lesson_mode": launch.mode,
      "cmi.core.entry": !store.launches ? "ab-initio" : store.exit === "suspend" ? "resume" : "",
      "cmi.core.total_time": total(store.total), "cmi.launch_data": launch.sco.data, "cmi.comments_from_lms": "",
      "cmi.student_data.mastery_score": launch.sco.mastery,
      "cmi.student_data.max_time_allowed": launch.sco.time,
      "cmi.student_data.time_limit_action": launch.sco.action,
    }),
    conclude, hundredths,
    /** In 1.2 an attempt goes on whatever the exit was. */
    begins: () => false,
  };
})();
