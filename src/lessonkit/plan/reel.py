"""A lesson as a film: which slide is seen while what is heard, and where the author's clips stand.

Time is counted in frames of a fifth of a second: a slide changes in the pause before the sentence
that speaks of it, at the nearest of them. Between the sentences of a voice there is silence, which
is made to fit: so how long a slide is seen hangs on its own words alone, and no other one changes
with them. A recording is never interrupted but for a clip, or for a slide that would flash by.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from itertools import groupby
from math import ceil

from lessonkit.plan.deck import Deck
from lessonkit.plan.slide import Slide
from lessonkit.plan.spread import Said
from lessonkit.plan.storied import storied
from lessonkit.plan.unsaid import unsaid
from lessonkit.plan.views import FPS, Clip, Clips, Heard, View, views

HOLD = 4.0
"""Seconds of a slide of which nothing is said; project's choice."""
LEAST = 2.0
"""Seconds of any slide: what is seen for less is not seen; project's choice."""


@dataclass(frozen=True, slots=True)
class Still:
    """A slide as it is seen for a while."""

    slide: str
    frames: int


@dataclass(frozen=True, slots=True)
class Motion:
    """Clips that follow each other, each faded into the next."""

    clips: tuple[Clip, ...]
    frames: int
    fade: int
    """Frames that neighbours share."""
    before: str
    """Id of the slide that it comes out of; empty: it begins the film."""
    after: str = ""
    """Id of the slide that it fades into; empty: it ends the film."""


@dataclass(frozen=True, slots=True)
class Sound:
    """What is heard for some frames: a part of a chapter, the sound of a `Motion`, or nothing."""

    frames: int
    chapter: str = ""
    start: float = 0.0
    """Seconds from the beginning of the chapter."""
    end: float = 0.0
    shot: int = -1
    """Number of the `Motion` among the shots."""


@dataclass(frozen=True, slots=True)
class Line:
    """A sentence as captions show it."""

    id: str
    start: float
    """Seconds from the beginning of the film."""
    end: float
    text: str
    filmed: bool = False
    """Whether a clip says it."""


@dataclass(frozen=True, slots=True)
class Reel:
    """The whole film."""

    shots: tuple[Still | Motion, ...]
    sounds: tuple[Sound, ...]
    lines: tuple[Line, ...]
    chapters: tuple[tuple[float, str], ...]
    """Start in seconds, and title."""

    @property
    def frames(self) -> int:
        """At `FPS`."""
        return sum(shot.frames for shot in self.shots)

    @property
    def seconds(self) -> float:
        """How long it is."""
        return self.frames / FPS


def reel(deck: Deck, heard: Sequence[Heard], clips: Clips, fade: float = 0.4) -> Reel:
    """The film of a deck and of what is heard; `fade` in seconds.

    What is heard of a section without a slide is heard over the slide before; a section of which
    nothing is heard is seen in silence.
    """
    cutting = _Cutting(round(fade * FPS))
    said = {one.id: one for one in heard}
    shown = {name: tuple(slides) for name, slides in groupby(deck.slides, lambda one: one.section)}
    for name in _order(tuple(shown), tuple(said)):
        chapter = said.get(name) or Heard(name, "", 0.0, ())
        slides = storied(shown.get(name, ()), chapter.cues) or _over(deck, cutting.slide, name)
        moving = {place: found for (section, place), found in clips.items() if section == name}
        chapter = unsaid(chapter, frozenset(moving))
        cutting.section(tuple(views(slides, chapter, moving)), chapter)
    return cutting.done()


def _order(shown: tuple[str, ...], said: tuple[str, ...]) -> tuple[str, ...]:
    """All sections as the slides have them, what is only heard behind what it was heard after."""
    order = list(shown)
    for at, name in enumerate(said):
        if name not in shown:
            before = [order.index(one) for one in said[:at] if one in order]
            order.insert(max(before, default=-1) + 1, name)
    return tuple(order)


def _over(deck: Deck, seen: str, section: str) -> tuple[Slide, ...]:
    """The slide that is seen, or will be, for a section that has none."""
    name = seen or (deck.slides[0].id if deck.slides else "")
    return (Slide(name, section, "content", None, (), (), ()),) if name else ()


