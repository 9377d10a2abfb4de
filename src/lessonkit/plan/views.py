"""The slides of a section, each with what is said while it is seen and the clips behind it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from lessonkit.model.blocks import Video
from lessonkit.plan.slide import Slide
from lessonkit.plan.spread import Said, spread

FPS = 5
"""Frames a second of a slide: few enough to be light, enough for a slide to change in time."""
LEAD = 0.3
"""Seconds by which a slide comes before its first word, where there is a pause."""


@dataclass(frozen=True, slots=True)
class Heard:
    """A chapter with its exact times."""

    id: str
    """Of the section."""
    title: str
    seconds: float
    """Of its sound."""
    cues: tuple[Said, ...]
    recorded: bool = False
    """Whether it is a person's voice, in a room that is never quite silent."""
    jumps: tuple[tuple[float, float], ...] = ()
    """What is left out of its sound: where, and how many seconds; no other time counts them."""

    def sounding(self, start: float, end: float, words: float) -> tuple[float, float]:
        """A stretch, of which the first word is heard at `words`, where its sound has it."""
        left = sum(length for at, length in self.jumps if at <= words + 1e-6)
        return start + left, end + left


@dataclass(frozen=True, slots=True)
class Clip:
    """A part of a film of the author's."""

    name: str
    """The asset."""
    start: float
    """Seconds from its beginning."""
    frames: int
    """At `FPS`."""
    lines: tuple[tuple[float, float, str], ...] = ()
    """Captions: start, end and words, in seconds from the beginning of the part."""


Clips = Mapping[tuple[str, int], tuple[Clip, ...]]
"""By section and place of the block."""


@dataclass(frozen=True, slots=True)
class View:
    """A slide until the next, or until clips."""

    slide: str
    cues: tuple[Said, ...]
    until: float
    """Second of the chapter; that of the view before where nothing is said."""
    clips: tuple[Clip, ...]
    empty: bool
    """Nothing is seen on it but the clip that follows."""


def views(
    slides: tuple[Slide, ...], heard: Heard, moving: Mapping[int, tuple[Clip, ...]]
) -> Iterator[View]:
    """The slides of a section, each with what is said; broken where clips stand."""
    parts = _joined(_parts(slides, heard, moving))
    if heard.seconds and parts and not heard.cues:
        share = heard.seconds / len(parts)
        for at, part in enumerate(parts, 1):
            yield replace(part, until=share * at)
        return
    until = 0.0
    for at, part in enumerate(parts):
        if part.cues:
            after = next((one.cues[0].start for one in parts[at + 1 :] if one.cues), None)
            last = part.cues[-1].end
            until = heard.seconds if after is None else max(last, after - LEAD)
        yield replace(part, until=until)


def _joined(views: Iterator[View]) -> list[View]:
    """Clips with nothing between them follow each other."""
    found: list[View] = []
    for view in views:
        if found and found[-1].clips and view.empty and not view.cues:
            found[-1] = replace(found[-1], clips=(*found[-1].clips, *view.clips))
        else:
            found.append(view)
    return found


def _parts(
    slides: tuple[Slide, ...], heard: Heard, moving: Mapping[int, tuple[Clip, ...]]
) -> Iterator[View]:
    """Without their times."""
    left = sorted(moving.items())
    seen = spread(slides, heard.cues)
    for at, (slide, cues) in enumerate(seen):
        films = bool(slide.blocks) and all(isinstance(one, Video) for one in slide.blocks)
        empty = films and any(place in moving for place in slide.places)
        later = [place for one, _ in seen[at + 1 :] for place in one.places]
        rest = cues
        while left and _is_here(left[0][0], slide, later, last=at == len(seen) - 1):
            place, clips = left.pop(0)
            before = max((n for n, cue in enumerate(rest, 1) if 0 <= cue.place <= place), default=0)
            if all(cue.place < 0 for cue in rest):
                before = len(rest)
            yield View(slide.id, rest[:before], 0.0, clips, empty)
            rest, empty = rest[before:], True
        if rest or not empty:
            yield View(slide.id, rest, 0.0, (), False)


def _is_here(place: int, slide: Slide, later: list[int], *, last: bool) -> bool:
    """Whether a clip at that place stands on this slide, or between it and the next."""
    if place in slide.places or last:
        return True
    return place not in later and all(one > place for one in later)
