// @ts-check
/*
 * A launch of plain xAPI, as `tincan.xml` has it: who learns and where to tell it stand in the
 * address. There are no modes and no sessions; the rest is as in cmi5.
 */
(function () {
  "use strict";
  const LESSON = "http://adlnet.gov/expapi/activities/lesson";

  /** An actor of xAPI 0.9 has lists, and other names in its account. @param {Record<string, any>} actor */
  function modern(actor) {
    const { name, mbox, mbox_sha1sum, openid, account } = actor;
    if (![name, mbox, mbox_sha1sum, openid, account].some(Array.isArray)) return actor;
    /** @param {any} value */
    const first = (value) => [].concat(value)[0];
    /** @type {any} */
    const held = first(account);
    const ids = [
      ["mbox", first(mbox)], ["mbox_sha1sum", first(mbox_sha1sum)], ["openid", first(openid)],
      ["account", held && { homePage: held.accountServiceHomePage || held.homePage, name: held.accountName || held.name }],
    ].filter(([, value]) => value)[0];
    return Object.assign({ objectType: "Agent" }, name && { name: String(first(name)) }, ids && { [ids[0]]: ids[1] });
  }

  /** @type {Lessonkit.Reach} */
  function reach(data, host, problem, welcome, gone, heard) {
    const { xapi, store, state } = lessonkit;
    const { search } = host.window.location || { search: "" };
    const given = xapi.launch(search, "xapi");
    if (!given) return gone("missing");
    const launch = given;
    const client = xapi.open(host, launch, launch.auth);
    /** @type {any} */
    const events = {};
    const book = xapi.document(host, client, launch, events);
    const definition = { type: LESSON, name: { [data.lang]: data.title || data.id } };

    xapi.attempt(host, launch.learner, gone, async ({ fail, done, insist }) => {
      const reply = await insist(book.read);
      if (!xapi.good(reply) && reply.status !== 404) return fail("failed");
      const { line, told } = book.parse(xapi.good(reply) ? reply.text : "");
      const way = {
        launch, client, book, events, mastery: null, cmi5: false, iri: data.iri || launch.activity, skills: data.skills || {}, template: {}, back: "",
        waiting: store.open(host, `lessonkit:${state.key(search)}:told`, "tab"),
        object: { objectType: "Activity", id: launch.activity, definition },
        close() {},
        stands: async () => false,
      };
      done();
      welcome(xapi.join(host, way, told, xapi.prior(launch.learner, line, told), problem, heard));
    });
  }

  lessonkit.xapi.modern = modern;
  lessonkit.reach = reach;
})();
