// @ts-check
/* What a question type tells of an answer, by its `interaction(data, answer)`; a platform's words give it form. */
(function () {
  "use strict";
  lessonkit.tell = (question, answer) => {
    const type = lessonkit.questions[question.type];
    if (type && type.interaction) return type.interaction(question, answer);
    return { type: "other", patterns: [], response: [JSON.stringify(answer)] };
  };
})();
