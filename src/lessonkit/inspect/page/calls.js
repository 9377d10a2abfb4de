// @ts-check
/* The log of calls, faults under the call that they belong to. */
(function () {
  "use strict";
  const MOST = 3000;
  const WIDEST = 70000;
  const LEVELS = ["fault", "note", "hint"];
  const { at, make, say, short } = desk;
  const all = /** @type {any[]} */ ([]);
  const list = at("#calls");
  let faults = 0;
  let notes = 0;

  /** @param {any} fault */
  function why(fault) {
    const head = fault.level === "hint" ? "" : make("strong", {}, say(fault.level));
    const place = fault.where ? make("code", {}, short(fault.found ? `${fault.where}: ${fault.found}` : `${fault.where}`)) : "";
    return make("p", { class: fault.level }, head, ` ${desk.fault(fault)} `, place, " ", make("cite", {}, `(${fault.clause})`));
  }

  /** @param {any} call */
  function line(call) {
    const args = call.args.map((/** @type {string} */ one) => (one[0] === "⟨" ? short(one) : `"${short(one)}"`)).join(", ");
    const said = make("span", {}, make("code", {}, `${call.fn}(${args})`), " ",
      make("code", { class: "result" }, `→ "${short(call.result)}"`));
    if (call.error !== "0") said.append(" ", make("span", { class: "error" }, say("code", { code: call.error })));
    if (call.pretended) said.append(" ", make("span", { class: "pretended" }, say(`pretended-${call.pretended}`)));
    return make("div", {}, make("span", { class: "n" }, `${call.n}`), said);
  }

  /** @param {any[]} found */
  function worst(found) {
    if (found.some((one) => one.level === "fault")) return "has-fault";
    return found.some((one) => one.level === "note") ? "has-note" : "";
  }

  /** @param {any} row */
  function add(row) {
    const box = list.parentElement;
    const follows = box.scrollTop + box.clientHeight > box.scrollHeight - 40;
    list.append(row);
    while (list.children.length > MOST) list.firstElementChild.remove();
    at("#no-calls").hidden = true;
    if (follows) box.scrollTop = box.scrollHeight;
  }

  /** @param {any[]} found */
  function count(found) {
    faults += found.filter((one) => one.level === "fault").length;
    notes += found.filter((one) => one.level === "note").length;
    const text = say(faults ? "tally-bad" : "tally-good", { faults, notes });
    if (at("#tally").textContent !== text) at("#tally").textContent = text;
    at("#tally").className = faults ? "fault" : "good";
  }

  /** What arrived from the stage, which a lesson may have spoiled: only texts of the shape are used. @param {any} data */
  function read(data) {
    const list = Array.isArray(data.faults) ? data.faults.slice(0, 20) : [];
    return list.map((/** @type {any} */ one) => ({ ...one, level: LEVELS.includes(one.level) ? one.level : "fault" }));
  }

  /** @param {number} launch @param {any} data */
  desk.called = (launch, data) => {
    const found = read(data);
    const call = { launch, n: Number(data.n), at: Number(data.at), fn: `${data.fn}`,
      args: [].concat(data.args || []).slice(0, 9).map((one) => `${one}`.slice(0, WIDEST)), result: `${data.result}`, error: `${data.error}`,
      pretended: /^(refuse|offline|throw)$/.test(data.pretended) ? data.pretended : "", faults: found };
    all.push({ ...call, faults: found.map((/** @type {any} */ one) => ({ ...one, said: desk.fault(one) })) });
    if (all.length > MOST) all.shift();
    add(make("li", { class: `call ${worst(found)}` }, line(call), ...found.map(why)));
    count(found);
  };

  /** A request to the server of the tool, which made the line itself. @param {any} whole @param {HTMLElement} line @param {HTMLElement[]} more */
  desk.entry = (whole, line, more) => {
    const found = read(whole);
    all.push(whole);
    if (all.length > MOST) all.shift();
    add(make("li", { class: `call ${worst(found)}` }, line, ...found.map(why), ...more));
    count(found);
  };

  /** A line between calls: a launch, a leaving. @param {string} text @param {any} [data] */
  desk.marked = (text, data = {}) => {
    const found = read(data);
    add(make("li", { class: `mark ${worst(found)}` }, make("div", {}, text), ...found.map(why)));
    all.push({ mark: text, faults: found.map((/** @type {any} */ one) => ({ ...one, said: desk.fault(one) })) });
    count(found);
  };

  at("#only").addEventListener("change", () => list.classList.toggle("only", at("#only").checked));
  at("#save").addEventListener("click", () => {
    const url = URL.createObjectURL(new Blob([JSON.stringify(all, null, 1)], { type: "application/json" }));
    make("a", { href: url, download: "calls.json" }).click();
    setTimeout(() => URL.revokeObjectURL(url), 1000);
  });
})();
