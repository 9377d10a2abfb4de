// @ts-check
/* Ticks that are kept. */
(function () {
  "use strict";
  const { all } = lessonkit.dom;

  lessonkit.parts.push((session) => {
    for (const list of all("[data-lk-check]")) {
      const id = list.dataset.lkCheck;
      const boxes = all(":scope > .lk-tick > label > input", list);
      const show = () => boxes.forEach((box, place) => {
        box.checked = !!(session.state.ticks[id] || [])[place];
        box.disabled = session.mode === "review";
      });
      boxes.forEach((box, place) => {
        box.addEventListener("change", () => session.tick(id, place, box.checked));
      });
      session.onChange(show);
      show();
    }
  });
})();
