// @ts-check
/*
 * One step of the lesson at a time: opening, sections, closing. The address says which (`#id`), so
 * that links, the back key and bookmarks work as everywhere.
 */
(function () {
  "use strict";
  const root = document.documentElement;
  const { one, all, byId, say, focus } = lessonkit.dom;
  const { frame } = lessonkit;

  /** @param {any} session @param {any} data */
  function steps(session, data) {
    const pages = all("[data-lk-step]");
    const last = data.sections.length;
    const links = all("#lk-toc li a");
    const next = byId("lk-next");
    const prev = byId("lk-prev");
    const menu = byId("lk-menu");
    const sections = byId("lk-where").textContent;
    let now = -1;

    /** @param {number} place */
    const step = (place) => pages[place + 1];

    /** @param {string} id */
    function go(id) {
      if (location.hash.slice(1) === encodeURIComponent(id)) arrive();
      else location.hash = encodeURIComponent(id);
    }

    /** The step that the address names, and the element within it. */
    function named() {
      let id = location.hash.slice(1);
      try {
        id = decodeURIComponent(id);
      } catch (error) {
        // An address that cannot be read names nothing.
      }
      const found = id ? byId(id) : null;
      return found && found.closest("[data-lk-step]") ? found : null;
    }

    /** Brings an element in sight that may lie in something folded. @param {any} found */
    function unfold(found) {
      for (const box of all("details")) box.open = box.open || box.contains(found);
      found.dispatchEvent(new Event("lk-unfold", { bubbles: true }));
      found.scrollIntoView();
    }

    function arrive() {
      const found = named() || (location.hash && location.hash !== "#lk-main" ? null : step(location.hash ? now : -1));
      if (!found) return;
      const home = found.closest("[data-lk-step]");
      show(+home.dataset.lkStep);
      menuOpen(false);
      const heading = one("h1, h2", home);
      if (found === home) {
        window.scrollTo(0, 0);
        focus(heading);
      } else {
        unfold(found);
        focus(one("input, button, summary, a[href]", found) || found, true);
      }
    }

    /** @param {number} place */
    function show(place) {
      now = place;
      for (const each of pages) each.classList.toggle("lk-on", each === step(place));
      if (place >= 0 && place < last) session.goTo(place);
      const heading = one("h1, h2", step(place)).textContent.trim();
      // One heading of the first level at a time: the opening has its own.
      const title = byId("lk-top-title");
      title.setAttribute("role", place < 0 ? "presentation" : "heading");
      if (place < 0) title.removeAttribute("aria-level");
      else title.setAttribute("aria-level", "1");
      document.title = place < 0 ? data.title : `${heading} – ${data.title}`;
      refresh();
      reveal();
      // The pictures of the next step come while this one is read.
      if (step(place + 1)) setTimeout(frame.load, 2000, step(place + 1));
    }

    function label() {
      if (now < 0 && session.state.place >= 0) return say("resume");
      if (now < 0 && last) return say("start");
      if (now < last - 1) return say("next");
      if (now < last) return say("finish");
      return say(open() ? "open" : session.result().canRetryWrong ? "again-wrong" : "again");
    }

    /** The first question that counts and has no answer yet. */
    const open = () =>
      session.questions().filter((/** @type {any} */ each) => each.assessed !== false && !session.state.answers[each.id])[0];

    function refresh() {
      const result = session.result();
      byId("lk-progress").value = result.progress;
      byId("lk-where").textContent = now >= 0 && now < last ? say("where", { i: now + 1, n: last }) : sections;
      byId("lk-next-text").textContent = label();
      const again = result.canRetry && result.success !== "passed";
      next.hidden = now === last && (session.mode === "review" || !(open() || again));
      prev.hidden = now < 0;
      // While a question is open, answering it is the next thing to do; going on is never locked.
      const asked = all(".lk-on [data-lk-q]:not([data-lk-free]):not([hidden])").some((form) => !answered(form));
      next.classList.toggle("lk-btn-main", !asked);
      next.classList.toggle("lk-btn-quiet", asked);
      links.forEach((link) => mark(link, byId(link.hash.slice(1))));
      if (lessonkit.summary && now === last) lessonkit.summary(byId("lk-result"), session, data);
    }

    /** @param {any} form */
    const answered = (form) => (session.state.answers[form.dataset.lkQ] || {}).done || session.mode === "review";

    /** @param {any} link @param {any} target */
    function mark(link, target) {
      const place = +target.dataset.lkStep;
      const asked = all("[data-lk-q]:not([data-lk-free]):not([hidden])", target);
      const seen = place < 0 ? session.state.place >= 0 : !!session.state.seen[place];
      const done = seen && asked.every((form) => session.state.answers[form.dataset.lkQ]);
      link.classList.toggle("lk-done", done);
      if (place === now) link.setAttribute("aria-current", "step");
      else link.removeAttribute("aria-current");
    }

    function forward() {
      if (now === last) return again();
      if (now < 0 && session.state.place >= 0) return go(step(session.state.place).id);
      return go(step(now + 1).id);
    }

    /** From the closing page back to the questions. */
    function again() {
      const question = open() || (session.retry(session.result().canRetryWrong) && open());
      if (question) go(`lk-q-${question.id}`);
    }

    /** The list of sections shows where one is, however long it is. */
    function reveal() {
      const link = one("#lk-toc [aria-current]");
      for (const box of [byId("lk-top"), byId("lk-toc")]) box.scrollTop = link.offsetTop - box.clientHeight / 2;
    }

    /** @param {boolean} on */
    function menuOpen(on) {
      menu.setAttribute("aria-expanded", String(on));
      byId("lk-toc").classList.toggle("lk-shown", on);
      reveal();
    }

    const isOpen = () => menu.getAttribute("aria-expanded") === "true";
    menu.addEventListener("click", () => menuOpen(!isOpen()));
    document.addEventListener("keydown", (event) => {
      if (event.key === "Escape" && isOpen()) {
        menuOpen(false);
        menu.focus();
      }
    });
    document.addEventListener("click", (event) => {
      const target = /** @type {Element} */ (event.target);
      if (isOpen() && !target.closest("#lk-top")) menuOpen(false);
      const link = target.closest("a[href^='#']");
      // The same address again makes no event of its own.
      if (link && link.getAttribute("href") === location.hash) arrive();
    });
    // A double click is one step.
    next.addEventListener("click", (/** @type {MouseEvent} */ event) => event.detail < 2 && forward());
    prev.addEventListener("click", () => go(step(now - 1).id));
    window.addEventListener("hashchange", arrive);
    session.onChange(refresh);
    session.onProblem(refresh);
    const first = named();
    show(first ? +first.closest("[data-lk-step]").dataset.lkStep : -1);
    if (first && !first.dataset.lkStep) unfold(first);
  }

  function begin() {
    try {
      const data = JSON.parse(byId("lk-data").textContent);
      lessonkit.dom.speak(data.strings, data.lang);
      const session = lessonkit.start(data);
      session.describe = (/** @type {string} */ id) => one(`#lk-q-${id} .lk-q-ask`).textContent.trim();
      for (const heading of all("h1, .lk-step > h2, .lk-close h2")) heading.setAttribute("tabindex", "-1");
      lessonkit.parts.forEach((part) => part(session, data));
      steps(session, data);
      frame.problems(session);
      frame.clearance();
    } catch (error) {
      // Whatever broke, the lesson can still be read, all of it.
      root.classList.remove("lk-js");
      throw error;
    }
  }

  root.classList.add("lk-js");
  if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", begin);
  else begin();
})();
