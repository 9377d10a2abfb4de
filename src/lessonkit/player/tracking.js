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
 * - Of a bank only the drawn questions are asked; the others have no part in any of this (`parts/bank.js`).
 * - A hint with a cost takes that share of the points off every later try of this attempt, never below
 *   none; what an earlier try was worth stays, and right stays right. Source: Moodle, penalty for each
 *   incorrect try: a proportion of the question's grade. Once a question is done its hint is free.
 * - An attempt at the wrong ones alone is an attempt; right answers keep their worth, a bank its draw.
 */
(function () {
  "use strict";
  /** Scores are sums of fractions, and are kept with six decimals: three thirds must be one. */
  const TINY = 2e-6;

  /** The questions of this attempt. @param {Lessonkit.Data} data @param {Lessonkit.State} state */
  function asked(data, { draws }) {
    return data.questions.filter(({ id, bank }) => !bank || (draws[bank] || []).indexOf(id) >= 0);
  }

  /** @param {Lessonkit.Data} data @param {Lessonkit.State} state */
  function assessed(data, state) {
    return asked(data, state).filter((question) => question.assessed !== false);
  }

  /** @param {Lessonkit.Data} data @param {Lessonkit.State} state @param {string} id */
  function find(data, state, id) {
    return asked(data, state).filter((question) => question.id === id)[0];
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
    return greater(share(assessed(data, state), state), state.best);
  }

  /** @param {Lessonkit.Data} data @param {Lessonkit.State} state @param {string} objective */
  function mark(data, state, objective) {
    const about = assessed(data, state).filter((question) => question.objective === objective);
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
    return state.attempt > 1 || assessed(data, state).some(({ id }) => !!state.answers[id]);
  }

  /** @param {Lessonkit.Data} data @param {Lessonkit.State} state */
  function over(data, state) {
    return assessed(data, state).every((question) => isAnswered(question, state.answers[question.id]));
  }

  /** @param {Lessonkit.Data} data @param {Lessonkit.State} state */
  function attemptsLeft(data, state) {
    const most = data.tracking.attempts;
    return most === null ? null : Math.max(0, most - state.attempt);
  }

  /** Keeps what this attempt is worth. @param {Lessonkit.Data} data @param {Lessonkit.State} state */
  function remember(data, state) {
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
    const question = find(data, state, id);
    if (!question) return { score: 0, right: false, done: true, triesLeft: 0 };
    const score = question.assessed === false ? 0 : worth;
    const held = state.answers[id] || { answer: null, score: 0, tries: 0, done: false, right: false };
    if (held.done) return { score: held.score, right: held.right, done: true, triesLeft: 0 };
    const right = score >= 1 - TINY;
    /** @type {Lessonkit.Entry} */
    const entry = { answer, score: held.score, tries: held.tries + 1, done: false, right };
    entry.score = Math.max(held.score, score - (state.hints[id] ? question.cost || 0 : 0));
    state.answers[id] = entry;
    entry.done = isDone(state, question, entry);
    settle(data, state);
    const most = question.attempts || 0;
    const left = entry.done ? 0 : most ? most - entry.tries : null;
    return { score, right, done: entry.done, triesLeft: left };
  }

  /** The hint that costs is looked at; false where it is free. @param {Lessonkit.Data} data @param {Lessonkit.State} state @param {string} id */
  function hint(data, state, id) {
    const question = find(data, state, id);
    if (!question || !question.cost || state.hints[id] || (state.answers[id] || {}).done) return false;
    state.hints[id] = true;
    return true;
  }

  /**
   * Draws the conclusions from what happened; with `random`, first of all the questions that lack.
   * @param {Lessonkit.Data} data @param {Lessonkit.State} state @param {() => number} [random]
   */
  function settle(data, state, random) {
    if (random && lessonkit.bank) lessonkit.bank.fill(data, state, random);
    const asked = assessed(data, state);
    const worth = total(data, state);
    if (mastery(data) !== null && worth !== null) {
      decide(data, state, isOver(data, worth));
    } else if (data.tracking.complete !== "passed") {
      const read = data.tracking.complete === "viewed" || !asked.length;
      const done = read ? state.seen.every(Boolean) : state.attempt > 1 || over(data, state);
      state.complete = state.complete || done;
    }
    state.finished = state.complete || state.success === "failed";
    if (state.finished) remember(data, state);
  }

  /** @param {Lessonkit.Data} data @param {Lessonkit.State} state @param {boolean} reached */
  function decide(data, state, reached) {
    const ended = over(data, state);
    const enough = data.tracking.complete === "passed" ? begun(data, state) : ended || state.attempt > 1;
    if (state.success === "unknown" && reached && enough) {
      state.success = "passed";
    } else if (state.success === "unknown" && !reached && ended && attemptsLeft(data, state) === 0) {
      state.success = "failed";
      for (const { id } of assessed(data, state)) state.answers[id].done = true;
    }
    const told = state.success === "passed" || data.tracking.complete === "answered";
    state.complete = state.complete || (told && state.success !== "unknown");
  }

  /** @param {Lessonkit.Data} data @param {Lessonkit.State} state */
  function canRetry(data, state) {
    const open = state.success !== "failed" && attemptsLeft(data, state) !== 0;
    return open && assessed(data, state).length > 0 && over(data, state);
  }

  /**
   * A new attempt, at all questions or at those that were not answered right.
   * @param {Lessonkit.Data} data @param {Lessonkit.State} state
   * @param {boolean} [wrongOnly] @param {() => number} [random]
   */
  function retry(data, state, wrongOnly, random) {
    const again = assessed(data, state).filter(({ id }) => !wrongOnly || !(state.answers[id] || {}).right);
    if (!canRetry(data, state) || !again.length) return false;
    remember(data, state);
    for (const { id } of again) {
      delete state.answers[id];
      delete state.hints[id];
    }
    if (!wrongOnly && lessonkit.bank) lessonkit.bank.renew(state);
    state.attempt += 1;
    settle(data, state, random);
    return true;
  }

  /** @param {Lessonkit.Data} data @param {Lessonkit.State} state @returns {Lessonkit.Result} */
  function result(data, state) {
    const asked = assessed(data, state);
    const answered = asked.filter((question) => isAnswered(question, state.answers[question.id])).length;
    const right = asked.filter(({ id }) => (state.answers[id] || {}).right).length;
    const again = canRetry(data, state);
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
      canRetry: again,
      // At all of them or at the wrong ones: the same where no answer is right, but for another draw.
      canRetryWrong: again && right < asked.length && (right > 0 || !!data.banks),
    };
  }

  /** @param {Lessonkit.Data} data @param {Lessonkit.State} state @returns {Lessonkit.ObjectiveResult[]} */
  function objectives(data, state) {
    return data.objectives.map((id) => {
      const about = assessed(data, state).filter((question) => question.objective === id);
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

  lessonkit.tracking = { take, hint, settle, retry, result, objectives, isDone, greater, asked, begun };
})();
