// @ts-check
/*
 * SCORM 2004, 3rd and 4th edition: names, and values in its form. Source: SCORM 2004 RTE 3.1, 4.1
 * and 4.2. Completion and success are both told outright: platforms derive neither from the score.
 */
(function () {
  "use strict";
  const { cut, decimal, percent, clamp, timestamp, duration } = lessonkit.values;

  /** How many patterns a platform must keep. @type {Record<string, number>} */
  const PATTERNS = { "fill-in": 5, "long-fill-in": 5 };

  /** A number as real(10,7) has it; "" where it is too long to be told. @param {string} text */
  const real = (text) => (/^-?\d{1,10}(\.\d{1,7})?$/.test(text) ? text : "");

  /** @param {string} text */
  const words = (text) => cut(text.split("[,]").join(","), 250);

  /** @param {Lessonkit.Told} told @param {string[]} parts */
  function response(told, parts) {
    if (told.type === "numeric") return real(parts[0]);
    if (told.type === "fill-in") return parts.map(words).join("[,]");
    return cut(parts.join("[,]"), 4000);
  }

  /** @param {Lessonkit.Told} told @param {string[]} parts */
  function pattern(told, parts) {
    if (told.type === "numeric") {
      const [low, high] = [real(parts[0]), real(parts[parts.length - 1])];
      return low && high && `${low}[:]${high}`;
    }
    const flag = told.type === "fill-in" ? `{case_matters=${!!told.caseMatters}}` : "";
    return flag + response(told, parts);
  }

  /** @param {string} prefix @param {number} score @returns {Lessonkit.Pair[]} */
  function score(prefix, score) {
    const raw = percent(score);
    return [
      [`${prefix}.scaled`, decimal(raw / 100, 4)], [`${prefix}.raw`, decimal(raw, 2)],
      [`${prefix}.min`, "0"], [`${prefix}.max`, "100"],
    ];
  }

  /** @param {string} prefix @param {boolean} complete @param {Lessonkit.Success} success @returns {Lessonkit.Pair[]} */
  function status(prefix, complete, success) {
    return [
      [`${prefix}.completion_status`, complete ? "completed" : "incomplete"],
      [`${prefix}.success_status`, success],
    ];
  }

  /** @param {number} index @param {Lessonkit.ObjectiveResult} objective @returns {Lessonkit.Pair[]} */
  function objective(index, objective) {
    const at = `cmi.objectives.${index}`;
    return /** @type {Lessonkit.Pair[]} */ ([[`${at}.id`, objective.id]]).concat(
      objective.score === null ? [] : score(`${at}.score`, objective.score),
      status(at, objective.complete, objective.success),
    );
  }

  /** @param {number} index @param {Lessonkit.Act} act @returns {Lessonkit.Pair[]} */
  function interaction(index, act) {
    const at = `cmi.interactions.${index}`;
    const told = lessonkit.interactions.tell(act.question, act.answer);
    const said = told.patterns.map((parts) => pattern(told, parts))
      .filter((text, place, all) => text && all.indexOf(text) === place)
      .slice(0, PATTERNS[told.type] || 1);
    /** @type {Lessonkit.Pair[]} */
    const pairs = [[`${at}.id`, act.question.id], [`${at}.type`, told.type]];
    if (act.question.objective) pairs.push([`${at}.objectives.0.id`, act.question.objective]);
    pairs.push([`${at}.timestamp`, timestamp(act.time)]);
    said.forEach((text, place) => pairs.push([`${at}.correct_responses.${place}.pattern`, text]));
    pairs.push([`${at}.weighting`, decimal(clamp(act.question.points, 0, 100), 2)]);
    const answer = told.response ? response(told, told.response) : "";
    if (answer) pairs.push([`${at}.learner_response`, answer]);
    const result = act.score >= 1 ? "correct" : act.score > 0 ? decimal(act.score, 4) : "incorrect";
    pairs.push([`${at}.result`, result], [`${at}.latency`, duration(act.latency)]);
    const text = cut(act.description.trim(), 230);
    if (text) pairs.push([`${at}.description`, `{lang=${act.lang}}${text}`]);
    return pairs;
  }

  lessonkit.versions.scorm2004 = {
    api: "API_1484_11",
    functions: {
      open: "Initialize", close: "Terminate", get: "GetValue", set: "SetValue",
      commit: "Commit", error: "GetLastError",
    },
    elements: {
      mode: "cmi.mode", learner: "cmi.learner_id",
      completion: "cmi.completion_status", success: "cmi.success_status",
      raw: "cmi.score.raw", place: "cmi.location", exit: "cmi.exit", time: "cmi.session_time",
    },
    objectiveStatus: ["completion_status", "success_status"],
    limit: 64000,
    score: (worth) => score("cmi.score", worth),
    status: (complete, success) => status("cmi", complete, success),
    // 1 means completed and 0 not attempted, so neither is told of a lesson that is under way.
    progress: (share, complete) =>
      share > 0 ? [["cmi.progress_measure", decimal(complete ? 1 : clamp(share, 0.01, 0.99), 2)]] : [],
    objective,
    interaction,
    duration,
  };
})();
