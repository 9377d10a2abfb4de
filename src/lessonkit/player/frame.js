// @ts-check
/* What is around the steps of a lesson: messages, what is fixed over the page, paper. */
(function () {
  "use strict";
  const root = document.documentElement;
  const { one, all, byId, make, button, say } = lessonkit.dom;

  /** Pictures that wait to be seen. @param {any} within */
  function load(within) {
    for (const image of all("img", within)) image.loading = "eager";
  }

  /** What went wrong with the platform, in words, until it is solved or put away. @param {any} session */
  function problems(session) {
    const box = byId("lk-problem");
    /** @type {string[]} */
    let kinds = [];

    function show() {
      const kind = kinds[0] || (session.mode === "normal" ? "" : session.mode);
      if (box.dataset.kind === kind) return;
      box.dataset.kind = kind;
      box.hidden = !kind;
      if (!kind) return box.replaceChildren();
      const close = button("lk-btn lk-btn-quiet", say("close"), () => {
        box.hidden = true;
        one(".lk-on h1, .lk-on h2").focus({ preventScroll: true });
      });
      box.replaceChildren(make("p", "", say(kind)), close);
    }

    session.onProblem((/** @type {{ kind: string, solved: boolean }} */ news) => {
      kinds = kinds.filter((kind) => kind !== news.kind);
      if (!news.solved) kinds.unshift(news.kind);
      show();
    });
    session.onChange(show);
    show();
  }

  /** What lies over the page must not lie over what has the focus. */
  function clearance() {
    const top = byId("lk-top");
    const bar = byId("lk-bar");
    /** @param {any} element @param {boolean} [always] wherever it is fixed or not */
    const covers = (element, always) => {
      const fixed = always || /fixed|sticky/.test(getComputedStyle(element).position);
      return fixed && element.offsetWidth > innerWidth * 0.9 ? element.offsetHeight + 16 : 0;
    };
    const set = () => {
      // Large letters on a small screen: then nothing is fixed, and the page scrolls as a whole.
      root.classList.toggle("lk-flow", covers(top, true) + bar.offsetHeight > innerHeight * 0.3);
      root.style.scrollPaddingTop = `${covers(top) + byId("lk-problem").offsetHeight}px`;
      root.style.scrollPaddingBottom = `${covers(bar)}px`;
    };
    if ("ResizeObserver" in window) {
      const watch = new ResizeObserver(set);
      for (const each of [top, bar, byId("lk-problem"), root]) watch.observe(each);
    } else set();
  }

  /** Paper shows all pictures, and what is folded. */
  function paper() {
    /** @type {any[]} */
    let folded = [];
    addEventListener("beforeprint", () => {
      load(document);
      folded = all(".lk-details:not([open])");
      for (const each of folded) each.open = true;
    });
    addEventListener("afterprint", () => {
      for (const each of folded) each.open = false;
    });
  }

  paper();
  lessonkit.frame = { problems, clearance, load };
})();
