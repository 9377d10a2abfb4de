// @ts-check
/*
 * Two states of one learner made one: what was kept before and what happened here meanwhile, because
 * a platform appeared late or a second tab is open. The better of two answers stays; tries are not
 * given back; nothing that was reached is taken back.
 */
(function () {
  "use strict";

  /** @param {Lessonkit.Entry | undefined} kept @param {Lessonkit.Entry | undefined} mine */
  function better(kept, mine) {
    if (!kept || !mine) return kept || mine;
    if (kept.done && !mine.done) return kept;
    const first = mine.done === kept.done && kept.score > mine.score ? kept : mine;
    const tries = Math.max(kept.tries, mine.tries);
    return { ...first, tries, score: Math.max(kept.score, mine.score) };
  }

  /** @param {Lessonkit.State} kept @param {Lessonkit.State} mine */
  function answers(kept, mine) {
    if (kept.attempt !== mine.attempt) return Object.assign(Object.create(null), (kept.attempt > mine.attempt ? kept : mine).answers);
    const both = Object.assign(Object.create(null), kept.answers, mine.answers);
    for (const id in both) both[id] = better(kept.answers[id], mine.answers[id]);
    return both;
  }

  /** @param {Lessonkit.Entry | undefined} entry */
  const said = (entry) => JSON.stringify(entry ? entry.answer : null);

  /**
   * What does not count outlives attempts: who changed it has the word; of two who did, both are
   * heard where their type can join them.
   * @param {string} type @param {Lessonkit.Entry | undefined} was @param {Lessonkit.Entry | undefined} kept
   * @param {Lessonkit.Entry | undefined} mine
   */
  function free(type, was, kept, mine) {
    if (!kept || !mine) return kept || mine;
    const [before, old, now] = [was, kept, mine].map(said);
    // None: left out where there was no room for it.
    if (old === "null" || old === now || old === before) return mine;
    if (now === "null" || now === before) return kept;
    const { join } = lessonkit.questions[type] || {};
    return join ? { ...mine, answer: join(kept.answer, mine.answer) } : mine;
  }

  /**
   * @param {Lessonkit.State} kept @param {Lessonkit.State} mine
   * @param {Record<string, boolean>} touched checklists that were ticked or unticked here
   * @param {Lessonkit.Question[]} [questions]
   * @param {Lessonkit.State | null} [base] what both began with, where that is known
   * @returns {Lessonkit.State}
   */
  function merge(kept, mine, touched, questions = [], base) {
    const { greater } = lessonkit.tracking;
    const marks = Object.assign(Object.create(null), kept.marks, mine.marks);
    for (const id in marks) marks[id] = greater(kept.marks[id], mine.marks[id]);
    const ticks = Object.assign(Object.create(null), kept.ticks);
    for (const id in mine.ticks) if (touched[id] || !ticks[id]) ticks[id] = mine.ticks[id];
    const both = answers(kept, mine);
    for (const { id, type, assessed } of questions) {
      const one = assessed === false && free(type, base ? base.answers[id] : undefined, kept.answers[id], mine.answers[id]);
      if (one) both[id] = one;
    }
    const won = ["passed", "failed"].filter((word) => kept.success === word || mine.success === word)[0];
    const later = kept.attempt > mine.attempt ? kept : mine;
    /** @type {Lessonkit.State} */
    const state = {
      place: mine.place >= 0 ? mine.place : kept.place,
      seen: mine.seen.map((seen, place) => seen || kept.seen[place]),
      answers: both,
      ticks,
      attempt: Math.max(kept.attempt, mine.attempt),
      finished: kept.finished || mine.finished,
      complete: kept.complete || mine.complete,
      success: /** @type {Lessonkit.Success} */ (won || "unknown"),
      best: greater(kept.best, mine.best),
      marks,
      hints: kept.attempt === mine.attempt ? Object.assign(Object.create(null), kept.hints, mine.hints) : later.hints,
      draws: later.draws,
      met: later.met,
    };
    if (lessonkit.bank && kept.attempt === mine.attempt) lessonkit.bank.join(state, kept, mine);
    if (lessonkit.ways) lessonkit.ways.join(state, kept, mine);
    return state;
  }

  lessonkit.merge = merge;
})();
