// @ts-check
/* Keys, buttons and fingers; what is typed into a field stays there. */
(function () {
  "use strict";
  const { root, slides } = deck;
  const dialog = /** @type {HTMLDialogElement} */ (document.querySelector("dialog"));
  const bar = /** @type {HTMLElement} */ (document.querySelector(".bar"));
  const links = /** @type {HTMLElement[]} */ ([...document.querySelectorAll(".go")]);
  /** Of a finger, in pixels, before it is taken for a swipe. */
  const SWIPE = 48;
  const IDLE = 2500;
  let typed = "";

  const DO = {
    next: () => deck.go(deck.here() + 1),
    back: () => deck.go(deck.here() - 1),
    first: () => deck.go(0),
    last: () => deck.go(slides.length - 1),
    all: () => all(!root.classList.contains("all")),
    present: () => deck.present(),
    shade: () => {
      const dark = root.dataset.shade
        ? root.dataset.shade === "dark"
        : matchMedia("(prefers-color-scheme: dark)").matches;
      root.dataset.shade = dark ? "light" : "dark";
    },
    full: () => {
      if (document.fullscreenElement) document.exitFullscreen();
      else if (root.requestFullscreen) root.requestFullscreen().catch(() => {});
    },
    black: () => root.classList.toggle("black"),
    keys: () => (dialog.open ? dialog.close() : dialog.showModal()),
  };
  /** @type {Record<string, keyof typeof DO>} */
  const KEYS = {
    ArrowRight: "next", ArrowDown: "next", PageDown: "next", " ": "next", n: "next",
    ArrowLeft: "back", ArrowUp: "back", PageUp: "back", Backspace: "back", p: "back",
    Home: "first", End: "last",
    o: "all", s: "present", d: "shade", f: "full", b: "black", ".": "black", "?": "keys",
  };

  /** @param {boolean} on */
  function all(on) {
    root.classList.toggle("all", on);
    links.forEach((link) => (link.hidden = !on));
    const button = /** @type {HTMLElement} */ (document.querySelector("[data-do=all]"));
    button.setAttribute("aria-pressed", String(on));
    if (on) {
      slides[deck.here()].scrollIntoView({ block: "center" });
      links[deck.here()].focus({ preventScroll: true });
    } else deck.go(deck.here());
  }

  /** @param {KeyboardEvent} event */
  function pressed(event) {
    const target = /** @type {HTMLElement} */ (event.target);
    if (event.ctrlKey || event.metaKey || event.altKey || dialog.open) return;
    if (target.closest("input, textarea, select, audio, video")) return;
    const { key } = event;
    if (/^\d$/.test(key)) {
      typed += key;
      return;
    }
    if (key === "Enter" && typed) {
      deck.go(Number(typed) - 1);
      typed = "";
      event.preventDefault();
      return;
    }
    typed = "";
    if (key === "Escape" && root.classList.contains("all")) all(false);
    if ((key === " " || key === "Enter") && target.closest("button, a, summary")) return;
    if (target.closest(".spoken") && /^(Arrow(Up|Down)|Page|Home|End)/.test(key)) return;
    const shift = key === " " && event.shiftKey;
    const what = shift ? "back" : KEYS[key.length === 1 ? key.toLowerCase() : key];
    if (!what || (root.classList.contains("all") && /^(Arrow(Up|Down)|Page)/.test(key))) return;
    event.preventDefault();
    if (what !== "black") root.classList.remove("black");
    DO[what]();
  }

  /** Fingers: to the left is forward, as pages are turned. */
  function swipes() {
    let from = /** @type {{ x: number, y: number } | null} */ (null);
    const main = /** @type {HTMLElement} */ (document.querySelector(".slides"));
    main.addEventListener("touchstart", (event) => {
      const { clientX: x, clientY: y } = event.touches[0];
      from = event.touches.length === 1 ? { x, y } : null;
    }, { passive: true });
    main.addEventListener("touchend", (event) => {
      if (!from || root.classList.contains("all")) return;
      const { clientX, clientY } = event.changedTouches[0];
      const [across, down] = [clientX - from.x, clientY - from.y];
      from = null;
      if (Math.abs(across) < SWIPE || Math.abs(across) < 2 * Math.abs(down)) return;
      const forward = across < 0 === (document.dir !== "rtl");
      DO[forward ? "next" : "back"]();
    });
  }

  /** In full screen the bar and the pointer show only while something is moved. */
  function stirring() {
    let idle = 0;
    const rest = () => {
      bar.classList.remove("stirred");
      root.classList.add("still");
    };
    addEventListener("pointermove", () => {
      bar.classList.add("stirred");
      root.classList.remove("still");
      clearTimeout(idle);
      idle = setTimeout(rest, IDLE);
    });
  }

  deck.listen = () => {
    addEventListener("keydown", pressed);
    bar.addEventListener("click", (event) => {
      const button = /** @type {HTMLElement} */ (event.target).closest("[data-do]");
      const what = button && /** @type {HTMLElement} */ (button).dataset.do;
      if (what) DO[/** @type {keyof typeof DO} */ (what)]();
    });
    const close = /** @type {HTMLElement} */ (document.querySelector("[data-close]"));
    close.addEventListener("click", () => dialog.close());
    links.forEach((link, place) =>
      link.addEventListener("click", (event) => {
        event.preventDefault();
        deck.go(place);
        all(false);
      }),
    );
    addEventListener("hashchange", () => {
      const at = deck.find(decodeURIComponent(location.hash.slice(1)));
      if (at >= 0 && at !== deck.here()) deck.go(at);
    });
    document.addEventListener("fullscreenchange", () =>
      root.classList.toggle("full", Boolean(document.fullscreenElement)),
    );
    swipes();
    stirring();
  };
})();
