// @ts-check
/*
 * Requests to a statement store, as xAPI 1.0.3 has them. They never throw: whatever goes wrong on
 * the way is an answer without a status. Nothing that is answered is believed to have any form.
 */
(function () {
  "use strict";
  const TIMEOUT = 20000;
  const LONGEST = 300000;
  /** Characters: a browser lets 64 KiB outlive a page, and a letter has up to three bytes. */
  const OUTLIVES = 18000;

  /** Milliseconds that the store asks us to wait. @param {string | null} text @param {number} now */
  function pause(text, now) {
    const ms = /^\d+$/.test(text || "") ? Number(text) * 1000 : Date.parse(text || "") - now;
    return ms > 0 ? Math.min(ms, LONGEST) : 0;
  }

  /** @param {Lessonkit.Host} host @param {string} url @param {any} init @returns {Promise<Lessonkit.HttpReply>} */
  async function read(host, url, init) {
    const response = await host.window.fetch(url, init);
    /** @param {string} name */
    const header = (name) => response.headers.get(name);
    const text = init.method === "HEAD" ? "" : await response.text();
    return { status: response.status, text, etag: header("ETag") || "", wait: pause(header("Retry-After"), host.now()) };
  }

  /** @param {Lessonkit.Host} host @param {string} url @param {any} init @returns {Promise<Lessonkit.HttpReply>} */
  function ask(host, url, init) {
    const nothing = { status: 0, text: "", etag: "", wait: 0 };
    return new Promise((resolve) => {
      const { AbortController } = host.window;
      const abort = AbortController && new AbortController();
      const timer = host.later(() => {
        resolve(nothing);
        if (abort) abort.abort();
      }, TIMEOUT);
      const whole = Object.assign({ cache: "no-store", signal: abort && abort.signal }, init);
      read(host, url, whole).catch(() => nothing).then((reply) => {
        host.cancel(timer);
        resolve(reply);
      });
    });
  }

  /** The endpoint may end in a slash or not, and have a query of its own. @param {string} endpoint @param {string} resource @param {Record<string, string>} named */
  function address(endpoint, resource, named) {
    const [path, ...query] = endpoint.split("#")[0].split("?");
    const pairs = Object.keys(named).filter((name) => named[name]).map((name) => `${name}=${encodeURIComponent(named[name])}`);
    const search = [query.join("?"), ...pairs].filter(Boolean).join("&");
    return `${path.replace(/\/+$/, "")}/${resource}${search && "?"}${search}`;
  }

  /** @param {Lessonkit.Host} host @param {Lessonkit.Launch} launch @param {string} authorization @returns {Lessonkit.Client} */
  function open(host, launch, authorization) {
    return (method, resource, named, body, headers) => {
      const init = {
        method,
        body,
        keepalive: body !== undefined && body.length < OUTLIVES,
        headers: Object.assign(
          { Authorization: authorization, "X-Experience-API-Version": "1.0.3" },
          body === undefined ? null : { "Content-Type": "application/json" }, headers),
      };
      return ask(host, address(launch.endpoint, resource, named), init);
    };
  }

  /** Whether the same may be asked again with better luck. @param {Lessonkit.HttpReply} reply */
  const passing = ({ status }) => status === 0 || status === 408 || status === 429 || status >= 500;

  /** @param {Lessonkit.HttpReply} reply */
  const good = ({ status }) => status >= 200 && status < 300;

  /** Waits that grow: 1, 2, 4 … 60 seconds. */
  function patience() {
    let ms = 500;
    return {
      next: () => (ms = Math.min(ms * 2, 60000)),
      reset: () => void (ms = 500),
    };
  }

  /**
   * Asks until there is an answer.
   * @param {Lessonkit.Host} host @param {() => Promise<Lessonkit.HttpReply>} act @param {() => void} trouble
   */
  async function insist(host, act, trouble) {
    const waits = patience();
    for (;;) {
      const reply = await act();
      if (!passing(reply)) return reply;
      trouble();
      await new Promise((resolve) => {
        host.later(/** @type {() => void} */ (resolve), Math.max(reply.wait, waits.next()));
        if (host.window.addEventListener) host.window.addEventListener("online", resolve, { once: true });
      });
    }
  }

  lessonkit.xapi.open = open;
  lessonkit.xapi.ask = ask;
  lessonkit.xapi.insist = insist;
  lessonkit.xapi.passing = passing;
  lessonkit.xapi.good = good;
  lessonkit.xapi.patience = patience;
})();
