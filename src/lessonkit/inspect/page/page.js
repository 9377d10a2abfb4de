// @ts-check
/* The tool's page: launches the lesson on its stage and shows what the stage tells. */
(function () {
  "use strict";
  const { at, make, say } = desk;
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
    const sco = course.scos[part];
    const clear = afresh || number === 0 && !Object.keys(stores).length;
    if (afresh) keep(sco.id, null);
    mode = wanted;
    number += 1;
    expect();
    desk.forget();
    const version = course.version === "2004" && /3rd|1\.3/.test(course.edition) ? "2004-3" : course.version;
    order({ type: "launch", number, version, sco, mode, learner, clear, own: desk.own(),
      store: stores[sco.id] || { values: {}, exit: "", total: 0, launches: 0 }, words: { open: say("open") } });
    parts();
  }

  const parts = () => desk.listParts(course.scos, part, stores, (/** @type {number} */ chosen) => {
    if (waiting) return;
    part = chosen;
    launch("normal");
  });

  /** @param {string} act */
  function act(act) {
    if (waiting) return;
    if (act === "leave") order({ type: "leave", words: { closed: say("closed") } });
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
      desk.marked(say("launched", { launch: number, mode: say(`mode-${mode}`), part: course.scos[part].title }));
      order({ type: "switches", switches: desk.switches() });
    },
    left: (data) => {
      desk.marked(say("left"), data);
      at("#state").textContent = say("closed");
    },
    call: (data) => desk.called(data.launch, data.call || {}),
    data: (data) => desk.told(data),
    kept: (data) => {
      const known = course.scos.some((/** @type {any} */ sco) => sco.id === data.sco);
      if (!known) return;
      keep(data.sco, read(data.store || {}));
      parts();
    },
  };

  /** @param {any} whole */
  function start(whole) {
    course = whole;
    stores = whole.stores;
    desk.words = whole.words;
    desk.faults = whole.faults;
    at("#kind").textContent = !whole.version ? say("plain")
      : whole.version === "1.2" ? "SCORM 1.2" : `SCORM ${whole.edition.replace(/^SCORM /, "")}`;
    desk.trackable(Boolean(whole.version));
    desk.control(act, () => order({ type: "switches", switches: desk.switches() }));
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
