// @ts-check
/*
 * `reflect`: a note of the learner's own. The answer: what was typed. It is kept, never judged and
 * never told a platform as an answer, so there is no `interaction`.
 */
(function () {
  "use strict";

  lessonkit.questions.reflect = {
    score: () => 0,

    /** @param {any} data @param {any} answer */
    fits: (data, answer) => typeof answer === "string",

    /** Two notes written apart: nothing of either is lost. @param {string} kept @param {string} mine */
    join: (kept, mine) => (kept.indexOf(mine) >= 0 ? kept : mine.indexOf(kept) >= 0 ? mine : `${kept}\n\n${mine}`),
  };

  /** Whether what was sent lacks a note, for which there was no room. @param {Lessonkit.Data} data @param {Lessonkit.State} state @param {string} sent */
  lessonkit.lacks = (data, state, sent) => {
    const other = lessonkit.state.decode(data, sent).state;
    /** @param {Lessonkit.State | null} from @param {string} id */
    const note = (from, id) => (from && from.answers[id] && from.answers[id].answer) || "";
    return data.questions.some(({ id, type }) => type === "reflect" && note(state, id) !== note(other, id));
  };

  /** @param {any} form @param {any} question @param {any} session */
  function note(form, question, session) {
    const { one, make, say, focus } = lessonkit.dom;
    const field = one("textarea", form);
    const verdict = one(".lk-verdict", form);
    const check = one("[type=submit]", form);
    let shown = "";

    /** What is kept; "" where nothing is. @returns {string} */
    const kept = () => (session.state.answers[question.id] || {}).answer || "";

    /** Makes room: the field is as high as the copy of its text behind it, on paper too. */
    function grow() {
      field.parentNode.dataset.lkText = field.value;
    }

    /** Shows what is kept, unless something else is being written. */
    function render() {
      if (field.value.trim() === shown) field.value = kept();
      shown = kept();
      field.readOnly = check.hidden = session.mode === "review";
      grow();
    }

    /** Keeps it; an emptied field takes the note away. */
    function save() {
      const text = field.value.trim();
      if (field.readOnly || text === kept()) return;
      session.answer(question.id, text);
      render();
      const lines = [make("p", "", say(session.mode === "browse" ? "unkept" : text ? "noted" : "gone")), text && lessonkit.reply(form, "any")];
      verdict.replaceChildren(...lines.filter(Boolean));
    }

    field.addEventListener("input", grow);
    // Who goes on without pressing the button keeps the note as well.
    field.addEventListener("change", save);
    check.addEventListener("click", (/** @type {Event} */ event) => {
      event.preventDefault();
      save();
      if (field.value.trim()) return;
      verdict.replaceChildren(make("p", "", say("blank")));
      focus(field);
    });
    session.onChange(render);
    render();
  }

  if (lessonkit.parts) {
    lessonkit.parts.push((session, data) => {
      for (const form of lessonkit.dom.all("[data-lk-note]")) {
        note(form, data.questions.filter((/** @type {any} */ each) => each.id === form.dataset.lkNote)[0], session);
      }
    });
  }
})();
