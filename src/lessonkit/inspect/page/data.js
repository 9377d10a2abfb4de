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

  /** Name, value, and what is said of it instead of the usual. @param {any} pairs @returns {[string, string, string][]} */
  function read(pairs) {
    return (Array.isArray(pairs) ? pairs.slice(0, 5000) : [])
      .map((/** @type {any} */ pair) => /** @type {[string, string, string]} */ ([`${pair[0]}`, `${pair[1]}`, pair[2] === undefined ? "" : `${pair[2]}`]))
      .sort((a, b) => byName(a[0], b[0]));
  }

  /** @param {any} data */
  desk.told = (data) => {
    const values = read(data.values);
    const pending = new Set(Array.isArray(data.pending) ? data.pending : []);
    const first = before.size === 0;
    body.replaceChildren(...values.map(([name, value, kept]) => row(name, value,
      kept || say(pending.has(name) ? "waiting" : "committed"), !first && before.get(name) !== value)),
    ...read(data.given).map(([name, value]) => row(name, value, say("given"), false)));
    before = new Map(values.map(([name, value]) => [name, value]));
    const none = !body.children.length;
    at("#data table").hidden = none;
    at("#no-data").hidden = !none;
  };

  desk.forget = () => { before = new Map(); };
})();
