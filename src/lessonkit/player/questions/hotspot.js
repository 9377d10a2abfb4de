// @ts-check
/*
 * `hotspot`: areas of a picture. The answer is that of a `choice`, whose list stands below the
 * picture; here its options get a button each over the picture, which says and does the same.
 */
(function () {
  "use strict";
  lessonkit.questions.hotspot = Object.assign({}, lessonkit.questions.choice, {
    /** Answering begins over the picture, unless the list was opened to answer there. @param {any} form */
    start: (form) => (form.lkListed ? null : form.lkShow()),
  });

  /** @param {any} form @param {any} question */
  function areas(form, question) {
    const { one, all, make, button, say } = lessonkit.dom;
    const list = one(".lk-hot-list", form);
    const rows = all("[data-lk-key]", form);

    const buttons = rows.map((row) => {
      const place = Number(row.dataset.lkKey);
      const input = one("input", row);
      // A click of the label is a click of its field: one chooses, several are ticked or not.
      const made = button("lk-area", String(place + 1), () => input.click());
      made.replaceChildren(make("span", "", made.textContent));
      ["left", "top", "width", "height"].forEach((side, at) => {
        made.style[side] = `${question.areas[place][at]}%`;
      });
      return made;
    });

    function show() {
      const told = !!one(".lk-mark", form);
      rows.forEach((row, index) => {
        const [area, input] = [buttons[index], one("input", row)];
        const n = Number(row.dataset.lkKey) + 1;
        for (const name of ["lk-right", "lk-wrong", "lk-picked"]) area.classList.toggle(name, row.classList.contains(name));
        area.disabled = input.disabled;
        area.setAttribute("aria-pressed", String(input.checked));
        area.setAttribute("aria-label", told ? say("area-named", { n, name: input.parentNode.textContent.trim() }) : say("area", { n }));
      });
      if (told) list.open = true;
      return one(".lk-area[aria-pressed=true], .lk-area", form);
    }

    form.lkShow = show;
    list.addEventListener("click", (/** @type {any} */ event) => {
      if (event.isTrusted && event.target.closest("summary")) form.lkListed = !list.open;
    });
    list.open = false;
    one(".lk-hot", form).append(...buttons.slice().sort((a, b) => Number(a.textContent) - Number(b.textContent)));
    new MutationObserver(show).observe(one(".lk-opts", form), {
      subtree: true, childList: true, attributes: true, attributeFilter: ["class", "disabled"],
    });
    show();
  }

  if (lessonkit.parts) {
    lessonkit.parts.push((session, data) => {
      for (const question of data.questions) {
        if (question.type === "hotspot") areas(lessonkit.dom.byId(`lk-q-${question.id}`), question);
      }
    });
  }
})();
