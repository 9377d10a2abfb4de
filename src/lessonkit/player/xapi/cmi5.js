// @ts-check
/*
 * A launch of cmi5: token, launch data and the learner's preferences, then what was kept; only then
 * `initialized`. Source: cmi5 8, 10, 11.
 */
(function () {
  "use strict";
  /** Milliseconds: so long what is asked beyond need may hold up the beginning. */
  const PATIENCE = 4000;

  /** @param {any} window @param {unknown} preference */
  function sound({ document }, preference) {
    if (!document || (preference !== "on" && preference !== "off")) return;
    for (const player of document.querySelectorAll("audio, video")) player.muted = preference === "off";
  }

  /** @param {unknown} value @returns {number | null} */
  const share = (value) => (typeof value === "number" && value >= 0 && value <= 1 ? value : null);

  /** The token is given once, and a tab may load its page again. @param {Lessonkit.Host} host @param {string} url with what it is for */
  function tab(host, url) {
    const { store, xapi, state } = lessonkit;
    const name = `lessonkit:${state.key(url)}`;
    const kept = store.open(host, name, "tab");
    const record = xapi.object(kept.load()) || {};
    return {
      record,
      waiting: store.open(host, `${name}:told`, "tab"),
      /** @param {Record<string, any>} news */
      note: (news) => void kept.save(JSON.stringify(Object.assign(record, news))),
    };
  }

  /**
   * Whether the store has such a statement of this registration.
   * @param {Lessonkit.Client} client @param {Lessonkit.Launch} launch @param {string} name
   */
  async function find(client, { actor, activity, registration }, name) {
    const { object, good } = lessonkit.xapi;
    const verb = `http://adlnet.gov/expapi/verbs/${name}`;
    const reply = await client("GET", "statements", { agent: JSON.stringify(actor), activity, registration, verb, limit: "1" });
    const { statements } = (good(reply) && object(reply.text)) || { statements: [] };
    // A store may overlook what it was asked for.
    return Array.isArray(statements) && statements.some((one) =>
      one && one.verb && one.verb.id === verb && one.context && one.context.registration === registration);
  }

  /**
   * The platform asks for more than the lesson, or for less: what was decided meanwhile is open again.
   * @param {Lessonkit.Data} data @param {Lessonkit.State} state @param {number | null} mastery
   */
  function judgeBy(data, state, mastery) {
    if (mastery === null || data.tracking.complete === "viewed") return;
    data.tracking.mastery = mastery;
    Object.assign(state, { complete: false, success: "unknown" });
    for (const question of data.questions) {
      const entry = state.answers[question.id];
      if (entry) entry.done = lessonkit.tracking.isDone(state, question, entry);
    }
  }

  /** @type {Lessonkit.Reach} */
  function reach(data, host, problem, welcome, gone, heard) {
    const { xapi } = lessonkit;
    const { object, good } = xapi;
    const given = xapi.launch((host.window.location || { search: "" }).search, "cmi5");
    if (!given) return gone("missing");
    const launch = given;
    const { learner, activity, registration } = launch;
    const { record, waiting, note } = tab(host, `${launch.fetch} ${registration}`);
    const agent = JSON.stringify(launch.actor);

    /** @param {Lessonkit.Attempt} attempt */
    async function token({ insist }) {
      if (typeof record.token === "string") return record.token;
      const reply = await insist(() => xapi.ask(host, launch.fetch, { method: "POST" }));
      const said = good(reply) && object(reply.text);
      const found = said && said["auth-token"];
      if (typeof found !== "string" || !/^[\x21-\x7e]+$/.test(found)) return "";
      note({ token: found });
      return found;
    }

    /** What is told once in a registration and may have been, although the document does not say so. @param {Lessonkit.Client} client @param {Record<string, boolean>} known */
    async function recall(client, known) {
      const late = new Promise((resolve) => void host.later(() => resolve(false), PATIENCE));
      const open = ["completed", "passed"].filter((verb) => !known[verb]);
      const found = await Promise.all(open.map((verb) => Promise.race([find(client, launch, verb), late])));
      open.forEach((verb, place) => found[place] && (known[verb] = true));
    }

    /** @param {Lessonkit.Attempt} attempt */
    async function open(attempt) {
      const { fail, done, insist } = attempt;
      const secret = await token(attempt);
      if (!secret) return fail("failed");
      const client = xapi.open(host, launch, `Basic ${secret}`);
      if (record.over) {
        xapi.queue(host, client, waiting, { told() {}, refused: async () => true, stuck() {}, ended() {}, idle() {} }).wake();
        return fail("ended");
      }
      /** @type {any} */
      const events = {};
      const book = xapi.document(host, client, launch, events);
      const [facts, wishes, before] = await Promise.all([
        insist(() => client("GET", "activities/state", { activityId: activity, agent, registration, stateId: "LMS.LaunchData" })),
        insist(() => client("GET", "agents/profile", { agent, profileId: "cmi5LearnerPreferences" })),
        insist(book.read),
      ]);
      const said = good(facts) && object(facts.text);
      if (!said) return fail(record.opened ? "ended" : "failed");
      sound(host.window, (object(wishes.text) || {}).audioPreference);
      const word = String(said.launchMode).toLowerCase();
      const mode = word === "browse" || word === "review" ? word : "normal";
      const { line, told: known } = book.parse(good(before) ? before.text : "");
      if (mode === "normal") await recall(client, known);
      const mastery = share(said.masteryScore);
      const way = {
        launch, client, book, events, waiting, mastery, cmi5: true, opened: record.opened, iri: data.iri || activity, skills: data.skills || {},
        template: object(JSON.stringify(said.contextTemplate)) || {}, back: String(said.returnURL || "").trim(),
        object: { objectType: "Activity", id: activity },
        close: () => note({ over: true }),
        /** @param {Lessonkit.State} state */
        prepare: (state) => judgeBy(data, state, mastery),
        /** @param {string} verb */
        stands: async (verb) => /completed|passed/.test(verb) && find(client, launch, verb),
      };
      note({ opened: record.opened || host.now() });
      done();
      const readable = good(before) || before.status === 404;
      const prior = Object.assign(xapi.prior(learner, readable ? line : null, known), { mode });
      welcome(xapi.join(host, way, known, prior, problem, heard));
    }

    xapi.attempt(host, learner, gone, open);
  }

  lessonkit.reach = reach;
})();
