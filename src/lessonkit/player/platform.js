// @ts-check
/*
 * A session with a platform: reads what it kept, tells it what is new, in the order that platforms
 * need, and commits. What it refuses is told again with the next commit. Nothing is written in
 * review and browse.
 */
(function () {
  "use strict";
  /** Statuses only rise: `passed`, `failed` and completion are not taken back. @type {Record<string, number>} */
  const RANK = { "": -1, unknown: 0, "not attempted": 0, browsed: 1, incomplete: 1, failed: 2, completed: 2, passed: 3 };
  /** The session is not open, or not any more. */
  const CLOSED = /^(132|133|142|143|301)$/;
  const SUSPEND = "cmi.suspend_data";
  /** What a platform must keep of interactions and of objectives (SCORM 2004 RTE 4.2.9, 4.2.17). */
  const MOST = 250;
  /** Refused records after which no more are told. */
  const REFUSALS = 3;

  /** @param {Lessonkit.Api} api @param {Lessonkit.Version} version @param {Lessonkit.Facts} facts @returns {Lessonkit.Prior} */
  function readPrior(api, { elements }, facts) {
    const mode = api.get(elements.mode);
    const completion = api.get(elements.completion);
    return {
      mode: mode === "review" || mode === "browse" ? mode : "normal",
      learner: api.get(elements.learner) || "",
      suspended: api.get(SUSPEND),
      place: api.get(elements.place) || "",
      completion,
      success: elements.success === elements.completion ? completion : api.get(elements.success),
      score: facts.score === "progress" ? NaN : Number(api.get(elements.raw) || NaN) / 100,
    };
  }

  /** Remembers what the platform has taken, and tells it only what is new. @param {Lessonkit.Api} api */
  function makeTeller(api) {
    /** @type {Record<string, string>} */
    const told = Object.create(null);
    let waiting = false;

    return {
      told,
      /** Statuses stay known: they are not taken back. */
      forget() {
        for (const element in told) if (!/status$/.test(element)) delete told[element];
      },
      /** False where the platform refused. @param {Lessonkit.Pair} pair */
      put([element, value]) {
        const old = told[element];
        if (old === value || (/status$/.test(element) && RANK[value] <= RANK[old])) return true;
        waiting = true;
        const taken = api.set(element, value);
        if (taken) told[element] = value;
        return taken;
      },
      commit() {
        waiting = waiting && !api.commit();
        return !waiting;
      },
    };
  }

  /** @typedef {ReturnType<typeof makeTeller>} Teller */

  /** The array of objectives: the platform may have filled it before us. @param {Lessonkit.Api} api @param {Lessonkit.Version} version @param {Teller} teller */
  function makeObjectives(api, version, teller) {
    /** @type {string[] | null} */
    let ids = null;

    function read() {
      const count = api.get("cmi.objectives._count");
      if (count === null) return null;
      return Array.from({ length: Math.min(MOST, Number(count) || 0) }, (_, index) => {
        for (const part of version.objectiveStatus.concat("id")) {
          const element = `cmi.objectives.${index}.${part}`;
          teller.told[element] = api.get(element) || "";
        }
        return teller.told[`cmi.objectives.${index}.id`];
      });
    }

    /** @param {Lessonkit.ObjectiveResult} objective */
    return function tell(objective) {
      ids = ids || read();
      if (!ids) return;
      if (ids.indexOf(objective.id) < 0) ids.push(objective.id);
      const at = `cmi.objectives.${ids.indexOf(objective.id)}.`;
      if (teller.put([`${at}id`, objective.id])) version.objective(at, objective).forEach(teller.put);
    };
  }

  /** The journal of answers: each a new record. @param {Lessonkit.Api} api @param {Lessonkit.Version} version @param {Teller} teller @param {Lessonkit.Facts} facts */
  function makeJournal(api, version, teller, { records = MOST, refusals = REFUSALS }) {
    /** @type {Lessonkit.Act[]} */
    const acts = [];
    let index = -1;
    let failures = 0;

    return {
      acts,
      write() {
        while (acts.length && failures < refusals && records) {
          const count = index < 0 ? api.get("cmi.interactions._count") : index;
          if (count === null) return; // not known now: what is there is not overwritten
          index = Number(count) || 0;
          if (index >= records) return;
          const [id, ...rest] = lessonkit.interactions.record(version, `cmi.interactions.${index}.`, acts[0]);
          if (!teller.put(id)) {
            failures += 1; // a platform without interactions; score and status say the same
            return;
          }
          rest.forEach(teller.put);
          acts.shift();
          index += 1;
        }
      },
    };
  }

  /**
   * @param {Lessonkit.Api} api @param {Lessonkit.Version} version @param {Lessonkit.Host} host
   * @param {(kind: Lessonkit.ProblemKind, on: boolean) => void} problem
   * @param {number} room characters for the state
   * @param {Lessonkit.Facts} [facts] where the platform is known to differ from others
   * @returns {Lessonkit.Platform | null} null where the platform opens no session
   */
  function open(api, version, host, problem, room, facts = {}) {
    if (!api.open()) return null;
    const names = version.elements;
    const prior = readPrior(api, version, facts);
    const teller = makeTeller(api);
    const { told, put } = teller;
    const journal = makeJournal(api, version, teller, facts);
    const tellObjective = makeObjectives(api, version, teller);
    let opened = host.now();
    let closed = false;
    let keeps = true;
    // A status that cannot be read may be the best there is: then only a better one is told.
    told[names.success] = prior.success === null ? "unknown" : prior.success;
    told[names.completion] = prior.completion === null ? "incomplete" : prior.completion;

    /** Whole, or without answers. @param {Lessonkit.Snapshot} snapshot */
    function save({ saved }) {
      return [room, 0].some((limit) => {
        const text = saved(limit);
        return text !== null && put([SUSPEND, text]);
      });
    }

    /** What is told as the score. @param {Lessonkit.Snapshot} snapshot */
    function worth({ result, begun }) {
      if (facts.score !== "progress") return begun ? result.score : null;
      return result.complete ? 1 : Math.min(result.progress, 0.99);
    }

    /** @param {Lessonkit.Snapshot} snapshot @param {boolean} leaving */
    function tell(snapshot, leaving) {
      const { progress, complete, success } = snapshot.result;
      // Always: `normal` would wipe what was answered, so that a later look would find nothing.
      put([names.exit, "suspend"]);
      journal.write();
      if (facts.objectives !== false) snapshot.objectives.filter(({ begun }) => begun).forEach(tellObjective);
      // Score before status: a platform may read the grade when the status arrives.
      const taken = version.score(worth(snapshot))
        .concat(version.progress(progress, complete), version.status(complete, success, facts))
        .map(put).every(Boolean);
      keeps = save(snapshot);
      if (snapshot.place) put([names.place, snapshot.place]);
      if (leaving) put([names.time, version.duration(host.now() - opened)]);
      const committed = teller.commit();
      problem("unsaved", !keeps);
      problem("untold", !taken || !committed);
      keeps = keeps && committed;
      return taken && keeps;
    }

    function reopen() {
      const open = api.open();
      closed = closed && !open;
      keeps = open;
      if (open) {
        opened = host.now();
        teller.forget();
      }
      problem("ended", !open);
      return open;
    }

    return {
      prior,
      get keeps() {
        return keeps;
      },
      // The page may be hidden after it was left.
      reread: () => (closed ? null : api.get(SUSPEND)),
      record: (act) => void journal.acts.push(act),
      flush(snapshot, leaving) {
        if (closed || tell(snapshot, leaving) || !CLOSED.test(api.error)) return;
        if (reopen()) tell(snapshot, leaving);
      },
      reopen,
      close() {
        if (!closed) api.close();
        closed = true;
      },
    };
  }

  lessonkit.platform = { open };
})();
