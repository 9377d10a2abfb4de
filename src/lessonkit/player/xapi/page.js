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

  /** In the menu, and where the lesson ends: within the thumb's reach where nothing else is left to do. @param {any} session */
  function exits(session) {
    const next = byId("lk-next");
    const buttons = ["quiet", "quiet", "main lk-leave"].map((kind) => button(`lk-btn lk-btn-${kind}`, say("leave"), go));
    const [menu, end, bar] = buttons;

    function go() {
      for (const each of buttons) {
        each.disabled = true;
        each.textContent = say("leaving");
      }
      session.leave(() => buttons.forEach((each) => (each.textContent = say("closable"))));
    }

    function show() {
      const open = session.connection === "found";
      menu.hidden = !open;
      end.hidden = !open || next.hidden;
      bar.hidden = !open || !next.hidden;
    }

    byId("lk-toc").append(make("p", "", menu));
    one(".lk-close .lk-scripted").append(make("p", "", end));
    next.after(bar);
    window.addEventListener("hashchange", () => setTimeout(show));
    session.onChange(() => setTimeout(show));
    show();
  }

  lessonkit.parts.push((session) => {
    session.labels = labels;
    exits(session);
  });
})();
