// @ts-check
/*
 * A learner's state as a short line of ASCII, for suspend_data or the browser's own store.
 *
 *   1;a<key>:<attempt,complete,success,best>CC;q<key>:<tries,score>CC;…;t<key>:<answer,sign>CC;.
 *
 * A version, then fields: a letter (attempt, place, question, hint that cost, draw of a bank, mark of
 * an objective, seen section, items ticked, text of an answer, way through a story that is half
 * told), the hash of an id, values as JSON without its outer brackets, two characters of check sum.
 * What is right and yet not worth all, for a hint was taken, has a third value: `q<key>:<tries,score,1>`.
 * Fields are found again by their ids, so that parts of a lesson may come, go and change places; each
 * stands for itself, so that a damaged one harms no other. What an answer or
 * a tick points at is known by a sign of its words, `question.sign` and `list.items`: `sign` is not
 * there in older states, which kept ticks by place (`k`). Answers stand last
 * and `.` ends the line, because a platform that shortens in silence shortens the end. Whatever is
 * not a letter, digit or `.,[]_-` is `~code~`: platforms mangle quotes and what is not ASCII.
 *
 * Longest line without answers, attempts and tries kept up to 99: 41 + 25 a question, 12 more where
 * its hint costs, 20 an objective, 12 a section, 17 + 3 an item for each checklist, and for each
 * bank 19 + 4 a question; of a bank no more than twice the drawn questions are kept.
 */
