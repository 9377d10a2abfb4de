// @ts-check
/*
 * Options, rows and choices in another order at each attempt, and the same whenever it is resumed.
 * What is told and kept names them by their places in the author's order.
 */
(function () {
  "use strict";

  /** A number from a text. @param {string} text */
  function seed(text) {
    let hash = 2166136261;
    for (let i = 0; i < text.length; i += 1) hash = Math.imul(hash ^ text.charCodeAt(i), 16777619);
    return hash >>> 0;
  }

  /**
   * Fisher and Yates, with a small generator; or Sattolo, as in questions/rows.py: then none stays in its place.
   * @param {any[]} things @param {number} state @param {number} loose 1, or 0 for the latter
   */
  function shuffled(things, state, loose) {
    const mixed = things.slice();
    for (let i = mixed.length - 1; i > 0; i -= 1) {
      state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
      const other = Math.floor((state / 4294967296) * (i + loose));
      [mixed[i], mixed[other]] = [mixed[other], mixed[i]];
    }
    return mixed;
  }

  /** Another order than at the attempt before, where there is one. @param {any[]} things @param {string} id @param {number} attempt @param {number} loose */
  function ordered(things, id, attempt, loose) {
    let order = shuffled(things, seed(id), loose);
    for (let turn = 2; turn <= attempt; turn += 1) {
      const before = order;
      const same = () => order.every((thing, place) => thing === before[place]);
      for (let salt = 0; salt < 30 && same(); salt += 1) order = shuffled(things, seed(`${id} ${turn} ${salt}`), loose);
    }
    return order;
  }

  /** @param {any} form @param {any} question @param {number} attempt */
  lessonkit.mix = (form, question, attempt) => {
    const { lists } = lessonkit.questions[question.type];
    // What is always mixed was mixed for the first attempt when the page was made.
    if (attempt === (form.lkMixed || +!question.shuffle)) return;
    form.lkMixed = attempt;
    const options = () => lessonkit.dom.all("[data-lk-key]", form).sort((one, other) => one.dataset.lkKey - other.dataset.lkKey);
    for (const things of lists ? lists(form) : question.shuffle ? [options()] : []) {
      if (!things.length) continue;
      const home = things[0].parentNode;
      home.lkStart = ordered(things, question.id, attempt, +!!question.shuffle);
      home.append(...home.lkStart);
    }
  };
})();
