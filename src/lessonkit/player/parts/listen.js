// @ts-check
/*
 * The lesson as sound and as film, beside its page: the sentence that is being said, and each
 * section by itself. What is said when lies in a script that loads behind the page.
 */
(function () {
  "use strict";
  const { one, all, byId, make, button, say } = lessonkit.dom;

  /** Where the sound is in sections: `id begin end`. @param {any} voice @returns {{ id: string, begin: number, end: number }[]} */
  function chapters(voice) {
    const said = (voice.dataset.lkChapters || "").split(" ");
    const found = [];
    for (let i = 0; i + 2 < said.length; i += 3) {
      found.push({ id: said[i], begin: Number(said[i + 1]), end: Number(said[i + 2]) });
    }
    return found;
  }

  /** The sentence of that second. @param {any} cues @param {number} now */
  function sentence(cues, now) {
    const cue = (cues || []).find((/** @type {any[]} */ each) => each[0] <= now && now < each[1]);
    return cue ? cue[2] : "";
  }

  /** @param {any} voice */
  function listen(voice) {
    const sound = one("audio", voice);
    // Who listens with a screen reader hears the sentence already.
    const said = make("p", "lk-said");
    said.setAttribute("aria-hidden", "true");
    voice.append(said);
    let until = Infinity;
    sound.addEventListener("timeupdate", () => {
      if (sound.currentTime >= until || !voice.offsetParent) {
        until = Infinity;
        return sound.pause();
      }
      const text = sentence((lessonkit.heard || {}).sound, sound.currentTime);
      // In a pause the last one stays, so that nothing jumps.
      if (text && said.textContent !== text) said.textContent = text;
    });

    const home = make("div");
    voice.before(home);
    const back = button("lk-btn lk-btn-quiet", say("home"), () => {
      until = Infinity;
      home.replaceChildren();
      home.after(voice);
    });
    for (const { id, begin, end } of chapters(voice)) {
      const title = one(`#${CSS.escape(id)} > h2`);
      if (!title) continue;
      const hear = button("lk-btn lk-btn-quiet lk-hear", say("section"), () => {
        home.replaceChildren(back);
        hear.after(voice);
        sound.currentTime = begin;
        until = end;
        sound.play();
      });
      title.after(hear);
    }
  }

  /** Captions of the film without a file, which browsers refuse from a memory stick. @param {any} film */
  function watch(film) {
    const video = one("video", film);
    let ready = false;
    video.addEventListener("play", () => {
      const cues = (lessonkit.heard || {}).film;
      if (ready || !cues || !window.VTTCue) return;
      ready = true;
      const track = video.addTextTrack("captions", say("captions"), document.documentElement.lang);
      for (const [begin, end, text] of cues) track.addCue(new VTTCue(begin, end, text));
      track.mode = "showing";
      // Safari puts away, before it plays, what came after the film; later a learner may do so.
      video.addEventListener("timeupdate", () => (track.mode = "showing"), { once: true });
    });
    // Nobody sees it any more: another section is shown.
    video.addEventListener("timeupdate", () => video.offsetParent || video.pause());
  }

  /** Two voices at once are understood by nobody. @param {Event} event */
  function alone(event) {
    for (const other of all("audio, video")) if (other !== event.target) other.pause();
  }

  lessonkit.parts.push(() => {
    const voice = byId("lk-voice");
    const film = byId("lk-film");
    if (voice) listen(voice);
    if (film) watch(film);
    document.addEventListener("play", alone, true);
    for (const details of all(".lk-film")) {
      details.addEventListener("toggle", () => {
        const video = one("video", details);
        // The first picture is as heavy as the page; it comes when somebody is to see it.
        if (details.open) video.poster = video.dataset.lkPoster || "";
        else video.pause();
      });
    }
  });
})();
