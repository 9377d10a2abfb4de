"use strict";
let api = null;
let finished = false;
let writes = true;
const started = Date.now();

function find(from) {
  for (let at = from, depth = 0; depth < 10; depth += 1) {
    try {
      if (at.API) return at.API;
      if (at.parent === at) break;
      at = at.parent;
    } catch {
      break;
    }
  }
  return null;
}

const two = (n) => String(n).padStart(2, "0");

function timespan(ms) {
  const s = Math.floor(ms / 1000);
  return `${String(Math.floor(s / 3600)).padStart(4, "0")}:${two(Math.floor(s / 60) % 60)}:` +
    `${two(s % 60)}.${two(Math.floor(ms / 10) % 100)}`;
}

function set(pairs) {
  for (const [element, value] of pairs) api.LMSSetValue(element, value);
}

function start() {
  api = find(window) || (window.opener && find(window.opener));
  if (!api || api.LMSInitialize("") !== "true") return;
  const mode = api.LMSGetValue("cmi.core.lesson_mode");
  const status = api.LMSGetValue("cmi.core.lesson_status");
  document.getElementById("entry").textContent =
    [api.LMSGetValue("cmi.core.entry"), mode, api.LMSGetValue("cmi.suspend_data")].join("|");
  if (mode === "browse" || mode === "review") return void (writes = false);
  set([["cmi.core.exit", "suspend"]]);
  if (status === "not attempted") set([["cmi.core.lesson_status", "incomplete"]]);
  api.LMSCommit("");
}

function answer() {
  const now = new Date();
  const clock = `${two(now.getHours())}:${two(now.getMinutes())}:${two(now.getSeconds())}`;
  set([
    ["cmi.interactions.0.id", "q1"],
    ["cmi.interactions.0.type", "choice"],
    ["cmi.interactions.0.time", clock],
    ["cmi.interactions.0.correct_responses.0.pattern", "a,c"],
    ["cmi.interactions.0.student_response", "a,c"],
    ["cmi.interactions.0.result", "correct"],
    ["cmi.interactions.0.latency", timespan(1500)],
    ["cmi.suspend_data", "v1;q1=ac"],
    ["cmi.core.score.raw", "80"],
    ["cmi.core.score.min", "0"],
    ["cmi.core.score.max", "100"],
    ["cmi.core.lesson_status", "passed"],
    ["cmi.core.session_time", timespan(Date.now() - started)],
  ]);
  api.LMSCommit("");
}

function finish() {
  if (!api || finished) return;
  finished = true;
  if (writes) set([["cmi.core.session_time", timespan(Date.now() - started)]]);
  api.LMSFinish("");
}

window.addEventListener("pagehide", finish);
document.addEventListener("DOMContentLoaded", () => {
  document.getElementById("answer").addEventListener("click", answer);
  start();
  if (!api) setTimeout(start, 400);
});
