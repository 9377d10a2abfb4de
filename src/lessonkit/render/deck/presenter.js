// @ts-check
/*
 * What who speaks sees: this slide, the next one, what to say and how long it has taken. It opens in
 * a window of its own, and the slides stay in theirs; where no second window may open, here. The two
 * tell each other by messages which slide is shown: pages of a file have no other way.
 */
(function () {
  "use strict";
  const { root, slides } = deck;
  const one = (/** @type {string} */ selector) =>
    /** @type {HTMLElement} */ (document.querySelector(selector));
  const side = one(".side");
  const [next, spoken, past, now] = [".upcoming", ".spoken", "[data-past]", "[data-now]"].map(one);
  const OWN = "presenter";
  /** @type {Window | null} */
  let other = null;
  let begun = 0;
  let told = -1;
  let timer = 0;

  /** @param {Element} element a copy that may stand beside what it was made of */
  function copied(element) {
    const copy = /** @type {HTMLElement} */ (element.cloneNode(true));
    for (const inner of [copy, ...copy.querySelectorAll("[id]")]) inner.removeAttribute("id");
    for (const inner of copy.querySelectorAll("a, button, input, textarea, select, audio, video, [tabindex]")) {
      inner.setAttribute("tabindex", "-1");
    }
    return copy;
  }

  function fill() {
    const following = slides[deck.here() + 1];
    next.replaceChildren(...(following ? [copied(following)] : []));
    const notes = slides[deck.here()].querySelector(".notes");
    spoken.replaceChildren(...(notes ? [copied(notes)] : []));
    spoken.scrollTop = 0;
  }

  function tick() {
    const date = new Date();
    const seconds = begun ? Math.floor((date.getTime() - begun) / 1000) : 0;
    past.textContent = `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
    now.textContent = `${date.getHours()}:${String(date.getMinutes()).padStart(2, "0")}`;
  }

  /** @param {boolean} on */
  function present(on) {
    root.classList.toggle("presenting", on);
    side.hidden = !on;
    one("[data-do=present]").setAttribute("aria-pressed", String(on));
    clearInterval(timer);
    if (!on) return;
    root.classList.remove("all");
    fill();
    tick();
    timer = setInterval(tick, 1000);
  }

  /** Open the second window, or close what stands here. */
  function open() {
    if (root.classList.contains("presenting")) {
      present(false);
      return;
    }
    if (other && !other.closed) {
      other.focus();
      return;
    }
    const address = `${location.href.split(/[?#]/)[0]}?${OWN}#${slides[deck.here()].id}`;
    try {
      other = window.open(address, `${OWN}-${deck.mark}`, "popup,width=1200,height=760");
    } catch (_) {
      other = null;
    }
    if (!other) present(true);
  }

  /** @param {number} at */
  function tell(at) {
    if (at === told) return;
    told = at;
    if (other && !other.closed) other.postMessage({ deck: deck.mark, at: slides[at].id }, "*");
  }

  addEventListener("message", (event) => {
    const { data, source } = event;
    if (!data || data.deck !== deck.mark || !source) return;
    if (data.hello && source !== other && !other) other = /** @type {Window} */ (source);
    if (source !== other) return;
    const at = deck.find(String(data.at));
    if (at < 0 || at === deck.here()) return;
    told = at;
    deck.go(at, true);
  });

  deck.onChange((at) => {
    if (!begun && at > 0) begun = Date.now();
    if (root.classList.contains("presenting")) fill();
    tell(at);
  });
  one("[data-reset]").addEventListener("click", () => {
    begun = Date.now();
    tick();
  });

  deck.present = open;
  deck.startPresenting = () => {
    if (location.search !== `?${OWN}`) return;
    other = window.opener;
    present(true);
    if (other) other.postMessage({ deck: deck.mark, hello: true, at: slides[deck.here()].id }, "*");
  };
})();
