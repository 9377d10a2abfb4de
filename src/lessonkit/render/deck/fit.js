// @ts-check
/*
 * Letters as large as their slide has room for, never larger than its style sheet says. All slides
 * are measured at once and unseen; sizes are in units of a slide. Where a window gets another size
 * they are measured again: a line may break elsewhere by a fraction of a pixel.
 */
(function () {
  "use strict";
  const SMALLEST = 14;
  /** The most that words hang below the top, where little stands on a slide, in units. */
  const LOWEST = 80;
  /** Of the room that is left free: on paper letters are a little wider than on a screen. */
  const SPARE = 0.015;

  /** @param {HTMLElement} body */
  function fit(body) {
    body.classList.remove("low", "tight");
    body.style.removeProperty("--fs");
    const style = getComputedStyle(body);
    const first = Number(style.getPropertyValue("--fs"));
    let size = first;
    // On a narrow screen small letters are worse than a page that is moved by a finger.
    const least = Number(style.getPropertyValue("--least")) || SMALLEST;
    const last = body.lastElementChild;
    const alone = !last || body.matches(".beside, .whole, .below, .figures");
    const used = () =>
      last ? last.getBoundingClientRect().bottom - body.getBoundingClientRect().top : 0;
    const over = () =>
      body.scrollHeight > body.clientHeight + 1 ||
      body.scrollWidth > body.clientWidth + 1 ||
      (!alone && used() > body.clientHeight * (1 - SPARE));
    const shrink = () => {
      while (over() && size > least) {
        size -= 1;
        body.style.setProperty("--fs", String(size));
      }
    };
    shrink();
    if (over() && body.querySelector("table")) {
      // Words of a table are broken only where it has no room for them at any size.
      body.classList.add("tight");
      size = first;
      shrink();
    }
    if (alone) return;
    const unit = parseFloat(style.fontSize) / size;
    const low = Math.min(LOWEST, ((body.clientHeight - used()) / unit) * 0.18);
    if (low > 4) {
      body.classList.add("low");
      body.style.setProperty("--low", low.toFixed(0));
    }
  }

  function fitAll() {
    deck.root.classList.add("measure");
    for (const slide of deck.slides) {
      const body = /** @type {HTMLElement | null} */ (slide.querySelector(".body"));
      if (body && !slide.matches(".title")) fit(body);
    }
    deck.root.classList.remove("measure");
  }

  let waiting = 0;
  addEventListener("resize", () => {
    clearTimeout(waiting);
    waiting = setTimeout(fitAll, 150);
  });
  deck.fit = fitAll;
})();
