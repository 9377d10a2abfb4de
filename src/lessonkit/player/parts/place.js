// @ts-check
/* The place in a recording: who comes back goes on where she was; from its end it begins anew. */
(function () {
  "use strict";
  const { all } = lessonkit.dom;
  const EVERY = 5;

  /** @param {any} sound @param {string} name */
  function remember(sound, name) {
    const kept = lessonkit.store.open(lessonkit.host.browser(), name);
    let last = Number(kept.load()) || 0;
    sound.addEventListener("loadedmetadata", () => {
      // A press that led elsewhere, and a part that the author has cut out, come first.
      if (last && !sound.currentTime && last < sound.duration - EVERY) sound.currentTime = last;
    });
    const keep = () => {
      last = sound.ended ? 0 : sound.currentTime;
      kept.save(last.toFixed(1));
    };
    sound.addEventListener("timeupdate", () => Math.abs(sound.currentTime - last) >= EVERY && keep());
    sound.addEventListener("pause", keep);
    sound.addEventListener("ended", keep);
  }

  lessonkit.parts.push((session, data) => {
    all(".lk-recording audio, .lk-recording video").forEach((sound, n) => {
      const src = sound.getAttribute("src") || sound.firstElementChild.getAttribute("src");
      remember(sound, `lessonkit:${data.id}:at:${src.startsWith("data:") ? n : src}`);
    });
  });
})();
