// @ts-check
/*
 * Finding the platform's API of SCORM, and a wall around it: an API may throw, return numbers,
 * booleans or nothing, and lie beyond windows that may not be looked into.
 */
(function () {
  "use strict";
  const FAR = 500;
  /** When a platform is looked for, milliseconds after the start; some appear later than the lesson. */
  const LOOKS = [0, 100, 250, 500, 1000, 2000, 3500, 5000, 7000, 10000, 15000, 20000, 30000, 45000, 60000];
  /** Seconds after which it is looked for no more. */
  const WAIT = 5;

  /** Null also where another origin may not be looked into. @param {any} thing @param {string} part */
  function peek(thing, part) {
    try {
      return thing[part] || null;
    } catch (error) {
      return null;
    }
  }

  /**
   * In a window, those around it and those that opened them; beyond a window of another origin
   * there may be one of ours again.
   * @param {any} start @param {string} name
   */
  function find(start, name) {
    const windows = [start];
    for (const window of windows) {
      const api = peek(window, name);
      // An element with that id is a property of its window as well, but no API.
      if (peek(api, "LMSInitialize") || peek(api, "Initialize")) return api;
      for (const next of [peek(window, "parent"), peek(window, "opener")]) {
        if (next && windows.length < FAR && windows.indexOf(next) < 0) windows.push(next);
      }
    }
    return null;
  }

  /** @param {any} api @param {Lessonkit.Version} version @returns {Lessonkit.Api} */
  function wrap(api, version) {
    let error = "";
    /** What the platform calls an error although all is well: then it is none. */
    let stuck = "";

    /** Text, whatever it gave; null for nothing, undefined where it threw. @param {string} name @param {string[]} args */
    function call(name, args) {
      try {
        const value = api[version.prefix + name](...args);
        return value === undefined || value === null ? null : String(value);
      } catch (thrown) {
        return undefined;
      }
    }

    function lastError() {
      const code = String(call("GetLastError", []));
      return /^\d+$/.test(code) && code !== stuck ? code : "";
    }

    /** Yes or no of an answer in any of the forms met. @param {string} name @param {string[]} args */
    function ask(name, args) {
      const value = call(name, args);
      error = "";
      if (value === undefined) return false;
      if (/^(true|1)$/i.test(String(value))) return true;
      error = lastError();
      return !/^(false|0)$/i.test(String(value)) && (error === "" || error === "0");
    }

    /** Null where nothing can be known: it threw, or no session is open. @param {string} element */
    function get(element) {
      const value = call("GetValue", [element]);
      if (value === undefined) return null;
      const text = value || "";
      return text === "" && /^(101|122|123|301)$/.test(lastError()) ? null : text;
    }

    return {
      open() {
        if (ask("Initialize", [""])) {
          stuck = lastError();
          return true;
        }
        // Another script of the page may have opened the session: then it answers.
        return /^10[13]$/.test(error) && get(version.elements.completion) !== null;
      },
      close: () => ask(version.close, [""]),
      get,
      set: (element, value) => ask("SetValue", [element, value]),
      commit: () => ask("Commit", [""]),
      get error() {
        return error;
      },
    };
  }

  /** @type {Lessonkit.Reach} */
  function reach(data, host, problem, welcome, gone) {
    const version = lessonkit.versions[data.target];
    const facts = data.platform || {};
    const { wait = WAIT, room = version.limit(data.edition) } = facts;
    const looks = LOOKS.filter((at) => at < wait * 1000).concat(wait * 1000);

    /** @param {number} turn */
    function look(turn) {
      const api = find(host.window, version.api);
      const wall = api && wrap(api, version);
      const found = wall && lessonkit.platform.open(wall, version, host, problem, room, facts);
      if (found) welcome(found);
      else if (turn + 1 < looks.length) host.later(() => look(turn + 1), looks[turn + 1] - looks[turn]);
      else gone(api ? "failed" : "missing");
    }

    look(0);
  }

  lessonkit.connect = { find, wrap };
  lessonkit.reach = reach;
})();
