"use strict";
let api = null;
let finished = false;
let writes = true;
const started = Date.now();

function find(from) {
  for (let at = from, depth = 0; depth < 10; depth += 1) {
    try {
      if (at.API_1484_11) return at.API_1484_11;
      if (at.parent === at) break;
      at = at.parent;
    } catch {
      break;
    }
  }
  return null;
}

const duration = (ms) => `PT${(ms / 1000).toFixed(2)}S`;

function set(pairs) {
  for (const [element, value] of pairs) api.SetValue(element, value);
}

function start() {
  api = find(window) || (window.opener && find(window.opener));
  if (!api || api.Initialize("") !== "true") return;
  const mode = api.GetValue("cmi.mode");
  document.getElementById("entry").textContent =
    [api.GetValue("cmi.entry"), mode, api.GetValue("cmi.suspend_data")].join("|");
  writes = mode === "normal";
  if (!writes) return;
  set([["cmi.exit", "suspend"]]);
  if (api.GetValue("cmi.completion_status") === "unknown") {
    set([["cmi.completion_status", "incomplete"]]);
  }
  api.Commit("");
}

function answer() {
  const n = Number(api.GetValue("cmi.interactions._count"));
  const item = `cmi.interactions.${n}`;
  set([
    [`${item}.id`, "urn:q1"],
    [`${item}.type`, "choice"],
    [`${item}.timestamp`, new Date().toISOString().replace(/\.\d+Z$/, ".00Z")],
    [`${item}.correct_responses.0.pattern`, "a[,]c"],
    [`${item}.learner_response`, "a[,]c"],
    [`${item}.result`, "correct"],
    [`${item}.latency`, duration(1500)],
    ["cmi.suspend_data", "v1;q1=ac"],
    ["cmi.score.scaled", "0.8"],
    ["cmi.score.raw", "80"],
    ["cmi.score.min", "0"],
    ["cmi.score.max", "100"],
    ["cmi.completion_status", "completed"],
    ["cmi.success_status", "passed"],
    ["cmi.session_time", duration(Date.now() - started)],
  ]);
  api.Commit("");
}

function finish() {
  if (!api || finished) return;
  finished = true;
  if (writes) set([["cmi.session_time", duration(Date.now() - started)]]);
  api.Terminate("");
}

window.addEventListener("pagehide", finish);
document.addEventListener("DOMContentLoaded", () => {
  document.getElementById("answer").addEventListener("click", answer);
  start();
  if (!api) setTimeout(start, 400);
});
