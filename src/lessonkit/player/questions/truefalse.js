// @ts-check
/* `truefalse`: is the statement true? The answer: a boolean. */
(function () {
  "use strict";

  lessonkit.questions.truefalse = {
    /** @param {any} data @param {boolean} answer */
    score: (data, answer) => (answer === data.answer ? 1 : 0),

    /** @param {any} data @param {any} answer */
    fits: (data, answer) => typeof answer === "boolean",

    /** The feedbacks for an answer. @param {any} data @param {boolean} answer */
    keys: (data, answer) => [String(answer)],

    /** @param {any} data @param {string} key */
    right: (data, key) => key === String(data.answer),

    /** @param {any} data @param {boolean} answer */
    interaction: (data, answer) => ({ type: "true-false", patterns: [[String(data.answer)]], response: [String(answer)] }),

    /** Null where nothing is chosen. @param {any} form */
    read(form) {
      const input = form.querySelector("input:checked");
      return input ? input.value === "true" : null;
    },

    /** @param {any} form @param {boolean | null} answer */
    write(form, answer) {
      for (const input of form.querySelectorAll("[data-lk-key] input")) input.checked = input.value === String(answer);
    },
  };
})();
