// @ts-check
/*
 * What a platform says in the address that opens the lesson. Source: cmi5 8.1; for plain xAPI the
 * launch that `tincan.xml` came with: endpoint, auth, actor, registration, activity_id. All of it
 * may be missing, garbled or hostile: then there is no launch.
 */
(function () {
  "use strict";
  const WEB = /^https?:\/\/\S+$/i;
  const IRI = /^[a-z][a-z\d+.-]*:\S+$/i;
  const UUID = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i;
  /** What is still encoded after one turn was encoded twice. */
  const TWICE = /^(https?%3a|%7b)/i;

  /** @param {string} text @returns {string} */
  function decode(text) {
    try {
      const plain = decodeURIComponent(text.replace(/\+/g, " "));
      return TWICE.test(plain) ? decodeURIComponent(plain) : plain;
    } catch (error) {
      return text;
    }
  }

  /** The first of each name counts. @param {string} search @returns {Record<string, string>} */
  function parameters(search) {
    const found = Object.create(null);
    for (const pair of search.replace(/^\?/, "").split("&")) {
      const [name, ...rest] = pair.split("=");
      if (!(name in found)) found[name] = decode(rest.join("="));
    }
    return found;
  }

  /** Null where it is no JSON, or no object. @param {string} text @returns {Record<string, any> | null} */
  function object(text) {
    try {
      const value = JSON.parse(text);
      return value && typeof value === "object" && !Array.isArray(value) ? value : null;
    } catch (error) {
      return null;
    }
  }

  /** What tells one learner from another; "" where nothing does. @param {Record<string, any>} actor */
  function identity({ account, mbox, mbox_sha1sum, openid }) {
    if (account && account.name && account.homePage) return `${account.homePage} ${account.name}`;
    const found = mbox || mbox_sha1sum || openid;
    return typeof found === "string" ? found : "";
  }

  /** @param {string} search @param {"cmi5" | "xapi"} target @returns {Lessonkit.Launch | null} */
  function launch(search, target) {
    const said = parameters(search);
    const given = object(said.actor || "");
    const actor = given && lessonkit.xapi.modern ? lessonkit.xapi.modern(given) : given;
    const cmi5 = target === "cmi5";
    const activity = (cmi5 ? said.activityId : said.activity_id || said.activityId) || "";
    const registration = UUID.test(said.registration) ? said.registration : "";
    const learner = actor ? identity(actor) : "";
    const whole = cmi5 ? registration && WEB.test(said.fetch) : true;
    if (!actor || !learner || !whole || !WEB.test(said.endpoint) || !IRI.test(activity)) return null;
    return {
      endpoint: said.endpoint, fetch: said.fetch, auth: said.auth || "", actor, activity, registration,
      learner: `${learner} ${registration}`,
    };
  }

  lessonkit.xapi.launch = launch;
  lessonkit.xapi.object = object;
})();
