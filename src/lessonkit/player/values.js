// @ts-check
/* Values in the forms that the data models of SCORM know. */
(function () {
  "use strict";

  /** @param {number} value @param {number} low @param {number} high */
  function clamp(value, low, high) {
    return Math.min(high, Math.max(low, value));
  }

  /** Without exponent and needless zeros. @param {number} value @param {number} digits */
  function decimal(value, digits) {
    const text = value.toFixed(digits);
    const bare = text.indexOf(".") < 0 ? text : text.replace(/\.?0+$/, "");
    return bare === "-0" ? "0" : bare;
  }

  /** One line, at most `limit` long, with no half of a letter at its end. @param {string} text @param {number} limit */
  function cut(text, limit) {
    const whole = text.replace(/[\uD800-\uDFFF]/gu, "").replace(/[\x00-\x1f\x7f]+/g, " ");
    if (whole.length <= limit) return whole;
    return whole.slice(0, limit).replace(/[\uD800-\uDBFF]$/, "");
  }

  /** 0 to 100 of 0 to 1, rounded down: 79.999 is not 80, for 80 may be the mastery. @param {number} score */
  function percent(score) {
    return Math.floor(clamp(score, 0, 1) * 10000 + 1e-6) / 100;
  }

  /** @param {number} number */
  const two = (number) => (number < 10 ? "0" : "") + number;

  /** Time of day, local: HH:MM:SS.SS. @param {number} time milliseconds since 1970 */
  function clock(time) {
    const at = new Date(time);
    const hundredths = Math.floor(at.getMilliseconds() / 10);
    return `${two(at.getHours())}:${two(at.getMinutes())}:${two(at.getSeconds())}.${two(hundredths)}`;
  }

  /** A zone needs a fraction, and a fraction of three digits is refused. @param {number} time */
  function timestamp(time) {
    return new Date(time).toISOString().replace(/\.\d+Z$/, ".00Z");
  }

  /** A duration for 1.2: HHHH:MM:SS.SS. @param {number} ms */
  function timespan(ms) {
    const all = Math.floor(clamp(ms, 0, 35999999990) / 10);
    const seconds = Math.floor(all / 100);
    const hours = ("000" + Math.floor(seconds / 3600)).slice(-4);
    return `${hours}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}.${two(all % 100)}`;
  }

  /** A duration for 2004, at most two decimals: PT1H2M3.45S. @param {number} ms */
  function duration(ms) {
    const all = Math.floor(clamp(ms, 0, 35999999990) / 10);
    const minutes = Math.floor(all / 6000);
    const hours = Math.floor(minutes / 60);
    const parts = (hours ? `${hours}H` : "") + (minutes % 60 ? `${minutes % 60}M` : "");
    return `PT${parts}${decimal((all % 6000) / 100, 2)}S`;
  }

  lessonkit.values = { clamp, decimal, cut, percent, clock, timestamp, timespan, duration };
})();
