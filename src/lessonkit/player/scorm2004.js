// @ts-check
/*
 * SCORM 2004, 3rd and 4th edition: names, and values in its form. Source: SCORM 2004 RTE 3.1, 4.1
 * and 4.2. Completion and success are both told outright: platforms derive neither from the score.
 */
(function () {
  "use strict";
  const { cut, decimal, percent, duration } = lessonkit.values;

  /** A number as real(10,7) has it; "" where it is too long to be told. @param {string} text */
  const real = (text) => (/^-?\d{1,10}(\.\d{1,7})?$/.test(text) ? text : "");

  /** @param {string} type @param {string[]} parts */
  function say(type, parts) {
    if (type === "numeric") return real(parts[0]);
    if (type === "matching" || type === "performance") parts = parts.map((pair) => pair.replace(".", "[.]"));
    const words = type === "fill-in" ? parts.map((part) => cut(part.split("[,]").join(","), 250)) : parts;
    return cut(words.join("[,]"), 4000);
  }

  /** @param {Lessonkit.Told} told @param {string[]} parts */
  function pattern(told, parts) {
    const [low, high] = [real(parts[0]), real(parts[parts.length - 1])];
    if (told.type === "numeric") return low && high && `${low}[:]${high}`;
    const flag = told.type === "fill-in" ? `{case_matters=${!!told.caseMatters}}` : "";
    return flag + say(told.type, parts);
  }

  /** @param {string} prefix @param {number | null} score @returns {Lessonkit.Pair[]} */
  function score(prefix, score) {
    const raw = percent(score || 0);
    return score === null ? [] : [
      [`${prefix}score.scaled`, decimal(raw / 100, 4)], [`${prefix}score.raw`, decimal(raw, 2)],
      [`${prefix}score.min`, "0"], [`${prefix}score.max`, "100"],
    ];
  }

  /** @param {string} prefix @param {boolean} complete @param {Lessonkit.Success} success @returns {Lessonkit.Pair[]} */
  function status(prefix, complete, success) {
    return [
      [`${prefix}completion_status`, complete ? "completed" : "incomplete"], [`${prefix}success_status`, success],
    ];
  }

  lessonkit.versions.scorm2004 = {
    api: "API_1484_11",
    prefix: "",
    close: "Terminate",
    elements: {
      mode: "cmi.mode", learner: "cmi.learner_id", completion: "cmi.completion_status",
      success: "cmi.success_status", raw: "cmi.score.raw", place: "cmi.location", exit: "cmi.exit",
      time: "cmi.session_time",
    },
    objectiveStatus: ["completion_status", "success_status"],
    limit: (edition) => (edition === 3 ? 4000 : 64000),
    score: (worth) => score("cmi.", worth),
    status: (complete, success) => status("cmi.", complete, success),
    // 1 means completed and 0 not attempted, so neither is told of a lesson that is under way.
    progress: (share, complete) =>
      share > 0 ? [["cmi.progress_measure", complete ? "1" : decimal(Math.min(Math.max(share, 0.01), 0.99), 2)]] : [],
    objective: (at, { score: worth, complete, success }) => score(at, worth).concat(status(at, complete, success)),
    interaction(told, act) {
      const text = cut(act.description.trim(), 230);
      return {
        // A zone needs a fraction, and one of three digits is refused.
        stamp: ["timestamp", new Date(act.time).toISOString().replace(/\.\d+Z$/, ".00Z")],
        type: told.type,
        patterns: told.patterns.map((parts) => pattern(told, parts)).slice(0, told.type === "fill-in" ? 5 : 1),
        response: ["learner_response", told.response ? say(told.type, told.response) : ""],
        wrong: "incorrect",
        description: text && `{lang=${act.lang}}${text}`,
      };
    },
    duration,
  };
})();
