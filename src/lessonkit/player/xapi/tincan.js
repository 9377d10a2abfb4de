// @ts-check
/*
 * A launch of plain xAPI, as `tincan.xml` has it: who learns and where to tell it stand in the
 * address. There are no modes and no sessions; the rest is as in cmi5.
 */
(function () {
  "use strict";
  const LESSON = "http://adlnet.gov/expapi/activities/lesson";

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
        launch, client, book, events, mastery: null, cmi5: false, iri: data.iri || launch.activity, template: {}, back: "",
        waiting: store.open(host, `lessonkit:${state.key(search)}:told`, "tab"),
        object: { objectType: "Activity", id: launch.activity, definition },
        close() {},
        stands: async () => false,
      };
      done();
      welcome(xapi.join(host, way, told, xapi.prior(launch.learner, line, told), problem, heard));
    });
  }

  lessonkit.reach = reach;
})();
