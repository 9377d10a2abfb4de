"""A lesson's film as derivatives: its parts, its sound, and the two forms in which it is given."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from lessonkit.media.pcm import RATE
from lessonkit.outputs import clips
from lessonkit.outputs.base import Derivative, Job
from lessonkit.outputs.captions import Drawn, breaks, drawn, shown
from lessonkit.outputs.frames import deck_of, frame
from lessonkit.outputs.narration import Narration, narration
from lessonkit.plan.reel import Line, Motion, Reel, Sound, Still, reel
from lessonkit.plan.spread import Said
from lessonkit.plan.views import FPS, Heard
from lessonkit.render.listening import captions


@dataclass(frozen=True, slots=True)
class Form:
    """How a film is encoded."""

    width: int
    height: int
    crf: int
    """x264's measure of loss, 0 to 51."""
    kbps: int
    """Of the picture, at the most."""
    sound_kbps: int

    @property
    def params(self) -> tuple[tuple[str, int], ...]:
        """Of every part of the track."""
        return (("width", self.width), ("height", self.height),
                ("crf", self.crf), ("kbps", self.kbps))  # fmt: skip


WHOLE = Form(1280, 720, 23, 2000, 56)
LOW = Form(640, 360, 26, 76, 24)
"""Under a megabyte a minute, whatever it shows."""


@dataclass(frozen=True, slots=True)
class Film:
    """All that is given of it."""

    reel: Reel
    words: str
    """WebVTT, of all that is said."""
    track: str
    """WebVTT, of what is not drawn into the pictures."""
    whole: Derivative
    low: Derivative | None
    poster: Derivative


def film(job: Job) -> Film | None:
    """None until all times are known."""
    if job.lacks(*clips.needs(job)):
        return None
    told = narration(job)
    return None if told is None else _film(job, told)


def _film(job: Job, told: Narration) -> Film:
    planned = reel(deck_of(job), heard(told), clips.planned(job), job.project.video.fade)
    slides = {one.id: frame(job, one) for one in deck_of(job).slides}
    track = _webvtt(job, told, shown(job, planned))
    cut = _Cut(job, told, planned, track, slides, tuple(drawn(job, planned)))
    params = (("width", WHOLE.width), ("type", "image/webp"), ("quality", 80))
    poster = Derivative(
        "film-poster", "", "", params, inputs=(("frame", next(iter(slides.values()))),)
    )
    low = cut.form(LOW) if job.project.video.low else None
    words = _webvtt(job, told, planned.lines)
    return Film(planned, words, track, cut.form(WHOLE), low, poster)


def _webvtt(job: Job, told: Narration, lines: Iterable[Line]) -> str:
    said = job.theme.words(job.page.meta.lang)
    notes = [said("audio.draft")] if told.draft else []
    return captions(((one.id, one.start, one.end, one.text) for one in lines), notes, breaks(job))


def pictures(job: Job) -> tuple[Derivative, ...]:
    """Every slide, which can be drawn before it is known how long it is seen."""
    return tuple(frame(job, one) for one in deck_of(job).slides)


def heard(told: Narration) -> list[Heard]:
    """The chapters with the times of their sentences, each from its own beginning."""
    found = []
    for part in told.parts:
        cues = tuple(
            Said(one.cue.id, one.cue.place, one.start - part.start, one.end - part.start,
                 one.cue.text, one.cue.filmed, one.cue.scene)
            for one in part.cues
        )  # fmt: skip
        chapter = part.chapter
        found.append(Heard(chapter.id, chapter.title, part.seconds, cues, part.recorded))
    return found


