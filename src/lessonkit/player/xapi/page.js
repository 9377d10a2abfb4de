// @ts-check
/* What a page adds for cmi5 and xAPI: a way to leave, and the words of what there is to choose from. */
(function () {
  "use strict";
  const { one, all, byId, make, button, say } = lessonkit.dom;

  /** @param {any} element */
  const words = (element) => element.textContent.trim();

  /** @param {string} id @returns {Lessonkit.Labels} */
  function labels(id) {
    /** @type {Lessonkit.Labels} */
    const found = { rows: [], targets: [] };
    for (const row of all("[data-lk-key]", byId(`lk-q-${id}`))) {
      found.rows[row.dataset.lkKey] = words(one(".lk-row-text, label", row) || row);
      for (const target of all("option, .lk-chip", row)) {
        const { value } = one("input", target) || target;
        if (value) found.targets[value] = words(target);
      }
    }
    return found;
  }

  /** One in the menu, one within the thumb's reach where the lesson ends. @param {any} session */
  function exits(session) {
    const places = [byId("lk-toc"), one(".lk-bar-in")];
    const buttons = places.map(() => button("lk-btn lk-btn-quiet", say("leave"), go));

    function go() {
      for (const each of buttons) {
        each.disabled = true;
        each.textContent = say("leaving");
      }
      session.leave(() => buttons[0].after(make("p", "", say("left"))));
    }

    function show() {
      const [menu, bar] = buttons;
      menu.hidden = session.connection !== "found";
      bar.hidden = menu.hidden || !one(".lk-close.lk-on");
      // Where nothing else is left to do, it is the next thing to press.
      bar.classList.toggle("lk-btn-main", byId("lk-next").hidden);
      bar.classList.toggle("lk-btn-quiet", !byId("lk-next").hidden);
    }

    places.forEach((place, index) => place.append(buttons[index]));
    window.addEventListener("hashchange", () => setTimeout(show));
    session.onChange(() => setTimeout(show));
    show();
  }

  lessonkit.parts.push((session) => {
    session.labels = labels;
    exits(session);
  });
})();
