// @ts-check
/*
 * The page of a programme: which modules are done, as far as this browser knows. It reads what the
 * lessons keep and never writes it. What it cannot know it does not say: of a module without a trace
 * nothing is told, for it may have been learnt elsewhere.
 */
(function () {
  "use strict";

  /** Reading, answering, ticking; an opened lesson alone is not begun. */
  const TRACE = /;[psqikw]\w+:/;

  /**
   * How one module stands by what its lesson keeps.
   * @param {{ id: string, sections: string[] }} part @param {string} text
   * @returns {Lessonkit.Standing}
   */
  function standing({ id, sections }, text) {
    const data = /** @type {any} */ ({ id, sections, questions: [], checklists: [], objectives: [] });
    const { state } = lessonkit.state.decode(data, text);
    const of = sections.length;
    if (!state) return { id, state: "none", place: -1, of };
    if (state.success === "failed") return { id, state: "failed", place: -1, of };
    if (state.complete) return { id, state: "done", place: -1, of };
    return { id, state: TRACE.test(text) ? "begun" : "none", place: state.place, of };
  }

  /**
   * All modules in order. `next`: the one that was begun and is not done, else the first one after
   * the last that is done, else the first that is not; -1 where none is left.
   * @param {{ id: string, sections: string[] }[]} parts
   * @param {(id: string) => string} read may throw: then nothing is known
   * @returns {Lessonkit.Progression}
   */
  function look(parts, read) {
    try {
      const list = parts.map((part) => standing(part, read(part.id)));
      const open = (/** @type {number} */ at) => list[at].state === "none" || list[at].state === "begun";
      const places = list.map((_, at) => at).filter(open);
      const reached = list.map(({ state }) => state === "done").lastIndexOf(true);
      const begun = places.filter((at) => list[at].state === "begun")[0];
      const after = places.filter((at) => at > reached)[0];
      const next = [begun, after, places[0], -1].filter((at) => at !== undefined)[0];
      const done = list.filter(({ state }) => state === "done").length;
      return { known: true, list, next, done, whole: list.length > 0 && done === list.length };
    } catch (error) {
      const list = parts.map(({ id, sections }) => ({ id, state: /** @type {"none"} */ ("none"), place: -1, of: sections.length }));
      return { known: false, list, next: 0, done: 0, whole: false };
    }
  }

  lessonkit.program = { standing, look };
  if (typeof document === "undefined") return;

  const root = document.documentElement;
  const { one, all, byId, icon, say, count, number } = lessonkit.dom;

  /** @param {string} id */
  const kept = (id) => localStorage.getItem(`lessonkit:${id}`) || "";

  /** @param {any} item @param {Lessonkit.Standing} now @param {boolean} next */
  function mark(item, now, next) {
    const said = one(".lk-stage-state", item);
    const words = {
      none: "",
      begun: now.place < 0 ? say("begun") : say("begun-at", { i: number(now.place + 1), n: number(now.of) }),
      done: say("lesson-done"),
      failed: say("lesson-failed"),
    };
    said.textContent = words[now.state];
    said.hidden = !words[now.state];
    item.classList.toggle("lk-stage-done", now.state === "done");
    item.classList.toggle("lk-stage-next", next);
    const badge = one(".lk-stage-no", item);
    if (now.state === "done") badge.replaceChildren(icon("check"));
    else badge.textContent = badge.dataset.lkNo;
  }

  /** What the page knows, and how far that goes. @param {Lessonkit.Progression} way */
  function tell(way) {
    const shown = way.list.some(({ state }) => state !== "none");
    byId("lk-done").hidden = !shown;
    if (shown) {
      byId("lk-done-text").textContent = count("so-far", way.list.length, { done: number(way.done) });
      byId("lk-progress").max = way.list.length;
      byId("lk-progress").value = way.done;
    }
    const note = !way.known ? "note-unknown" : !shown && location.protocol === "file:" ? "note-file" : "note-here";
    byId("lk-note").textContent = say(note);
  }

  /** The one thing to press. @param {Lessonkit.Progression} way @param {any[]} items */
  function lead(way, items) {
    const button = byId("lk-next");
    if (!button) return;
    const link = way.next < 0 ? null : one("a[href]", items[way.next]);
    byId("lk-bar").hidden = !link;
    if (!link) return;
    button.href = link.getAttribute("href");
    const first = !way.list.some(({ state }) => state !== "none");
    const key = first ? "begin-lesson" : way.list[way.next].state === "begun" ? "resume-lesson" : "next-lesson";
    byId("lk-next-text").textContent = say(key, { n: number(way.next + 1) });
  }

  /** Looks again: a lesson may have been learnt meanwhile. @param {any} data */
  function refresh(data) {
    const way = look(data.modules, kept);
    const items = all("[data-lk-module]");
    items.forEach((item, at) => mark(item, way.list[at], way.known && at === way.next));
    tell(way);
    lead(way, items);
    const paper = byId("lk-paper");
    if (paper) paper.hidden = !way.whole;
  }

  /** Paper shows what is folded. */
  function paper() {
    /** @type {any[]} */
    let folded = [];
    window.addEventListener("beforeprint", () => {
      folded = all(".lk-fold:not([open])");
      for (const each of folded) each.open = true;
    });
    window.addEventListener("afterprint", () => {
      for (const each of folded) each.open = false;
    });
  }

  /** The learner's own name on the learner's own sheet; it leaves the device on paper only. */
  function certificate() {
    const field = byId("lk-name");
    if (!field) return;
    const store = lessonkit.store.open(lessonkit.host.browser(), "lessonkit-name");
    field.value = store.load();
    field.addEventListener("input", () => (field.value ? store.save(field.value) : store.clear()));
    byId("lk-print").addEventListener("click", () => {
      one(".lk-sheet-name").textContent = field.value.trim();
      document.body.classList.add("lk-one");
      window.print();
    });
    window.addEventListener("afterprint", () => document.body.classList.remove("lk-one"));
  }

  function begin() {
    try {
      const data = JSON.parse(byId("lk-data").textContent);
      lessonkit.dom.speak(data.strings, data.lang);
      refresh(data);
      // Who has begun knows what it is for, and looks for the lessons.
      const goals = byId("lk-goals");
      if (goals && !byId("lk-done").hidden) goals.open = false;
      certificate();
      for (const event of ["pageshow", "focus", "storage"]) window.addEventListener(event, () => refresh(data));
      paper();
    } catch (error) {
      // Whatever broke, the page can still be read, and its lessons opened.
      root.classList.remove("lk-js");
      throw error;
    }
  }

  root.classList.add("lk-js");
  if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", begin);
  else begin();
})();
