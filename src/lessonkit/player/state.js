// @ts-check
/*
 * A learner's state as a short line of ASCII, for suspend_data or the browser's own store.
 *
 *   1;fcp;a2;b0.8;m<key>:0.5;q<key>:<tries>:<score>:<answer>;s<key>,<key>;p<key>;k<key>:0110;t<key>:<text>;z<sum>
 *
 * Version; flags (complete, passed, x failed); attempt; best score and marks of objectives; questions;
 * seen sections; place; ticks; texts; check sum. Everything is found again by a hash of its id, so
 * that parts of a lesson may come, go and change places. What matters most stands first and texts
 * stand last, because a platform that shortens in silence shortens the end. Texts travel as
 * base64url of UTF-8: some platforms mangle what is not ASCII.
 */
(function () {
  "use strict";
  const VERSION = 1;
  const ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

  /** FNV-1a, 32 bits, in base 36: at most 7 characters. @param {string} id */
  function key(id) {
    let hash = 0x811c9dc5;
    for (let i = 0; i < id.length; i += 1) hash = Math.imul(hash ^ id.charCodeAt(i), 0x01000193);
    return (hash >>> 0).toString(36);
  }

  /** @param {string} text @returns {string} */
  function pack(text) {
    // With the flag u only a surrogate without its other half matches.
    const whole = text.replace(/[\uD800-\uDFFF]/gu, "\uFFFD");
    const bytes = encodeURIComponent(whole).match(/%..|./g) || [];
    let bits = "";
    for (const one of bytes) {
      const code = one.length > 1 ? parseInt(one.slice(1), 16) : one.charCodeAt(0);
      bits += (code + 256).toString(2).slice(1);
    }
    return (bits.match(/.{1,6}/g) || [])
      .map((six) => ALPHABET[parseInt((six + "00000").slice(0, 6), 2)]).join("");
  }

  /** Throws on what `pack` never makes. @param {string} text @returns {string} */
  function unpack(text) {
    let bits = "";
    for (const char of text) {
      const value = ALPHABET.indexOf(char);
      if (value < 0) throw new Error("not base64url");
      bits += (value + 64).toString(2).slice(1);
    }
    const bytes = (bits.match(/.{8}/g) || [])
      .map((eight) => "%" + (parseInt(eight, 2) + 256).toString(16).slice(1));
    return decodeURIComponent(bytes.join(""));
  }

  /** An answer that fits into its question's field; null where it must travel as a text. @param {any} answer */
  function short(answer) {
    if (answer === null || answer === undefined) return "";
    if (typeof answer === "boolean") return answer ? "t" : "f";
    const places = Array.isArray(answer) &&
      answer.every((one) => Number.isInteger(one) && one >= 0 && one < 36);
    return places ? "c" + answer.map((/** @type {number} */ one) => one.toString(36)).join("") : null;
  }

  /** @param {number} score */
  const fraction = (score) => String(Math.round(score * 1e6) / 1e6);

  /** @param {string[]} fields */
  function seal(fields) {
    const line = fields.join(";");
    return `${line};z${key(line)}`;
  }

  /**
   * At most `limit` characters: texts are left out first, the longest before the others.
   * Scores and progress are never left out.
   * @param {Lessonkit.Data} data @param {Lessonkit.State} state @param {number} limit
   */
  function encode(data, state, limit) {
    const fields = skeleton(data, state);
    let texts = Object.keys(state.answers)
      .filter((id) => short(state.answers[id].answer) === null)
      .map((id) => `t${key(id)}:${packed(state.answers[id].answer)}`);
    const room = limit - seal(fields).length;
    while (texts.length && texts.join(";").length + 1 > room) {
      const longest = Math.max(...texts.map((text) => text.length));
      const drop = texts.findIndex((text) => text.length === longest);
      texts = texts.filter((_, place) => place !== drop);
    }
    return seal(fields.concat(texts));
  }

  /** @param {any} answer */
  function packed(answer) {
    return typeof answer === "string" ? "s" + pack(answer) : "j" + pack(JSON.stringify(answer));
  }

  /** All but the texts. @param {Lessonkit.Data} data @param {Lessonkit.State} state */
  function skeleton(data, state) {
    const flags = { passed: "p", failed: "x", unknown: "" }[state.success];
    const fields = [String(VERSION), `f${state.complete ? "c" : ""}${flags}`, `a${state.attempt}`];
    if (state.best !== null) fields.push(`b${fraction(state.best)}`);
    for (const id in state.marks) fields.push(`m${key(id)}:${fraction(state.marks[id])}`);
    for (const id in state.answers) {
      const { answer, score, tries } = state.answers[id];
      const count = Math.min(tries, 1295).toString(36);
      fields.push(`q${key(id)}:${count}:${fraction(score)}:${short(answer) || ""}`);
    }
    const seen = data.sections.filter((_, place) => state.seen[place]);
    if (seen.length) fields.push(`s${seen.map(key).join(",")}`);
    if (state.place >= 0) fields.push(`p${key(data.sections[state.place] || "")}`);
    for (const id in state.ticks) {
      const bits = state.ticks[id].map((on) => (on ? "1" : "0")).join("");
      if (bits.indexOf("1") >= 0) fields.push(`k${key(id)}:${bits}`);
    }
    return fields;
  }

  /**
   * Never throws: keeps what can be read and says what it met. `foreign` is another tool's text,
   * `future` another version's, `damaged` a line that was cut or altered.
   * @param {Lessonkit.Data} data @param {string} text @returns {Lessonkit.Decoded}
   */
  function decode(data, text) {
    if (!text) return { state: null, faults: [] };
    const head = /^(\d{1,4});f[cpx]*(;|$)/.exec(text);
    if (!head) return { state: null, faults: ["foreign"] };
    /** @type {Lessonkit.Decoded["faults"]} */
    const faults = Number(head[1]) > VERSION ? ["future"] : [];
    const state = lessonkit.tracking.fresh(data);
    const end = text.lastIndexOf(";z");
    let whole = end > 0 && text.slice(end + 2) === key(text.slice(0, end));
    const fields = text.split(";").slice(1, -1); // the last one is the sum, or may have been cut
    for (const field of fields) {
      try {
        read(data, state, field);
      } catch (error) {
        whole = false;
      }
    }
    if (!whole && !faults.length) faults.push("damaged");
    for (const question of data.questions) {
      const entry = state.answers[question.id];
      if (entry) entry.done = lessonkit.tracking.isDone(data, state, question, entry);
    }
    return { state, faults };
  }

  /** @param {string | undefined} text @param {number} low @param {number} high */
  function number(text, low, high) {
    const value = Number(text);
    if (!text || !(value >= low && value <= high)) throw new Error("out of range");
    return value;
  }

  /** One field into the state; throws on a malformed one. @param {Lessonkit.Data} data @param {Lessonkit.State} state @param {string} field */
  function read(data, state, field) {
    const parts = field.slice(1).split(":");
    /** @param {string[]} ids */
    const named = (ids) => ids.filter((id) => key(id) === parts[0])[0];
    switch (field[0]) {
      case "f":
        state.complete = field.indexOf("c") > 0;
        state.success = field.indexOf("p") > 0 ? "passed" : field.indexOf("x") > 0 ? "failed" : "unknown";
        break;
      case "a": state.attempt = Math.floor(number(parts[0], 1, 99999)); break;
      case "b": state.best = number(parts[0], 0, 1); break;
      case "m": {
        const id = named(data.objectives);
        if (id !== undefined) state.marks[id] = number(parts[1], 0, 1);
        break;
      }
      case "q": readQuestion(data, state, parts); break;
      case "s": {
        const keys = parts[0].split(",");
        state.seen = data.sections.map((id) => keys.indexOf(key(id)) >= 0);
        break;
      }
      case "p": state.place = data.sections.map(key).indexOf(parts[0]); break;
      case "k": readTicks(state, named(Object.keys(state.ticks)), parts[1] || ""); break;
      case "t": readText(state, named(Object.keys(state.answers)), parts[1] || ""); break;
      default: break;
    }
  }

  /** @param {Lessonkit.Data} data @param {Lessonkit.State} state @param {string[]} parts */
  function readQuestion(data, state, parts) {
    const question = data.questions.filter((one) => key(one.id) === parts[0])[0];
    if (!question) return;
    if (!/^[0-9a-z]{1,2}$/.test(parts[1] || "")) throw new Error("no count");
    const score = number(parts[2], 0, 1);
    const answer = long(parts[3] || "", question.count);
    state.answers[question.id] = {
      answer, score, tries: Math.max(1, parseInt(parts[1], 36)), done: false, right: score === 1,
    };
  }

  /** The answer of a question's field; places that are no more are left out. @param {string} text @param {unknown} count */
  function long(text, count) {
    if (text === "t" || text === "f") return text === "t";
    if (text[0] !== "c") return null;
    const most = typeof count === "number" ? count : 36;
    return text.slice(1).split("").map((digit) => parseInt(digit, 36)).filter((place) => place < most);
  }

  /** @param {Lessonkit.State} state @param {string | undefined} id @param {string} bits */
  function readTicks(state, id, bits) {
    if (!/^[01]+$/.test(bits)) throw new Error("no ticks");
    if (id !== undefined) state.ticks[id] = state.ticks[id].map((_, item) => bits[item] === "1");
  }

  /** @param {Lessonkit.State} state @param {string | undefined} id @param {string} text */
  function readText(state, id, text) {
    const plain = unpack(text.slice(1));
    if (id !== undefined) state.answers[id].answer = text[0] === "j" ? JSON.parse(plain) : plain;
  }

  lessonkit.state = { key, encode, decode };
})();
