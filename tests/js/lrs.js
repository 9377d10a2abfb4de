"use strict";
/*
 * A pretend platform of cmi5 in memory: token, documents with tags, statements; and ways in which
 * networks and stores misbehave. It keeps what it was asked, and judges little: strictness has its
 * own witness elsewhere.
 */
const { webcrypto, createHash } = require("node:crypto");
const { load, lesson, makeHost, withFixed } = require("./player.js");

const XAPI = ["launch", "client", "queue", "document", "statements", "answered", "platform", "reach"];
const FILES = { cmi5: [...XAPI, "cmi5"], xapi: [...XAPI, "tincan"] };
const REGISTRATION = "760e3480-ba55-4991-94b0-01820dbd23a2";
const ACTIVITY = "https://lms.example/au/7";
const ACTOR = { objectType: "Agent", account: { homePage: "https://lms.example", name: "an" } };
const SESSION = "https://w3id.org/xapi/cmi5/context/extensions/sessionid";

class Lrs {
  constructor(facts = {}) {
    this.facts = facts;
    this.requests = [];
    this.statements = [];
    this.documents = new Map();
    this.fetched = 0;
    this.session = 0;
    /** What happens instead, for each request in turn: a function, or nothing. */
    this.trouble = () => undefined;
    this.tags = true;
  }

  /** The next launch: a new session of the same registration. */
  launchData() {
    return {
      contextTemplate: {
        registration: REGISTRATION,
        contextActivities: { grouping: [{ id: "https://example.org/au" }], category: [{ id: "https://lms.example/c" }] },
        extensions: { [SESSION]: `s${this.session}` },
      },
      launchMode: "Normal", launchMethod: "AnyWindow", moveOn: "CompletedAndPassed", ...this.facts.launch,
    };
  }

  reply(status, body = "", headers = {}) {
    const named = Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]));
    return { status, headers: { get: (name) => named[name.toLowerCase()] || null }, text: async () => body };
  }

  async fetch(url, init) {
    const { pathname, searchParams, host } = new URL(url);
    const named = Object.fromEntries(searchParams);
    const resource = pathname.replace(/^\/(xapi\/)?/, "");
    const request = { method: init.method, resource, named, body: init.body, headers: init.headers || {}, url, host, keepalive: init.keepalive };
    this.requests.push(request);
    const odd = this.trouble(request, this.requests.length);
    if (odd === "down") throw new TypeError("Failed to fetch");
    if (odd === "never") return new Promise(() => {});
    if (odd && odd !== "lost") return odd.status ? this.reply(odd.status, odd.body, odd.headers) : odd;
    const answer = this.answer(request);
    if (odd === "lost") throw new TypeError("Failed to fetch");
    return answer;
  }

  answer(request) {
    const { method, resource, named } = request;
    if (resource === "token") {
      this.fetched += 1;
      if (this.facts.fetch !== undefined) return this.reply(200, this.facts.fetch);
      return this.reply(200, JSON.stringify(this.fetched > this.session
        ? { "error-code": "1", "error-text": "used" } : { "auth-token": `dG9rZW4${this.session}` }));
    }
    if (resource === "agents/profile") return this.facts.preferences ? this.reply(200, this.facts.preferences) : this.reply(404);
    if (resource === "statements") return method === "GET" ? this.find(named) : this.store(request);
    if (named.stateId === "LMS.LaunchData") return this.reply(200, JSON.stringify(this.launchData()));
    return this.document(request);
  }

  find({ verb, registration, statementId }) {
    if (statementId) {
      const [found] = this.statements.filter(({ id }) => id === statementId);
      return found ? this.reply(200, JSON.stringify(found)) : this.reply(404);
    }
    const statements = this.statements.filter((one) => one.verb.id === verb && one.context.registration === registration);
    return this.reply(200, JSON.stringify({ statements, more: "" }));
  }

  store({ body }) {
    const some = [].concat(JSON.parse(body));
    const fresh = some.filter((one) => !this.statements.some(({ id }) => id === one.id));
    if (this.facts.conflict && fresh.length < some.length) return this.reply(409);
    if (this.facts.counts && some.some((one) => this.isTooMany(one))) return this.reply(401);
    this.statements.push(...fresh);
    return this.reply(200, JSON.stringify(some.map(({ id }) => id)));
  }

  /** A second one of what stands once in a session, or one after the last. */
  isTooMany({ verb, context }) {
    const before = this.statements.filter((one) => one.context.extensions[SESSION] === context.extensions[SESSION]);
    const said = before.map((one) => one.verb.display.en);
    return said.includes("terminated") || (verb.display.en !== "answered" && verb.display.en !== "progressed" && said.includes(verb.display.en));
  }

  document({ method, named, body, headers }) {
    const key = `${named.agent} ${named.registration} ${named.stateId}`;
    const held = this.documents.get(key);
    const tag = held === undefined ? "" : `"${createHash("sha1").update(held).digest("hex")}"`;
    const told = this.tags ? { ETag: tag } : {};
    if (method === "GET" || method === "HEAD") return held === undefined ? this.reply(404) : this.reply(200, held, told);
    if (headers["If-Match"] && headers["If-Match"] !== tag) return this.reply(412);
    if (headers["If-None-Match"] && held !== undefined) return this.reply(412);
    if (this.facts.strict && method === "PUT" && held !== undefined && !headers["If-Match"]) return this.reply(409);
    this.documents.set(key, body);
    return this.reply(204);
  }

  verbs() {
    return this.statements.map(({ verb }) => verb.display.en);
  }

  /** What it keeps of the learner. */
  state() {
    const text = [...this.documents.values()].pop();
    return text === undefined ? null : JSON.parse(text);
  }

  sent(verb) {
    return this.statements.filter((one) => one.verb.display.en === verb);
  }
}

