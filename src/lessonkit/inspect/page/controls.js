// @ts-check
/* Buttons, switches, widths and the list of parts; each tells the page what is wanted. */
(function () {
  "use strict";
  const { at, make, say } = desk;

  /** @param {(act: string) => void} act @param {() => void} switched */
  desk.control = (act, switched) => {
    document.querySelectorAll("[data-act]").forEach((/** @type {any} */ button) => {
      button.addEventListener("click", () => act(button.dataset.act));
    });
    at("#switches").addEventListener("change", switched);
    at("#widths").addEventListener("change", (/** @type {any} */ event) => {
      at("#holder").dataset.width = event.target.value;
    });
    at("#holder").dataset.width = at("#widths input:checked").value;
  };

  desk.switches = () => {
    const on = (/** @type {string} */ name) => at(`#switches [name=${name}]`).checked;
    return { refuse: on("refuse"), offline: on("offline"), throws: on("throws") };
  };

  desk.own = () => at("#switches [name=own]").checked;

  /** @param {any[]} scos @param {number} current @param {Record<string, any>} stores @param {(n: number) => void} choose */
  desk.listParts = (scos, current, stores, choose) => {
    at("#parts").hidden = scos.length < 2;
    const list = at("#parts ol");
    const focused = list.contains(document.activeElement);
    list.replaceChildren(...scos.map((sco, n) => {
      const button = make("button", { type: "button" }, sco.title);
      if (n === current) button.setAttribute("aria-current", "true");
      button.addEventListener("click", () => choose(n));
      return make("li", {}, button, make("span", {}, status(stores[sco.id])));
    }));
    if (focused) list.querySelector("[aria-current]").focus();
  };

  /** What a platform would show beside a part. @param {any} store */
  function status(store) {
    if (!store) return say("untried");
    const { values } = store;
    const words = ["cmi.core.lesson_status", "cmi.completion_status", "cmi.success_status"]
      .map((name) => values[name]).filter((value) => value && value !== "unknown");
    const score = values["cmi.core.score.raw"] || values["cmi.score.raw"];
    return [...words, score && say("score", { score })].filter(Boolean).join(" · ") || say("tried");
  }

  /** @param {boolean} tracked */
  desk.trackable = (tracked) => {
    for (const name of ["review", "browse"]) at(`[data-act=${name}]`).disabled = !tracked;
    for (const name of ["refuse", "offline", "throws"]) at(`#switches [name=${name}]`).disabled = !tracked;
    if (!tracked) at("#no-calls").textContent = at("#no-data").textContent = say("untracked");
  };
})();
