// @ts-check
/*
 * A session with a statement store, for cmi5 and for plain xAPI: what is new becomes statements and
 * a document of state. Completed and passed are told once in a registration, passed or failed once
 * in a session, and after `terminated` nothing more.
 */
(function () {
  "use strict";
  const ROOM = 1e6;
  /** Milliseconds that leaving waits for what is under way. */
  const LEAVING = 8000;
  const WEB = /^https?:\/\//i;
  const PROGRESS = "https://w3id.org/xapi/cmi5/result/extensions/progress";

  /**
   * @param {Lessonkit.Host} host @param {Lessonkit.Way} way
   * @param {Record<string, boolean>} known verbs that were told of this registration before
   * @param {Lessonkit.Prior} prior
   * @param {(kind: Lessonkit.ProblemKind, on: boolean) => void} problem
   * @param {(line: string | null, before?: string) => void} heard @returns {Lessonkit.Platform}
   */
  function join(host, way, known, prior, problem, heard) {
    const { book, client } = way;
    const { maker, score, progress, answered, queue } = lessonkit.xapi;
    const { duration } = lessonkit.values;
    const make = maker(host, way);
    const opened = way.opened || host.now();
    /** Verbs that the store has of this registration, or that are on their way to it. @type {Record<string, boolean>} */
    const said = Object.assign(Object.create(null), known);
    /** Those it has for certain. @type {Record<string, boolean>} */
    const told = Object.assign({}, known);
    /** @type {Lessonkit.Act[]} */
    let acts = [];
    let share = -1;
    let line = "";
    let judged = false;
    /** What stands in the way: a statement that is refused for good, those and a state that do not get through. */
    const stands = { lost: false, told: false, kept: false };
    let closed = false;
    /** What is to be done when everything has arrived. @type {() => void} */
    let arrived = () => {};

    /** @param {Partial<typeof stands>} news */
    function note(news) {
      const { lost, told, kept } = Object.assign(stands, news);
      problem("untold", lost || told || kept);
    }

    /** @param {string} verb */
    function know(verb) {
      told[verb] = true;
      if (!closed && line) book.save(line, told);
    }

    const statements = queue(host, client, way.waiting, {
      told({ verb, object }) {
        if (object.id === way.object.id && /completed|passed|failed/.test(verb.id)) know(verb.display.en);
      },
      async refused(statement, { status }) {
        const name = statement.verb.display.en;
        if (status === 401 || status === 403) {
          const seen = await book.glance();
          if (seen.status === 401 || seen.status === 403) return false;
        }
        if (await way.stands(name)) know(name);
        else note({ lost: true });
        return true;
      },
      stuck: (on) => note({ told: on }),
      ended() {
        closed = true;
        problem("ended", true);
      },
      idle() {
        heard(null);
        arrived();
      },
    });
    Object.assign(way.events, {
      /** @param {Lessonkit.Kept} kept @param {string} before */
      found({ line: other, told: more }, before) {
        Object.assign(told, more);
        Object.assign(said, more);
        heard(other, before);
      },
      kept() {
        problem("unsaved", false);
        note({ kept: false });
        heard(null);
        arrived();
      },
      /** @param {boolean} refused */
      stuck(refused) {
        problem("unsaved", refused);
        note({ kept: !refused });
      },
    });

    /** @param {string} verb @param {any} [result] */
    function put(verb, result) {
      statements.add(make(verb, host.now(), { result }));
    }

    const lasted = () => duration(host.now() - opened);

    /** @param {string} verb @param {any} result */
    function once(verb, result) {
      if (said[verb]) return;
      said[verb] = true;
      put(verb, Object.assign(result, { duration: lasted() }));
    }

    /** @param {Lessonkit.Snapshot} snapshot */
    function tell({ result: { complete, success, score: worth, progress: reached }, begun }) {
      acts.forEach((act) => statements.add(make("answered", act.time, answered(act, way))));
      acts = [];
      const step = progress(reached);
      if (complete) once("completed", { completion: true, ...(!way.cmi5 && begun && worth !== null && { score: score(worth, 0) }) });
      else if (share >= 0 && step > share) put("progressed", { extensions: { [PROGRESS]: step } });
      share = step;
      const goal = success === "passed" ? way.mastery || 0 : 0;
      // What was passed with less than is asked for now cannot be told.
      if (success === "unknown" || judged || said.passed || (worth || 0) < goal - 2e-6) return;
      judged = !said[success];
      once(success, { success: success === "passed", ...(worth !== null && { score: score(worth, goal) }) });
    }

    /** What could not be read before is read now. */
    async function reread() {
      const reply = await book.read();
      if (lessonkit.xapi.good(reply) || reply.status === 404) heard(book.parse(reply.text).line);
    }

    /** @param {Lessonkit.Snapshot} snapshot */
    function flush(snapshot) {
      if (closed) return problem("ended", true);
      tell(snapshot);
      const text = snapshot.saved(ROOM);
      if (text === null) return void reread();
      line = text;
      book.save(line, told);
    }

    function end() {
      if (closed) return;
      closed = true;
      way.close();
      const extensions = share >= 0 && !said.completed && { extensions: { [PROGRESS]: share } };
      put("terminated", { duration: lasted(), ...extensions });
    }

    function start() {
      closed = false;
      put("initialized");
      return true;
    }

    /** Everything in its order, then back to where the learner came from. @param {() => void} done */
    function leave(done) {
      const { window } = host;
      let left = false;
      const go = () => {
        end();
        if (left) return;
        left = true;
        if (WEB.test(way.back)) window.location.replace(way.back);
        else window.close();
        done();
      };
      arrived = () => {
        if (book.current) end();
        if (book.current && statements.empty) go();
      };
      arrived();
      host.later(go, LEAVING);
    }

    if (host.window.addEventListener) {
      host.window.addEventListener("online", () => {
        statements.wake();
        book.wake();
      });
    }
    if (way.opened) statements.wake();
    else start();
    return {
      prior,
      prepare: way.prepare,
      get keeps() {
        return book.current && statements.empty && !closed;
      },
      reread: () => null,
      record: (act) => void acts.push(act),
      flush,
      // What is over is over in cmi5; plain xAPI knows no sessions.
      reopen: () => (way.cmi5 ? (problem("ended", true), false) : start()),
      close() {
        end();
        statements.leave();
        book.leave();
      },
      leave,
    };
  }

  lessonkit.xapi.join = join;
})();
