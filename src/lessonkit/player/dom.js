// @ts-check
/* What every part of the page does with the document: find, make, say. */
(function () {
  "use strict";
  const SVG = "http://www.w3.org/2000/svg";
  /** @type {Record<string, any>} */
  let words = {};
  /** @type {(n: number) => string} */
  let form = () => "other";

  /** @param {string} selector @param {ParentNode} [within] @returns {any} */
  const one = (selector, within) => (within || document).querySelector(selector);

  /** @param {string} selector @param {ParentNode} [within] @returns {any[]} */
  const all = (selector, within) => [...(within || document).querySelectorAll(selector)];

  /** @param {string} id @returns {any} */
  const byId = (id) => document.getElementById(id);

  /** @param {string} tag @param {string} [kind] its class @param {...(string | Node)} inner @returns {any} */
  function make(tag, kind, ...inner) {
    const made = document.createElement(tag);
    if (kind) made.className = kind;
    made.append(...inner);
    return made;
  }

  // Browsers from before 2021 do not have it.
  Element.prototype.replaceChildren = Element.prototype.replaceChildren || /** @this {Element} @param {...any} inner */ function (...inner) {
    this.textContent = "";
    this.append(...inner);
  };

  /** A sign of `icons.html`, not spoken. @param {string} name */
  function icon(name) {
    const svg = document.createElementNS(SVG, "svg");
    const use = document.createElementNS(SVG, "use");
    svg.setAttribute("class", "lk-i");
    svg.setAttribute("aria-hidden", "true");
    use.setAttribute("href", `#lk-i-${name}`);
    svg.append(use);
    return svg;
  }

  /** A button of a part. @param {string} kind @param {string} text @param {() => void} press */
  function button(kind, text, press) {
    const made = make("button", kind, text);
    made.type = "button";
    made.addEventListener("click", press);
    return made;
  }

  /** @param {string} text @param {Record<string, any>} [named] */
  const put = (text, named = {}) => text.replace(/{(\w+)}/g, (place, name) => (name in named ? String(named[name]) : place));

  /** @param {string} key @param {Record<string, any>} [named] */
  const say = (key, named) => put(words[key], named);

  /** The form for that number. @param {string} key @param {number} n @param {Record<string, any>} [named] */
  function count(key, n, named) {
    return put(words[key][form(n)] || words[key].other, { n: number(n), ...named });
  }

  /** As the language writes it. @param {number} value */
  let number = (value) => String(value);

  /** @param {any} element @param {boolean} [still] the page does not move */
  function focus(element, still) {
    if (element.tabIndex < 0) element.tabIndex = -1;
    element.focus({ preventScroll: !!still });
  }

  /** @param {Record<string, any>} strings @param {string} lang */
  function speak(strings, lang) {
    words = strings;
    try {
      const rules = new Intl.PluralRules(lang);
      const digits = new Intl.NumberFormat(lang, { maximumFractionDigits: 7 });
      form = (n) => rules.select(n);
      number = (value) => digits.format(value);
    } catch (error) {
      // A language that the browser does not know has one form.
    }
  }

  lessonkit.dom = {
    one, all, byId, make, icon, button, say, count, focus, speak, number: (/** @type {number} */ value) => number(value),
  };
  /** What the parts of the page do when it begins. @type {((session: any, data: any) => void)[]} */
  lessonkit.parts = [];
})();
