// @ts-check
/*
 * The record of one answer. A question type that is not built in says by `interaction(data,
 * answer)` what it tells; a version of SCORM gives it form.
 */
(function () {
  "use strict";
  const { decimal } = lessonkit.values;
  /** Options are named in the author's order, so that reports read the same after shuffling. */
  const LETTERS = "abcdefghijklmnopqrstuvwxyz0123456789";

  /** @param {number[]} places */
  const letters = (places) => places.slice().sort((a, b) => a - b).map((place) => LETTERS[place]);

  /** @type {Record<string, (question: Lessonkit.Question, answer: any) => Lessonkit.Told>} */
  const BUILT_IN = {
    choice: ({ right }, answer) => ({ type: "choice", patterns: [letters(right)], response: letters(answer) }),
    truefalse: (question, answer) => ({
      type: "true-false", patterns: [[String(question.answer)]], response: [String(answer)],
    }),
    text: ({ answers, match }, answer) => ({
      type: "fill-in",
      patterns: [].concat(...answers).map((text) => [text]),
      response: [String(answer)],
      caseMatters: match === "exact",
    }),
    number(question, answer) {
      const { value } = lessonkit.questions.number;
      const found = value ? value(question, answer) : null;
      /** @type {[number, number][]} */
      const ranges = question.ranges.slice();
      // The range that holds the answer stands first: a version with one pattern tells that one.
      const holds = (/** @type {number[]} */ [low, high]) => Number(found !== null && low <= found && found <= high);
      ranges.sort((one, other) => holds(other) - holds(one));
      return {
        type: "numeric",
        patterns: ranges.map((ends) => ends.map((end) => decimal(end, 7))),
        response: found === null ? null : [decimal(found, 7)],
      };
    },
  };

  /** @param {Lessonkit.Question} question @param {any} answer @returns {Lessonkit.Told} */
  function tell(question, answer) {
    const type = lessonkit.questions[question.type];
    const act = (type && type.interaction) || BUILT_IN[question.type];
    return act ? act(question, answer) : { type: "other", patterns: [], response: [JSON.stringify(answer)] };
  }

  /**
   * Elements and values in the order that platforms need: the id, the type, then what hangs on it.
   * @param {Lessonkit.Version} version @param {string} at such as `cmi.interactions.3.`
   * @param {Lessonkit.Act} act @returns {Lessonkit.Pair[]}
   */
  function record(version, at, act) {
    const { question, answer, score } = act;
    const said = version.interaction(tell(question, answer), act);
    const patterns = said.patterns.filter((text, place, all) => text && all.indexOf(text) === place);
    const result = score >= 1 ? "correct" : score > 0 ? decimal(score, 4) : said.wrong;
    /** @type {Lessonkit.Pair[]} */
    const pairs = [
      ["id", question.id], ["type", said.type], ["objectives.0.id", question.objective || ""], said.stamp,
    ];
    patterns.forEach((text, place) => pairs.push([`correct_responses.${place}.pattern`, text]));
    pairs.push(
      ["weighting", decimal(question.points, 2)], said.response, ["result", result],
      ["latency", version.duration(act.latency)], ["description", said.description],
    );
    return pairs.filter(([, value]) => value).map(([name, value]) => [at + name, value]);
  }

  lessonkit.interactions = { record };
})();
