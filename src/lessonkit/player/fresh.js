// @ts-check
/* What a learner's state begins with. */
(function () {
  "use strict";

  /** Nothing inherited: an id may be `constructor`. @returns {any} */
  const table = () => Object.create(null);

  /** @param {Lessonkit.Data} data @returns {Lessonkit.State} */
  lessonkit.fresh = function (data) {
    const ticks = table();
    for (const list of data.checklists) ticks[list.id] = Array(list.count).fill(false);
    return {
      place: -1, seen: data.sections.map(() => false), answers: table(), ticks, attempt: 1,
      finished: false, complete: false, success: "unknown", best: null, marks: table(),
      draws: table(), met: table(), hints: table(),
    };
  };
})();
