// @ts-check
/* A package of cmi5 or xAPI: its platform is the server, which is asked and listened to here. */
(function () {
  "use strict";
  const { at, make, say, short } = desk;
  const MOVE_ON = ["NotApplicable", "Passed", "Completed", "CompletedAndPassed", "CompletedOrPassed"];
  const AGAIN = 1500;
  const TONES = /** @type {Record<string, string>} */ ({ passed: "good", failed: "bad" });

  /** @param {string} name @param {unknown} said @returns {Promise<any>} */
  desk.ask = (name, said) => fetch(name, { method: "POST", body: JSON.stringify(said) }).then((answer) => {
    if (!answer.ok) throw new Error(name);
    return answer.json();
  });

  /** What is chosen for the next launch. */
  desk.choices = () => {
    const mastery = at("#choices [name=mastery]");
    return { moveOn: at("#choices [name=moveon]").value,
      mastery: mastery.value === "" || !mastery.validity.valid ? null : Number(mastery.value) };
  };

  /** @param {any} part @param {boolean} cmi5 */
  desk.offer = (part, cmi5) => {
    at("#choices").hidden = !cmi5;
    const select = at("#choices [name=moveon]");
    const chosen = select.value;
    select.replaceChildren(make("option", { value: "" }, say("as-package", { value: part.moveOn })),
      ...MOVE_ON.map((name) => make("option", { value: name }, name)));
    select.value = chosen;
    at("#choices [name=mastery]").placeholder = part.mastery === null ? say("none") : `${part.mastery}`;
  };

  /** @param {any} one */
  function body(one) {
    if (!one.sent) return [];
    return [make("details", {}, make("summary", {}, say("sent")), make("pre", { tabindex: "0" }, one.sent))];
  }

  /** A request as a line of the log. @param {any} one */
  function line(one) {
    const said = make("span", {}, make("code", {}, `${one.method} ${short(one.what)}`), " ");
    one.verbs.forEach((/** @type {string} */ verb) => said.append(make("b", { class: "verb" }, verb), " "));
    said.append(make("code", { class: "result" }, one.status ? `→ ${one.status}` : "→ –"));
    if (one.pretended) said.append(" ", make("span", { class: "pretended" }, say(`pretended-${one.pretended}`)));
    return make("div", {}, make("span", { class: "n" }, `${one.n}`), said);
  }

  /** @param {any} news */
  function hear(news) {
    news.lines.forEach((/** @type {any} */ one) => {
      if (one.method === "LEAVE") desk.marked(say("left-owing"), one);
      else desk.entry(one, line(one), body(one));
    });
    if (news.verdict) show(news.verdict);
    desk.told({ values: news.values.map((/** @type {any} */ row) => [row[0], row[1], say("bytes", { count: row[2] })]), given: news.given, pending: [] });
    desk.standing(news.parts);
  }

  /** @param {any} found */
  function show(found) {
    const number = (/** @type {number} */ value) => value.toLocaleString(document.documentElement.lang, { maximumFractionDigits: 4 });
    const score = found.scaled === null ? "–" : number(found.scaled);
    const done = found.progress === null ? say("not-yet") : say("partly", { progress: found.progress });
    const rows = [
      [say("verdict-session", { n: found.session }), say(`session-${found.state}`), ""],
      [say("verdict-completed"), found.completed ? say("yes") : done, found.completed ? "good" : ""],
      [say("verdict-success"), say(`success-${found.success}`), TONES[found.success] || ""],
      [say("verdict-score"), found.mastery === null ? score : `${score} / ${number(found.mastery)}`, ""],
    ];
    if (found.moveOn) rows.push([found.moveOn, say(found.satisfied ? "met" : "not-met"), found.satisfied ? "good" : ""]);
    at("#verdict").hidden = false;
    at("#verdict").replaceChildren(...rows.map(([key, value, tone]) => make("div", { class: tone },
      make("dt", {}, key), make("dd", {}, value))));
  }

  /** Asks for what is new until the tool is gone. */
  desk.listen = async () => {
    let next = 0;
    for (;;) {
      try {
        const answer = await fetch(`news/${next}`);
        if (!answer.ok) throw new Error();
        const news = await answer.json();
        hear(news);
        next = news.next;
      } catch (error) {
        at("#state").textContent = say("unkept");
        await new Promise((done) => setTimeout(done, AGAIN));
      }
    }
  };
})();
