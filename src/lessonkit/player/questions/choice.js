// @ts-check
/* `choice`: one or several of a list. The answer: places of the ticked options, from 0. */
(function () {
  "use strict";
  /** Options are named in the author's order, so that reports read the same after shuffling. */
  const LETTERS = "abcdefghijklmnopqrstuvwxyz0123456789";

  /** @param {number[]} places */
  const letters = (places) => places.slice().sort((a, b) => a - b).map((place) => LETTERS[place]);

  lessonkit.questions.choice = {
    /** @param {any} data @param {number[]} answer */
    score(data, answer) {
      const ticked = Array.from(new Set(answer));
      const hits = ticked.filter((place) => data.right.indexOf(place) >= 0).length;
      const misses = ticked.length - hits;
      if (hits === data.right.length && !misses) return 1;
      if (!data.partial || !data.multiple) return 0;
      return Math.max(0, (hits - misses) / data.right.length);
    },

    /** @param {any} data @param {any} answer */
    fits: (data, answer) => Array.isArray(answer) && answer.length > 0 && (data.multiple || answer.length < 2)
      && answer.every((place) => Number.isInteger(place) && place >= 0 && place < data.count),

    /** The feedbacks for an answer. @param {any} data @param {number[]} answer */
    keys: (data, answer) => answer.map(String),

    /** @param {any} data @param {string} key */
    right: (data, key) => data.right.indexOf(Number(key)) >= 0,

    /** @param {any} data @param {number[]} answer */
    interaction: ({ right }, answer) => ({ type: "choice", patterns: [letters(right)], response: letters(answer) }),

    /** Null where nothing is ticked. @param {any} form */
    read(form) {
      /** @type {any[]} */
      const ticked = [...form.querySelectorAll("input:checked")];
      return ticked.length ? ticked.map((input) => Number(input.value)).sort((a, b) => a - b) : null;
    },

    /** @param {any} form @param {number[] | null} answer */
    write(form, answer) {
      /** @type {any[]} */
      for (const input of form.querySelectorAll("[data-lk-key] input")) input.checked = !!answer && answer.indexOf(Number(input.value)) >= 0;
    },
  };
})();
