// @ts-check
/* Words and elements of the page. All that a lesson says is put in as text, never as markup. */
"use strict";

/** @type {any} */
const desk = { words: {}, faults: {} };

(function () {
  const LONGEST = 160;

  /** A sentence with its arguments; what is missing shows as its name. @param {string} sentence @param {Record<string, unknown>} [args] */
  function fill(sentence, args = {}) {
    return sentence.replace(/\{([\w-]+)\}/g, (whole, name) => (args[name] === undefined ? whole : `${args[name]}`));
  }

  /** @param {string} key @param {Record<string, unknown>} [args] */
  desk.say = (key, args) => fill(desk.words[key] || key, args);

  /** A fault in words. @param {any} fault */
  desk.fault = (fault) => {
    if (fault.said) return desk.short(`${fault.said}`, 600);
    const code = `${fault.code}`;
    const known = Object.prototype.hasOwnProperty.call(desk.faults, code);
    return desk.short(fill(known ? desk.faults[code] : code, fault), 600);
  };

  /** @param {string} text */
  desk.short = (text, most = LONGEST) => (text.length <= most ? text
    : `${text.slice(0, most)}… ${desk.say("long", { length: text.length })}`);

  /** @param {string} name @param {Record<string, string>} [attributes] @param {(string | Node)[]} inner */
  desk.make = (name, attributes = {}, ...inner) => {
    const made = document.createElement(name);
    Object.entries(attributes).forEach(([key, value]) => made.setAttribute(key, value));
    made.append(...inner);
    return made;
  };

  /** @param {string} selector @returns {any} */
  desk.at = (selector) => document.querySelector(selector);
})();
