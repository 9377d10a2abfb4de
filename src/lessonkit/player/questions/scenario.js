// @ts-check
/*
 * `scenario`: a story told in scenes. The answer: places of what was chosen, scene after scene, up to
 * an end, whose score it has. A story half told is kept too, as a way, with the try it belongs to:
 * one of an earlier try, or of another story under this id, is dropped.
 */
(function () {
  "use strict";
  const LETTERS = "abcdefghi";
  /** Steps that are kept. */
  const LONGEST = 40;

  /** Scenes that one comes through; null where a choice is not there. @param {any} data @param {any} answer @returns {number[] | null} */
  function met(data, answer) {
    const found = [0];
    if (!Array.isArray(answer) || answer.length > LONGEST) return null;
    for (const chosen of answer) {
      const next = data.scenes[found[found.length - 1]].to[chosen];
      if (!Number.isInteger(chosen) || next === undefined) return null;
      found.push(next);
    }
    return found;
  }

  /** Where a way has come to. @param {any} data @param {any} answer @returns {any} */
  function last(data, answer) {
    const places = met(data, answer);
    return places && data.scenes[places[places.length - 1]];
  }

  /** @param {any} data @param {any} answer */
  const isWhole = (data, answer) => {
    const scene = last(data, answer);
    return !!scene && !scene.to.length;
  };

  /** One step on. Of a way that grows too long the loops are left out. @param {any} data @param {number[]} answer @param {number} chosen */
  function onward(data, answer, chosen) {
    const whole = answer.concat(chosen);
    if (whole.length < LONGEST) return whole;
    const places = /** @type {number[]} */ (met(data, answer));
    /** @type {number[]} */
    const kept = [];
    /** @type {number[]} */
    const through = [];
    whole.forEach((step, index) => {
      const before = through.indexOf(places[index]);
      if (before >= 0) kept.length = through.length = before;
      kept.push(step);
      through.push(places[index]);
    });
    return kept;
  }

  /** Which try at a question is under way: at most four digits. @param {Lessonkit.State} state @param {string} id */
  const turn = (state, id) => Math.min(state.attempt, 99) * 100 + Math.min((state.answers[id] || { tries: 0 }).tries, 99);

  /** @param {Lessonkit.State} state @returns {any} */
  const held = (state) => (state.ways = state.ways || Object.create(null));

  /** @param {Lessonkit.State} state @param {string} id */
  function get(state, id) {
    const way = held(state)[id];
    return way && way.turn === turn(state, id) ? way.answer : null;
  }

  lessonkit.ways = {
    get,

    set(state, id, answer) {
      held(state)[id] = answer && { answer, turn: turn(state, id) };
    },

    /** Ways that still are ways. */
    keep: (data, state, field) => data.questions
      .filter(({ id }) => get(state, id))
      .map(({ id, sign }) => field("w", id, [get(state, id), held(state)[id].turn, sign])),

    /** False where it no longer fits. */
    read(data, state, id, [answer, turn, sign]) {
      const question = data.questions.filter((one) => one.id === id)[0];
      const fits = question.type === "scenario" && lessonkit.state.isSign(sign, question.sign)
        && Array.isArray(answer) && answer.length > 0 && !!last(question, answer) && !isWhole(question, answer);
      if (fits) held(state)[id] = { answer, turn };
      return fits;
    },

    /** The later try; of one try, what was done here. */
    join(state, kept, mine) {
      const [there, here] = [held(kept), held(mine)];
      const both = Object.assign(Object.create(null), there, here);
      for (const id in there) if (!here[id] || there[id] && there[id].turn > here[id].turn) both[id] = there[id];
      state.ways = both;
    },
  };

  lessonkit.questions.scenario = {
    /** @param {any} data @param {number[]} answer */
    score: (data, answer) => (isWhole(data, answer) && last(data, answer).score) || 0,

    fits: isWhole,

    onward,

    /** @param {any} data @param {number[]} answer */
    interaction(data, answer) {
      /** @param {number[]} way */
      const steps = (way) => {
        const places = met(data, way) || [];
        // SCORM 2004 takes letters, digits and "_" there.
        return way.map((chosen, index) => `${data.scenes[places[index]].id.replace(/-/g, "_")}.${LETTERS[chosen]}`);
      };
      return { type: "performance", patterns: data.right.map(steps), response: steps(answer) };
    },

    /** @param {any} form @param {any} question @param {any} session */
    ask: (form, question, session) => tell(form, question, session),
  };

  /** @param {any} form @param {any} question @param {any} session */
  function tell(form, question, session) {
    const { one, all, make, button, icon, say, count, focus } = lessonkit.dom;
    /** By outcome its sign and its words. @type {Record<string, [string, string]>} */
    const ENDS = { right: ["check", "end-right"], partly: ["half", "end-partly"], wrong: ["cross", "end-wrong"] };
    const scenes = all("[data-lk-scene]", form);
    const [came, verdict, again, trail] = [".lk-came", ".lk-verdict", ".lk-retry", ".lk-trail"]
      .map((what) => one(what, form));
    /** A try that was begun anew and in which nothing is chosen yet. */
    let anew = -1;
    let shown = "";

    const entry = () => session.state.answers[question.id];

    /** What is being told: a way, or an answer that was given; null where it was not kept. */
    function told() {
      const way = lessonkit.ways && lessonkit.ways.get(session.state, question.id);
      if (way || !entry() || anew === turn(session.state, question.id)) return way || [];
      return isWhole(question, entry().answer) ? entry().answer : null;
    }

    /** The words of a choice and what follows from it. @param {number} scene @param {number} chosen */
    function step(scene, chosen) {
      const link = all(".lk-ways a", scenes[scene])[chosen];
      return { words: make("strong", "", ...copy(link)), said: lessonkit.reply(form, `${scene}.${chosen}`) };
    }

    /** @param {any} element @returns {Node[]} */
    const copy = (element) => Array.from(element.cloneNode(true).childNodes);

    /** What was chosen last and what follows from it, above the scene. @param {number[]} way @param {number[]} places */
    function before(way, places) {
      const at = way.length - 1;
      if (at < 0) return came.replaceChildren();
      const { words, said } = step(places[at], way[at]);
      came.replaceChildren(make("p", "", `${say("chosen")} `, words), ...(said ? [said] : []));
    }

    /** A way as a list. @param {number[]} way */
    function listed(way) {
      const places = met(question, way) || [];
      return way.map((chosen, index) => {
        const { words, said } = step(places[index], chosen);
        const title = one(".lk-scene-title", scenes[places[index]]).textContent.trim();
        return make("li", "", make("div", "", `${title}: `, words), ...(said ? [said] : []));
      });
    }

    /** @param {number[]} way */
    function walked(way) {
      trail.hidden = !way.length;
      trail.open = trail.open || session.mode === "review";
      one("summary", trail).textContent = count("walked", way.length);
      one("ol", trail).replaceChildren(...listed(way));
    }

    /** @param {any} given @param {any} end the scene it came to; null where that was not kept */
    function judge(given, end) {
      const free = question.assessed === false;
      const word = free ? end && end.outcome : given.right ? "right" : score(given, end) > 0 ? "partly" : "wrong";
      const title = word ? [icon(ENDS[word][0]), say(ENDS[word][1])] : [say("end")];
      const lines = [make("p", "", make("strong", "", ...title))];
      const said = word && (lessonkit.reply(form, word) || (word === "partly" && lessonkit.reply(form, "wrong")));
      for (const each of [said, lessonkit.reply(form, "any")]) if (each) lines.push(each);
      if (given.done && word !== "right" && question.right[0]) {
        const better = make("details", "lk-better", make("summary", "", say("better-way")), make("ol", "", ...listed(question.right[0])));
        lines.push(better);
      } else if (!given.done && (question.attempts || !free)) {
        lines.push(make("p", "", question.attempts ? count("left", question.attempts - given.tries) : say("try")));
      }
      verdict.className = `lk-verdict${word ? (word === "right" ? " lk-right" : " lk-wrong") : ""}`;
      verdict.replaceChildren(...lines);
    }

    /** Of this answer; of one that was not kept, the best. @param {any} given @param {any} end */
    const score = (given, end) => (end ? end.score : given.score);

    /** Shows what the session knows, unless that is what is shown. */
    function render() {
      const given = entry();
      const way = told();
      const state = JSON.stringify([given, way, session.mode, anew]);
      if (state === shown) return;
      shown = state;
      const places = way ? /** @type {number[]} */ (met(question, way)) : [];
      const now = way ? places[places.length - 1] : -1;
      const end = now >= 0 && !question.scenes[now].to.length ? question.scenes[now] : null;
      const locked = session.mode === "review";
      scenes.forEach((scene, place) => scene.classList.toggle("lk-now", place === now));
      all(".lk-way", form).forEach((each) => (each.disabled = locked));
      before(way || [], places);
      walked(way || []);
      verdict.replaceChildren();
      verdict.className = "lk-verdict";
      if (given && (end || !way)) judge(given, end);
      else if (locked && !given) verdict.replaceChildren(make("p", "", say("unanswered")));
      // Half way back is free where tries are; else who has begun a try goes on to its end.
      const begun = !end && way && way.length && !question.attempts;
      const over = given && !given.done && (end || !way);
      form.classList.toggle("lk-locked", locked || !!(given && given.done));
      again.hidden = locked || !(begun || over);
      again.classList.toggle("lk-btn-main", !begun);
      again.classList.toggle("lk-btn-quiet", !!begun);
    }

    /** Brings the scene that is open in sight, and the focus to its heading. */
    function arrive() {
      const heading = one(".lk-now .lk-scene-title", form);
      focus(heading, true);
      (came.firstChild ? came : heading).scrollIntoView({ block: "start" });
    }

    /** @param {number} chosen */
    function choose(chosen) {
      const way = onward(question, told(), chosen);
      anew = -1;
      if (isWhole(question, way)) {
        session.way(question.id, null);
        session.answer(question.id, way);
      } else {
        session.way(question.id, way);
      }
      render();
      arrive();
    }

    function restart() {
      session.way(question.id, null);
      anew = turn(session.state, question.id);
      render();
      arrive();
    }

    scenes.forEach((scene) => all(".lk-ways > li", scene).forEach((item, chosen) => {
      const made = button("lk-way", "", () => {});
      made.append(make("span", "", ...copy(one("a", item))), icon("next"));
      // The second half of a double click is no choice of the next scene.
      made.addEventListener("click", (/** @type {MouseEvent} */ event) => {
        if (event.detail < 2 && scene.classList.contains("lk-now")) choose(chosen);
      });
      item.prepend(made);
    }));
    again.addEventListener("click", (/** @type {MouseEvent} */ event) => event.detail < 2 && restart());
    form.addEventListener("submit", (/** @type {Event} */ event) => event.preventDefault());
    session.onChange(render);
    render();
  }
})();
