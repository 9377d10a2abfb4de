// @ts-check
/* A learner's hand on a built page: presses what is there to press, nothing else. */
"use strict";
(function () {
  const data = JSON.parse(/** @type {any} */ (document.getElementById("lk-data")).textContent);
  const one = (/** @type {string} */ what, within = /** @type {any} */ (document)) => within.querySelector(what);

  /** As many numbers, each made of its place. @param {number} count @param {(place: number) => number} made */
  const places = (count, made = (place) => place) => Array.from({ length: count }, (_, place) => made(place));

  /** A shortest way to an end that is wanted. @param {any} story @param {(end: any) => boolean} wanted */
  function way({ scenes }, wanted) {
    /** @type {[number, number[]][]} */
    const waiting = [[0, []]];
    for (const [place, taken] of waiting) {
      const { to } = scenes[place];
      if (!to.length && wanted(scenes[place])) return taken;
      if (taken.length < scenes.length) to.forEach((/** @type {number} */ next, /** @type {number} */ chosen) => waiting.push([next, [...taken, chosen]]));
    }
    return [];
  }

  /** One answer that is right, and one that is not at all. @type {Record<string, (question: any, right: boolean) => any>} */
  const ANSWERS = {
    choice: ({ right, count }, well) => (well ? right : [places(count).find((place) => !right.includes(place))]),
    hotspot: (question, well) => ANSWERS.choice(question, well),
    truefalse: ({ answer }, well) => answer === well,
    text: ({ answers }, well) => (well ? answers[0][0] : "không biết"),
    number: ({ ranges, comma }, well) => String(ranges[0][1] + (well ? 0 : 1000)).replace(".", comma ? "," : "."),
    cloze: ({ gaps }, well) => gaps.map((/** @type {any} */ gap) =>
      !gap.choices ? (well ? gap[0] : "không biết") : well ? gap.right : (gap.right + 1) % gap.choices.length),
    match: ({ count }, well) => places(count, (place) => (well ? place : (place + 1) % count)),
    sort: ({ groups, count }, well) => groups.map((/** @type {number} */ group) => (well ? group : (group + 1) % count)),
    order: ({ count }, well) => places(count, (place) => (well ? place : (place + 1) % count)),
    scale: ({ count }) => count - 1,
    reflect: () => "Tôi đã cúp máy.",
    scenario: (question, well) => way(question, ({ score }) => score === undefined || score === (well ? 1 : 0)),
  };

  /** @param {any} form @param {string} what @returns {any[]} */
  const all = (form, what) => Array.from(form.querySelectorAll(what));

  /** Ticks these fields and no other. @param {any} form @param {any[]} wanted */
  function tick(form, wanted) {
    for (const input of all(form, "[data-lk-key] input")) {
      if (input.checked !== wanted.map(String).includes(input.value)) input.click();
    }
  }

  /** @param {any} field @param {any} value */
  function fill(field, value) {
    field.value = String(value);
    field.dispatchEvent(new Event("change", { bubbles: true }));
  }

  /** Moves things by their buttons, the first to the top first. @param {any} form @param {number[]} wanted */
  function arrange(form, wanted) {
    wanted.forEach((key, place) => {
      const row = one(`[data-lk-key="${key}"]`, form);
      while (Array.from(row.parentNode.children).indexOf(row) > place) one(".lk-move", row).click();
    });
  }

  /** What a learner does to give an answer. @type {Record<string, (form: any, answer: any) => void>} */
  const GIVES = {
    choice: tick,
    // Over the picture, not in the list.
    hotspot: (form, answer) => all(form, ".lk-area").forEach((area, place) => {
      if ((area.getAttribute("aria-pressed") === "true") !== answer.includes(place)) area.click();
    }),
    truefalse: (form, answer) => tick(form, [answer]),
    scale: (form, answer) => tick(form, [answer]),
    text: (form, answer) => fill(one("input", form), answer),
    number: (form, answer) => fill(one("input", form), answer),
    reflect: (form, answer) => fill(one("textarea", form), answer),
    cloze: (form, answer) => all(form, ".lk-gap > :is(input, select)").forEach((field, place) => fill(field, answer[place])),
    match: (form, answer) => all(form, "[data-lk-key] select").forEach((field, place) => fill(field, answer[place])),
    sort: (form, answer) => answer.forEach((/** @type {number} */ group, /** @type {number} */ place) =>
      all(form, `[data-lk-key="${place}"] input`)[group].click()),
    order: arrange,
    scenario: (form, answer) => answer.forEach((/** @type {number} */ chosen) => all(form, ".lk-now .lk-way")[chosen].click()),
  };

  /** Those of this attempt, as the page shows them. @returns {any[]} */
  const asked = () => data.questions.filter((/** @type {any} */ each) => !one(`#lk-q-${each.id}`).hidden);

  /** To a step, at once. @param {string} id */
  function go(id) {
    history.replaceState(null, "", `#${id}`);
    window.dispatchEvent(new Event("hashchange"));
  }

  /** Without pressing "check". @param {any} question @param {any} given */
  function give(question, given) {
    const form = one(`#lk-q-${question.id}`);
    if (!form.classList.contains("lk-locked")) GIVES[question.type](form, given);
  }

  /** Presses of "check" beyond the first are what an unsteady finger does. @param {any} question @param {boolean} right */
  function answer(question, right, presses = 1) {
    go(one(`#lk-q-${question.id}`).closest("[data-lk-step]").id);
    const form = one(`#lk-q-${question.id}`);
    const retry = one(".lk-retry", form);
    if (retry && !retry.hidden) retry.click();
    give(question, ANSWERS[question.type](question, right));
    // A story is answered where it ends; an unsteady finger presses what is no more there.
    const check = one("[type=submit]", form) || one(".lk-way", form);
    for (let press = 0; press < presses; press += 1) check.click();
  }

  /** @param {string} id */
  const named = (id) => data.questions.find((/** @type {any} */ each) => each.id === id);

  const acts = {
    /** @param {string} id @param {boolean} right */
    one: (id, right) => answer(named(id), right),
    /** Any answer to one question. @param {string} id @param {any} given */
    say(id, given) {
      go(one(`#lk-q-${id}`).closest("[data-lk-step]").id);
      const retry = one(`#lk-q-${id} .lk-retry`);
      if (retry && !retry.hidden) retry.click();
      give(named(id), given);
      one(`#lk-q-${id} [type=submit]`).click();
    },
    read() {
      for (const id of ["lk-open", ...data.sections, "lk-close"]) go(id);
    },
    right: (/** @type {number} */ many = 99) => asked().slice(0, many).forEach((/** @type {any} */ each) => answer(each, true)),
    wrong: () => asked().forEach((/** @type {any} */ each) => answer(each, false)),
    fail: () => asked().forEach((/** @type {any} */ each) => {
      for (let tries = each.attempts || 1; tries; tries -= 1) answer(each, false);
    }),
    rest: () => asked().slice(2).forEach((/** @type {any} */ each) => answer(each, true)),
    unsteady: () => asked().forEach((/** @type {any} */ each) => answer(each, true, 3)),
    again() {
      go("lk-close");
      one("#lk-next").click();
    },
    /** The quiet one: all of it once more. */
    anew() {
      go("lk-close");
      one("#lk-result button").click();
    },
    hint: () => document.querySelectorAll(".lk-hint:not([open]) summary").forEach((each) => /** @type {any} */ (each).click()),
    tick: () => document.querySelectorAll(".lk-check input, .lk-practice input").forEach((box) => /** @type {any} */ (box).click()),
  };
  /** @type {any} */ (window).hand = acts;
})();
