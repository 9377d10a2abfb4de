// @ts-check
/* Answers and patterns of interactions in SCORM 2004. Source: RTE 4.1.1.6, 4.2.9.1 and 4.2.9.2. */
(function () {
  "use strict";
  const { anything, each, number, oneOf, shaped, text } = play.values;
  const REAL = /^-?\d{1,10}(\.\d{1,7})?$/;
  const LANGUAGE = /^\{lang=[A-Za-z]{1,8}(-[A-Za-z0-9]{1,8})*\}/;
  const FLAGS = /^(\{(case|order)_matters=(true|false)\}){0,2}/;
  const identifier = shaped(/^[A-Za-z0-9\-._~:/?#[\]@!$&'()*+,;=%]{1,4000}$/, "URI");
  const short = shaped(/^[A-Za-z0-9\-._~:/?#@!$&'()*+;=%]{1,250}$/, "a1");
  const pair = shaped(/^[^\s[\]]{1,250}\[\.\][^\s[\]]{1,250}$/, "a[.]b");
  const step = shaped(/^[^\s[\]]{0,250}\[\.\].{0,250}$/, "a[.]b");

  /** A text before which a language may stand. @param {number} limit @returns {Play.Check} */
  function localized(limit) {
    return (value) => {
      const broken = value.startsWith("{lang=") && !LANGUAGE.test(value);
      return broken ? { code: "misshapen", value: value.slice(0, 40), form: "{lang=vi}…" }
        : text(limit)(value.replace(LANGUAGE, ""));
    };
  }

  /** @param {string} value */
  const parts = (value) => value.split("[,]");

  /** @type {Record<string, Play.Check>} */
  const learner = {
    "true-false": oneOf("true", "false"),
    choice: (value) => (value ? each(parts(value), short, 36, true) : null),
    sequencing: (value) => (value ? each(parts(value), short, 36) : null),
    matching: (value) => (value ? each(parts(value), pair, 36) : null),
    performance: (value) => each(parts(value), step, 250),
    "fill-in": (value) => each(parts(value), localized(250), 10),
    "long-fill-in": localized(4000),
    likert: (value) => (value ? short(value) : null),
    numeric: number(REAL),
    other: text(4000),
  };

  /** @param {string} value */
  function range(value) {
    const bounds = value.split("[:]");
    const fine = bounds.length === 2 && bounds.every((bound) => !bound || REAL.test(bound));
    return fine ? null : { code: "misshapen", value: value.slice(0, 40), form: "3.1[:]3.2" };
  }

  /** @param {string} type @param {string} value */
  const response = (type, value) => (learner[type] || anything)(value);

  /** @param {string} type @param {string} value */
  function pattern(type, value) {
    if (type === "numeric") return range(value);
    return response(type, value.replace(FLAGS, ""));
  }

  play.responses = { identifier, localized, response, pattern };
})();
