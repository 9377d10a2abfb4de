// @ts-check
/**
 * Kolibri for tests, as far as a lesson can feel it: the page of a resource. It holds a frame in a
 * sandbox, on another origin, that holds the lesson (kolibri_shim.js).
 *
 * Written from the behaviour of learningequality/kolibri: Html5AppRendererIndex.vue@0756503 (the
 * sandbox, userData, when a resource is finished) and useProgressTracking.js@e59c54a (progress only
 * rises, three decimals, rounded up; saved two seconds after the last change, at once when done or
 * left).
 *
 * Query: src (address of the lesson), sandbox (address of the sandbox page), user (empty: a guest).
 * `window.kolibri`: record (what is saved: progress, state, finished), told (every progress said by
 * the frame), open(), close().
 */
"use strict";

(function () {
  const DEBOUNCE = 2000;
  const page = /** @type {any} */ (window);
  const query = new URLSearchParams(location.search);
  const user = query.get("user") ?? "learner-1";
  const record = { progress: 0, complete: false, finished: 0, saves: 0, state: /** @type {any} */ ({}) };
  const told = /** @type {number[]} */ ([]);
  /** What is known here and not yet saved. */
  let progress = 0;
  let state = /** @type {any} */ ({});
  let timer = 0;
  /** @type {HTMLIFrameElement | null} */
  let frame = null;

  function userData() {
    return { userId: user, userFullName: user && "Nguyễn An", progress, complete: progress >= 1,
      language: "vi", timeSpent: 0 };
  }

  function save() {
    clearTimeout(timer);
    if (!user) return;
    Object.assign(record, { progress, complete: progress >= 1, state: JSON.parse(JSON.stringify(state)) });
    record.saves += 1;
  }

  /** @param {string} event @param {unknown} data */
  function send(event, data) {
    frame?.contentWindow?.postMessage({ nameSpace: "hashi", event, data }, "*");
  }

  /** @param {{ state: unknown, progress?: number }} said */
  function stateUpdate(said) {
    state = said.state;
    if (said.progress !== undefined) {
      told.push(said.progress);
      const rounded = Math.ceil(Math.min(1, Math.max(0, said.progress)) * 1000) / 1000;
      if (rounded >= 1 && progress < 1) record.finished += 1;
      if (rounded > progress) {
        progress = rounded;
        send("userdataupdate", userData());
      }
    }
    clearTimeout(timer);
    if (progress >= 1 && !record.complete) save();
    else timer = setTimeout(save, DEBOUNCE);
  }

  window.addEventListener("message", ({ data, source }) => {
    if (source !== frame?.contentWindow || data?.nameSpace !== "hashi") return;
    if (data.event === "iframeready") {
      send("mainready", { state: record.state, userData: userData(), startUrl: query.get("src") });
    } else if (data.event === "stateupdate") stateUpdate(data.data);
  });

  function open() {
    progress = record.progress;
    state = JSON.parse(JSON.stringify(record.state));
    frame = document.createElement("iframe");
    frame.setAttribute("sandbox", "allow-scripts allow-same-origin");
    frame.src = query.get("sandbox") || "";
    document.body.append(frame);
  }

  async function close() {
    frame?.remove();
    await new Promise((done) => setTimeout(done, 50));
    save();
    frame = null;
  }

  page.kolibri = { record, told, open, close };
  open();
})();
