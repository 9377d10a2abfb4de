// @ts-check
/*
 * `match`: what belongs together. The answer: for each row the place of the chosen one, from 0; from
 * `count` on stand the choices that belong to no row.
 */
(function () {
  "use strict";
  const LETTERS = "abcdefghijklmnopqrstuvwxyz0123456789";

  /** @param {number[]} answer */
  const pairs = (answer) => answer.map((chosen, place) => `${LETTERS[place]}.${LETTERS[chosen]}`);

  /** @param {any} form @returns {any[]} */
  const fields = (form) => Array.from(form.querySelectorAll("[data-lk-key] select"));

  lessonkit.questions.match = {
    empty: "rows-empty",

    /** @param {any} data @param {number[]} answer */
    score(data, answer) {
      const hits = answer.filter((chosen, place) => chosen === place).length;
      return data.partial || hits === data.count ? hits / data.count : 0;
    },

    /** @param {any} data @param {any} answer */
    fits: (data, answer) => Array.isArray(answer) && answer.length === data.count
      && answer.every((chosen) => Number.isInteger(chosen) && chosen >= 0 && chosen < data.count + (data.extra || 0)),

    /** @param {any} data @param {number[]} answer */
    keys: (data, answer) => answer.map((_, place) => String(place)),

    /** @param {any} data @param {string} key @param {number[]} answer */
    right: (data, key, answer) => answer[Number(key)] === Number(key),

    /** The feedback of a row: who chose what belongs to none is told about that. @param {any} data @param {string} key @param {number[]} answer */
    said: (data, key, answer) => (answer[Number(key)] < data.count ? key : String(answer[Number(key)])),

    /** What belongs to a row. @param {any} row @param {any} data @param {string} key */
    cure: (row, data, key) => row.querySelector(`option[value="${key}"]`).textContent,

    /** @param {any} data @param {number[]} answer */
    interaction: (data, answer) => ({
      type: "matching", patterns: [pairs(answer.map((_, place) => place))], response: pairs(answer),
    }),

    /** What is mixed, in the author's order. @param {any} form */
    lists: (form) => fields(form).map((field) => Array.from(field.options).slice(1).sort((one, other) => one.value - other.value)),

    /** Null where a row is open. @param {any} form */
    read(form) {
      const values = fields(form).map((field) => field.value);
      return values.indexOf("") < 0 ? values.map(Number) : null;
    },

    /** @param {any} form @param {(number | null)[] | null} answer */
    write(form, answer) {
      fields(form).forEach((field, place) => {
        const chosen = answer && answer[place];
        field.value = typeof chosen === "number" ? String(chosen) : "";
      });
    },

    /** For another try: what was right stays. @param {any} form @param {any} data @param {number[]} answer */
    again(form, data, answer) {
      this.write(form, answer.map((chosen, place) => (chosen === place ? chosen : null)));
    },
  };
})();
