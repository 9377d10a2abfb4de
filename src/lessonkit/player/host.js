// @ts-check
/* What the player needs of a browser; tests give another one. */
(function () {
  "use strict";

  /** @returns {Lessonkit.Host} */
  function browser() {
    return {
      window,
      now: () => Date.now(),
      random: () => Math.random(),
      // A frame that was taken away has no timers and says 0: still something waits.
      later: (act, ms) => setTimeout(act, ms) || -1,
      cancel: (handle) => clearTimeout(handle),
      storage: () => localStorage,
      tab: () => sessionStorage,
    };
  }

  /** Listeners; one that fails stops neither the others nor the lesson. @template T @returns {Lessonkit.Bell<T>} */
  function bell() {
    /** @type {((news: T) => void)[]} */
    const listeners = [];
    return {
      add: (listener) => void listeners.push(listener),
      ring(news) {
        for (const listener of listeners) {
          try {
            listener(news);
          } catch (error) {
            console.error(error);
          }
        }
      },
    };
  }

  lessonkit.host = { browser, bell };
})();