(function () {
  "use strict";
  const END = ";.";
  /** @type {Lessonkit.Success[]} */
  const SUCCESS = ["unknown", "passed", "failed"];

  /** Nothing inherited: an id may be `constructor`. @returns {any} */
  const table = () => Object.create(null);

  /** What it begins with. @param {Lessonkit.Data} data @returns {Lessonkit.State} */
  function fresh(data) {
    const ticks = table();
    for (const list of data.checklists) ticks[list.id] = Array(list.count).fill(false);
    return {
      place: -1, seen: data.sections.map(() => false), answers: table(), ticks, attempt: 1,
      finished: false, complete: false, success: "unknown", best: null, marks: table(),
      draws: table(), met: table(), hints: table(),
    };
  }

  /** FNV-1a, 32 bits, in base 36: at most 7 characters. @param {string} id */
  function key(id) {
    let hash = 0x811c9dc5;
    for (let i = 0; i < id.length; i += 1) hash = Math.imul(hash ^ id.charCodeAt(i), 0x01000193);
    return (hash >>> 0).toString(36);
  }

  /** @param {string} body */
  const sign = (body) => body + ("0" + key(body)).slice(-2);

  /** As it is now, or in the four digits that older states hold (plan/kept.py). @param {any} kept @param {any} now */
  const isSign = (kept, now) => kept === now || kept === 1000 + (now - 1e6) % 9000;

  /** @param {number} score */
  const tidy = (score) => Math.round(score * 1e6) / 1e6;

  /** @param {string} tag @param {string} id @param {any[]} values */
  function field(tag, id, values) {
    const text = JSON.stringify(values).slice(1, -1)
      .replace(/[^\w.,[\]-]/g, (char) => `~${char.charCodeAt(0).toString(36)}~`);
    return ";" + sign(`${tag}${key(id)}:${text}`);
  }

  /**
   * At most `limit` characters, where scores and progress alone are not longer: answers are left
   * out, the longest first. Scores and progress never are.
   * @param {Lessonkit.Data} data @param {Lessonkit.State} state @param {number} limit
   */
  function encode(data, state, limit) {
    const { answers, attempt, complete, success, best, marks, ticks, hints } = state;
    const place = data.sections[state.place];
    let line = "1" + field("a", "", [Math.min(attempt, 99), +complete, SUCCESS.indexOf(success), best === null ? 2 : tidy(best)]);
    if (place !== undefined) line += field("p", place, []);
    const texts = [];
    for (const { id, sign } of data.questions) {
      if (hints[id]) line += field("h", id, []);
      if (!answers[id]) continue;
      const { tries, score, answer, right } = answers[id];
      line += field("q", id, [Math.min(tries, 99), tidy(score)].concat(right && tidy(score) < 1 ? 1 : []));
      if (answer !== null) texts.push(field("t", id, [answer, sign]));
    }
    for (const id in marks) line += field("m", id, [tidy(marks[id])]);
    for (const id of data.sections.filter((_, index) => state.seen[index])) line += field("s", id, []);
    for (const { id, items } of data.checklists) {
      const ticked = items.filter((_, item) => ticks[id][item]);
      if (ticked.length) line += field("i", id, [ticked.join(".")]);
    }
    if (lessonkit.bank) line += lessonkit.bank.keep(data, state, field);
    if (lessonkit.ways) texts.push(...lessonkit.ways.keep(data, state, field));
    texts.sort((one, other) => one.length - other.length);
    for (const text of texts) {
      if (line.length + text.length + END.length > limit) break;
      line += text;
    }
    return line + END;
  }

  /** @param {any} value */
  const isShare = (value) => typeof value === "number" && value >= 0 && value <= 1;

  /** @param {any} value */
  const isCount = (value) => Number.isSafeInteger(value) && value > 0;

  /**
   * A newer version may ask something else under the same id: then what the old answer was worth
   * stays, the answer does not.
   * @param {Lessonkit.Question} question @param {any} answer @param {any} sign @param {boolean} right
   */
  function fits(question, answer, sign, right) {
    const type = lessonkit.questions[question.type];
    try {
      if (sign && !isSign(sign, question.sign)) return false;
      return !type || !type.fits || (type.fits(question, answer) && type.score(question, answer) >= 1 === right);
    } catch (error) {
      return false;
    }
  }

  /** What a field does to the state; true where it says what is no more. @type {Record<string, (state: Lessonkit.State, id: string, values: any[], data: Lessonkit.Data) => boolean | void>} */
  const READ = {
    a(state, id, [attempt, complete, success, best]) {
      state.attempt = isCount(attempt) ? attempt : 1;
      state.complete = complete === 1;
      state.success = SUCCESS[+success] || "unknown";
      if (isShare(best)) state.best = best;
    },
    p(state, id, values, data) {
      state.place = data.sections.indexOf(id);
    },
    q(state, id, [tries, score, right]) {
      if (isCount(tries) && isShare(score)) {
        state.answers[id] = { answer: null, score, tries, done: false, right: score === 1 || right === 1 };
      }
    },
    h(state, id) {
      state.hints[id] = true;
    },
    w: (state, id, values, data) => !!lessonkit.ways && !lessonkit.ways.read(data, state, id, values),
    d(state, id, values, data) {
      if (lessonkit.bank) lessonkit.bank.read(data, state, id, values);
    },
    m(state, id, [score]) {
      if (isShare(score)) state.marks[id] = score;
    },
    s(state, id, values, data) {
      state.seen[data.sections.indexOf(id)] = true;
    },
    k(state, id, values) {
      state.ticks[id] = state.ticks[id].map((_, item) => !!values[item]);
    },
    i(state, id, [ticked], data) {
      const { items } = data.checklists.filter((one) => one.id === id)[0];
      const signs = ticked.split(".");
      state.ticks[id] = items.map((sign) => signs.indexOf(sign) >= 0);
    },
    t(state, id, [answer, sign], data) {
      const entry = state.answers[id];
      if (!entry) return false;
      const kept = fits(data.questions.filter((one) => one.id === id)[0], answer, sign, entry.right);
      if (kept) entry.answer = answer;
      return !kept;
    },
  };

  /**
   * Never throws: keeps what can be read; `damaged` where something could not be, or where
   * another tool wrote it; `updated` where a question that was answered has changed or is no more;
   * `others`: fields that belong to other variants of the lesson.
   * @param {Lessonkit.Data} data @param {string} text @returns {Lessonkit.Decoded}
   */
  function decode(data, text) {
    // Some platforms have words for nothing.
    if (!/^\d+;/.test(text)) return { state: null, damaged: !/^(null|undefined)?$/.test(text), updated: false, others: "" };
    const state = fresh(data);
    const questions = data.questions.map(({ id }) => id);
    const lists = data.checklists.map(({ id }) => id);
    /** @type {Record<string, string[]>} */
    const known = {
      a: [""], p: data.sections, q: questions, t: questions, w: questions, m: data.objectives, s: data.sections, k: lists, i: lists,
      h: data.questions.filter(({ cost }) => cost).map(({ id }) => id), d: (data.banks || []).map(({ id }) => id),
    };
    const fields = text.split(";").slice(1);
    let damaged = fields.pop() !== ".";
    let updated = false;
    let others = "";
    const away = (data.elsewhere || []).map(key);
    for (const one of fields) {
      try {
        const body = one.slice(0, -2);
        const [, tag, hash, raw] = /** @type {string[]} */ (/^(\w)(\w+):(.*)$/.exec(body));
        if (sign(body) !== one) throw one;
        const values = JSON.parse(`[${raw.replace(/~(\w+)~/g, (_, code) => String.fromCharCode(parseInt(code, 36)))}]`);
        const id = (known[tag] || []).filter((name) => key(name) === hash)[0];
        if (id === undefined && away.indexOf(hash) >= 0) others += `${one};`;
        else if (id === undefined ? tag === "q" : READ[tag](state, id, values, data)) updated = true;
      } catch (error) {
        damaged = true;
      }
    }
    for (const question of data.questions) {
      const entry = state.answers[question.id];
      if (entry) entry.done = lessonkit.tracking.isDone(state, question, entry);
    }
    return { state, damaged, updated, others };
  }

  lessonkit.state = { key, isSign, fresh, encode, decode };
})();
