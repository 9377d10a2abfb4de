// @ts-check
/*
 * What a learner's acts amount to: score, completion, success. Touches no document and no platform.
 *
 * - A question is answered when it is right, when its tries are used up, or, where tries are
 *   unlimited, when it was tried. Within an attempt its best try counts.
 * - The score is the share of the points; a question without an answer has none of its points.
 *   Of several attempts the best one counts, for the whole and for each objective.
 * - An objective follows the rule of the lesson: where `passed` is asked for, it is done when its
 *   own score has reached mastery, whatever else is open.
 * - Where there is nothing to pass with, `passed` is never reached; nor is `completed` told instead.
 * - Below mastery nothing is decided while another attempt is left. On the last one, `failed` is
 *   final as soon as every question is answered: unlimited tries do not outlive it, or nobody
 *   could ever fail.
 * - `passed`, `failed` and completion are never taken back, whatever happens later.
 * - A question that is not assessed has no part in any of this; what was said to it outlives attempts.
 */
(function () {
  "use strict";
  /** Scores are sums of fractions, and are kept with six decimals: three thirds must be one. */
  const TINY = 2e-6;

  /** Nothing inherited: an id may be `constructor`. @returns {any} */
  const table = () => Object.create(null);

  /** @param {Lessonkit.Data} data @returns {Lessonkit.State} */
  function fresh(data) {
    const ticks = table();
    for (const list of data.checklists) ticks[list.id] = Array(list.count).fill(false);
    return {
      place: -1, seen: data.sections.map(() => false), answers: table(), ticks, attempt: 1,
      finished: false, complete: false, success: "unknown", best: null, marks: table(),
    };
  }

  /** @param {Lessonkit.Data} data */
  function assessed(data) {
    return data.questions.filter((question) => question.assessed !== false);
  }

  /** @param {Lessonkit.Question} question @param {Lessonkit.Entry | undefined} entry */
  function isAnswered(question, entry) {
    return !!entry && (entry.right || entry.tries >= (question.attempts || 1));
  }

  /** @param {Lessonkit.State} state @param {Lessonkit.Question} question @param {Lessonkit.Entry} entry */
  function isDone(state, question, entry) {
    if (question.assessed === false) return false;
    if (state.success === "failed" || entry.right) return true;
    return !!question.attempts && entry.tries >= question.attempts;
  }

  /**
   * The share of the points of some questions; null where there are no points to have.
   * @param {Lessonkit.Question[]} questions @param {Lessonkit.State} state
   */
  function share(questions, state) {
    let points = 0;
    let earned = 0;
    for (const question of questions) {
      const entry = state.answers[question.id];
      points += question.points;
      earned += entry ? question.points * entry.score : 0;
    }
    return points > 0 ? Math.min(1, earned / points) : null;
  }

  /** The greater of two numbers, either of which may be none. @param {number | null | undefined} one @param {number | null | undefined} other */
  function greater(one, other) {
    const some = [one, other].filter((value) => typeof value === "number");
    return some.length ? Math.max(.../** @type {number[]} */ (some)) : null;
  }

  /** @param {Lessonkit.Data} data @param {Lessonkit.State} state */
  function total(data, state) {
    return greater(share(assessed(data), state), state.best);
  }

  /** @param {Lessonkit.Data} data @param {Lessonkit.State} state @param {string} objective */
  function mark(data, state, objective) {
    const about = assessed(data).filter((question) => question.objective === objective);
    return greater(share(about, state), state.marks[objective]);
  }

  /** Null where nothing is passed or failed. @param {Lessonkit.Data} data */
  function mastery(data) {
    return data.tracking.complete === "viewed" ? null : data.tracking.mastery;
  }

  /** At mastery or above it. @param {Lessonkit.Data} data @param {number | null} worth */
  function isOver(data, worth) {
    const goal = mastery(data);
    return goal !== null && worth !== null && worth >= goal - TINY;
  }

  /** Whether there is a score to tell. @param {Lessonkit.Data} data @param {Lessonkit.State} state */
  function begun(data, state) {
    return state.attempt > 1 || assessed(data).some(({ id }) => !!state.answers[id]);
  }

  /** @param {Lessonkit.Data} data @param {Lessonkit.State} state */
  function over(data, state) {
    return assessed(data).every((question) => isAnswered(question, state.answers[question.id]));
  }

  /** @param {Lessonkit.Data} data @param {Lessonkit.State} state */
  function attemptsLeft(data, state) {
    const most = data.tracking.attempts;
    return most === null ? null : Math.max(0, most - state.attempt);
  }

  /** Keeps what this attempt is worth. @param {Lessonkit.Data} data @param {Lessonkit.State} state */
  function bank(data, state) {
    for (const id of data.objectives) {
      const worth = mark(data, state, id);
      if (worth !== null) state.marks[id] = worth;
    }
    state.best = total(data, state);
  }

  /**
   * One try at a question. A done one stays as it is.
   * @param {Lessonkit.Data} data @param {Lessonkit.State} state
   * @param {string} id @param {any} answer @param {number} worth its score, 0 to 1
   * @returns {Lessonkit.Reply}
   */
  function take(data, state, id, answer, worth) {
    const question = data.questions.filter((one) => one.id === id)[0];
    if (!question) return { score: 0, right: false, done: true, triesLeft: 0 };
    const score = question.assessed === false ? 0 : worth;
    const held = state.answers[id] || { answer: null, score: 0, tries: 0, done: false, right: false };
    if (held.done) return { score: held.score, right: held.right, done: true, triesLeft: 0 };
    const right = score >= 1 - TINY;
    /** @type {Lessonkit.Entry} */
    const entry = { answer, score: Math.max(held.score, score), tries: held.tries + 1, done: false, right };
    state.answers[id] = entry;
    entry.done = isDone(state, question, entry);
    settle(data, state);
    const most = question.attempts || 0;
    const left = entry.done ? 0 : most ? most - entry.tries : null;
    return { score, right, done: entry.done, triesLeft: left };
  }

  /** Draws the conclusions from what happened. @param {Lessonkit.Data} data @param {Lessonkit.State} state */
  function settle(data, state) {
    const asked = assessed(data);
    const worth = total(data, state);
    if (mastery(data) !== null && worth !== null) {
      decide(data, state, isOver(data, worth));
    } else if (data.tracking.complete !== "passed") {
      const read = data.tracking.complete === "viewed" || !asked.length;
      const done = read ? state.seen.every(Boolean) : state.attempt > 1 || over(data, state);
      state.complete = state.complete || done;
    }
    state.finished = state.complete || state.success === "failed";
    if (state.finished) bank(data, state);
  }

  /** @param {Lessonkit.Data} data @param {Lessonkit.State} state @param {boolean} reached */
  function decide(data, state, reached) {
    const ended = over(data, state);
    const enough = data.tracking.complete === "passed" ? begun(data, state) : ended || state.attempt > 1;
    if (state.success === "unknown" && reached && enough) {
      state.success = "passed";
    } else if (state.success === "unknown" && !reached && ended && attemptsLeft(data, state) === 0) {
      state.success = "failed";
      for (const { id } of assessed(data)) state.answers[id].done = true;
    }
    const told = state.success === "passed" || data.tracking.complete === "answered";
    state.complete = state.complete || (told && state.success !== "unknown");
  }

  /** @param {Lessonkit.Data} data @param {Lessonkit.State} state */
  function canRetry(data, state) {
    const open = state.success !== "failed" && attemptsLeft(data, state) !== 0;
    return open && assessed(data).length > 0 && over(data, state);
  }

  /** A new attempt at all questions. @param {Lessonkit.Data} data @param {Lessonkit.State} state */
  function retry(data, state) {
    if (!canRetry(data, state)) return false;
    bank(data, state);
    for (const { id } of assessed(data)) delete state.answers[id];
    state.attempt += 1;
    settle(data, state);
    return true;
  }

  /** @param {Lessonkit.Data} data @param {Lessonkit.State} state @returns {Lessonkit.Result} */
  function result(data, state) {
    const asked = assessed(data);
    const answered = asked.filter((question) => isAnswered(question, state.answers[question.id])).length;
    const steps = state.seen.length + asked.length;
    const taken = state.seen.filter(Boolean).length + (state.attempt > 1 ? asked.length : answered);
    return {
      progress: state.complete || !steps ? 1 : taken / steps,
      answered,
      total: asked.length,
      score: total(data, state),
      complete: state.complete,
      success: state.success,
      attemptsLeft: attemptsLeft(data, state),
      canRetry: canRetry(data, state),
    };
  }

  /** @param {Lessonkit.Data} data @param {Lessonkit.State} state @returns {Lessonkit.ObjectiveResult[]} */
  function objectives(data, state) {
    return data.objectives.map((id) => {
      const about = assessed(data).filter((question) => question.objective === id);
      const again = state.attempt > 1;
      const worth = mark(data, state, id);
      const begun = about.length
        ? again || about.some((question) => !!state.answers[question.id])
        : state.place >= 0 || state.complete;
      const complete = about.length
        ? again || (begun && data.tracking.complete === "passed" && isOver(data, worth))
          || about.every((question) => isAnswered(question, state.answers[question.id]))
        : state.complete;
      return { id, begun, complete, success: outcome(data, state, complete, worth), score: worth };
    });
  }

  /**
   * @param {Lessonkit.Data} data @param {Lessonkit.State} state
   * @param {boolean} complete @param {number | null} worth @returns {Lessonkit.Success}
   */
  function outcome(data, state, complete, worth) {
    if (!complete || mastery(data) === null || worth === null) return "unknown";
    if (isOver(data, worth)) return "passed";
    return state.success === "failed" ? "failed" : "unknown";
  }

  lessonkit.tracking = { fresh, take, settle, retry, result, objectives, isDone, greater, assessed, begun };
})();
