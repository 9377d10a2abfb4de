// @ts-check
/* What the browser's own controls lack: ten seconds back, and the speed in sight. */
(function () {
  "use strict";
  const { all, make, button, say, number } = lessonkit.dom;
  const SPEEDS = [1, 1.25, 1.5, 0.75];

  /** @param {any} sound */
  function controls(sound) {
    const back = button("lk-btn lk-btn-quiet", say("back"), () => {
      sound.currentTime = Math.max(0, sound.currentTime - 10);
    });
    const speed = button("lk-btn lk-btn-quiet", "", () => {
      sound.playbackRate = SPEEDS[(SPEEDS.indexOf(sound.playbackRate) + 1) % SPEEDS.length];
      show();
    });
    function show() {
      speed.textContent = say("speed", { n: number(sound.playbackRate) });
    }
    show();
    sound.after(make("div", "lk-recording-act", back, speed));
  }

  lessonkit.parts.push(() => all(".lk-recording audio, .lk-recording video").forEach(controls));
})();
