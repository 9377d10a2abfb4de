// @ts-check
/*
 * The way back to the page of a programme, where the lesson was opened from one: it says in the
 * address where it lies (`?program=../../../index.html`). Only a page above this one is taken.
 */
(function () {
  "use strict";
  const { byId, one, make, say } = lessonkit.dom;
  const ABOVE = /^(\.\.\/)+index(\.[\w-]+)?\.html$/;

  lessonkit.parts.push(() => {
    const way = new URLSearchParams(location.search).get("program") || "";
    if (!ABOVE.test(way)) return;
    /** @param {string} kind */
    const link = (kind) => {
      const made = make("a", kind, say("to-program"));
      made.href = way;
      return made;
    };
    byId("lk-toc").prepend(link(""));
    one("#lk-close .lk-scripted").append(make("p", "", link("lk-btn lk-btn-main")));
  });
})();