@dataclass
class _Cutting:
    """The film as far as it is cut."""

    fade: int
    shots: list[Still | Motion] = field(default_factory=list)
    sounds: list[Sound] = field(default_factory=list)
    lines: list[Line] = field(default_factory=list)
    chapters: list[tuple[float, str]] = field(default_factory=list)
    frames: int = 0
    slide: str = ""

    def section(self, seen: tuple[View, ...], heard: Heard) -> None:
        """All slides, sentences and clips of one section."""
        if seen and heard.title:
            self.chapters.append((self.frames / FPS, heard.title))
        begun, start, until = self.frames, 0.0, 0.0
        for at, view in enumerate(seen):
            spoken = view.until - until
            until = view.until
            self._lines(view.cues, begun / FPS - start)
            if spoken <= 0:
                self._silent(view)
            else:
                self._still(view.slide, max(1, begun + round((until - start) * FPS) - self.frames))
                goes_on = at + 1 < len(seen) and seen[at + 1].until > until and not view.clips
                if goes_on and spoken >= LEAST and heard.recorded:
                    continue
                # Of a voice the silence behind a sentence may be a little shorter.
                full = until if heard.recorded or not view.cues else view.cues[-1].end
                self._rest(view.slide, begun + ceil((full - start) * FPS - 1e-6), spoken)
                end = min(until, start + (self.frames - begun) / FPS)
                part = heard.sounding(start, end, view.cues[0].start if view.cues else start)
                self.sounds.append(Sound(self.frames - begun, heard.id, *part))
            if view.clips:
                self._motion(view.clips, heard.id)
            begun, start = self.frames, until

    def _lines(self, cues: tuple[Said, ...], offset: float) -> None:
        for cue in cues:
            self.lines.append(Line(cue.id, cue.start + offset, cue.end + offset, cue.text))

    def _silent(self, view: View) -> None:
        """A slide of which nothing is said; one that only announces a clip needs no time."""
        if not (view.empty and view.clips):
            frames = round(HOLD * FPS)
            self._still(view.slide, frames)
            self.sounds.append(Sound(frames))

    def _rest(self, slide: str, least: int, spoken: float) -> None:
        """What is lacking until the sound is over and the slide was seen."""
        more = round((LEAST - spoken) * FPS) if spoken < LEAST else 0
        lacking = max(least - self.frames, more)
        if lacking > 0:
            self._still(slide, lacking)

    def _still(self, slide: str, frames: int) -> None:
        """One shot; the same slide again makes the last one longer."""
        last = self.shots[-1] if self.shots else None
        if isinstance(last, Still) and last.slide == slide:
            self.shots[-1] = replace(last, frames=last.frames + frames)
        else:
            self.shots.append(Still(slide, frames))
        self.slide, self.frames = slide, self.frames + frames

    def _motion(self, clips: tuple[Clip, ...], section: str) -> None:
        """Clips as one shot, and their captions where they stand in the film."""
        # A clip that is no longer than its two fades would be seen through others only.
        fade = self.fade if min(one.frames for one in clips) > 2 * self.fade else 0
        frames = sum(one.frames - fade for one in clips) + fade
        seen = self.slide if self.shots else ""
        at, number = self.frames, 0
        for clip in clips:
            most = (clip.frames - fade) / FPS
            for start, end, text in clip.lines:
                if start < most:
                    number += 1
                    name = f"{section}.clip-{len(self.shots)}.{number}"
                    begin = at / FPS
                    until = begin + min(end, most)
                    self.lines.append(Line(name, begin + start, until, text, filmed=True))
            at += clip.frames - fade
        self.sounds.append(Sound(frames, shot=len(self.shots)))
        self.shots.append(Motion(clips, frames, fade, seen))
        self.frames += frames

    def done(self) -> Reel:
        """Each clip told what it fades into."""
        shots = list(self.shots)
        for at, (shot, following) in enumerate(zip(self.shots, self.shots[1:], strict=False)):
            if isinstance(shot, Motion) and isinstance(following, Still):
                shots[at] = replace(shot, after=following.slide)
        return Reel(tuple(shots), tuple(self.sounds), tuple(self.lines), tuple(self.chapters))
