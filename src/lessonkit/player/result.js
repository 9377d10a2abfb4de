// @ts-check
/* What came out, in plain words, on the closing page. */
(function () {
  "use strict";
  const { make, say, count, number } = lessonkit.dom;

  /** @param {number} share */
  const percent = (share) => number(Math.floor(share * 100 + 1e-6));

  /** @param {any} session @param {any} data */
  function lines(session, data) {
    const result = session.result();
    const answers = session.state.answers;
    const right = data.questions.filter((/** @type {any} */ one) => answers[one.id] && answers[one.id].right).length;
    const found = [count("result", data.questions.length, { right: number(right) })];
    const mastery = data.tracking.complete === "viewed" ? null : data.tracking.mastery;
    if (result.success === "passed") found.push(say("passed"));
    else if (mastery !== null && result.score !== null && result.answered) {
      found.push(`${say("score", { score: percent(result.score) })} ${say("needed", { mastery: percent(mastery) })}`);
    }
    if (result.success === "failed") found.push(say("no-attempts"));
    else if (result.canRetry && result.success !== "passed" && result.attemptsLeft !== null) {
      found.push(count("attempts", result.attemptsLeft));
    }
    if (result.complete && session.connection === "found" && session.mode === "normal") found.push(say("saved"));
    return found;
  }

  /** Links to what was left out. @param {any} session @param {any} data */
  function open(session, data) {
    /** @type {any[]} */
    const items = [];
    data.questions.forEach((/** @type {any} */ question, /** @type {number} */ place) => {
      if (session.state.answers[question.id] || session.mode === "review") return;
      const link = make("a", "", say("question", { n: number(place + 1) }));
      link.href = `#lk-q-${question.id}`;
      items.push(make("li", "", link));
    });
    return items;
  }

  /** @param {any} box @param {any} session @param {any} data */
  lessonkit.summary = function (box, session, data) {
    const said = lines(session, data).map((line) => make("p", "", line));
    const left = open(session, data);
    if (left.length) {
      said.push(make("p", "lk-label", count("to-do", left.length)), make("ul", "", ...left));
    }
    box.replaceChildren(...said);
    box.hidden = false;
  };
})();
