// @ts-check
/* The tool's page: launches the lesson on its stage and shows what the stage tells. */
(function () {
  "use strict";
  const { at, make, say } = desk;
  const PATIENCE = 700;
  const learner = { id: "hoc-vien-1", name: "Nguyễn, An" };
  /** @type {any} */
  let course;
  /** @type {any} */
  let frame;
  /** @type {Record<string, any>} */
  let stores = {};
  let part = 0;
  let number = 0;
  let waiting = 0;
  let mode = "normal";
  /** Of cmi5 and xAPI: the server is the platform. */
  let served = false;
  /** The part that is open there, -1 for none. */
  let running = -1;
  let returned = false;
  let departed = () => {};
  let verdicts = /** @type {Record<string, any>} */ ({});

  /** @param {Record<string, unknown>} order */
  const order = (order) => frame.contentWindow.postMessage(order, course.origin);

  /** A stage that a lesson has taken away does not answer, and is put up again. */
  function expect() {
    waiting = window.setTimeout(() => {
      waiting = 0;
      frame.src = course.stage;
    }, 5000);
  }

  function heardOf() {
    clearTimeout(waiting);
    waiting = 0;
  }

  /** @param {string} wanted */
  function launch(wanted, afresh = false) {
    const sco = course.parts[part];
    const clear = afresh || number === 0 && !Object.keys(stores).length;
    mode = wanted;
    number += 1;
    expect();
    desk.forget();
    const common = { type: "launch", number, sco, mode, clear, own: desk.own() || sco.ownWindow === true, words: { open: say("open") } };
    if (served) launchServed(common, afresh).catch(() => { at("#state").textContent = say("unkept"); });
    else launchTold(common, afresh);
    parts();
  }

  /** SCORM and plain pages: the stage is the platform. @param {any} common @param {boolean} afresh */
  function launchTold(common, afresh) {
    const { id } = common.sco;
    if (afresh) keep(id, null);
    const version = course.version === "2004" && /3rd|1\.3/.test(course.edition) ? "2004-3" : course.version;
    order({ ...common, version, learner, store: stores[id] || { values: {}, exit: "", total: 0, launches: 0 } });
  }

  /** The server is the platform; it hears of the leaving before it launches anew. @param {any} common @param {boolean} afresh */
  async function launchServed(common, afresh) {
    if (running >= 0) {
      order({ type: "leave", words: { closed: "" }, patience: PATIENCE });
      await new Promise((done) => { departed = () => done(null); });
    }
    const said = await desk.ask("launch", { part, mode, afresh, ...desk.choices() });
    running = part;
    order({ ...common, version: "", address: said.address });
  }

  /** @param {boolean} returned */
  async function leftServed(returned) {
    const gone = running;
    running = -1;
    if (gone >= 0) await desk.ask("left", { part: gone, returned });
    departed();
    departed = () => {};
  }

  const parts = () => desk.listParts(course.parts.map((/** @type {any} */ one, /** @type {number} */ n) => ({
    ...one, status: served ? desk.judged(verdicts[n]) : desk.status(stores[one.id]) })), part, (/** @type {number} */ chosen) => {
    if (waiting) return;
    part = chosen;
    if (served) desk.offer(course.parts[part], course.version === "cmi5");
    launch("normal");
  });

  /** @param {Record<string, any>} found */
  desk.standing = (found) => {
    const changed = JSON.stringify(found) !== JSON.stringify(verdicts);
    verdicts = found;
    if (changed) parts();
  };

  /** @param {string} act */
  function act(act) {
    if (waiting) return;
    if (act === "leave") order({ type: "leave", words: { closed: say("closed") }, patience: served ? PATIENCE : undefined });
    else if (act === "afresh") launch("normal", true);
    else launch(act === "return" ? "normal" : act);
  }

  /** @param {string} sco @param {any} store */
  function keep(sco, store) {
    if (store) stores[sco] = store;
    else delete stores[sco];
    fetch("kept", { method: "POST", body: JSON.stringify({ sco, store }) })
      .then((answer) => { if (!answer.ok) throw new Error(); })
      .catch(() => { at("#state").textContent = say("unkept"); });
  }

  /** A store of the right shape, whatever arrived. @param {any} data */
  function read(data) {
    const values = Object.entries(data.values || {}).slice(0, 5000).map(([name, value]) => ({ [name]: `${value}` }));
    const whole = (/** @type {unknown} */ one) => Math.max(0, Math.floor(Number(one)) || 0);
    return { values: Object.assign({}, ...values), exit: `${data.exit}`, total: whole(data.total), launches: whole(data.launches) };
  }

  /** @type {Record<string, (data: any) => void>} */
  const heard = {
    ready: () => launch("normal"),
    launched: () => {
      heardOf();
      at("#state").textContent = say("running", { launch: number, mode: say(`mode-${mode}`) });
      desk.marked(say("launched", { launch: number, mode: say(`mode-${mode}`), part: course.parts[part].title }));
      switched();
    },
    left: (data) => {
      desk.marked(say(returned ? "left-returned" : "left"), data);
      at("#state").textContent = say("closed");
      if (served) leftServed(returned);
      returned = false;
    },
    returned: () => {
      if (returned || waiting) return;
      returned = true;
      act("leave");
    },
    call: (data) => desk.called(data.launch, data.call || {}),
    data: (data) => desk.told(data),
    kept: (data) => {
      const known = course.parts.some((/** @type {any} */ sco) => sco.id === data.sco);
      if (!known) return;
      keep(data.sco, read(data.store || {}));
      parts();
    },
  };

  function switched() {
    if (served) desk.ask("switches", desk.switches()).catch(() => { at("#state").textContent = say("unkept"); });
    else order({ type: "switches", switches: desk.switches() });
  }

  const named = () => (!course.version ? say("plain") : course.version === "1.2" ? "SCORM 1.2"
    : served ? course.edition : `SCORM ${course.edition.replace(/^SCORM /, "")}`);

  /** What differs in a page whose platform is the server. */
  function serve() {
    at("#log-head").textContent = say("requests");
    at("#no-calls").textContent = say("no-requests");
    at("#holder").dataset.served = "";
    for (const name of ["refuse", "offline", "throws"]) at(`#switches [name=${name}] + span`).textContent = say(`served-${name}`);
    desk.offer(course.parts[part], course.version === "cmi5");
    if (course.version === "xapi") for (const name of ["review", "browse"]) at(`[data-act=${name}]`).hidden = true;
    desk.listen();
  }

  /** @param {any} whole */
  function start(whole) {
    course = whole;
    stores = whole.stores;
    desk.words = whole.words;
    desk.faults = whole.faults;
    served = whole.version === "cmi5" || whole.version === "xapi";
    at("#kind").textContent = named();
    desk.trackable(Boolean(whole.version));
    if (served) serve();
    if (whole.odd.length) desk.marked(say("odd", { name: whole.manifest }), { faults: whole.odd });
    desk.control(act, switched);
    window.addEventListener("message", (event) => {
      if (event.source !== frame.contentWindow || event.origin !== course.origin) return;
      const data = event.data || {};
      if (typeof data === "object" && Object.prototype.hasOwnProperty.call(heard, data.type)) heard[data.type](data);
    });
    // No right to navigate this page; scripts and an origin of its own, which is not ours.
    frame = make("iframe", { id: "stage", title: say("stage"), allow: "autoplay; fullscreen",
      sandbox: "allow-scripts allow-same-origin allow-forms allow-modals allow-downloads allow-popups"
        + " allow-popups-to-escape-sandbox" });
    frame.src = whole.stage;
    at("#holder").append(frame);
  }

  fetch("course.json").then((answer) => answer.json()).then(start);
})();
