// @ts-check
/*
 * The page between the tool and the lesson. It has the lesson's own origin, so that content finds
 * the API in its parent or opener as everywhere; the tool's page has another, and all that passes
 * between the two are messages of plain data. Content may spoil this page: it spoils its own
 * platform, nothing else.
 */
(function () {
  "use strict";
  const tool = String(document.body.dataset.tool);
  const content = String(document.body.dataset.content);
  const place = /** @type {HTMLElement} */ (document.getElementById("place"));
  const page = /** @type {any} */ (window);
  const switches = { refuse: false, offline: false, throws: false };
  let session = /** @type {any} */ (null);
  let popup = /** @type {Window | null} */ (null);
  let number = 0;
  let started = 0;
  let waiting = false;
  let open = false;

  /** @param {string} type @param {Record<string, unknown>} [data] */
  const tell = (type, data = {}) => parent.postMessage({ type, launch: number, ...data }, tool);

  /** The live data model, at most once a moment. */
  function tellData() {
    if (waiting || !session) return;
    waiting = true;
    setTimeout(() => {
      waiting = false;
      if (!session) return;
      const { model, pending } = session;
      tell("data", { values: [...model.values], given: Object.entries(model.given), pending: [...pending] });
    }, 40);
  }

  const host = {
    now: () => performance.now() - started,
    /** @param {Play.Call} call */
    called(call) {
      tell("call", { call });
      tellData();
    },
    /** @param {Play.Store} store */
    kept: (store) => tell("kept", { sco: session ? session.launch.sco.id : "", store }),
  };

  /** @param {any} order */
  async function launch(order) {
    await leave();
    if (order.clear) clear();
    number = order.number;
    open = true;
    started = performance.now();
    if (order.version) {
      session = new play.Session(order, order.store, switches, host);
      page[session.version.api] = session.api();
    }
    if (order.own) invite(order.address || content + order.sco.address, order.words);
    else frame(order.address || content + order.sco.address, order.sco.title);
    tell("launched");
    tellData();
  }

  /** @param {string} address @param {string} title */
  function frame(address, title) {
    const made = document.createElement("iframe");
    made.title = title;
    made.allow = "autoplay; fullscreen";
    made.src = address;
    place.replaceChildren(made);
  }

  /** A window needs a press on this page. @param {string} address @param {Record<string, string>} words */
  function invite(address, words) {
    const line = document.createElement("p");
    const button = document.createElement("button");
    button.textContent = words.open;
    button.addEventListener("click", () => { popup = window.open(address, "lesson", "width=800,height=640"); });
    line.append(button);
    place.replaceChildren(line);
  }

  /** What stands where the lesson was. @param {Record<string, string>} words */
  function rest(words) {
    const line = document.createElement("p");
    line.textContent = words.closed;
    place.replaceChildren(line);
  }

  /** As a learner leaves: what the lesson still says while it goes reaches the API. */
  async function leave(least = 60) {
    if (popup) popup.close();
    const patience = popup ? Math.max(300, least) : least;
    popup = null;
    place.replaceChildren();
    await new Promise((done) => setTimeout(done, patience));
    if (open) tell("left", { faults: session ? session.leave() : [] });
    open = false;
    session = null;
    delete page.API;
    delete page.API_1484_11;
  }

  /** What the lesson itself has kept in the browser. */
  function clear() {
    try {
      localStorage.clear();
      sessionStorage.clear();
    } catch (error) {
      // A browser that keeps nothing has nothing to clear.
    }
  }

  /** The lesson has gone to where its platform wanted it. @param {MessageEvent} event */
  function returned(event) {
    const here = event.origin === location.origin && event.data && event.data.type === "returned";
    if (here && open) tell("returned");
  }

  window.addEventListener("message", (event) => {
    returned(event);
    if (event.source !== parent || event.origin !== tool) return;
    const order = event.data;
    if (order.type === "launch") launch(order);
    if (order.type === "leave") leave(order.patience).then(() => rest(order.words));
    if (order.type === "switches") Object.assign(switches, order.switches);
  });
  tell("ready");
})();
