// @ts-check
/*
 * What a platform is told of a question and its answer, before a version gives it form. A question
 * type that is not built in says it itself, by `interaction(data, answer)`.
 */
(function () {
  "use strict";
  /** Options are named in the author's order, so that reports read the same after shuffling. */
  const LETTERS = "abcdefghijklmnopqrstuvwxyz0123456789";

  /** @param {number[]} places */
  const letters = (places) => places.slice().sort((a, b) => a - b).map((place) => LETTERS[place]);

  /** @type {Record<string, (question: Lessonkit.Question, answer: any) => Lessonkit.Told>} */
  const BUILT_IN = {
    choice: (question, answer) => ({
      type: "choice", patterns: [letters(question.right)], response: letters(answer),
    }),
    truefalse: (question, answer) => ({
      type: "true-false", patterns: [[String(question.answer)]], response: [String(answer)],
    }),
    text: (question, answer) => ({
      type: "fill-in",
      patterns: [].concat(...question.answers).map((/** @type {string} */ text) => [text]),
      response: [String(answer)],
      caseMatters: question.match === "exact",
    }),
    number(question, answer) {
      const digits = (/** @type {number} */ number) => lessonkit.values.decimal(number, 7);
      const read = lessonkit.questions.number && lessonkit.questions.number.value;
      const value = read ? read(question, answer) : null;
      /** @type {[number, number][]} */
      const ranges = question.ranges;
      const holding = ranges.filter(([low, high]) => value !== null && value >= low && value <= high);
      // The range that holds the answer stands first: a version with one pattern tells that one.
      const sorted = holding.concat(ranges.filter((range) => holding.indexOf(range) < 0));
      return {
        type: "numeric",
        patterns: sorted.map((range) => range.map(digits)),
        response: value === null ? null : [digits(value)],
      };
    },
  };

  /** @param {Lessonkit.Question} question @param {any} answer @returns {Lessonkit.Told} */
  function tell(question, answer) {
    const type = lessonkit.questions[question.type];
    if (type && type.interaction) return type.interaction(question, answer);
    const known = Object.prototype.hasOwnProperty.call(BUILT_IN, question.type);
    if (known) return BUILT_IN[question.type](question, answer);
    return { type: "other", patterns: [], response: [JSON.stringify(answer)] };
  }

  lessonkit.interactions = { tell };
})();
