// @ts-check
/* The record of one answer in SCORM: what its question type tells, in the form of a version. */
(function () {
  "use strict";
  const { decimal } = lessonkit.values;

  /**
   * Elements and values in the order that platforms need: the id, the type, then what hangs on it.
   * @param {Lessonkit.Version} version @param {string} at such as `cmi.interactions.3.`
   * @param {Lessonkit.Act} act @returns {Lessonkit.Pair[]}
   */
  function record(version, at, act) {
    const { question, answer, score } = act;
    const said = version.interaction(lessonkit.tell(question, answer), act);
    const patterns = said.patterns.filter((text, place, all) => text && all.indexOf(text) === place);
    const free = question.assessed === false;
    const result = free ? "neutral" : score >= 1 ? "correct" : score > 0 ? decimal(score, 4) : said.wrong;
    /** @type {Lessonkit.Pair[]} */
    const pairs = [
      ["id", question.id], ["type", said.type], ["objectives.0.id", question.objective || ""], said.stamp,
    ];
    patterns.forEach((text, place) => pairs.push([`correct_responses.${place}.pattern`, text]));
    pairs.push(
      ["weighting", free ? "" : decimal(question.points, 2)], said.response, ["result", result],
      ["latency", version.duration(act.latency)], ["description", said.description],
    );
    return pairs.filter(([, value]) => value).map(([name, value]) => [at + name, value]);
  }

  lessonkit.interactions = { record };
})();
