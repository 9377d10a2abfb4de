// @ts-check
/*
 * Tests of single values, for both data models. A test takes a text and answers null, or what is
 * wrong with it as a code of the catalogue with its arguments.
 */
(function () {
  "use strict";
  const UNCARRIED = /[\u0000-\u0008\u000b\u000c\u000e-\u001f]|[\ud800-\udbff](?![\udc00-\udfff])|(?:^|[^\ud800-\udbff])[\udc00-\udfff]/;

  /** @param {string} value */
  const short = (value) => (value.length > 60 ? `${value.slice(0, 60)}…` : value);

  /** A text of so many characters that XML can carry. @param {number} limit @returns {Play.Check} */
  function text(limit, ascii = false) {
    return (value) => {
      if (value.length > limit) return { code: "too-long", length: value.length, limit };
      if (ascii && /[^\u0000-\u007f]/.test(value)) return { code: "not-ascii" };
      return UNCARRIED.test(value) ? { code: "uncarried" } : null;
    };
  }

  /** @param {string[]} words @returns {Play.Check} */
  function oneOf(...words) {
    return (value) => (words.includes(value) ? null
      : { code: "not-one-of", value: short(value), known: words.map((word) => word || '""').join(", ") });
  }

  /** @param {RegExp} pattern @param {string} form an example of it @returns {Play.Check} */
  function shaped(pattern, form) {
    return (value) => (pattern.test(value) ? null : { code: "misshapen", value: short(value), form });
  }

  /** @param {RegExp} digits @param {number} low @param {number} high @returns {Play.Check} */
  function number(digits, low = -Infinity, high = Infinity) {
    return (value) => {
      if (!digits.test(value)) return { code: "not-number", value: short(value) };
      const inside = Number(value) >= low && Number(value) <= high;
      return inside ? null : { code: "out-of-range", value, low, high };
    };
  }

  /** @param {Play.Check} first @param {Play.Check} second @returns {Play.Check} */
  const either = (first, second) => (value) => first(value) && second(value);

  /** @param {string[]} parts @param {Play.Check} check @param {number} most @returns {Play.Wrong | null} */
  function each(parts, check, most, unique = false) {
    if (parts.length > most) return { code: "too-many-parts", length: parts.length, limit: most };
    if (unique && new Set(parts).size < parts.length) return { code: "part-twice" };
    return parts.reduce((found, part) => found || check(part), /** @type {Play.Wrong | null} */ (null));
  }

  /** `HHHH:MM:SS.SS`, or an ISO 8601 duration, as hundredths of a second. @param {string} value */
  function hundredths(value) {
    const plain = /^(\d+):(\d+):([\d.]+)$/.exec(value);
    const iso = /^P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:([\d.]+)S)?)?$/.exec(value);
    const [y, mo, d, h, m, s] = (plain ? ["0", "0", "0", ...plain.slice(1)] : iso ? iso.slice(1) : [])
      .map((part) => Number(part || 0));
    const days = (y || 0) * 365 + (mo || 0) * 30 + (d || 0);
    return Math.round((((days * 24 + (h || 0)) * 60 + (m || 0)) * 60 + (s || 0)) * 100);
  }

  /** @param {string[]} read @param {Record<string, Play.Check>} both @param {Record<string, Play.Check>} write */
  play.elements = (read, both, write) => {
    /** @type {Record<string, Play.Element>} */
    const found = {};
    read.forEach((name) => { found[name] = { access: "r", check: () => null }; });
    Object.keys(both).forEach((name) => { found[name] = { access: "rw", check: both[name] }; });
    Object.keys(write).forEach((name) => { found[name] = { access: "w", check: write[name] }; });
    return found;
  };

  play.values = { text, oneOf, shaped, number, either, each, hundredths, anything: () => null };
})();
