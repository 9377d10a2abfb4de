// @ts-check
/* Values in the forms that platforms share. */
(function () {
  "use strict";

  /** Without exponent and needless zeros. @param {number} value @param {number} digits */
  function decimal(value, digits) {
    const text = value.toFixed(digits);
    return text === "-0" ? "0" : text.replace(/(\.\d*?)0+$/, "$1").replace(/\.$/, "");
  }

  /** One line, at most `limit` long, with no half of a letter at its end. @param {string} text @param {number} limit */
  function cut(text, limit) {
    return text.replace(/[\x00-\x1f\x7f]+/g, " ").slice(0, limit).replace(/[\uD800-\uDFFF]/gu, "");
  }

  /** 0 to 100 of 0 to 1, rounded down: 79.999 is not 80, for 80 may be the mastery; a kept score has six decimals. @param {number} score */
  function percent(score) {
    return Math.floor(score * 10000 + 0.02) / 100;
  }

  /** Hours, minutes and seconds, these with two decimals at most. @param {number} ms @returns {[number, number, number]} */
  function split(ms) {
    const all = Math.floor(Math.min(Math.max(ms, 0), 35999999990) / 10);
    return [Math.floor(all / 360000), Math.floor(all / 6000) % 60, (all % 6000) / 100];
  }

  /** ISO 8601, at most two decimals. @param {number} ms */
  function duration(ms) {
    const [hours, minutes, seconds] = split(ms);
    return `PT${hours ? `${hours}H` : ""}${minutes ? `${minutes}M` : ""}${seconds}S`;
  }

  lessonkit.values = { decimal, cut, percent, split, duration };
})();
