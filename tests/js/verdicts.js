"use strict";
/* Stories of learners from standard input, and what the player makes of each. */
const fs = require("node:fs");
const { load, lesson, makeHost, withFixed } = require("./player.js");

const lk = withFixed(load(["parts/bank.js"]));

function told({ lesson: wanted, acts, randoms }) {
  const questions = wanted.questions.map((question) => ({ type: "fixed", ...question }));
  const data = lesson({ ...wanted, questions, checklists: [] });
  let turn = 0;
  const random = () => randoms[turn++ % randoms.length];
  const session = lk.start(data, Object.assign(makeHost(), { random }));
  for (const [act, ...args] of acts) {
    if (act === "see") session.goTo(...args);
    else if (act === "retry") session.retry(args[0] === "wrong");
    else session[act](...args);
  }
  return {
    result: session.result(),
    asked: session.questions().map(({ id }) => id),
    objectives: lk.tracking.objectives(data, session.state),
  };
}

console.log(JSON.stringify(JSON.parse(fs.readFileSync(0, "utf8")).map(told)));
