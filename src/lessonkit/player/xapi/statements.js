// @ts-check
/*
 * Statements in the form that xAPI 1.0.3 and cmi5 9 ask for. What the platform put into its context
 * template stands as it is; what is ours is added behind it.
 */
(function () {
  "use strict";
  const VERBS = "http://adlnet.gov/expapi/verbs/";
  const CMI5 = "https://w3id.org/xapi/cmi5/";
  const CATEGORY = `${CMI5}context/categories/`;
  const OBJECTIVE = "http://adlnet.gov/expapi/activities/objective";
  const MASTERY = `${CMI5}context/extensions/masteryscore`;
  /** They say what counts; nothing else may have a category of cmi5 that says so. */
  const JUDGED = ["completed", "passed", "failed"];
  const DEFINED = JUDGED.concat("initialized", "terminated");

  /** Version 4. @param {Lessonkit.Host} host */
  function uuid(host) {
    const bytes = host.window.crypto.getRandomValues(new Uint8Array(16));
    bytes[6] = (bytes[6] & 15) | 64;
    bytes[8] = (bytes[8] & 63) | 128;
    const text = Array.from(bytes, (/** @type {number} */ byte) => (256 + byte).toString(16).slice(1)).join("");
    return text.replace(/^(.{8})(.{4})(.{4})(.{4})/, "$1-$2-$3-$4-");
  }

  /** @param {any} value @returns {any} */
  const copy = (value) => JSON.parse(JSON.stringify(value));

  /** With four decimals, rounded down. @param {number} worth 0 to 1 */
  const scaled = (worth) => Math.round(lessonkit.values.percent(worth) * 100) / 10000;

  /**
   * Rounded down, but never below what the platform takes for passed.
   * @param {number} worth 0 to 1 @param {number} least
   */
  function score(worth, least) {
    const percent = lessonkit.values.percent(worth);
    // cmi5 9.5.1: raw, min and max are whole numbers.
    return { scaled: Math.max(scaled(worth), least), raw: Math.floor(percent), min: 0, max: 100 };
  }

  /** @param {Lessonkit.Host} host @param {Lessonkit.Way} way */
  function maker(host, way) {
    const { launch } = way;
    let last = 0;

    /** Never earlier than the statement before, whatever the clock does. @param {number} time */
    function stamp(time) {
      last = Math.max(last, time);
      return new Date(last).toISOString();
    }

    /** The skills that an objective, or any of them, is about. @param {string} [objective] */
    function skills(objective) {
      const known = Object.keys(way.skills).filter((id) => !objective || id === objective).map((id) => way.skills[id]);
      const unique = known.filter((iri, place) => known.indexOf(iri) === place);
      return unique.map((iri) => ({ id: iri, definition: { type: OBJECTIVE } }));
    }

    /** @param {string} verb @param {Lessonkit.Activity[]} parents @param {string} [objective] */
    function context(verb, parents, objective) {
      const made = copy(way.template);
      if (launch.registration && !made.registration) made.registration = launch.registration;
      const categories = [DEFINED.indexOf(verb) >= 0 ? "cmi5" : "", JUDGED.indexOf(verb) >= 0 ? "moveon" : ""];
      const mine = {
        category: way.cmi5 ? categories.filter(Boolean).map((name) => ({ id: CATEGORY + name })) : [], parent: parents,
        other: objective || JUDGED.indexOf(verb) >= 0 ? skills(objective) : [],
      };
      const held = made.contextActivities;
      const activities = held && typeof held === "object" ? held : {};
      for (const [list, more] of Object.entries(mine)) {
        if (more.length) activities[list] = [].concat(activities[list] || [], /** @type {any} */ (more));
      }
      if (Object.keys(activities).length) made.contextActivities = activities;
      if (way.mastery !== null && /passed|failed/.test(verb)) {
        made.extensions = Object.assign({ [MASTERY]: way.mastery }, made.extensions);
      }
      return made;
    }

    /** @type {Lessonkit.Make} */
    return function make(verb, time, { result, object, parents, objective }) {
      return {
        id: uuid(host),
        actor: launch.actor,
        verb: { id: VERBS + verb, display: { en: verb } },
        object: object || way.object,
        ...(result && { result }),
        context: context(verb, parents || [], objective),
        timestamp: stamp(time),
      };
    };
  }

  /** Per cent; all of it is what `completed` says. @param {number} share 0 to 1 */
  const progress = (share) => Math.min(99, Math.floor(share * 100));

  lessonkit.xapi.maker = maker;
  lessonkit.xapi.score = score;
  lessonkit.xapi.scaled = scaled;
  lessonkit.xapi.progress = progress;
})();
