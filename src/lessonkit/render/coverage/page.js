// @ts-check
/* Without this all maps are shown one below the other; with it, the one that is chosen. */
(function () {
  "use strict";
  /** @param {string} selector @returns {any[]} */
  const all = (selector) => Array.from(document.querySelectorAll(selector));
  const maps = all(".map");
  const framework = /** @type {HTMLSelectElement | null} */ (document.querySelector("#framework"));
  const group = /** @type {HTMLSelectElement | null} */ (document.querySelector("#group"));

  function choose() {
    if (!framework || !group) return;
    const here = maps.filter((map) => map.dataset.framework === framework.value);
    const known = here.map((map) => map.dataset.group);
    Array.from(group.options).forEach((option) => { option.disabled = !known.includes(option.value); });
    if (!known.includes(group.value)) group.value = known[0] || "";
    maps.forEach((map) => { map.hidden = !(here.includes(map) && map.dataset.group === group.value); });
  }

  /** What stands behind a cell is folded: unfold what an address names. */
  function unfold() {
    const found = location.hash.length > 1 && document.getElementById(location.hash.slice(1));
    if (found instanceof HTMLDetailsElement) {
      found.open = true;
      found.scrollIntoView();
    }
  }

  if (framework && group && maps.length > 1) {
    all(".choose").forEach((form) => { form.hidden = false; });
    framework.addEventListener("change", choose);
    group.addEventListener("change", choose);
    choose();
  }
  all(".all").forEach((line) => { line.hidden = false; });
  all("[data-open]").forEach((button) => button.addEventListener("click", () => {
    all(".skill").forEach((skill) => { skill.open = Boolean(button.dataset.open); });
  }));
  // Paper unfolds nothing: what is folded for the screen alone is printed whole.
  window.addEventListener("beforeprint", () => all(".fold").forEach((one) => { one.open = true; }));
  document.addEventListener("click", (event) => {
    const link = event.target instanceof Element && event.target.closest("a[href^='#']");
    if (link && link.getAttribute("href") === location.hash) unfold();
  });
  window.addEventListener("hashchange", unfold);
  unfold();
})();
