// @ts-check
/* The live data model: what the lesson has written first, then what the platform gives. */
(function () {
  "use strict";
  const { at, make, say, short } = desk;
  const body = at("#data tbody");
  let before = new Map();

  /** `cmi.interactions.10` comes after `.9`. @param {string} a @param {string} b */
  const byName = (a, b) => a.localeCompare(b, "en", { numeric: true });

  /** @param {string} name @param {string} value @param {string} kept @param {boolean} changed */
  function row(name, value, kept, changed) {
    return make("tr", { class: changed ? "changed" : "" }, make("th", { scope: "row" }, make("code", {}, name)),
      make("td", {}, value === "" ? make("span", { class: "empty" }, say("empty")) : make("code", {}, short(value))),
      make("td", {}, kept));
  }

  /** @param {any} pairs @returns {[string, string][]} */
  function read(pairs) {
    return (Array.isArray(pairs) ? pairs.slice(0, 5000) : [])
      .map((/** @type {any} */ pair) => /** @type {[string, string]} */ ([`${pair[0]}`, `${pair[1]}`]))
      .sort((a, b) => byName(a[0], b[0]));
  }

  /** @param {any} data */
  desk.told = (data) => {
    const values = read(data.values);
    const pending = new Set(Array.isArray(data.pending) ? data.pending : []);
    const first = before.size === 0;
    body.replaceChildren(...values.map(([name, value]) => row(name, value,
      say(pending.has(name) ? "waiting" : "committed"), !first && before.get(name) !== value)),
    ...read(data.given).map(([name, value]) => row(name, value, say("given"), false)));
    before = new Map(values);
    at("#data table").hidden = false;
    at("#no-data").hidden = true;
  };

  desk.forget = () => { before = new Map(); };
})();
