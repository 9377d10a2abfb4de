// @ts-check
/* A learner's hand on a built page: presses what is there to press, nothing else. */
"use strict";
(function () {
  const data = JSON.parse(/** @type {any} */ (document.getElementById("lk-data")).textContent);
  const one = (/** @type {string} */ what, within = /** @type {any} */ (document)) => within.querySelector(what);

  /** @param {any} question @param {boolean} right @returns {any} */
  function values(question, right) {
    const known = {
      choice: () => (right ? question.right : [[0, 1, 2, 3].find((place) => !question.right.includes(place))]),
      truefalse: () => [question.answer === right],
      text: () => (right ? question.answers[0][0] : "không biết"),
      number: () => String(question.ranges[0][1] + (right ? 0 : 1000)).replace(".", question.comma ? "," : "."),
    };
    return /** @type {any} */ (known)[question.type]();
  }

  /** To a step, at once. @param {string} id */
  function go(id) {
    history.replaceState(null, "", `#${id}`);
    window.dispatchEvent(new Event("hashchange"));
  }

  /** Presses of "check" beyond the first are what an unsteady finger does. @param {any} question @param {boolean} right */
  function answer(question, right, presses = 1) {
    go(one(`#lk-q-${question.id}`).closest("[data-lk-step]").id);
    const form = one(`#lk-q-${question.id}`);
    if (!one(".lk-retry", form).hidden) one(".lk-retry", form).click();
    const given = values(question, right);
    if (Array.isArray(given)) {
      for (const input of form.querySelectorAll("[data-lk-key] input")) {
        if (input.checked !== given.map(String).includes(input.value)) input.click();
      }
    } else {
      one("input", form).value = given;
    }
    const check = one("[type=submit]", form);
    for (let press = 0; press < presses; press += 1) check.click();
  }

  const acts = {
    read() {
      for (const id of ["lk-open", ...data.sections, "lk-close"]) go(id);
    },
    right: (/** @type {number} */ many = 99) => data.questions.slice(0, many).forEach((/** @type {any} */ each) => answer(each, true)),
    wrong: () => data.questions.forEach((/** @type {any} */ each) => answer(each, false)),
    fail: () => data.questions.forEach((/** @type {any} */ each) => {
      for (let tries = each.attempts || 1; tries; tries -= 1) answer(each, false);
    }),
    rest: () => data.questions.slice(2).forEach((/** @type {any} */ each) => answer(each, true)),
    unsteady: () => data.questions.forEach((/** @type {any} */ each) => answer(each, true, 3)),
    again() {
      go("lk-close");
      one("#lk-next").click();
    },
    tick: () => document.querySelectorAll(".lk-check input, .lk-practice input").forEach((box) => /** @type {any} */ (box).click()),
  };
  /** @type {any} */ (window).hand = acts;
})();
