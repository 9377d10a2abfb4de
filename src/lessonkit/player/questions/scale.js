// @ts-check
/* `scale`: a label from one end to the other; none is right. The answer: its place, from 0. */
(function () {
  "use strict";
  const LETTERS = "abcdefghijklmnopqrstuvwxyz0123456789";

  lessonkit.questions.scale = {
    score: () => 0,

    /** @param {any} data @param {any} answer */
    fits: (data, answer) => Number.isInteger(answer) && answer >= 0 && answer < data.count,

    /** The feedbacks for an answer. @param {any} data @param {number} answer */
    keys: (data, answer) => [String(answer)],

    /** @param {any} data @param {number} answer */
    interaction: (data, answer) => ({ type: "likert", patterns: [], response: [LETTERS[answer]] }),

    /** Null where nothing is chosen. @param {any} form */
    read(form) {
      const input = form.querySelector("input:checked");
      return input ? Number(input.value) : null;
    },

    /** @param {any} form @param {number | null} answer */
    write(form, answer) {
      for (const input of form.querySelectorAll("[data-lk-key] input")) input.checked = input.value === String(answer);
    },
  };
})();
