// @ts-check
/* Cards that show their back when pressed; without scripts both sides are read. */
(function () {
  "use strict";
  const { all, one, make, button, say } = lessonkit.dom;

  /** @param {any} card */
  function turn(card) {
    const front = one("dt", card);
    const backs = all("dd", card);
    const press = button("", "", () => show(press.getAttribute("aria-expanded") !== "true"));

    /** @param {boolean} on */
    function show(on) {
      press.setAttribute("aria-expanded", String(on));
      backs.forEach((back) => (back.hidden = !on));
    }

    backs.forEach((back) => back.classList.add("lk-back-side"));
    press.append(...front.childNodes, make("small", "", say("show")));
    front.replaceChildren(press);
    front.classList.add("lk-front");
    card.addEventListener("lk-unfold", () => show(true));
    show(false);
  }

  lessonkit.parts.push(() => all(".lk-card").forEach(turn));
})();
