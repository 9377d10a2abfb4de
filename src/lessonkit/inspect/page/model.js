// @ts-check
/*
 * A data model under way: what may be read and written now, and what each attempt at it is worth.
 * Knows nothing of sessions and of pages.
 */
(function () {
  "use strict";
  const IN_ARRAY = /\.(0|[1-9]\d*)(?=\.)/g;

  /** `cmi.objectives.3.id` as `cmi.objectives.n.id`. @param {string} element */
  const normal = (element) => element.replace(IN_ARRAY, ".n").replace(/\.\{target=.*\}$/, ".{target}");

  /** The arrays an element lies in, outermost first, each with its index. @param {string} element */
  function indexed(element) {
    /** @type {[string, number][]} */
    const found = [];
    element.replace(IN_ARRAY, (whole, index, at) => {
      found.push([element.slice(0, at), Number(index)]);
      return whole;
    });
    return found;
  }

  class Model {
    /** @param {Play.Version} version @param {Record<string, string>} given @param {Record<string, string>} kept */
    constructor(version, given, kept) {
      this.version = version;
      this.given = given;
      this.values = new Map(Object.entries(kept));
    }

    /** What stands there now, "" for nothing; asks no permission. @param {string} element */
    value(element) {
      const own = this.values.get(element);
      if (own !== undefined) return own;
      return this.given[element] || this.version.usual[normal(element)] || "";
    }

    /** @param {string} element @param {string} value */
    put(element, value) {
      this.values.set(element, value);
    }

    /** Entries of an array. @param {string} array */
    count(array) {
      const found = new Set();
      const start = `${array}.`;
      for (const name of this.values.keys()) {
        if (name.startsWith(start)) found.add(name.slice(start.length).split(".")[0]);
      }
      return found.size;
    }

    /** @param {string} kind @param {Play.Wrong} wrong @param {string} element @returns {Play.Answer} */
    fail(kind, wrong, element, level = "fault") {
      const clause = this.version.clause(element, "");
      return { value: "", error: this.version.errors[kind], faults: [{ ...wrong, clause, level }] };
    }

    /** The element as the standard has it, or why it is none. @param {string} element @param {string} kind @returns {Play.Answer | null} */
    missing(element, kind) {
      if (element === "") return this.fail(kind, { code: "element-empty" }, "");
      if (normal(element) in this.version.elements) return null;
      const owner = element.replace(/\._(children|count)$/, "");
      if (owner !== element && normal(owner) in this.version.elements) {
        const which = element.endsWith("_count") ? "count" : "children";
        return this.fail(kind === "get" ? which : "unknown", { code: `no-${which}`, element: owner }, element);
      }
      return this.fail("unknown", { code: "unknown-element", element }, element);
    }

    /** @param {string} element @returns {Play.Answer} */
    get(element) {
      const missing = this.missing(element, "get");
      if (missing) return missing;
      if (this.version.elements[normal(element)].access === "w") {
        return this.fail("write", { code: "write-only", element }, element);
      }
      const beyond = indexed(element).find(([array, index]) => index >= this.count(array));
      if (beyond) {
        const count = this.count(beyond[0]);
        return this.fail("get", { code: "index-absent", array: beyond[0], index: beyond[1], count }, element);
      }
      return this.read(element);
    }

    /** @param {string} element @returns {Play.Answer} */
    read(element) {
      const [, owner, keyword] = /^(.*)\._(children|count)$/.exec(element) || [];
      if (keyword === "children") return this.fine(this.version.children[normal(owner)]);
      if (keyword === "count") return this.fine(String(this.count(owner)));
      const judged = this.version.judged && this.version.judged(element, this);
      const value = judged || this.value(element);
      const known = value !== "" || this.values.has(element) || element === "cmi.entry"
        || normal(element) in this.version.usual;
      return known || !this.version.strict ? this.fine(value) : this.fail("unset", { code: "unset", element }, element, "hint");
    }

    /** @param {string} value @returns {Play.Answer} */
    fine(value) {
      return { value, error: "0", faults: [] };
    }

    /** @param {string} element @param {string} value @returns {Play.Answer} */
    set(element, value) {
      const faults = /** @type {Play.Fault[]} */ ([]);
      for (const test of [this.barred, this.gap, this.early, this.again, this.bad]) {
        const answer = test.call(this, element, value);
        if (!answer) continue;
        if (answer.faults[0].level === "fault") return answer;
        faults.push(...answer.faults);
      }
      faults.push(...this.doubts(element, value));
      this.values.set(element, value);
      return { value: "true", error: "0", faults };
    }

    /** @param {string} element */
    barred(element) {
      if (element !== "" && /\._(children|count|version)$/.test(element) && normal(element) in this.version.elements) {
        return this.fail("keyword", { code: "keyword", element }, element);
      }
      const missing = this.missing(element, "set");
      if (missing) return missing;
      const access = this.version.elements[normal(element)].access;
      return access === "r" ? this.fail("read", { code: "read-only", element }, element) : null;
    }

    /** Indexes begin at 0 and leave no gap. @param {string} element */
    gap(element) {
      const found = indexed(element).find(([array, index]) => index > this.count(array));
      if (!found) return null;
      const count = this.count(found[0]);
      return this.fail("set", { code: "index-gap", array: found[0], index: found[1], count }, element);
    }

    /** The id comes before the rest of an entry, the type before what depends on it. @param {string} element */
    early(element) {
      const level = this.version.strict ? "fault" : "note";
      for (const [array, index] of indexed(element)) {
        const id = `${array}.${index}.id`;
        if (normal(id) in this.version.elements && element !== id && !this.values.has(id)) {
          return this.fail("depend", { code: "id-first", id }, element, level);
        }
      }
      const type = this.typeOf(element);
      return type === "" ? this.fail("depend", { code: "type-first", element }, element, level) : null;
    }

    /** The type of the interaction that an answer or pattern belongs to; null for other elements. @param {string} element */
    typeOf(element) {
      const [, entry, part] = /^(cmi\.interactions\.\d+)\.(\w+)/.exec(element) || [];
      const depends = part === "correct_responses" || part === this.version.answer;
      return depends ? this.values.get(`${entry}.type`) || "" : null;
    }

    /** Ids of objectives and patterns of one interaction differ from each other. @param {string} element @param {string} value */
    again(element, value) {
      const shape = normal(element);
      if (!/^cmi\.(objectives|interactions\.n\.objectives)\.n\.id$|pattern$/.test(shape)) return null;
      const [array] = indexed(element)[indexed(element).length - 1];
      const tail = element.slice(element.lastIndexOf("."));
      for (const [name, other] of this.values) {
        const near = name !== element && name.startsWith(`${array}.`) && name.endsWith(tail);
        if (near && other === value) return this.fail("set", { code: "duplicate", other: name }, element);
      }
      const old = this.values.get(element);
      const moved = shape === "cmi.objectives.n.id" && old !== undefined && old !== value;
      return moved ? this.fail("set", { code: "id-changed", old }, element) : null;
    }

    /** @param {string} element @param {string} value */
    bad(element, value) {
      let wrong = this.version.elements[normal(element)].check(value);
      const type = this.typeOf(element);
      if (!wrong && type) {
        const test = element.endsWith(".pattern") ? this.version.pattern : this.version.response;
        wrong = test(type, value);
        if (wrong) wrong.type = type;
      }
      if (!wrong) return null;
      return this.fail(wrong.code === "out-of-range" ? "range" : "type", wrong, element);
    }

    /** Legal, and still likely to be a mistake. @param {string} element @param {string} value @returns {Play.Fault[]} */
    doubts(element, value) {
      const { completion, success } = this.version;
      const old = this.values.get(element);
      const taken = old !== value && (element === completion && (old === "completed" || old === "passed")
        || element === success && (old === "passed" || old === "failed"));
      if (!taken || value === "passed") return [];
      return [{ code: "taken-back", old, value, clause: this.version.clause(element, ""), level: "note" }];
    }
  }

  play.Model = Model;
})();
