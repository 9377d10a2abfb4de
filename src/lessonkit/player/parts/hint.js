// @ts-check
/*
 * A hint that costs: it says so before it is pressed, and is not on the page until then, for a search
 * in the page opens what is folded. Once it was paid for, or its question is done, it is like any other.
 */
(function () {
  "use strict";
  const { make, one, say, number } = lessonkit.dom;

  /** @param {any} form @param {Lessonkit.Question} question @param {Lessonkit.Session} session */
  function sell(form, question, session) {
    const cost = number(100 * (question.cost || 0));
    const box = one(".lk-hint", form);
    const head = one("summary", box);
    const text = one("p", box);
    const note = make("span", "lk-hint-cost");
    head.append(note);

    const isPaid = () => session.state.hints[question.id];
    const isFree = () => isPaid() || session.mode === "review" || (session.state.answers[question.id] || {}).done;

    function show() {
      if (isFree()) box.append(text);
      else {
        text.remove();
        box.open = false;
      }
      note.textContent = isPaid() ? say("paid", { cost }) : isFree() ? "" : say("cost", { cost });
    }

    head.addEventListener("click", (/** @type {MouseEvent} */ event) => {
      // The second half of a double click would fold again what was paid for.
      if (event.detail > 1) event.preventDefault();
      else if (!isFree()) session.hint(question.id);
    });
    session.onChange(show);
    show();
  }

  lessonkit.parts.push((session, data) => {
    for (const question of data.questions) {
      if (question.cost) sell(one(`#lk-q-${question.id}`), question, session);
    }
  });
})();
