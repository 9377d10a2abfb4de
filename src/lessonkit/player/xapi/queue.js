// @ts-check
/*
 * Statements on their way, in the order in which they were made, each until the store has it. Id
 * and time of a statement are its own, so that one whose answer was lost is sent again and stands
 * once. One that is refused does not hold up the others.
 */
(function () {
  "use strict";
  const MOST = 25;
  /** Characters of one request, so that it may outlive the page. */
  const ROOM = 15000;
  /** So many refused for want of permission, one after the other, and nobody listens any more. */
  const PATIENCE = 3;
  /** What a platform takes once only: it refuses a second one, and with it all of its request. */
  const ONCE = /(initialized|completed|passed|failed|terminated)$/;

  /**
   * @param {Lessonkit.Host} host @param {Lessonkit.Client} client
   * @param {{ load(): string, save(text: string): boolean }} kept for a page that is loaded again
   * @param {Lessonkit.QueueEvents} events @returns {Lessonkit.Queue}
   */
  function open(host, client, kept, events) {
    const { object, passing, good, patience } = lessonkit.xapi;
    const waits = patience();
    /** @type {Lessonkit.Statement[]} */
    let waiting = [];
    /** Those of them that are under way. @type {Lessonkit.Statement[]} */
    let away = [];
    /** Those that were sent, and of which nobody knows whether they arrived. @type {Lessonkit.Statement[]} */
    let doubted = [];
    /** So many go one by one: the first of a session, and those of a refused lot. */
    let single = 1;
    let refused = 0;
    let over = false;
    let sifting = false;
    /** @type {any} */
    let timer = null;

    try {
      doubted = [].concat(JSON.parse(kept.load() || "[]"));
      waiting = doubted.slice();
    } catch (error) {
      // What cannot be read was not told, and is not.
    }

    /** @param {Lessonkit.Statement[]} some */
    function drop(some) {
      waiting = waiting.filter((one) => some.indexOf(one) < 0);
      kept.save(JSON.stringify(waiting));
    }

    /** Those of them that stand already are not told again; after the last one nothing is. */
    async function sift() {
      const asked = doubted.filter((one) => waiting.indexOf(one) >= 0 && ONCE.test(one.verb.id));
      doubted = [];
      const replies = await Promise.all(asked.map(({ id }) => client("GET", "statements", { statementId: id })));
      // A store may overlook what it was asked for.
      const there = asked.filter(({ id }, place) => good(replies[place]) && (object(replies[place].text) || {}).id === id);
      const over = there.some(({ verb }) => /terminated$/.test(verb.id));
      if (there.length) drop(over ? waiting : there);
      there.forEach(events.told);
    }

    /** As many as may go together. */
    function next() {
      let room = ROOM;
      const [first, ...others] = waiting.filter((one) => away.indexOf(one) < 0).slice(0, single > 0 ? 1 : MOST);
      // A platform may look at each of a lot before it takes any: what opens the session comes before.
      const free = first ? [first].concat(/initialized$/.test(first.verb.id) ? [] : others) : [];
      return free.filter((one, place) => (room -= JSON.stringify(one).length) > 0 || !place);
    }

    /** @param {Lessonkit.Statement[]} some @returns {Promise<Lessonkit.HttpReply>} */
    const post = (some) => client("POST", "statements", {}, JSON.stringify(some.length > 1 ? some : some[0]));

    /** What an answer means for those it is about. @param {Lessonkit.Statement[]} some @param {Lessonkit.HttpReply} reply */
    async function judge(some, reply) {
      const alone = some.length === 1;
      if (good(reply) || (alone && reply.status === 409)) {
        single -= single > 0 ? 1 : 0;
        refused = 0;
        waits.reset();
        drop(some);
        events.stuck(false);
        some.forEach(events.told);
      } else if (passing(reply)) {
        doubted = doubted.concat(some);
        events.stuck(true);
        rest(Math.max(reply.wait, waits.next()));
      } else if (!alone) {
        single = some.length;
      } else if (await events.refused(some[0], reply)) {
        drop(some);
        single -= 1;
        refused += reply.status === 401 || reply.status === 403 ? 1 : -refused;
        if (refused >= PATIENCE) stop();
      } else {
        stop();
      }
    }

    function stop() {
      over = true;
      drop(waiting);
      events.ended();
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

    /** @param {Lessonkit.Statement[]} some */
    async function send(some) {
      away = away.concat(some);
      const reply = await post(some);
      await judge(some, reply);
      away = away.filter((one) => some.indexOf(one) < 0);
    }

    async function pump() {
      if (away.length || timer || over || sifting) return;
      if (doubted.length) {
        sifting = true;
        await sift();
        sifting = false;
        return pump();
      }
      const some = next();
      if (!some.length) return events.idle();
      await send(some);
      pump();
    }

    return {
      get empty() {
        return !waiting.length;
      },
      add(statement) {
        if (over) return;
        waiting.push(statement);
        kept.save(JSON.stringify(waiting));
        // What is made in one turn goes together, so that nothing of it overtakes the rest.
        Promise.resolve().then(pump);
      },
      wake,
      /**
       * The page is left: everything goes now. What is under way outlives the page; it goes once
       * more, before what follows it, but for what a platform refuses to take twice.
       */
      leave() {
        host.cancel(timer);
        timer = null;
        single = 0;
        away = away.filter(({ verb }) => ONCE.test(verb.id));
        for (let some = next(); some.length && !over; some = next()) send(some).then(pump);
      },
    };
  }

  lessonkit.xapi.queue = open;
})();
