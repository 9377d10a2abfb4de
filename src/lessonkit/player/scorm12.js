// @ts-check
/*
 * SCORM 1.2: names, and values in its form. Source: SCORM 1.2 RTE 3.3 and 3.4.4.
 * One field holds completion and success; its value here is the projection of both.
 */
(function () {
  "use strict";
  const { cut, decimal, percent, split } = lessonkit.values;
  const CORE = "cmi.core.";
  const STATUS = `${CORE}lesson_status`;
  const PATTERNS = 5;
  /** Words of 2004 that 1.2 has not; both are told as text. */
  const TEXTS = ["long-fill-in", "other"];

  /** @param {number} number @param {number} places */
  const pad = (number, places) => ("000" + number).slice(-places);

  /** HHHH:MM:SS.SS, or with two places HH. @param {number} ms */
  function clock(ms, places = 4) {
    const [hours, minutes, seconds] = split(ms);
    return `${pad(hours, places)}:${pad(minutes, 2)}:${("0" + seconds.toFixed(2)).slice(-5)}`;
  }

  /** Local time of day. @param {number} time */
  function timeOfDay(time) {
    const at = new Date(time);
    return clock((at.getHours() * 60 + at.getMinutes()) * 60000 + (time % 60000), 2);
  }

  /** @param {string} type @param {string[]} parts */
  function say(type, parts) {
    if (type === "true-false") return parts[0][0];
    // One number only: of a range its middle.
    if (type === "numeric") return decimal((Number(parts[0]) + Number(parts[parts.length - 1])) / 2, 7);
    const text = parts.join(",");
    // Of many steps, what was done in each; which scene it was cannot be said too.
    return cut(type === "performance" && text.length > 255 ? parts.map((part) => part.split(".")[1]).join(",") : text, 255);
  }

  /** @param {string} prefix @param {number | null} score @returns {Lessonkit.Pair[]} */
  function score(prefix, score) {
    return score === null ? [] : [
      [`${prefix}score.raw`, decimal(percent(score), 2)], [`${prefix}score.min`, "0"], [`${prefix}score.max`, "100"],
    ];
  }

  /** @param {boolean} complete @param {Lessonkit.Success} success */
  function word(complete, success) {
    return success !== "unknown" ? success : complete ? "completed" : "incomplete";
  }

  lessonkit.versions.scorm12 = {
    api: "API",
    prefix: "LMS",
    close: "Finish",
    elements: {
      mode: `${CORE}lesson_mode`, learner: `${CORE}student_id`, completion: STATUS, success: STATUS,
      raw: `${CORE}score.raw`, place: `${CORE}lesson_location`, exit: `${CORE}exit`, time: `${CORE}session_time`,
    },
    objectiveStatus: ["status"],
    limit: () => 4096,
    score: (worth) => score(CORE, worth),
    status(complete, success, { passed = "passed", failed = "failed" } = {}) {
      const said = word(complete, success);
      return [[STATUS, said === "passed" ? passed : said === "failed" ? failed : said]];
    },
    progress: () => [],
    objective: (at, { score: worth, complete, success }) =>
      score(at, worth).concat([[`${at}status`, word(complete, success)]]),
    interaction: (told, act) => ({
      stamp: ["time", timeOfDay(act.time)],
      type: TEXTS.indexOf(told.type) < 0 ? told.type : "fill-in",
      patterns: told.patterns.map((parts) => say(told.type, parts)).slice(0, PATTERNS),
      response: ["student_response", told.response ? say(told.type, told.response) : ""],
      wrong: "wrong",
      description: "",
    }),
    duration: (ms) => clock(ms),
  };
})();