@dataclass(frozen=True, slots=True)
class _Cut:
    """A film that is planned."""

    job: Job
    told: Narration
    reel: Reel
    track: str
    slides: Mapping[str, Derivative]
    """Pictures, by the id of the slide."""
    drawn: tuple[Drawn | None, ...]
    """Captions to be drawn, by the number of the shot."""

    def form(self, form: Form) -> Derivative:
        """The film in that form."""
        parts = [(f"part-{n}", one) for n, one in enumerate(self.reel.shots, 1)]
        pairs = zip(parts, self.drawn, strict=True)
        shots = {name: self._shot(one, words, form) for (name, one), words in pairs}
        inputs = (*shots.items(), ("sound", self._track(form)))
        meta = self.job.page.meta
        said = self.job.theme.words(meta.lang)
        facts = {
            "parts": [(name, one.frames) for name, one in parts],
            "lang": meta.lang,
            "captions": said("video.captions"),
            "chapters": [(round(start, 3), title) for start, title in self.reel.chapters],
            "tags": [("title", meta.title), ("artist", ", ".join(meta.authors)),
                     *([("comment", said("audio.draft"))] if self.told.draft else [])],
        }  # fmt: skip
        texts = (("captions", self.track), ("film", json.dumps(facts, ensure_ascii=False)))
        return Derivative("film", "", "", (), texts, inputs)

    def _shot(self, shot: Still | Motion, words: Drawn | None, form: Form) -> Derivative:
        if isinstance(shot, Motion):
            whole = self._motion(shot, words)
            if form is WHOLE:
                return whole
            inputs: _Inputs = (("part", whole),)
            return Derivative("film-smaller", whole.name, "", form.params, inputs=inputs)
        params = (*form.params, ("frames", shot.frames))
        frame = self.slides[shot.slide]
        texts, inputs = _drawing(words)
        return Derivative(
            "film-segment", frame.name, "", params, texts, (("frame", frame), *inputs)
        )

    def _motion(self, shot: Motion, words: Drawn | None) -> Derivative:
        size = WHOLE.width, WHOLE.height
        inputs = [
            (f"clip-{n}", clips.pictures(self.job, one, *size))
            for n, one in enumerate(shot.clips, 1)
        ]
        for name, slide in (("before", shot.before), ("after", shot.after)):
            if slide and shot.fade:
                inputs.append((name, self.slides[slide]))
        params = (*WHOLE.params, ("fade", shot.fade))
        texts, drawing = _drawing(words)
        return Derivative(
            *("film-motion", shot.clips[0].name, "", params),
            texts=(*_lengths(shot), *texts),
            inputs=(*inputs, *drawing),
        )

    def _track(self, form: Form) -> Derivative:
        """All that is heard."""
        inputs: dict[str, Derivative] = {}
        parts = []
        for one in self.reel.sounds:
            name, sound = self._sound(one)
            if sound is not None:
                inputs[name] = sound
            end = one.end if one.chapter else one.frames / FPS
            parts.append((name, round(one.start, 6), round(end, 6), one.frames))
        params = (("rate", RATE), ("kbps", form.sound_kbps))
        texts = (("parts", json.dumps(parts)),)
        return Derivative("film-track", "", "", params, texts, tuple(inputs.items()))

    def _sound(self, one: Sound) -> tuple[str, Derivative | None]:
        """A recording and the name that the track knows it by; nothing: silence."""
        if one.chapter:
            found = {part.chapter.id: part.wav for part in self.told.parts}
            return f"voice-{one.chapter}", found[one.chapter]
        shot = self.reel.shots[one.shot] if one.shot >= 0 else None
        if not isinstance(shot, Motion):
            return "", None
        sounds = [clips.sound(self.job, clip, shot.fade) for clip in shot.clips]
        if len(sounds) == 1:
            return f"clip-{one.shot}", sounds[0]
        params = (("fade", shot.fade), ("rate", RATE))
        inputs = tuple((str(n), sound) for n, sound in enumerate(sounds, 1))
        name = shot.clips[0].name
        mixed = Derivative("film-clip-sounds", name, "", params, _lengths(shot), inputs)
        return f"clip-{one.shot}", mixed


_Inputs = tuple[tuple[str, Derivative], ...]


def _drawing(words: Drawn | None) -> tuple[tuple[tuple[str, str], ...], _Inputs]:
    """Texts and inputs of a step that draws captions."""
    return ((("captions", words.times),), (("captions", words.sheet),)) if words else ((), ())


def _lengths(shot: Motion) -> tuple[tuple[str, str], ...]:
    return (("frames", json.dumps([one.frames for one in shot.clips])),)
