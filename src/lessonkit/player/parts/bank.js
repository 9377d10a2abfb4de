// @ts-check
/*
 * A bank: of its questions some are drawn for each attempt, and only these are asked.
 *
 * - Cards are dealt: first those that were not met yet; when there are no more, all that are not
 *   in the hand are mixed again.
 * - A draw stays as it is until a new attempt at all questions. What is missing, because a newer
 *   version has other questions or because a kept draw cannot be read, is drawn beside it.
 * - What was answered stays drawn. Two tabs may have drawn differently before they met: then a draw
 *   grows to what was answered in both, up to twice its number.
 *
 * Kept: signs of the drawn questions, `-`, signs of those met before. `met` and `draws` are lists of
 * ids by the id of the bank; the page shows the drawn ones in the author's order.
 */
(function () {
  "use strict";
  const SIGN = 4;

  /** @param {string[]} list */
  const once = (list) => list.filter((one, place) => list.indexOf(one) === place);

  /** @param {string[]} list @param {string[]} others */
  const without = (list, others) => list.filter((one) => others.indexOf(one) < 0);

  /** @param {Lessonkit.Data} data @param {string} name */
  const own = (data, name) => data.questions.filter(({ bank }) => bank === name).map(({ id }) => id);

  /** Of an id, within its bank. @param {string} id */
  const sign = (id) => ("000" + lessonkit.state.key(id)).slice(-SIGN);

  /** Takes one out. @param {string[]} from @param {() => number} random */
  const pick = (from, random) => from.splice(Math.min(Math.floor(random() * from.length), from.length - 1), 1)[0];

  /**
   * Draws what is missing.
   * @param {Lessonkit.Data} data @param {Lessonkit.State} state @param {() => number} random from 0 to below 1
   */
  function fill(data, state, random) {
    for (const { id, draw } of data.banks || []) {
      const every = own(data, id);
      const answered = every.filter((one) => state.answers[one]);
      const most = Math.max(draw, Math.min(answered.length, 2 * draw));
      const hand = once(answered.concat(state.draws[id] || []))
        .filter((one) => every.indexOf(one) >= 0).slice(0, most);
      let met = without(once(state.met[id] || []), hand);
      let deck = without(every, hand.concat(met));
      while (hand.length < Math.min(draw, every.length)) {
        if (!deck.length) {
          met = [];
          deck = without(every, hand);
        }
        hand.push(pick(deck, random));
      }
      for (const one of without(every, hand)) {
        delete state.answers[one];
        delete state.hints[one];
        // A story half told.
        if (state.ways) delete state.ways[one];
      }
      state.draws[id] = every.filter((one) => hand.indexOf(one) >= 0);
      state.met[id] = every.filter((one) => met.indexOf(one) >= 0);
    }
  }

  /** A new attempt: all that was in the hand has been met. @param {Lessonkit.State} state */
  function renew(state) {
    for (const id in state.draws) {
      state.met[id] = once(state.draws[id].concat(state.met[id] || []));
      delete state.draws[id];
    }
  }

  /** What was kept comes first: `fill` leaves out what is too much. @param {Lessonkit.State} state @param {Lessonkit.State} kept @param {Lessonkit.State} mine */
  function join(state, kept, mine) {
    for (const part of /** @type {["draws", "met"]} */ (["draws", "met"])) {
      state[part] = Object.assign(Object.create(null), mine[part]);
      for (const id in kept[part]) state[part][id] = once(kept[part][id].concat(mine[part][id] || []));
    }
  }

  /** @param {Lessonkit.Data} data @param {Lessonkit.State} state @param {(tag: string, id: string, values: any[]) => string} field */
  function keep(data, { draws, met }, field) {
    return (data.banks || []).map(({ id }) => field("d", id, [
      `${(draws[id] || []).map(sign).join("")}-${without(met[id] || [], draws[id] || []).map(sign).join("")}`,
    ])).join("");
  }

  /** @param {Lessonkit.Data} data @param {Lessonkit.State} state @param {string} id @param {any[]} values */
  function read(data, state, id, [text]) {
    const [drawn, met] = text.split("-").map((/** @type {string} */ part) => {
      /** @type {string[]} */
      const signs = part.match(/.{4}/g) || [];
      return own(data, id).filter((one) => signs.indexOf(sign(one)) >= 0);
    });
    state.draws[id] = drawn;
    state.met[id] = met || [];
  }

  lessonkit.bank = { fill, renew, join, keep, read };

  if (!lessonkit.parts) return;
  const { byId, one, say } = lessonkit.dom;

  lessonkit.parts.push((session, data) => {
    /** @param {Lessonkit.Question[]} questions */
    function number(questions) {
      questions.forEach(({ id }, place) => {
        one(".lk-q-no", byId(`lk-q-${id}`)).textContent = say("number", { n: place + 1 });
      });
    }

    function show() {
      const asked = session.questions();
      for (const question of data.questions) byId(`lk-q-${question.id}`).hidden = asked.indexOf(question) < 0;
      number(asked);
    }

    // Paper has all questions, so that they count on.
    addEventListener("beforeprint", () => number(data.questions));
    addEventListener("afterprint", show);
    session.onChange(show);
    show();
  });
})();
