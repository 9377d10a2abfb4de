// @ts-check
/*
 * Slides, one at a time: which is shown, by keys, touch, buttons and addresses. Every other file of
 * the deck listens to it. What is shown is always known by its id, never by its number alone.
 */
/** @type {Lessonkit.Deck} */
var deck = (function () {
  "use strict";
  const root = document.documentElement;
  const slides = /** @type {HTMLElement[]} */ ([...document.querySelectorAll(".slide")]);
  const held = /** @type {HTMLElement} */ (document.getElementById("lk-data"));
  const { mark, strings } = JSON.parse(held.textContent || "{}");
  /** @type {((at: number) => void)[]} */
  const listeners = [];
  let at = 0;

  /** @param {string} id a slide's, or that of anything on it */
  function find(id) {
    const element = id && document.getElementById(id);
    return element ? slides.indexOf(/** @type {any} */ (element.closest(".slide"))) : -1;
  }

  /**
   * Show a slide; out of range means the nearest. `quiet`: nobody asked for it just now, so that
   * neither focus nor address changes.
   * @param {number} to @param {boolean} [quiet]
   */
  function go(to, quiet) {
    at = Math.max(0, Math.min(slides.length - 1, to));
    slides.forEach((slide, place) => slide.classList.toggle("on", place === at));
    if (!quiet) {
      try {
        history.replaceState(null, "", `#${slides[at].id}`);
      } catch (_) {
        // A page without an address of its own keeps none.
      }
      const title = /** @type {HTMLElement} */ (slides[at].querySelector("[tabindex]"));
      title.focus({ preventScroll: true });
    }
    listeners.forEach((listener) => listener(at));
  }

  /** @param {string} key @param {Record<string, any>} named */
  function say(key, named) {
    return String(strings[key]).replace(/\{(\w+)\}/g, (_, name) => named[name]);
  }

  return /** @type {any} */ ({
    root,
    slides,
    mark,
    say,
    find,
    go,
    here: () => at,
    onChange: (/** @type {(at: number) => void} */ listener) => listeners.push(listener),
  });
})();
