// @ts-check
/*
 * SCORM 1.2: names, and values in its form. Source: SCORM 1.2 RTE 3.3 and 3.4.4.
 * One field holds completion and success; its value here is the projection of both.
 */
(function () {
  "use strict";
  const { cut, decimal, percent, clamp, clock, timespan } = lessonkit.values;
  const PATTERNS = 5;

  /** Words of 2004 that 1.2 has not; both are told as text. */
  const TEXTS = ["long-fill-in", "other"];

  /** @param {string} type @param {string[]} parts */
  function say(type, parts) {
    if (type === "true-false") return parts[0].charAt(0);
    // One number only: of a range its middle.
    if (type === "numeric") {
      const middle = (Number(parts[0]) + Number(parts[parts.length - 1])) / 2;
      return decimal(middle, 7);
    }
    return cut(parts.join(","), 255);
  }

  /** @param {string} prefix @param {number} score @returns {Lessonkit.Pair[]} */
  function score(prefix, score) {
    return [[`${prefix}.raw`, decimal(percent(score), 2)], [`${prefix}.min`, "0"], [`${prefix}.max`, "100"]];
  }

  /** @param {boolean} complete @param {Lessonkit.Success} success */
  function word(complete, success) {
    return success !== "unknown" ? success : complete ? "completed" : "incomplete";
  }

  /** @param {number} index @param {Lessonkit.ObjectiveResult} objective @returns {Lessonkit.Pair[]} */
  function objective(index, objective) {
    const at = `cmi.objectives.${index}`;
    return /** @type {Lessonkit.Pair[]} */ ([[`${at}.id`, objective.id]]).concat(
      objective.score === null ? [] : score(`${at}.score`, objective.score),
      [[`${at}.status`, word(objective.complete, objective.success)]],
    );
  }

  /** @param {number} index @param {Lessonkit.Act} act @returns {Lessonkit.Pair[]} */
  function interaction(index, act) {
    const at = `cmi.interactions.${index}`;
    const told = lessonkit.interactions.tell(act.question, act.answer);
    const type = TEXTS.indexOf(told.type) < 0 ? told.type : "fill-in";
    const said = told.patterns.map((parts) => say(told.type, parts))
      .filter((text, place, all) => text && all.indexOf(text) === place).slice(0, PATTERNS);
    /** @type {Lessonkit.Pair[]} */
    const pairs = [[`${at}.id`, act.question.id]];
    if (act.question.objective) pairs.push([`${at}.objectives.0.id`, act.question.objective]);
    pairs.push([`${at}.time`, clock(act.time)], [`${at}.type`, type]);
    said.forEach((text, place) => pairs.push([`${at}.correct_responses.${place}.pattern`, text]));
    pairs.push([`${at}.weighting`, decimal(clamp(act.question.points, 0, 100), 2)]);
    if (told.response) pairs.push([`${at}.student_response`, say(told.type, told.response)]);
    const result = act.score >= 1 ? "correct" : act.score > 0 ? decimal(act.score, 4) : "wrong";
    pairs.push([`${at}.result`, result], [`${at}.latency`, timespan(act.latency)]);
    return pairs;
  }

  lessonkit.versions.scorm12 = {
    api: "API",
    functions: {
      open: "LMSInitialize", close: "LMSFinish", get: "LMSGetValue", set: "LMSSetValue",
      commit: "LMSCommit", error: "LMSGetLastError",
    },
    elements: {
      mode: "cmi.core.lesson_mode", learner: "cmi.core.student_id",
      completion: "cmi.core.lesson_status", success: "cmi.core.lesson_status",
      raw: "cmi.core.score.raw", place: "cmi.core.lesson_location",
      exit: "cmi.core.exit", time: "cmi.core.session_time",
    },
    objectiveStatus: ["status"],
    limit: 4096,
    score: (worth) => score("cmi.core.score", worth),
    status: (complete, success) => [["cmi.core.lesson_status", word(complete, success)]],
    progress: () => [],
    objective,
    interaction,
    duration: timespan,
  };
})();
