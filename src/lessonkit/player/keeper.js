// @ts-check
/*
 * Keeps a learner's state: with the platform where there is one, else in the browser. The lesson
 * never waits for it; what was kept is joined in when it is there. How a platform is found, and in
 * which words it is told, is `lessonkit.reach` of the target.
 */
(function () {
  "use strict";
  const ROOM = 1e6;

  /**
   * @param {Lessonkit.Data} data @param {Lessonkit.Host} host @param {Lessonkit.Held} held
   * @param {(why: Lessonkit.Change) => void} changed
   * @param {(kind: Lessonkit.ProblemKind, on: boolean) => void} problem
   * @returns {Lessonkit.Keeper}
   */
  function open(data, host, held, changed, problem) {
    const { tracking, state: codec } = lessonkit;
    const remote = data.target !== "html";
    let store = lessonkit.store.open(host, `lessonkit:${data.id}`);
    /** Who learns in this tab, once a platform has said it: the frame may be loaded again. */
    const who = lessonkit.store.open(host, "lessonkit", "tab");
    /** What this page last wrote into the store, or found there. */
    let stored = "";
    /** The same of the platform. */
    let sent = "";
    /** What the store holds of other variants of this lesson. */
    let others = "";
    /** @type {Lessonkit.Platform | null} */
    let platform = null;
    /** @type {Lessonkit.Connection} */
    let connection = remote ? "searching" : "none";
    /** The platform's state could not be read yet, so it is not overwritten. */
    let unread = false;
    /** @type {Lessonkit.Act[]} */
    let acts = [];
    /** @type {{ handle: any, due: number } | null} */
    let timer = null;
    /** What was said of there being no platform. @type {Lessonkit.ProblemKind | null} */
    let trouble = null;
    /** What was kept here before that. */
    let spare = "";

    /** Joins a kept state to this one; false where there is none. @param {string} text @param {string} before what both began with */
    function join(text, before) {
      const found = codec.decode(data, text);
      const base = codec.decode(data, before).state;
      if (found.state) held.state = lessonkit.merge(found.state, held.state, held.touched, data.questions, base);
      others = found.others;
      if (found.damaged) problem("damaged", true);
      if (found.updated) problem("updated", true);
      tracking.settle(data, held.state, host.random);
      return found.state !== null;
    }

    /** What other pages of this browser kept meanwhile. */
    function joinStore() {
      const [text, before] = [store.load(), stored];
      stored = text;
      return text !== before && join(text, before);
    }

    function saveStore() {
      const news = joinStore();
      stored = codec.encode(data, held.state, ROOM).slice(0, -1) + others + ".";
      const kept = store.save(stored);
      // Said when there is something to lose, and no worse was said.
      problem("forgotten", !kept && (!remote || !!platform) && snapshot().begun);
      if (news) changed("loaded");
    }

    /** What a platform has recorded is not taken back, even where the state was lost. @param {Lessonkit.Prior} prior @param {boolean} kept */
    function adopt(prior, kept) {
      const state = held.state;
      const complete = prior.success === "passed" || prior.completion === "completed";
      if (prior.success === "passed") state.success = "passed";
      if (complete) state.complete = true;
      if (complete && prior.score <= 1) state.best = Math.max(state.best || 0, prior.score);
      if (!kept && state.place < 0) state.place = data.sections.indexOf(prior.place);
      tracking.settle(data, state);
    }

    function own() {
      store = lessonkit.store.open(host, `lessonkit:${data.id}:${who.load()}`);
    }

    /** @param {Lessonkit.Platform} found */
    function greet(found) {
      const prior = found.prior;
      platform = found;
      connection = "found";
      acts.forEach(found.record);
      acts = [];
      unread = prior.suspended === null;
      const kept = join(prior.suspended || "", "");
      sent = prior.suspended || "";
      // The learner's own notes of a time when the platform took none; never somebody else's.
      who.save(codec.key(prior.learner));
      own();
      if (prior.mode !== "normal") {
        if (trouble) store.save(spare); // what was only looked at is not work
      } else if (prior.learner) joinStore();
      adopt(prior, kept);
      flush(false);
    }

    /** @param {Lessonkit.ProblemKind | null} why */
    function arrived(why) {
      if (trouble) problem(trouble, false);
      if (why) problem(why, true);
      trouble = why;
      changed("loaded");
      changed("connection");
    }

    /** @param {Lessonkit.Platform} found */
    function welcome(found) {
      if (found.prepare) found.prepare(held.state);
      greet(found);
      arrived(null);
    }

    /**
     * There may still be one later.
     * @param {"missing" | "failed"} why @param {string} [learner] whom the platform named
     * @param {Lessonkit.ProblemKind} [kind] what is said of it
     */
    function gone(why, learner, kind) {
      connection = why;
      if (learner) who.save(codec.key(learner));
      // No session is opened twice: what is done now is for the next one.
      if (learner || (why === "failed" && who.load())) own();
      if (!trouble) spare = store.load();
      saveStore();
      arrived(kind || why);
    }

    /** What a platform that answers later has done: it took everything, or found what another page wrote. @param {string | null} text @param {string} [before] what both began with */
    function heard(text, before) {
      if (text === null) {
        if (platform && platform.prior.mode === "normal") settle();
        return changed("kept");
      }
      unread = false;
      join(text, before || "");
      changed("loaded");
      flush(false);
    }

    /** @returns {Lessonkit.Snapshot} */
    function snapshot() {
      const state = held.state;
      return {
        result: tracking.result(data, state),
        objectives: tracking.objectives(data, state),
        begun: tracking.begun(data, state),
        saved: (limit) => (unread ? null : (sent = codec.encode(data, state, limit))),
        place: data.sections[state.place] || "",
      };
    }

    /** @param {Lessonkit.Platform} found @param {boolean} leaving */
    function tell(found, leaving) {
      if (found.prior.mode !== "normal") return;
      const text = unread ? found.reread() : null;
      if (text !== null) {
        unread = false;
        join(text, sent);
        changed("loaded");
      }
      found.flush(snapshot(), leaving);
      settle();
    }

    /** What the platform keeps is not kept here. */
    function settle() {
      const full = !!platform && !!lessonkit.lacks && lessonkit.lacks(data, held.state, sent);
      problem("full", full && !unread);
      if (!platform || !platform.keeps || full) return saveStore();
      problem("forgotten", false);
      if (stored && stored === store.load()) store.clear();
      stored = "";
    }

    /** Everything new, now. @param {boolean} leaving */
    function flush(leaving) {
      if (timer) host.cancel(timer.handle);
      timer = null;
      if (platform) tell(platform, leaving);
      else if (connection !== "searching") saveStore();
    }

    /** @param {number} ms */
    function soon(ms) {
      const due = host.now() + ms;
      if (!remote) return flush(false);
      if (timer && timer.due <= due) return;
      if (timer) host.cancel(timer.handle);
      timer = { due, handle: host.later(() => flush(false), ms) };
    }

    function close() {
      flush(true);
      if (platform) platform.close();
    }

    /** Back from the browser's memory of pages: the session was ended when the page was left. */
    function back() {
      if (platform && platform.reopen()) flush(false);
    }

    function watch() {
      const { window } = host;
      if (!window || !window.addEventListener) return;
      // Never `unload`: phones do not fire it, and browsers are giving it up.
      window.addEventListener("pagehide", close);
      window.addEventListener("pageshow", (/** @type {{ persisted: boolean }} */ event) => event.persisted && back());
      window.document.addEventListener("visibilitychange", () => {
        if (window.document.visibilityState === "hidden") flush(true);
      });
    }

    tracking.settle(data, held.state, host.random);
    if (remote) lessonkit.reach(data, host, problem, welcome, gone, heard);
    // A draw is kept before anybody sees it.
    else if (lessonkit.bank) saveStore();
    else joinStore();
    watch();
    return {
      get mode() {
        return platform ? platform.prior.mode : "normal";
      },
      get connection() {
        return connection;
      },
      record(act) {
        if (platform) platform.record(act);
        else if (remote) acts.push(act);
      },
      soon,
      close,
      get settled() {
        return !platform || platform.keeps;
      },
      leave(done) {
        flush(true);
        if (platform && platform.leave) platform.leave(done);
      },
    };
  }

  lessonkit.keeper = { open };
})();
