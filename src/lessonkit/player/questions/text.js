// @ts-check
/* `text`: a short answer in words. The answer: what was typed. */
(function () {
  "use strict";
  // White space as Python has it, so that both score alike; \s differs in both directions.
  const SPACE = /[\t-\r\x1c- \x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]+/g;

  // The marks of Latin letters. In other scripts a mark may be the vowel or the tone: កិ is not កុ.
  const MARKS = /[\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]/g;

  /** Lower case without marks, `đ` as `d`. @param {string} text */
  const fold = (text) => text.toLowerCase().replace(/đ/g, "d").normalize("NFD").replace(MARKS, "");

  /** The form in which two answers are compared. @param {string} text @param {string} match */
  function normal(text, match) {
    const tidy = text.normalize("NFC").replace(SPACE, " ").replace(/^ | $/g, "");
    if (match === "exact") return tidy;
    return match === "fold" ? fold(tidy) : tidy.toLowerCase();
  }

  /** The line that the answer equals, or -1. @param {any} data @param {string} answer */
  function line(data, answer) {
    const typed = normal(answer, data.match);
    if (!typed) return -1;
    return data.answers.findIndex((/** @type {string[]} */ ways) => ways.some((way) => normal(way, data.match) === typed));
  }

  lessonkit.questions.text = {
    normal,

    /** @param {any} data @param {string} answer */
    score: (data, answer) => (line(data, answer) >= 0 ? 1 : 0),

    /** @param {any} data @param {any} answer */
    fits: (data, answer) => typeof answer === "string",

    /** The feedbacks for an answer. @param {any} data @param {string} answer */
    keys(data, answer) {
      const place = line(data, answer);
      return place < 0 ? [] : [String(place)];
    },

    right: () => true,

    /** What stands for the right answer. @param {any} data */
    shown: (data) => data.answers[0][0],

    /** Every way to write it is a pattern. @param {any} data @param {string} answer */
    interaction: ({ answers, match }, answer) => ({
      type: "fill-in",
      patterns: [].concat(...answers).map((text) => [text]),
      response: [String(answer)],
      caseMatters: match === "exact",
    }),

    /** Null where nothing is typed. @param {any} form */
    read: (form) => form.querySelector("input").value.trim() || null,

    /** @param {any} form @param {string | null} answer */
    write(form, answer) {
      form.querySelector("input").value = answer === null ? "" : answer;
    },
  };
})();
