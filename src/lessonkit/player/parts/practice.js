// @ts-check
/* A task for today: tick it, print it, send it. On the closing page it stands once more. */
(function () {
  "use strict";
  const { all, one, byId, make, say } = lessonkit.dom;

  /** One task alone on paper. @param {any} task */
  function print(task) {
    const sheet = make("div", "lk-sheet");
    sheet.append(task.cloneNode(true));
    document.body.append(sheet);
    document.body.classList.add("lk-one");
    const end = () => {
      document.body.classList.remove("lk-one");
      sheet.remove();
      removeEventListener("afterprint", end);
    };
    addEventListener("afterprint", end);
    window.print();
  }

  /** @param {any} task @param {string} title */
  function share(task, title) {
    const text = one(".lk-practice-body", task).innerText.trim();
    navigator.share({ title, text: say("text", { title, task: text }) }).catch(() => {
      // Put away by the learner.
    });
  }

  /** A copy is to be read and ticked off; what it holds beside is answered, turned and ticked where it stands. @param {any} task */
  function copied(task) {
    const copy = task.cloneNode(true);
    const body = one(".lk-practice-body", copy);
    all("form, .lk-tablist, input", body).forEach((element) => element.remove());
    all("button", body).forEach((element) => element.replaceWith(...element.childNodes));
    all("[hidden]", body).forEach((element) => (element.hidden = false));
    all("[id]", copy).forEach((element) => element.removeAttribute("id"));
    return copy;
  }

  lessonkit.parts.push((session, data) => {
    const today = byId("lk-today");
    for (const task of all("[data-lk-practice]")) today.append(copied(task));
    for (const task of all("[data-lk-practice]")) {
      const id = task.dataset.lkPractice;
      const box = one(":scope > .lk-tick input", task);
      const send = one("[data-lk-share]", task);
      const show = () => {
        box.checked = !!(session.state.ticks[id] || [])[0];
        box.disabled = session.mode === "review";
      };
      box.addEventListener("change", () => session.tick(id, 0, box.checked));
      one("[data-lk-print]", task).addEventListener("click", () => print(task));
      send.hidden = typeof navigator.share !== "function";
      send.addEventListener("click", () => share(task, data.title || ""));
      session.onChange(show);
      show();
    }
  });
})();
