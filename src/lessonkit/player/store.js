// @ts-check
/*
 * The browser's own memory, for lessons without a platform and while a platform does not take the
 * state. It may be closed to us (private mode, `file://`, full): then this page alone remembers.
 */
(function () {
  "use strict";

  /** @param {Lessonkit.Host} host @param {string} name @param {"storage" | "tab"} [area] */
  function open(host, name, area = "storage") {
    let memory = "";
    /** @template T @param {(storage: Storage) => T} act @param {T} otherwise @returns {T} */
    function attempt(act, otherwise) {
      try {
        return act(host[area]());
      } catch (error) {
        return otherwise;
      }
    }
    return {
      load: () => attempt((storage) => storage.getItem(name), "") || memory,
      /** False where the page alone remembers. @param {string} text */
      save(text) {
        memory = text;
        return attempt((storage) => (storage.setItem(name, text), true), false);
      },
      clear() {
        memory = "";
        attempt((storage) => storage.removeItem(name), undefined);
      },
    };
  }

  lessonkit.store = { open };
})();
