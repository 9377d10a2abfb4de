// @ts-check
/*
 * A session is opened in the background, however long the network takes. Meanwhile, and where it
 * cannot be opened, the lesson is kept here.
 */
(function () {
  "use strict";
  /** Milliseconds in which nothing is said yet. */
  const QUIET = 5000;

  /**
   * @param {Lessonkit.Host} host @param {string} learner
   * @param {Parameters<Lessonkit.Reach>[4]} gone
   * @param {(attempt: Lessonkit.Attempt) => Promise<unknown>} open
   */
  function attempt(host, learner, gone, open) {
    let settled = false;

    /** @param {Lessonkit.ProblemKind} why */
    function fail(why) {
      settled = true;
      gone("failed", learner, why);
    }

    function trouble() {
      if (!settled) fail("untold");
    }

    host.later(trouble, QUIET);
    open({
      fail,
      done: () => void (settled = true),
      insist: (act) => lessonkit.xapi.insist(host, act, trouble),
    }).catch(() => fail("failed"));
  }

  /**
   * What a platform knows at the beginning.
   * @param {string} learner @param {string | null} line of the state
   * @param {Record<string, boolean>} known verbs that were told @returns {Lessonkit.Prior}
   */
  function prior(learner, line, known) {
    return {
      mode: "normal",
      learner,
      suspended: line,
      place: "",
      completion: known.completed ? "completed" : "incomplete",
      success: known.passed ? "passed" : "unknown",
      score: NaN,
    };
  }

  lessonkit.xapi.attempt = attempt;
  lessonkit.xapi.prior = prior;
})();
