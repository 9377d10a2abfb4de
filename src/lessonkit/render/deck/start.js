// @ts-check
/* Brings the deck to life: before this, all slides stand below each other and can be read. */
(function () {
  "use strict";
  const { root, slides } = deck;
  const one = (/** @type {string} */ selector) =>
    /** @type {HTMLElement} */ (document.querySelector(selector));
  const [bar, at, said, back, next] = [
    ".bar", "[data-at]", "[data-said]", "[data-do=back]", "[data-do=next]",
  ].map(one);
  let begun = false;

  deck.onChange((place) => {
    at.textContent = `${place + 1} / ${slides.length}`;
    /** @type {HTMLButtonElement} */ (back).disabled = place === 0;
    /** @type {HTMLButtonElement} */ (next).disabled = place === slides.length - 1;
    if (begun) said.textContent = deck.say("page", { i: place + 1, n: slides.length });
  });
  root.classList.add("js");
  bar.hidden = false;
  deck.fit();
  const named = deck.find(decodeURIComponent(location.hash.slice(1)));
  deck.go(Math.max(0, named), true);
  deck.listen();
  deck.startPresenting();
  begun = true;
  // A font of the machine may come late, and what was measured before is another width.
  if (document.fonts && document.fonts.status !== "loaded") document.fonts.ready.then(deck.fit);
})();
