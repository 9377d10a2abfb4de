// @ts-check
/* `sort`: which group? The answer: for each member, in the author's order, the group's place, from 0. */
(function () {
  "use strict";
  const LETTERS = "abcdefghijklmnopqrstuvwxyz0123456789";

  /** @param {number[]} answer */
  const pairs = (answer) => answer.map((chosen, place) => `${LETTERS[place]}.${LETTERS[chosen]}`);

  /** Rows in the author's order, which is not that of the page. @param {any} form @returns {any[]} */
  function rows(form) {
    /** @type {any[]} */
    const found = Array.from(form.querySelectorAll("[data-lk-key]"));
    return found.sort((one, other) => one.dataset.lkKey - other.dataset.lkKey);
  }

  lessonkit.questions.sort = {
    empty: "rows-empty",

    /** @param {any} data @param {number[]} answer */
    score({ groups, partial }, answer) {
      const hits = answer.filter((chosen, place) => chosen === groups[place]).length;
      return partial || hits === groups.length ? hits / groups.length : 0;
    },

    /** @param {any} data @param {any} answer */
    fits: (data, answer) => Array.isArray(answer) && answer.length === data.groups.length
      && answer.every((chosen) => Number.isInteger(chosen) && chosen >= 0 && chosen < data.count),

    /** @param {any} data @param {number[]} answer */
    keys: (data, answer) => answer.map((_, place) => String(place)),

    /** @param {any} data @param {string} key @param {number[]} answer */
    right: (data, key, answer) => answer[Number(key)] === data.groups[Number(key)],

    /** The group of a row. @param {any} row @param {any} data @param {string} key */
    cure: (row, data, key) => row.querySelector(`[value="${data.groups[Number(key)]}"]`).parentNode.textContent.trim(),

    /** @param {any} data @param {number[]} answer */
    interaction: ({ groups }, answer) => ({ type: "matching", patterns: [pairs(groups)], response: pairs(answer) }),

    /** What is mixed, in the author's order. @param {any} form */
    lists: (form) => [rows(form)],

    /** Null where a row is open. @param {any} form */
    read(form) {
      const chosen = rows(form).map((row) => row.querySelector("input:checked"));
      return chosen.every(Boolean) ? chosen.map((input) => Number(input.value)) : null;
    },

    /** @param {any} form @param {(number | null)[] | null} answer */
    write(form, answer) {
      rows(form).forEach((row, place) => {
        const chosen = answer && answer[place];
        for (const input of row.querySelectorAll("input")) input.checked = input.value === String(chosen);
      });
    },

    /** For another try: what was right stays. @param {any} form @param {any} data @param {number[]} answer */
    again(form, data, answer) {
      this.write(form, answer.map((chosen, place) => (chosen === data.groups[place] ? chosen : null)));
    },
  };
})();
