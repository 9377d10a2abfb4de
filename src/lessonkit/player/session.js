// @ts-check
/* A learner's session with a lesson: all that a page may ask and do. It can be used at once. */
(function () {
  "use strict";
  /** Milliseconds between an act and its commit: the page answers first; steps of reading are gathered. */
  const SOON = 30;
  const LATER = 1000;

  /** @param {Lessonkit.Question} question @param {any} answer */
  function scoreOf(question, answer) {
    const type = lessonkit.questions[question.type];
    const score = type ? type.score(question, answer) : 0;
    return score >= 0 && score <= 1 ? score : 0;
  }

  /** @param {Lessonkit.Data} data @param {Lessonkit.Host} [given] @returns {Lessonkit.Session} */
  function start(data, given) {
    const host = given || lessonkit.host.browser();
    const { tracking } = lessonkit;
    /** @type {Lessonkit.Bell<Lessonkit.Change>} */
    const changes = lessonkit.host.bell();
    /** @type {Lessonkit.Bell<Lessonkit.Problem>} */
    const troubles = lessonkit.host.bell();
    /** @type {Record<string, boolean>} */
    const problems = Object.create(null);
    /** @type {Record<string, number>} */
    const tried = Object.create(null);
    /** @type {Lessonkit.Held} */
    const held = { state: lessonkit.state.fresh(data), touched: Object.create(null) };
    let shown = host.now();

    const keeper = lessonkit.keeper.open(data, host, held, changes.ring, (kind, on) => {
      if (!!problems[kind] === on) return;
      problems[kind] = on;
      troubles.ring({ kind, solved: !on });
    });

    /** @param {Lessonkit.Change} why @param {number} ms */
    function changed(why, ms) {
      keeper.soon(ms);
      changes.ring(why);
    }

    /** For the platform's journal. @param {Lessonkit.Question} question @param {any} answer @param {number} score */
    function record(question, answer, score) {
      const time = host.now();
      const latency = time - Math.max(shown, tried[question.id] || 0);
      tried[question.id] = time;
      // What does not count is told where its type has words for it: a survey's answer, not a note.
      if (question.assessed === false && !(lessonkit.questions[question.type] || {}).interaction) return;
      const [description, labels] = [session.describe(question.id), session.labels(question.id)];
      keeper.record({ question, answer, score, time, latency, description, labels, lang: data.lang });
    }

    /** @type {Lessonkit.Session} */
    const session = {
      get mode() {
        return keeper.mode;
      },
      get connection() {
        return keeper.connection;
      },
      get state() {
        return held.state;
      },
      describe: () => "",
      labels: () => null,
      goTo(place) {
        const state = held.state;
        const finished = state.finished;
        shown = host.now();
        state.place = place;
        if (place >= 0 && place < state.seen.length) state.seen[place] = true;
        tracking.settle(data, state);
        changed("place", state.finished === finished ? LATER : SOON);
      },
      answer(id, answer) {
        const question = session.questions().filter((one) => one.id === id)[0];
        const before = held.state.answers[id];
        const worth = question ? scoreOf(question, answer) : 0;
        const reply = tracking.take(data, held.state, id, answer, worth);
        if (!question || (before && before.done)) return reply;
        record(question, answer, reply.score);
        changed("answer", SOON);
        return reply;
      },
      tick(id, item, on) {
        const list = held.state.ticks[id];
        if (!list || !(item in list)) return;
        list[item] = on;
        held.touched[id] = true;
        changed("tick", LATER);
      },
      way(id, answer) {
        if (!lessonkit.ways) return;
        lessonkit.ways.set(held.state, id, answer);
        changed("way", LATER);
      },
      hint(id) {
        if (tracking.hint(data, held.state, id)) changed("hint", SOON);
      },
      questions: () => tracking.asked(data, held.state),
      retry(wrongOnly) {
        const done = tracking.retry(data, held.state, wrongOnly, host.random);
        if (done) changed("retry", SOON);
        return done;
      },
      get safe() {
        return keeper.settled && !Object.keys(problems).some((kind) => problems[kind] && !/^(damaged|updated|full)$/.test(kind));
      },
      result: () => tracking.result(data, held.state),
      onProblem(listener) {
        troubles.add(listener);
        for (const kind in problems) {
          if (problems[kind]) listener({ kind: /** @type {Lessonkit.ProblemKind} */ (kind), solved: false });
        }
      },
      onChange: changes.add,
      end: keeper.close,
      leave: keeper.leave,
    };
    return session;
  }

  lessonkit.start = start;
})();
