// @ts-check
/*
 * A question on the page: answer, see why, try again. What an answer is worth and how it is shown
 * in its fields is for its type (`questions/<type>.js`) to say.
 */
(function () {
  "use strict";
  const { one, all, make, icon, say, count, focus } = lessonkit.dom;
  const SIGNS = { right: "check", partly: "half", wrong: "cross" };

  /** A feedback, as a copy; null where the author wrote none. @param {any} form @param {string} key */
  lessonkit.reply = (form, key) => {
    const found = one(`[data-lk-reply="${key}"]`, form);
    if (!found) return null;
    const copy = make("div", "lk-reply");
    copy.append(...found.cloneNode(true).childNodes);
    all("[id]", copy).forEach((element) => element.removeAttribute("id"));
    return copy;
  };

  /** @param {any} form @param {any} question @param {any} session */
  function ask(form, question, session) {
    const type = lessonkit.questions[question.type];
    const check = one("[type=submit]", form);
    const retry = one(".lk-retry", form);
    const verdict = one(".lk-verdict", form);
    const options = all("[data-lk-key]", form);
    const free = question.assessed === false;
    let shown = "";

    /** @param {string} key */
    const reply = (key) => lessonkit.reply(form, key);

    function clean() {
      all(".lk-mark, [data-lk-key] .lk-reply", form).forEach((element) => element.remove());
      options.forEach((option) => option.classList.remove("lk-right", "lk-wrong"));
      verdict.replaceChildren();
      verdict.className = "lk-verdict";
    }

    /** Where answering begins: at what is open or chosen. */
    function start() {
      if (type.start && type.start(form)) return type.start(form);
      const places = ["select:invalid, input:invalid", "[data-lk-key] input:checked", "input, select, textarea, .lk-move"];
      return places.map((what) => one(what, form)).filter(Boolean)[0];
    }

    /** @param {boolean} on */
    function lock(on) {
      form.classList.toggle("lk-locked", on);
      all("input, select, textarea, .lk-move", form).forEach((field) => (field.disabled = on));
      check.hidden = on;
      retry.hidden = true;
    }

    function picked() {
      options.forEach((option) => option.classList.toggle("lk-picked", !!one("input:checked", option)));
    }

    /** @param {any} option @param {boolean} right @param {string} text @param {(Node | null)[]} why */
    function mark(option, right, text, ...why) {
      option.classList.add(right ? "lk-right" : "lk-wrong");
      option.append(make("div", "lk-mark", icon(right ? "check" : "cross"), text), .../** @type {Node[]} */ (why.filter(Boolean)));
    }

    /**
     * Beside each chosen option its reason; the right ones only when nothing more can be tried.
     * @param {string[]} keys @param {boolean} all @param {any} answer
     */
    function marks(keys, all, answer) {
      if (free) return;
      for (const option of options) {
        const key = option.dataset.lkKey;
        const right = type.right(question, key, answer);
        if (keys.indexOf(key) >= 0) {
          const words = type.cure ? ["row-right", "row-wrong"] : ["picked-right", "picked-wrong"];
          const cure = all && !right && type.cure && say("answer", { answer: type.cure(option, question, key) });
          mark(option, right, say(words[right ? 0 : 1]), cure && make("div", "lk-reply", cure), type.apart ? null : (type.said && reply(type.said(question, key, answer))) || reply(key));
        } else if (all && right) mark(option, true, say("missed"), reply(key));
      }
    }

    /** @param {any} entry @param {"right" | "partly" | "wrong"} word @param {string[]} keys */
    function judge(entry, word, keys) {
      // What an option says stands beside it; what an answer line says, instead of what is said to all.
      const own = options.length && !free && !type.apart ? [] : keys.map(reply).filter(Boolean);
      const why = own.length && !type.apart ? [] : [reply(word) || (word === "partly" && reply("wrong"))];
      const said = free ? [icon("check"), say("kept-answer")] : [icon(SIGNS[word]), say(word)];
      const lines = [make("p", "", make("strong", "", ...said))];
      why.concat(own, reply("any")).forEach((each) => each && lines.push(each));
      if (entry.done && word !== "right") {
        const text = type.shown ? say("answer", { answer: type.shown(question) }) : say("none-left");
        lines.push(make("p", "", text));
      } else if (!entry.done && !free) {
        const left = (question.attempts || 0) - entry.tries;
        lines.push(make("p", "", question.attempts ? count("left", left) : say("try")));
      }
      if (!free) verdict.classList.add(word === "right" ? "lk-right" : "lk-wrong");
      verdict.replaceChildren(...lines);
    }

    /** Whether an answer can be shown: a newer version may ask in another way under the same id. @param {any} answer */
    function fits(answer) {
      try {
        type.score(question, answer);
        type.keys(question, answer);
        type.write(form, answer);
        return answer !== null;
      } catch (error) {
        return false;
      }
    }

    /** @param {any} entry */
    function answered(entry) {
      const known = fits(entry.answer);
      const score = known ? type.score(question, entry.answer) : entry.score;
      const word = entry.right ? "right" : score > 0 ? "partly" : "wrong";
      const keys = known ? type.keys(question, entry.answer) : [];
      clean();
      if (known) type.write(form, entry.answer);
      picked();
      lock(true);
      marks(keys, entry.done, entry.answer);
      judge(entry, word, keys);
      retry.hidden = entry.done || session.mode === "review";
    }

    function unanswered() {
      clean();
      type.write(form, null);
      picked();
      lock(session.mode === "review");
      if (session.mode === "review") verdict.replaceChildren(make("p", "", say("unanswered")));
    }

    /** Shows what the session knows, unless that is what is shown: an answer being written stays. */
    function render() {
      const entry = session.state.answers[question.id];
      const state = JSON.stringify([entry, session.mode, session.state.attempt]);
      if (state === shown) return;
      shown = state;
      if (lessonkit.mix) lessonkit.mix(form, question, session.state.attempt);
      if (entry) answered(entry);
      else unanswered();
    }

    // Not `submit`: a frame in a sandbox that allows no forms (Kolibri's) never hears of it. Return
    // in a field presses this button.
    check.addEventListener("click", (/** @type {Event} */ event) => {
      event.preventDefault();
      if (form.classList.contains("lk-locked")) return;
      const answer = type.read(form);
      if (answer === null) {
        verdict.replaceChildren(make("p", "", say(type.empty || "empty")));
        focus(start());
        return;
      }
      session.answer(question.id, answer);
      render();
      const target = retry.hidden ? verdict : retry;
      focus(target, true);
      for (const each of [one(".lk-mark", form), target]) {
        if (each) each.closest("[data-lk-key], .lk-verdict, .lk-q-act").scrollIntoView({ block: "nearest" });
      }
    });
    retry.addEventListener("click", (/** @type {MouseEvent} */ event) => {
      // The second half of a double click on "check": the feedback is to be read first.
      if (event.detail > 1) return;
      clean();
      lock(false);
      const { answer } = session.state.answers[question.id];
      if (type.again && answer) type.again(form, question, answer);
      else if (options.length && !free) type.write(form, null);
      picked();
      const first = start();
      if (!options.length) first.select();
      focus(first);
    });
    form.addEventListener("change", picked);
    session.onChange(render);
    render();
  }

  lessonkit.parts.push((session, data) => {
    for (const form of all("[data-lk-q]")) {
      const question = data.questions.filter((/** @type {any} */ each) => each.id === form.dataset.lkQ)[0];
      (lessonkit.questions[question.type].ask || ask)(form, question, session);
    }
  });
})();
