// @ts-check
/* What a question type tells of an answer, by its `interaction(data, answer)`; a platform's words give it form. */
(function () {
  "use strict";
  lessonkit.tell = (question, answer) => {
    const type = lessonkit.questions[question.type];
    try {
      if (type && type.interaction) return type.interaction(question, answer);
    } catch (error) {
      // One answer that cannot be told in its own words holds up no other.
    }
    return { type: "other", patterns: [], response: [JSON.stringify(answer)] };
  };
})();
