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
  /** A platform must keep so many interactions (SCORM 2004 RTE 4.2.9) and no more. */
  const MOST = 250;
  const PATIENCE = 3;

  /** @param {Lessonkit.Api} api @param {Lessonkit.Version} version @returns {Lessonkit.Prior} */
  function readPrior(api, version) {
    const names = version.elements;
    const mode = api.get(names.mode) || "";
    const completion = api.get(names.completion);
    const success = names.success === names.completion ? completion : api.get(names.success);
    const raw = Number(api.get(names.raw) || "x");
    return {
      mode: mode === "review" || mode === "browse" ? mode : "normal",
      learner: api.get(names.learner) || "",
      suspended: api.get(SUSPEND),
      place: api.get(names.place) || "",
      completion,
      success,
      score: raw >= 0 && raw <= 100 ? raw / 100 : null,
    };
  }

  /** Remembers what the platform has taken, and tells it only what is new. @param {Lessonkit.Api} api */
  function makeTeller(api) {
    /** @type {Record<string, string>} */
    let told = Object.create(null);
    let waiting = false;

    return {
      /** @param {string} element @param {string} value */
      know(element, value) {
        told[element] = value;
      },
      forget() {
        const kept = Object.keys(told).filter((element) => /status$/.test(element));
        told = kept.reduce((all, element) => Object.assign(all, { [element]: told[element] }), Object.create(null));
        waiting = true;
      },
      /** False where the platform refused. @param {Lessonkit.Pair} pair */
      put([element, value]) {
        const old = told[element];
        if (old === value) return true;
        if (/status$/.test(element) && RANK[value] <= RANK[old]) return true;
        waiting = true;
        if (!api.set(element, value)) return false;
        told[element] = value;
        return true;
      },
      commit() {
        if (!waiting) return true;
        waiting = !api.commit();
        return !waiting;
      },
    };
  }

  /** The array of objectives: the platform may have filled it before us. @param {Lessonkit.Api} api @param {Lessonkit.Version} version @param {ReturnType<typeof makeTeller>} teller */
  function makeObjectives(api, version, teller) {
    /** @type {string[] | null} */
    let ids = null;

    function read() {
      const found = [];
      const count = Math.min(MOST, Number(api.get("cmi.objectives._count")) || 0);
      for (let index = 0; index < count; index += 1) {
        found.push(api.get(`cmi.objectives.${index}.id`) || "");
        teller.know(`cmi.objectives.${index}.id`, found[index]);
        for (const part of version.objectiveStatus) {
          const element = `cmi.objectives.${index}.${part}`;
          teller.know(element, api.get(element) || "");
        }
      }
      return found;
    }

    /** @param {Lessonkit.ObjectiveResult} objective */
    return function tell(objective) {
      ids = ids || read();
      const known = ids.indexOf(objective.id);
      const pairs = version.objective(known < 0 ? ids.length : known, objective);
      if (!teller.put(pairs[0])) return;
      if (known < 0) ids.push(objective.id);
      pairs.slice(1).forEach(teller.put);
    };
  }

  /** The journal of answers: each a new record. @param {Lessonkit.Api} api @param {Lessonkit.Version} version @param {ReturnType<typeof makeTeller>} teller */
  function makeJournal(api, version, teller) {
    /** @type {Lessonkit.Act[]} */
    let acts = [];
    let index = -1;
    let failures = 0;

    return {
      /** @param {Lessonkit.Act} act */
      add(act) {
        if (failures < PATIENCE) acts.push(act);
      },
      write() {
        while (acts.length && index < MOST) {
          if (index < 0) index = Number(api.get("cmi.interactions._count")) || 0;
          const pairs = index < MOST ? version.interaction(index, acts[0]) : [];
          if (pairs.length && !teller.put(pairs[0])) {
            failures += 1; // a platform without interactions; score and status say the same
            if (failures >= PATIENCE) acts = [];
            return;
          }
          pairs.slice(1).forEach(teller.put);
          acts.shift();
          index += 1;
        }
      },
    };
  }

  /**
   * @param {Lessonkit.Api} api @param {Lessonkit.Version} version @param {Lessonkit.Host} host
   * @param {(kind: Lessonkit.ProblemKind, on: boolean) => void} problem
   * @returns {Lessonkit.Platform | null} null where the platform opens no session
   */
  function open(api, version, host, problem) {
    if (!api.open()) return null;
    const names = version.elements;
    const prior = readPrior(api, version);
    const teller = makeTeller(api);
    const journal = makeJournal(api, version, teller);
    const tellObjective = makeObjectives(api, version, teller);
    let opened = host.now();
    let closed = false;
    let keeps = true;
    // A status that cannot be read may be the best there is: then only a better one is told.
    teller.know(names.success, prior.success === null ? "unknown" : prior.success);
    teller.know(names.completion, prior.completion === null ? "incomplete" : prior.completion);

    /** @param {Lessonkit.Snapshot} snapshot */
    function save(snapshot) {
      const whole = snapshot.saved(version.limit);
      if (whole === null) return false; // what is there could not be read, so it is not overwritten
      const bare = snapshot.saved(0);
      return teller.put([SUSPEND, whole]) || (bare !== whole && bare !== null && teller.put([SUSPEND, bare]));
    }

    /** @param {Lessonkit.Snapshot} snapshot @param {boolean} leaving */
    function tell(snapshot, leaving) {
      const { score, progress, complete, success } = snapshot.result;
      // Always: `normal` would wipe what was answered, so that a later look would find nothing.
      teller.put([names.exit, "suspend"]);
      journal.write();
      snapshot.objectives.filter((objective) => objective.begun).forEach(tellObjective);
      // Score before status: a platform may read the grade when the status arrives.
      const pairs = (score !== null && snapshot.begun ? version.score(score) : [])
        .concat(version.progress(progress, complete), version.status(complete, success));
      const taken = pairs.map(teller.put).every(Boolean);
      keeps = save(snapshot);
      if (snapshot.place) teller.put([names.place, snapshot.place]);
      if (leaving) teller.put([names.time, version.duration(host.now() - opened)]);
      const committed = teller.commit();
      problem("unsaved", !keeps);
      problem("untold", !taken || !committed);
      keeps = keeps && committed;
      return taken && keeps;
    }

    return {
      prior,
      get keeps() {
        return keeps;
      },
      reread: () => api.get(SUSPEND),
      record(act) {
        if (prior.mode === "normal") journal.add(act);
      },
      flush(snapshot, leaving) {
        if (closed || prior.mode !== "normal") return;
        if (tell(snapshot, leaving) || !CLOSED.test(api.error)) return;
        if (this.reopen()) tell(snapshot, leaving);
      },
      reopen() {
        const open = api.open();
        closed = closed && !open;
        keeps = open;
        if (open) {
          opened = host.now();
          teller.forget();
        }
        problem("ended", !open);
        return open;
      },
      close() {
        if (!closed) api.close();
        closed = true;
      },
    };
  }

  lessonkit.platform = { open };
})();
