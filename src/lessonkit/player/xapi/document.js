// @ts-check
/*
 * The learner's state as a document of the store, beside what was told of this registration. One
 * writing at a time, and only what is newest, so that an older state never follows a newer one.
 * What another page wrote meanwhile is joined in first: the store's tags tell of it, or, where it
 * has none, a look before each writing.
 */
(function () {
  "use strict";
  const PATIENCE = 3;
  const VERBS = ["completed", "passed", "failed"];

  /**
   * @param {Lessonkit.Host} host @param {Lessonkit.Client} client @param {Lessonkit.Launch} launch
   * @param {Lessonkit.DocumentEvents} events @returns {Lessonkit.Document}
   */
  function open(host, client, launch, events) {
    const { object, passing, good, patience } = lessonkit.xapi;
    const waits = patience();
    const place = {
      activityId: launch.activity, agent: JSON.stringify(launch.actor), registration: launch.registration,
      stateId: "lessonkit",
    };
    let wanted = "";
    let kept = "";
    let etag = "";
    /** Nothing was there. */
    let fresh = false;
    /** Conditions are understood by the store, and come through to it. */
    let guarded = true;
    let conflicts = 0;
    /** The store wants a condition, and gives no tag: it joins one object to another. */
    let joins = false;
    let busy = false;
    /** It was refused: the same is not sent again. */
    let refused = false;
    let leaving = false;
    /** @type {any} */
    let timer = null;

    /** @param {string} text @returns {Lessonkit.Kept} */
    function parse(text) {
      const found = object(text);
      /** @type {Record<string, boolean>} */
      const told = {};
      // Whatever else stands there: what is not for certain is asked for, or told.
      for (const verb of VERBS) if (found && found.told && found.told[verb] === true) told[verb] = true;
      return { line: found && typeof found.line === "string" ? found.line : text, told };
    }

    async function read() {
      const reply = await client("GET", "activities/state", place);
      if (good(reply) || reply.status === 404) {
        fresh = !good(reply);
        [etag, kept] = fresh ? ["", ""] : [reply.etag, reply.text];
        wanted = wanted || kept;
      }
      return reply;
    }

    /** Joins what another page wrote; false where nobody did. */
    async function look() {
      const mine = kept;
      const reply = await read();
      const other = good(reply) && kept !== mine && kept !== wanted;
      if (other) events.found(parse(kept), parse(mine).line);
      return other;
    }

    /** @returns {Record<string, string> | undefined} */
    function condition() {
      if (!guarded || !(etag || fresh)) return undefined;
      return etag ? { "If-Match": etag } : { "If-None-Match": "*" };
    }

    /** What stands now, without it. */
    const glance = () => client("HEAD", "activities/state", place);

    async function write() {
      if (!condition() && !leaving && (await look())) return;
      const guard = condition();
      const text = wanted;
      const reply = await client(joins && !guard ? "POST" : "PUT", "activities/state", place, text, guard);
      if (good(reply)) {
        [kept, fresh, conflicts] = [text, false, 0];
        waits.reset();
        etag = reply.etag || (guarded ? (await glance()).etag : "");
      } else if (reply.status === 409 || reply.status === 412) {
        joins = joins || !guard;
        await meet();
      } else {
        await fail(reply, !!guard);
      }
    }

    /** Another page wrote, or the store sees a conflict where there is none. */
    async function meet() {
      conflicts += 1;
      if (!(await look())) guarded = false;
      if (conflicts > PATIENCE) rest(waits.next());
    }

    /** @param {Lessonkit.HttpReply} reply @param {boolean} guard */
    async function fail(reply, guard) {
      refused = !passing(reply);
      events.stuck(refused);
      if (refused) return;
      rest(Math.max(reply.wait, waits.next()));
      // Everything else comes through: then it is the condition that does not.
      if (reply.status === 0 && guard && (await glance()).status) conflicts += 1;
      if (conflicts > 1) guarded = false;
    }

    /** @param {number} ms */
    function rest(ms) {
      if (!timer) timer = host.later(wake, ms);
    }

    function wake() {
      host.cancel(timer);
      timer = null;
      pump();
    }

    async function pump() {
      if (busy || timer || refused || wanted === kept) return;
      busy = true;
      await write();
      busy = false;
      if (wanted === kept) events.kept();
      pump();
    }

    return {
      get current() {
        return wanted === kept;
      },
      read,
      glance,
      parse,
      save(line, told) {
        wanted = JSON.stringify({ line, told });
        refused = false;
        pump();
      },
      wake,
      leave() {
        leaving = true;
        wake();
      },
    };
  }

  lessonkit.xapi.document = open;
})();