const CMI5 = { endpoint: "https://lms.example/xapi/", fetch: "https://lms.example/token?k=1", actor: JSON.stringify(ACTOR), registration: REGISTRATION, activityId: ACTIVITY };

/** @param {Record<string, string>} named */
function search(named) {
  return `?${Object.entries(named).map(([name, value]) => `${name}=${encodeURIComponent(value)}`).join("&")}`;
}

/** Everything that is waiting to happen without time passing. */
async function settle() {
  for (let turn = 0; turn < 12; turn += 1) await new Promise(setImmediate);
}

async function pass(host, ms) {
  const step = Math.max(50, ms / 80);
  await settle();
  for (let done = 0; done < ms; done += step) {
    host.pass(step);
    await settle();
  }
}

const lk = { cmi5: withFixed(load(FILES.cmi5.map((name) => `xapi/${name}.js`))), xapi: withFixed(load(FILES.xapi.map((name) => `xapi/${name}.js`))) };

/** A page that is opened by the platform. `same`: the tab or device of an earlier one. */
function open(lrs, { target = "cmi5", named = CMI5, patch = {}, same = null, reload = false } = {}) {
  if (!reload) lrs.session += 1;
  const said = target === "cmi5" ? { ...named, fetch: `${named.fetch}${reload ? lrs.session : lrs.session}` } : named;
  const listeners = {};
  const window = {
    location: { search: search(said), replaced: "", replace(url) { this.replaced = url; } },
    fetch: (url, init) => lrs.fetch(url, init), crypto: webcrypto, AbortController,
    addEventListener: (name, act) => (listeners[name] = [...(listeners[name] || []), act]),
    document: { addEventListener() {}, visibilityState: "visible", querySelectorAll: () => window.players },
    players: [{ muted: false }], closed: false, close() { this.closed = true; },
  };
  const host = makeHost(window);
  if (same) host.storage = same.storage;
  if (same && reload) host.tab = same.tab;
  const data = lesson({ target, iri: "https://example.org/au", tracking: { mastery: 0.8, attempts: 2 }, ...patch });
  const session = lk[target].start(data, host);
  const problems = [];
  const standing = new Set();
  const changes = [];
  session.onProblem(({ kind, solved }) => {
    problems.push(`${kind}${solved ? " solved" : ""}`);
    standing[solved ? "delete" : "add"](kind);
  });
  session.onChange((why) => changes.push(why));
  const fire = (name, event = {}) => (listeners[name] || []).forEach((act) => act(event));
  return { host, session, problems, standing, changes, window, fire, data, pass: (ms) => pass(host, ms) };
}

module.exports = { Lrs, open, settle, pass, search, lk, CMI5, ACTOR, ACTIVITY, REGISTRATION, SESSION };
