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

  /** @param {any[]} parts @param {number} current @param {(n: number) => void} choose */
  desk.listParts = (parts, current, choose) => {
    at("#parts").hidden = parts.length < 2;
    const list = at("#parts ol");
    const focused = list.contains(document.activeElement);
    list.replaceChildren(...parts.map((part, n) => {
      const button = make("button", { type: "button" }, part.title);
      if (n === current) button.setAttribute("aria-current", "true");
      button.addEventListener("click", () => choose(n));
      const above = (part.blocks || []).map((/** @type {string} */ one) => make("span", { class: "block" }, one));
      return make("li", {}, ...above, button, make("span", {}, part.status));
    }));
    if (focused) list.querySelector("[aria-current]").focus();
  };

  /** What a platform of SCORM would show beside a part. @param {any} store */
  desk.status = (store) => {
    if (!store) return say("untried");
    const { values } = store;
    const words = ["cmi.core.lesson_status", "cmi.completion_status", "cmi.success_status"]
      .map((name) => values[name]).filter((value) => value && value !== "unknown");
    const score = values["cmi.core.score.raw"] || values["cmi.score.raw"];
    return [...words, score && say("score", { score })].filter(Boolean).join(" · ") || say("tried");
  };

  /** The same of cmi5 and xAPI. @param {any} verdict */
  desk.judged = (verdict) => {
    if (!verdict) return say("untried");
    const words = [verdict.completed && "completed", verdict.success !== "unknown" && verdict.success];
    const score = verdict.scaled !== null && say("score", { score: verdict.scaled });
    return [...words, score].filter(Boolean).join(" · ") || say("tried");
  };

  /** @param {boolean} tracked */
  desk.trackable = (tracked) => {
    for (const name of ["review", "browse"]) at(`[data-act=${name}]`).disabled = !tracked;
    for (const name of ["refuse", "offline", "throws"]) at(`#switches [name=${name}]`).disabled = !tracked;
    if (!tracked) at("#no-calls").textContent = at("#no-data").textContent = say("untracked");
  };
})();
