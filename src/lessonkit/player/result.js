// @ts-check
/* What came out, in plain words, on the closing page. */
(function () {
  "use strict";
  const { one, all, button, icon, make, say, count, number } = lessonkit.dom;

  /** @param {number} share */
  const percent = (share) => number(Math.floor(share * 100 + 1e-4));

  /** @param {any} session @param {any} data */
  function lines(session, data) {
    const result = session.result();
    const answers = session.state.answers;
    const right = session.questions().filter((/** @type {any} */ one) => answers[one.id] && answers[one.id].right).length;
    const found = result.total ? [count("result", result.total, { right: number(right) })] : [];
    const whole = result.answered === result.total;
    const mastery = data.tracking.complete === "viewed" ? null : data.tracking.mastery;
    if (result.success === "passed") found.push(say("passed"));
    else if (mastery !== null && result.score !== null && whole) {
      found.push(`${say("score", { score: percent(result.score) })} ${say("needed", { mastery: percent(mastery) })}`);
    }
    if (result.success === "failed") found.push(say("no-attempts"));
    else if (result.canRetry && result.success !== "passed" && result.attemptsLeft !== null) {
      found.push(count("attempts", result.attemptsLeft));
    }
    if (result.complete && session.mode === "normal" && session.safe) {
      if (session.connection === "found") found.push(say("saved"));
      if (session.connection === "none") found.push(say("kept"));
    }
    return found;
  }

  /** Links to what was left out. @param {any} session @param {any} data */
  function open(session, data) {
    /** @type {any[]} */
    const items = [];
    session.questions().forEach((/** @type {any} */ question, /** @type {number} */ place) => {
      if (question.assessed === false || session.state.answers[question.id] || session.mode === "review") return;
      const link = make("a", "", session.describe(question.id));
      const item = make("li", "", link);
      link.href = `#lk-q-${question.id}`;
      item.value = place + 1;
      items.push(item);
    });
    return items;
  }

  /** What is learnt stands apart from what needs another look. @param {any} session @param {any} data */
  function goals(session, data) {
    const answers = session.state.answers;
    for (const goal of all("[data-lk-goal]")) {
      const about = session.questions().filter((/** @type {any} */ one) => one.objective === goal.dataset.lkGoal);
      const reached = about.every((/** @type {any} */ one) => answers[one.id] && answers[one.id].right);
      one(reached ? "#lk-can ul" : "#lk-later ul").append(goal);
    }
    for (const box of all("#lk-can, #lk-later")) box.hidden = !one("li", box);
  }

  /** All of it once more; the bar offers the wrong ones alone. @param {any} session */
  function anew(session) {
    session.retry();
    const first = session.questions().filter((/** @type {any} */ one) => one.assessed !== false && !session.state.answers[one.id])[0];
    location.hash = `lk-q-${first.id}`;
  }

  /** @param {any} box @param {any} session @param {any} data */
  lessonkit.summary = function (box, session, data) {
    const passed = session.result().success === "passed";
    const said = lines(session, data).map((line) => make("p", "", line));
    if (passed) said[0].prepend(icon("check"));
    const left = open(session, data);
    if (left.length) {
      said.push(make("p", "lk-label", count("to-do", left.length)), make("ol", "lk-left", ...left));
    }
    if (!passed && session.result().canRetryWrong && session.mode !== "review") {
      said.push(button("lk-btn lk-btn-quiet", say("again-all"), () => anew(session)));
    }
    box.replaceChildren(...said);
    goals(session, data);
    box.classList.toggle("lk-passed", passed);
    box.hidden = false;
  };
})();
