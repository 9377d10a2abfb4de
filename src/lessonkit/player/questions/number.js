// @ts-check
/* `number`: a number within a range. The answer: what was typed, its unit perhaps with it. */
(function () {
  "use strict";

  /** A number as one language writes it, or null. @param {string} text @param {boolean} comma */
  function strict(text, comma) {
    const group = comma ? "[. ]" : "[, ]";
    const shape = new RegExp(`^[+-]?(\\d+|\\d{1,3}(${group}\\d{3})+)(${comma ? "," : "\\."}\\d+)?$`);
    const bare = text.trim();
    if (bare.length > 40 || !shape.test(bare)) return null;
    return Number(bare.replace(new RegExp(group, "g"), "").replace(",", "."));
  }

  /** The number a learner means, or null. @param {any} data @param {string} answer */
  function value(data, answer) {
    let bare = String(answer).normalize("NFC").replace(/\s/g, " ").replace(/\u2212/g, "-").trim();
    const unit = data.unit || "";
    if (unit && bare.toLowerCase().endsWith(unit.toLowerCase())) bare = bare.slice(0, -unit.length).trim();
    const found = strict(bare, data.comma);
    return found === null ? strict(bare, !data.comma) : found;
  }

  /** The range that holds the answer, or -1. @param {any} data @param {string} answer */
  function range(data, answer) {
    const found = value(data, answer);
    if (found === null) return -1;
    return data.ranges.findIndex((/** @type {number[]} */ ends) => ends[0] <= found && found <= ends[1]);
  }

  lessonkit.questions.number = {
    /** @param {any} data @param {string} answer */
    score: (data, answer) => (range(data, answer) >= 0 ? 1 : 0),

    /** @param {any} data @param {any} answer */
    fits: (data, answer) => typeof answer === "string",

    /** The feedbacks for an answer. @param {any} data @param {string} answer */
    keys(data, answer) {
      const place = range(data, answer);
      return place < 0 ? [] : [String(place)];
    },

    right: () => true,

    /** What stands for the right answer. @param {any} data */
    shown(data) {
      const { number, say } = lessonkit.dom;
      const [low, high] = data.ranges[0];
      const text = low === high ? number(low) : say("from-to", { low: number(low), high: number(high) });
      return data.unit ? `${text} ${data.unit}` : text;
    },

    /** The range that holds the answer stands first: a version with one pattern tells that one. @param {any} data @param {string} answer */
    interaction(data, answer) {
      const { decimal } = lessonkit.values;
      const found = value(data, answer);
      const mine = data.ranges[range(data, answer)];
      const ranges = data.ranges.filter((/** @type {number[]} */ ends) => ends !== mine);
      if (mine) ranges.unshift(mine);
      return {
        type: "numeric",
        patterns: ranges.map((/** @type {number[]} */ ends) => ends.map((end) => decimal(end, 7))),
        response: found === null ? null : [decimal(found, 7)],
      };
    },

    /** Null where nothing is typed. @param {any} form */
    read: (form) => form.querySelector("input").value.trim() || null,

    /** @param {any} form @param {string | null} answer */
    write(form, answer) {
      form.querySelector("input").value = answer === null ? "" : answer;
    },
  };
})();
