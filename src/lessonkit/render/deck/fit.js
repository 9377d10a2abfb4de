// @ts-check
/*
 * Letters as large as their slide has room for, never larger than its style sheet says. All slides
 * are measured at once and unseen; sizes are in units of a slide, so that they hold at any width.
 */
(function () {
  "use strict";
  const SMALLEST = 14;
  /** The most that words hang below the top, where little stands on a slide, in units. */
  const LOWEST = 80;

  /** @param {HTMLElement} body */
  function fit(body) {
    const style = getComputedStyle(body);
    let size = Number(style.getPropertyValue("--fs"));
    const over = () =>
      body.scrollHeight > body.clientHeight + 1 || body.scrollWidth > body.clientWidth + 1;
    while (over() && size > SMALLEST) {
      size -= 1;
      body.style.setProperty("--fs", String(size));
    }
    const last = body.lastElementChild;
    if (!last || body.matches(".beside, .whole, .below, .figures")) return;
    const unit = body.clientWidth / 1120;
    const used = last.getBoundingClientRect().bottom - body.getBoundingClientRect().top;
    const low = Math.min(LOWEST, ((body.clientHeight - used) / unit) * 0.18);
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

  deck.fit = fitAll;
})();
