// @ts-check
/*
 * Finding the platform's API, and a wall around it: an API may throw, return numbers, booleans or
 * nothing, and lie beyond windows that may not be looked into.
 */
(function () {
  "use strict";
  const FAR = 500;

  /** @param {any} window @param {string} name */
  function inside(window, name) {
    try {
      const api = window[name];
      const open = api && (api.LMSInitialize || api.Initialize);
      // An element with that id is a property of its window as well, but no API.
      return open ? api : null;
    } catch (error) {
      return null; // another origin; the window above it may be of ours again
    }
  }

  /** @param {any} window @param {string} part @returns {any} */
  function beyond(window, part) {
    try {
      return window[part] || null;
    } catch (error) {
      return null;
    }
  }

  /** In a window and those around it. @param {any} window @param {string} name @param {any[]} passed */
  function upwards(window, name, passed) {
    for (let at = window; at && passed.length < FAR && passed.indexOf(at) < 0; at = beyond(at, "parent")) {
      passed.push(at);
      const api = inside(at, name);
      if (api) return api;
    }
    return null;
  }

  /** Own window, those around it, then those that opened one of them. @param {any} start @param {string} name */
  function find(start, name) {
    /** @type {any[]} */
    const passed = [];
    let api = upwards(start, name, passed);
    for (let place = 0; !api && place < passed.length; place += 1) {
      const opener = beyond(passed[place], "opener");
      if (opener) api = upwards(opener, name, passed);
    }
    return api;
  }

  /** @param {any} api @param {Lessonkit.Version} version @returns {Lessonkit.Api} */
  function wrap(api, version) {
    const names = version.functions;
    let error = "";

    /** Undefined where the platform threw. @param {string} name @param {string[]} args @returns {unknown} */
    function call(name, args) {
      try {
        const value = api[name](...args);
        return value === undefined ? null : value;
      } catch (thrown) {
        return undefined;
      }
    }

    function lastError() {
      const code = String(call(names.error, []));
      return /^\d+$/.test(code) ? code : "";
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
      const value = call(names.get, [element]);
      if (value === undefined) return null;
      const text = value === null ? "" : String(value);
      return text === "" && /^(101|122|123|301)$/.test(lastError()) ? null : text;
    }

    return {
      open() {
        if (ask(names.open, [""])) return true;
        // Another script of the page may have opened the session: then it answers.
        return /^10[13]$/.test(error) && get(version.elements.completion) !== null;
      },
      close: () => ask(names.close, [""]),
      get,
      set: (element, value) => ask(names.set, [element, value]),
      commit: () => ask(names.commit, [""]),
      get error() {
        return error;
      },
    };
  }

  lessonkit.connect = { find, wrap };
})();
