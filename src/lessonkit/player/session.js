// @ts-check
/*
 * A learner's session with a lesson: what the page may ask and do. It can be used at once; what
 * a platform kept is joined in when the platform is there.
 */
(function () {
  "use strict";
  /** When a platform is looked for, milliseconds after the start; some appear later than the lesson. */
  const LOOKS = [0, 100, 250, 500, 1000, 2000, 3500, 5000];
  /** Milliseconds between an act and its commit: the page answers first; steps of reading are gathered. */
  const SOON = 30;
  const LATER = 1000;

  /** @returns {Lessonkit.Host} */
  function browser() {
    return {
      window,
      now: () => Date.now(),
      later: (act, ms) => setTimeout(act, ms),
      cancel: (handle) => clearTimeout(handle),
      storage: () => localStorage,
    };
  }

  /** Listeners, one failing of which does not stop the others or the lesson. @template T */
  function makeBell() {
    /** @type {((news: T) => void)[]} */
    const listeners = [];
    return {
      listeners,
      /** @param {T} news */
      ring(news) {
        for (const listener of listeners) {
          try {
            listener(news);
          } catch (error) {
            setTimeout(() => { throw error; }); // into the console, as any other fault
          }
        }
      },
    };
  }

  /** @param {Lessonkit.Data} data @param {Lessonkit.Host} [given] @returns {Lessonkit.Session} */
  function start(data, given) {
    const host = given || browser();
    const { tracking, state: codec } = lessonkit;
    const version = data.target === "html" ? null : lessonkit.versions[data.target];
    const begun = host.now();
    let state = tracking.fresh(data);
    let store = lessonkit.store.open(host, `lessonkit:${data.id}`);
    let stored = "";
    /** @type {Lessonkit.Platform | null} */
    let platform = null;
    /** @type {Lessonkit.Connection} */
    let connection = version ? "searching" : "none";
    let unread = false;
    let shown = begun;
    /** @type {Record<string, boolean>} */
    const touched = Object.create(null);
    /** @type {Record<string, number>} */
    const tried = Object.create(null);
    /** @type {Record<string, boolean>} */
    const problems = Object.create(null);
    /** @type {{ handle: any, due: number } | null} */
    let timer = null;
    /** @type {ReturnType<typeof makeBell<Lessonkit.Change>>} */
    const changes = makeBell();
    /** @type {ReturnType<typeof makeBell<Lessonkit.Problem>>} */
    const troubles = makeBell();

    /** @param {Lessonkit.ProblemKind} kind @param {boolean} on */
    function problem(kind, on) {
      if (!!problems[kind] === on) return;
      problems[kind] = on;
      troubles.ring({ kind, solved: !on });
    }

    /** Joins a kept state to this one. @param {string} text */
    function join(text) {
      const found = codec.decode(data, text);
      if (found.state) state = lessonkit.merge(found.state, state, touched);
      if (found.faults.some((fault) => fault !== "future")) problem("damaged", true);
      tracking.settle(data, state);
      return found.state !== null;
    }

    /** What other pages of this browser kept. */
    function joinStore() {
      const text = store.load();
      const news = text !== stored && text !== "";
      if (news) join(text);
      return news;
    }

    function saveStore() {
      const news = joinStore();
      stored = codec.encode(data, state, 100000);
      store.save(stored);
      if (news) changes.ring("loaded");
    }

    /** @param {Lessonkit.Prior} prior */
    function joinPlatform(prior) {
      unread = prior.suspended === null;
      const kept = join(prior.suspended || "");
      // Never the notes of somebody else who uses the same browser.
      store = lessonkit.store.open(host, `lessonkit:${data.id}:${codec.key(prior.learner)}`);
      stored = "";
      if (prior.learner && prior.mode === "normal") joinStore();
      adopt(prior, kept);
      tracking.settle(data, state);
    }

    /** What a platform has recorded is not taken back, even where the state was lost. @param {Lessonkit.Prior} prior @param {boolean} kept */
    function adopt(prior, kept) {
      const passed = prior.success === "passed";
      const complete = passed || prior.completion === "completed";
      if (passed) state.success = "passed";
      if (complete) state.complete = true;
      if (complete && prior.score !== null) state.best = Math.max(state.best || 0, prior.score);
      if (!kept && state.place < 0) state.place = data.sections.indexOf(prior.place);
    }

    /** @param {number} turn */
    function look(turn) {
      if (!version) return;
      const api = lessonkit.connect.find(host.window, version.api);
      platform = api && lessonkit.platform.open(lessonkit.connect.wrap(api, version), version, host, problem);
      if (platform) {
        connection = "found";
        joinPlatform(platform.prior);
        flush(false);
      } else if (turn + 1 < LOOKS.length) {
        host.later(() => look(turn + 1), LOOKS[turn + 1] - LOOKS[turn]);
        return;
      } else {
        connection = api ? "failed" : "missing";
        problem(connection, true);
        saveStore();
      }
      if (turn > 0) changes.ring("loaded");
      changes.ring("connection");
    }

    /** @returns {Lessonkit.Snapshot} */
    function snapshot() {
      return {
        result: tracking.result(data, state),
        objectives: tracking.objectives(data, state),
        begun: state.attempt > 1 || Object.keys(state.answers).length > 0,
        saved: (limit) => (unread ? null : codec.encode(data, state, limit)),
        place: data.sections[state.place] || "",
      };
    }

    /** Everything new, now. @param {boolean} leaving */
    function flush(leaving) {
      if (timer) host.cancel(timer.handle);
      timer = null;
      if (!platform) {
        if (connection !== "searching") saveStore();
        return;
      }
      if (platform.prior.mode !== "normal") return;
      const text = unread ? platform.reread() : null;
      if (text !== null) {
        unread = false;
        join(text);
        changes.ring("loaded");
      }
      platform.flush(snapshot(), leaving);
      if (!platform.keeps) saveStore();
      else if (stored) store.clear();
      if (platform.keeps) stored = "";
    }

    /** @param {Lessonkit.Change} why @param {number} ms */
    function changed(why, ms) {
      const due = host.now() + ms;
      if (!version) flush(false);
      else if (!timer || timer.due > due) {
        if (timer) host.cancel(timer.handle);
        timer = { due, handle: host.later(() => flush(false), ms) };
      }
      changes.ring(why);
    }

    function end() {
      flush(true);
      if (platform) platform.close();
    }

    /** @type {Lessonkit.Session} */
    const session = {
      get mode() {
        return platform ? platform.prior.mode : "normal";
      },
      get connection() {
        return connection;
      },
      get state() {
        return state;
      },
      describe: () => "",
      goTo(place) {
        const finished = state.finished;
        shown = host.now();
        state.place = place;
        if (place >= 0 && place < state.seen.length) state.seen[place] = true;
        tracking.settle(data, state);
        changed("place", state.finished === finished ? LATER : SOON);
      },
      answer(id, answer) {
        const question = data.questions.filter((one) => one.id === id)[0];
        const before = state.answers[id];
        const worth = question ? scoreOf(question, answer) : 0;
        const reply = tracking.take(data, state, id, answer, worth);
        if (!question || (before && before.done)) return reply;
        const time = host.now();
        const latency = time - Math.max(shown, tried[id] || 0);
        tried[id] = time;
        if (question.assessed !== false) {
          pending.push({ question, answer, score: reply.score, time, latency, description: session.describe(id), lang: data.lang });
        }
        changed("answer", SOON);
        return reply;
      },
      tick(id, item, on) {
        const list = state.ticks[id];
        if (!list || item < 0 || item >= list.length) return;
        list[item] = on;
        touched[id] = true;
        changed("tick", LATER);
      },
      retry() {
        if (!tracking.retry(data, state)) return false;
        changed("retry", SOON);
        return true;
      },
      result: () => tracking.result(data, state),
      onProblem(listener) {
        troubles.listeners.push(listener);
        for (const kind in problems) {
          if (problems[kind]) listener({ kind: /** @type {Lessonkit.ProblemKind} */ (kind), solved: false });
        }
      },
      onChange(listener) {
        changes.listeners.push(listener);
      },
      end,
    };

    return session;
  }

  lessonkit.start = start;
})();
