// @ts-check
/* Views of which one is shown; without scripts they stand one below the other. */
(function () {
  "use strict";
  const { all, one, make, button } = lessonkit.dom;
  /** @type {Record<string, number>} */
  const MOVES = { ArrowRight: 1, ArrowLeft: -1, Home: -99, End: 99 };

  /** @param {any} box */
  function tabs(box) {
    const panels = all(":scope > .lk-tab", box);
    const list = make("div", "lk-tablist");
    const buttons = panels.map((panel, place) => {
      const tab = button("", one("h3", panel).textContent, () => show(place));
      tab.id = `${panel.id}-t`;
      tab.setAttribute("role", "tab");
      tab.setAttribute("aria-controls", panel.id);
      panel.setAttribute("role", "tabpanel");
      panel.setAttribute("aria-labelledby", tab.id);
      panel.tabIndex = 0;
      panel.addEventListener("lk-unfold", () => show(place));
      return tab;
    });

    /** @param {number} place */
    function show(place) {
      panels.forEach((panel, each) => {
        panel.hidden = each !== place;
        buttons[each].setAttribute("aria-selected", String(each === place));
        buttons[each].tabIndex = each === place ? 0 : -1;
      });
    }

    list.setAttribute("role", "tablist");
    list.append(...buttons);
    list.addEventListener("keydown", (/** @type {KeyboardEvent} */ event) => {
      const turn = getComputedStyle(box).direction === "rtl" && /Arrow/.test(event.key) ? -1 : 1;
      const move = MOVES[event.key] * turn;
      if (!move) return;
      event.preventDefault();
      const at = buttons.indexOf(document.activeElement);
      const end = buttons.length - 1;
      const to = Math.abs(move) > 1 ? (move < 0 ? 0 : end) : (at + move + buttons.length) % buttons.length;
      show(to);
      buttons[to].focus();
    });
    box.prepend(list);
    show(0);
  }

  lessonkit.parts.push(() => all("[data-lk-tabs]").forEach(tabs));
})();
