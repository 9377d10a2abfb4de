// @ts-check
/*
 * `order`: put things in their right order, with two buttons each, or by drawing them at the handle.
 * The answer: places in the right order, from 0, as they stand from top to bottom.
 */
(function () {
  "use strict";
  const LETTERS = "abcdefghijklmnopqrstuvwxyz0123456789";

  /** @param {number[]} places */
  const letters = (places) => places.map((place) => LETTERS[place]);

  lessonkit.questions.order = {
    /** @param {any} data @param {number[]} answer */
    score(data, answer) {
      const hits = answer.filter((one, place) => one === place).length;
      return data.partial || hits === data.count ? hits / data.count : 0;
    },

    /** @param {any} data @param {any} answer */
    fits: (data, answer) => Array.isArray(answer) && answer.length === data.count
      && answer.slice().sort((one, other) => one - other).every((one, place) => one === place),

    /** @param {any} data @param {number[]} answer */
    keys: (data, answer) => answer.map(String),

    /** @param {any} data @param {string} key @param {number[]} answer */
    right: (data, key, answer) => answer[Number(key)] === Number(key),

    /** Where a row belongs. @param {any} row @param {any} data @param {string} key */
    cure: (row, data, key) => lessonkit.dom.say("place", { n: Number(key) + 1 }),

    /** @param {any} data @param {number[]} answer */
    interaction: (data, answer) => ({
      type: "sequencing", patterns: [letters(answer.map((_, place) => place))], response: letters(answer),
    }),

    /** What is mixed, in the author's order. @param {any} form */
    lists: (form) => [Array.from(list(form).children).sort((one, other) => one.dataset.lkKey - other.dataset.lkKey)],

    /** What stands is the answer; there is always one. @param {any} form */
    read: (form) => Array.from(list(form).children).map((row) => Number(row.dataset.lkKey)),

    /** @param {any} form @param {number[] | null} answer */
    write(form, answer) {
      const box = list(form);
      // The order of the page, or of a later attempt; never the right one.
      box.lkStart = box.lkStart || Array.from(box.children);
      const keys = (answer || []).map(String);
      const rows = box.lkStart.slice();
      if (answer) rows.sort((/** @type {any} */ one, /** @type {any} */ other) => keys.indexOf(one.dataset.lkKey) - keys.indexOf(other.dataset.lkKey));
      box.append(...rows);
    },

    /** For another try everything stays where it is. */
    again() {},
  };

  /** @param {any} form @returns {any} */
  const list = (form) => form.querySelector(".lk-order");

  /** Says where a thing stands now. @param {any} form @param {any} row */
  function told(form, row) {
    const { one, say } = lessonkit.dom;
    const n = Array.from(row.parentNode.children).indexOf(row) + 1;
    const item = one(".lk-row-text", row).textContent.trim();
    one(".lk-said", form).textContent = say("moved", { item, n, total: row.parentNode.children.length });
  }

  /** @param {any} form @param {any} button */
  function move(form, button) {
    const row = button.closest("[data-lk-key]");
    const up = button.dataset.lkBy < 0;
    const other = up ? row.previousElementSibling : row.nextElementSibling;
    if (other) row.parentNode.insertBefore(up ? row : other, up ? other : row);
    button.focus();
    told(form, row);
  }

  /** By finger or mouse, on top of the buttons. @param {any} form @param {PointerEvent} event */
  function draw(form, event) {
    const handle = /** @type {any} */ (event.target).closest(".lk-grip");
    if (!handle || form.classList.contains("lk-locked")) return;
    const row = handle.closest("[data-lk-key]");
    handle.setPointerCapture(event.pointerId);
    row.classList.add("lk-drawn");
    handle.onpointermove = (/** @type {PointerEvent} */ at) => {
      for (const other of Array.from(row.parentNode.children)) {
        const box = other.getBoundingClientRect();
        const below = row.compareDocumentPosition(other) & Node.DOCUMENT_POSITION_FOLLOWING;
        const middle = box.top + box.height / 2;
        if (other !== row && (below ? at.clientY > middle : at.clientY < middle)) {
          row.parentNode.insertBefore(row, below ? other.nextSibling : other);
          // A moved element gives up its pointer.
          handle.setPointerCapture(at.pointerId);
          break;
        }
      }
    };
    handle.onpointerup = handle.onpointercancel = () => {
      handle.onpointermove = null;
      row.classList.remove("lk-drawn");
      told(form, row);
    };
  }

  if (lessonkit.parts) {
    lessonkit.parts.push(() => {
      for (const box of lessonkit.dom.all(".lk-order")) {
        const form = box.closest("form");
        box.addEventListener("click", (/** @type {any} */ event) => {
          const button = event.target.closest(".lk-move");
          if (button) move(form, button);
        });
        box.addEventListener("pointerdown", (/** @type {PointerEvent} */ event) => draw(form, event));
      }
    });
  }
})();
