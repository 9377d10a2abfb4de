// @ts-check
/*
 * An answer as a statement: the question as an activity of its own, with its right responses and
 * what there was to choose from. Source: xAPI 1.0.3, Data 2.4.4.1, interaction activities.
 */
(function () {
  "use strict";
  const ACTIVITIES = "http://adlnet.gov/expapi/activities/";
  /** As question types name places. */
  const LETTERS = "abcdefghijklmnopqrstuvwxyz0123456789";

  /** @param {string} type @param {string[]} parts */
  function say(type, parts) {
    if (type === "matching" || type === "performance") parts = parts.map((pair) => pair.replace(".", "[.]"));
    return parts.map((part) => (/fill-in/.test(type) ? part.split("[,]").join(",") : part)).join("[,]");
  }

  /** @param {Lessonkit.Told} told @param {string[]} parts */
  function pattern(told, parts) {
    if (told.type === "numeric") return `${parts[0]}[:]${parts[parts.length - 1]}`;
    const flag = told.type === "fill-in" ? `{case_matters=${!!told.caseMatters}}` : "";
    return flag + say(told.type, parts);
  }

  /** @param {number} count @param {string[]} words of each place, where they are known @param {string} lang */
  const list = (count, words, lang) =>
    Array.from({ length: count }, (_, place) =>
      Object.assign({ id: LETTERS[place] }, words[place] && { description: { [lang]: words[place] } }));

  /** What a type of interaction lets one choose from. @param {Lessonkit.Act} act @param {string} type */
  function parts({ question, lang, labels }, type) {
    const { count, groups, scenes } = question;
    if (type === "performance") return { steps: scenes.map((/** @type {any} */ { id }) => ({ id: id.replace(/-/g, "_") })) };
    if (!(count > 0)) return {};
    /** @param {number} many @param {"rows" | "targets"} side */
    const of = (many, side) => list(many, (labels || { rows: [], targets: [] })[side], lang);
    if (type === "choice" || type === "sequencing") return { choices: of(count, "rows") };
    if (type === "likert") return { scale: of(count, "rows") };
    if (type !== "matching") return {};
    return { source: of(groups ? groups.length : count, "rows"), target: of(count, "targets") };
  }

  /** @param {Lessonkit.Act} act @param {Lessonkit.Told} told */
  function definition(act, told) {
    const patterns = told.patterns.map((one) => pattern(told, one));
    const text = act.description.trim();
    const words = { [act.lang]: text };
    return {
      type: `${ACTIVITIES}cmi.interaction`,
      interactionType: told.type,
      ...(text && { name: words, description: words }),
      ...(patterns.length && { correctResponsesPattern: patterns }),
      ...parts(act, told.type),
    };
  }

  /** @param {Lessonkit.Act} act @param {Lessonkit.Told} told */
  function result({ question, score, latency }, told) {
    const judged = question.assessed !== false;
    return {
      ...(told.response && { response: say(told.type, told.response) }),
      ...(judged && { success: score >= 1, score: { scaled: lessonkit.xapi.scaled(score) } }),
      duration: lessonkit.values.duration(latency),
    };
  }

  /** @param {Lessonkit.Act} act @param {Lessonkit.Way} way */
  function answered(act, way) {
    const told = lessonkit.tell(act.question, act.answer);
    const { id, objective } = act.question;
    const goal = { id: `${way.iri}#${objective}`, definition: { type: `${ACTIVITIES}objective` } };
    return {
      object: { objectType: "Activity", id: `${way.iri}#${id}`, definition: definition(act, told) },
      result: result(act, told),
      parents: [/** @type {any} */ ({ id: way.launch.activity })].concat(objective ? goal : []),
      objective: objective || "",
    };
  }

  lessonkit.xapi.answered = answered;
})();
