// @ts-check
/*
 * SCORM 2004, 3rd and 4th edition: functions (RTE 3.1), elements and their types (RTE 4.1, 4.2).
 * The smallest maximum that a platform must keep is the most that is taken here.
 */
(function () {
  "use strict";
  const { anything, either, number, oneOf, shaped, text, hundredths } = play.values;
  const { identifier, localized, pattern, response } = play.responses;
  const REAL = /^-?\d{1,10}(\.\d{1,7})?$/;
  const SECTIONS = {
    comments_from_learner: 2, comments_from_lms: 3, completion_status: 4, completion_threshold: 5, credit: 6,
    entry: 7, exit: 8, interactions: 9, launch_data: 10, learner_id: 11, learner_name: 12, learner_preference: 13,
    location: 14, max_time_allowed: 15, mode: 16, objectives: 17, progress_measure: 18, scaled_passing_score: 19,
    score: 20, session_time: 21, success_status: 22, suspend_data: 23, time_limit_action: 24, total_time: 25,
  };
  const CALLS = {
    Initialize: "3.1.3.1", Terminate: "3.1.3.2", GetValue: "3.1.4.1", SetValue: "3.1.4.2", Commit: "3.1.4.3",
  };
  const real = number(REAL);
  const duration = shaped(/^P(?=.)(\d+Y)?(\d+M)?(\d+D)?(T(?=.)(\d+H)?(\d+M)?(\d+(\.\d{1,2})?S)?)?$/, "PT5M30.25S");
  const moment = shaped(
    /^(19[7-9]\d|20[0-2]\d|203[0-8])(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01])(T([01]\d|2[0-3])(:[0-5]\d(:[0-5]\d(\.\d{1,2}(Z|[+-]([01]\d|2[0-3])(:[0-5]\d)?)?)?)?)?)?)?)?$/,
    "2026-01-31T08:05:00.00Z");
  const completion = oneOf("completed", "incomplete", "not attempted", "unknown");
  const success = oneOf("passed", "failed", "unknown");
  const item = "cmi.interactions.n";
  const said = "cmi.comments_from_learner.n";
  const read = `cmi._version cmi.comments_from_learner._children cmi.comments_from_learner._count
    cmi.comments_from_lms._children cmi.comments_from_lms._count cmi.comments_from_lms.n.comment
    cmi.comments_from_lms.n.location cmi.comments_from_lms.n.timestamp cmi.completion_threshold cmi.credit cmi.entry
    cmi.interactions._children cmi.interactions._count ${item}.objectives._count ${item}.correct_responses._count
    cmi.launch_data cmi.learner_id cmi.learner_name cmi.learner_preference._children cmi.max_time_allowed cmi.mode
    cmi.objectives._children cmi.objectives._count cmi.objectives.n.score._children cmi.scaled_passing_score
    cmi.score._children cmi.time_limit_action cmi.total_time adl.nav.request_valid.continue
    adl.nav.request_valid.previous adl.nav.request_valid.choice.{target} adl.nav.request_valid.jump.{target}
    adl.data._children adl.data._count adl.data.n.id`.split(/\s+/);

  /** @param {string} owner @returns {Record<string, Play.Check>} */
  const status = (owner) => ({
    [`${owner}.completion_status`]: completion, [`${owner}.success_status`]: success,
    [`${owner}.progress_measure`]: number(REAL, 0, 1), [`${owner}.score.scaled`]: number(REAL, -1, 1),
    [`${owner}.score.raw`]: real, [`${owner}.score.min`]: real, [`${owner}.score.max`]: real,
  });
  /** @type {Record<string, Play.Check>} */
  const both = {
    ...status("cmi"), ...status("cmi.objectives.n"),
    [`${item}.id`]: identifier, [`${item}.objectives.n.id`]: identifier, [`${item}.timestamp`]: moment,
    [`${item}.type`]: oneOf("true-false", "choice", "fill-in", "long-fill-in", "matching", "performance", "sequencing",
      "likert", "numeric", "other"),
    [`${item}.correct_responses.n.pattern`]: anything, [`${item}.weighting`]: real,
    [`${item}.learner_response`]: anything, [`${item}.latency`]: duration, [`${item}.description`]: localized(250),
    [`${item}.result`]: either(oneOf("correct", "incorrect", "unanticipated", "neutral"), real),
    [`${said}.comment`]: localized(4000), [`${said}.location`]: text(250), [`${said}.timestamp`]: moment,
    "cmi.learner_preference.audio_level": number(REAL, 0), "cmi.learner_preference.language": text(250),
    "cmi.learner_preference.delivery_speed": number(REAL, 0),
    "cmi.learner_preference.audio_captioning": oneOf("-1", "0", "1"),
    "adl.data.n.store": text(64000), "cmi.location": text(1000), "cmi.suspend_data": text(64000),
    "cmi.objectives.n.id": identifier, "cmi.objectives.n.description": localized(250),
    "adl.nav.request": shaped(/^(continue|previous|exit|exitAll|abandon|abandonAll|suspendAll|_none_|\{target=.+\}(choice|jump))$/,
      "continue, previous, exit, {target=…}choice"),
  };
  const write = { "cmi.exit": oneOf("time-out", "suspend", "logout", "normal", ""), "cmi.session_time": duration };

  /** What a platform concludes where the package names a measure (RTE 4.2.4.1, 4.2.22.1). @param {string} element @param {Play.Model} model */
  function judged(element, model) {
    const [measure, bound] = element === "cmi.success_status" ? ["cmi.score.scaled", "cmi.scaled_passing_score"]
      : element === "cmi.completion_status" ? ["cmi.progress_measure", "cmi.completion_threshold"] : ["", ""];
    if (!bound || !model.value(bound)) return null;
    const [yes, no] = element === "cmi.success_status" ? ["passed", "failed"] : ["completed", "incomplete"];
    const value = model.value(measure);
    return value ? (Number(value) >= Number(model.value(bound)) ? yes : no) : null;
  }

  play.versions["2004"] = {
    api: "API_1484_11",
    prefix: "",
    close: "Terminate",
    clause(element, fn) {
      const part = /** @type {Record<string, number>} */ (SECTIONS)[element.split(".")[1] || ""];
      if (element.startsWith("adl.nav")) return "SCORM 2004 SN 5.6";
      if (element.startsWith("adl.")) return "SCORM 2004 RTE 4";
      if (element) return part ? `SCORM 2004 RTE 4.2.${part}` : "SCORM 2004 RTE 4.2";
      const section = /** @type {Record<string, string>} */ (CALLS)[fn];
      return section ? `SCORM 2004 RTE ${section}` : "SCORM 2004 RTE 3.1";
    },
    elements: play.elements(read, both, write),
    children: {
      "cmi.comments_from_learner": "comment,location,timestamp", "cmi.comments_from_lms": "comment,location,timestamp",
      "cmi.interactions": "id,type,objectives,timestamp,correct_responses,weighting,learner_response,result,latency,description",
      "cmi.learner_preference": "audio_level,language,delivery_speed,audio_captioning",
      "cmi.objectives": "id,score,success_status,completion_status,progress_measure,description",
      "adl.data": "id,store", "cmi.score": "scaled,raw,min,max", "cmi.objectives.n.score": "scaled,raw,min,max",
    },
    usual: {
      "cmi._version": "1.0", "cmi.completion_status": "unknown", "cmi.success_status": "unknown",
      "cmi.learner_preference.audio_level": "1", "cmi.learner_preference.language": "",
      "cmi.learner_preference.delivery_speed": "1", "cmi.learner_preference.audio_captioning": "0",
      "cmi.objectives.n.success_status": "unknown", "cmi.objectives.n.completion_status": "unknown",
      "adl.nav.request": "_none_", "adl.nav.request_valid.continue": "unknown",
      "adl.nav.request_valid.previous": "unknown", "adl.nav.request_valid.choice.{target}": "unknown",
      "adl.nav.request_valid.jump.{target}": "unknown",
    },
    fresh: ["cmi.exit", "cmi.session_time", "adl.nav.request"],
    exit: "cmi.exit", time: "cmi.session_time", suspend: "cmi.suspend_data",
    completion: "cmi.completion_status", success: "cmi.success_status",
    response, pattern, answer: "learner_response", strict: true,
    errors: {
      argument: "201", keyword: "404", unknown: "401", read: "404", write: "405", type: "406", range: "407",
      depend: "408", get: "301", set: "351", children: "301", count: "301", unset: "403", general: "101", refused: "351",
      initialize: ["0", "103", "104"], finish: ["112", "0", "113"], get_: ["122", "0", "123"],
      set_: ["132", "0", "133"], commit: ["142", "0", "143"],
    },
    given(launch, store) {
      /** @type {Record<string, string>} */
      const given = {
        "cmi.learner_id": launch.learner.id, "cmi.learner_name": launch.learner.name,
        "cmi.credit": launch.mode === "normal" ? "credit" : "no-credit", "cmi.mode": launch.mode,
        "cmi.entry": !store.launches || this.begins(store) ? "ab-initio" : "resume",
        "cmi.total_time": `PT${(store.total / 100).toFixed(2)}S`, "cmi.launch_data": launch.sco.data,
        "cmi.scaled_passing_score": launch.sco.mastery, "cmi.completion_threshold": launch.sco.threshold,
        "cmi.max_time_allowed": launch.sco.time, "cmi.time_limit_action": launch.sco.action || "continue,no message",
      };
      if (launch.mode !== "normal") given["cmi.entry"] = "";
      return given;
    },
    judged, conclude: () => undefined, hundredths,
    /** Without a suspend the next launch is a new attempt (RTE 4.2.8). */
    begins: (store) => store.launches > 0 && store.exit !== "suspend",
  };

  /** Up to the 3rd edition a platform must keep 4,000 characters only (RTE 4.2.23). */
  const elements = { ...play.versions["2004"].elements, "cmi.suspend_data": { access: /** @type {"rw"} */ ("rw"), check: text(4000) } };
  play.versions["2004-3"] = { ...play.versions["2004"], elements };
})();
