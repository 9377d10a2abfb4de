// @ts-check
/*
 * `cloze`: gaps in running text. The answer: for each gap what was typed, or the place that was
 * chosen, or null. A gap of `data.gaps` is the list of ways to write it, or choices and the right one.
 */
(function () {
  "use strict";
  /** Right responses that a platform must keep. */
  const PATTERNS = 5;

  /** @param {any} data @param {any[]} answer @param {number} place @returns {boolean} */
  function hit({ gaps, match }, answer, place) {
    const { normal } = lessonkit.questions.text;
    const gap = gaps[place];
    const said = answer[place];
    if (gap.choices) return said === gap.right;
    const typed = normal(String(said || ""), match);
    return !!typed && gap.some((/** @type {string} */ way) => normal(way, match) === typed);
  }

  /** What is right in a gap, every way to write it. @param {any} gap @returns {string[]} */
  const ways = (gap) => (gap.choices ? [gap.choices[gap.right]] : gap);

  /** @param {any} gap @param {any} said what may be kept of it */
  function may(gap, said) {
    if (said === null) return true;
    return gap.choices ? Number.isInteger(said) && said >= 0 && said < gap.choices.length : typeof said === "string";
  }

  /** @param {any} form @returns {any[]} */
  const fields = (form) => Array.from(form.querySelectorAll("[data-lk-key] > input, [data-lk-key] > select"));

  lessonkit.questions.cloze = {
    /** What is said about a gap has no room in its line. */
    apart: true,

    /** @param {any} data @param {any[]} answer */
    score(data, answer) {
      const hits = answer.filter((_, place) => hit(data, answer, place)).length;
      return data.partial || hits === data.gaps.length ? hits / data.gaps.length : 0;
    },

    /** @param {any} data @param {any} answer */
    fits: ({ gaps }, answer) => Array.isArray(answer) && answer.length === gaps.length
      && answer.every((said, place) => may(gaps[place], said)),

    /** @param {any} data @param {any[]} answer */
    keys: (data, answer) => answer.map((_, place) => String(place)),

    /** @param {any} data @param {string} key @param {any[]} answer */
    right: (data, key, answer) => hit(data, answer, Number(key)),

    /** What belongs into a gap. @param {any} gap @param {any} data @param {string} key */
    cure: (gap, data, key) => ways(data.gaps[Number(key)])[0],

    /** @param {any} data @param {any[]} answer */
    interaction({ gaps, match }, answer) {
      /** @type {string[]} */
      const first = gaps.map((/** @type {any} */ gap) => ways(gap)[0]);
      const patterns = [first];
      gaps.forEach((/** @type {any} */ gap, /** @type {number} */ place) => {
        for (const way of ways(gap).slice(1)) patterns.push(Object.assign(first.slice(), { [place]: way }));
      });
      return {
        type: "fill-in",
        patterns: patterns.slice(0, PATTERNS),
        response: answer.map((said, place) => (typeof said === "number" ? gaps[place].choices[said] : said || "")),
        caseMatters: match === "exact",
      };
    },

    /** What is mixed, in the author's order. @param {any} form */
    lists: (form) => fields(form).map((field) => Array.from(field.options || []).slice(1).sort((one, other) => one.value - other.value)),

    /** Null where nothing is filled in. @param {any} form */
    read(form) {
      const said = fields(form).map((field) => {
        const value = field.value.trim();
        return value === "" ? null : field.options ? Number(value) : value;
      });
      return said.some((one) => one !== null) ? said : null;
    },

    /** @param {any} form @param {any[] | null} answer */
    write(form, answer) {
      fields(form).forEach((field, place) => {
        const said = answer && answer[place];
        field.value = said === null ? "" : String(said);
      });
    },

    /** For another try: what was right stays. @param {any} form @param {any} data @param {any[]} answer */
    again(form, data, answer) {
      this.write(form, answer.map((said, place) => (hit(data, answer, place) ? said : null)));
    },
  };
})();
