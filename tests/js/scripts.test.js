"use strict";
/* What holds for every script of the player, whoever wrote it. */
const test = require("node:test");
const assert = require("node:assert/strict");
const fs = require("node:fs");
const path = require("node:path");
const { PLAYER, load, questionFiles } = require("./player.js");

const files = fs.readdirSync(PLAYER, { recursive: true }).filter((name) => name.endsWith(".js")).sort();
const text = (name) => fs.readFileSync(path.join(PLAYER, name), "utf8");
/** Without comments, and without what stands in strings. */
const code = (source) => source
  .replace(/\/\*[^]*?\*\/|(^|\s)\/\/.*$/gm, "$1").replace(/"(\\.|[^"\\\n])*"|'(\\.|[^'\\\n])*'/g, '""');

const FORBIDDEN = {
  "optional chaining (2020)": /\?\.(?=[\w[(])/,
  "nullish coalescing (2020)": /\?\?/,
  "catch without a name (2019)": /catch\s*\{/,
  "logical assignment (2021)": /(\|\||&&)=(?!=)/,
  "a private name (2022)": /[\s.]#\w/,
  "globalThis (2020)": /\bglobalThis\b/,
  "code from text": /\beval\(|new Function\b|javascript:|set(Timeout|Interval)\(\s*["'`]/,
  "markup from text": /innerHTML|outerHTML|insertAdjacentHTML|document\.write/,
  "the end of a page that phones never tell": /(before)?unload["'\s]/,
  "a module, which file:// does not load": /^\s*(import|export)\s/m,
};

function sins(source) {
  const bare = code(source);
  return Object.keys(FORBIDDEN).filter((name) => FORBIDDEN[name].test(bare));
}

for (const name of files) {
  test(`${name}: plain, checked, of 2018, safe under a strict policy`, () => {
    const source = text(name);
    assert.deepEqual(sins(source), []);
    assert.match(source, /^\/\/ @ts-check\n/);
    assert.ok(source.split("\n").length <= 300, "too long");
    assert.match(code(source).trim(), /^(\(function \(\) \{\s*""|var lessonkit =)/);
  });
}

test("each of these would be seen", () => {
  const bad = ["a?.b", "a ?? b", "try {} catch {}", "a ||= b", "this.#a", "globalThis.a", "eval(a)", "a.innerHTML = b",
    "window.onbeforeunload = a", "import a from b"];
  for (const one of bad) assert.equal(sins(one).length, 1, one);
  assert.deepEqual(sins("a ? .5 : b; // a?.b\n/* x ?? y */ c = 'a?.b'"), []);
});

test("nothing but one global", () => {
  const vm = require("node:vm");
  const context = vm.createContext({ console });
  const before = Object.keys(context);
  for (const name of ["namespace.js", ...files.filter((one) => one !== "namespace.js" && !/page|parts|ask|dom|frame|result/.test(one))]) {
    if (name === "scorm12.js" || name === "scorm2004.js" || name === "interactions.js") vm.runInContext(text("values.js"), context);
    vm.runInContext(text(name), context);
  }
  assert.deepEqual(Object.keys(context).filter((name) => !before.includes(name)), ["lessonkit"]);
});

test("question types score without a document", () => {
  const lk = load(questionFiles());
  for (const [name, type] of Object.entries(lk.questions)) assert.equal(typeof type.score, "function", name);
});
