"""Films of the author's that a lesson shows, as parts of its own film."""

import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from unicodedata import normalize

from lessonkit.check.captions import Cue, read_cues
from lessonkit.media.pcm import RATE
from lessonkit.model import blocks as b
from lessonkit.model.walk import children
from lessonkit.outputs.base import Derivative, Job, full
from lessonkit.plan.page import OPENING
from lessonkit.plan.views import FPS, Clip

_TOGETHER = 1.0
"""Seconds; words that are seen for less before others come cannot be read alone."""
_SUBRIP = "application/x-subrip"


@dataclass(frozen=True, slots=True)
class Found:
    """A film where it stands."""

    section: str
    place: int
    block: b.Video
    facts: Derivative
    """Of `film-clip-facts`."""
    captions: Derivative | None

    @property
    def start(self) -> float:
        """Seconds."""
        return self.block.start or 0.0


def found(job: Job) -> tuple[Found, ...]:
    """All that learners see, in order; what is only said or only for a facilitator is not seen."""
    page = full(job)
    sections = [(OPENING, page.intro)]
    sections += [(one.id, one.blocks) for one in page.sections if not one.teacher]
    return tuple(
        Found(name, place, film, _facts(job, film), _captions(job, film))
        for name, blocks in sections
        for place, block in enumerate(blocks)
        for film in _films(block)
        if film.src in job.checked.module.assets
    )


def _films(block: b.Block) -> Iterator[b.Video]:
    if isinstance(block, b.Video):
        yield block
    elif not isinstance(block, b.Teacher | b.Narration):
        for inner in children(block):
            yield from _films(inner)


def _facts(job: Job, film: b.Video) -> Derivative:
    params = (("start", film.start or 0.0), ("end", film.end or 0.0))
    digest = job.checked.module.assets[film.src].digest
    return Derivative("film-clip-facts", film.src, digest, params)


def _captions(job: Job, film: b.Video) -> Derivative | None:
    """In the form of WebVTT, as pages have them."""
    asset = job.checked.module.assets.get(film.captions)
    if asset is None:
        return None
    if asset.type == _SUBRIP:
        return Derivative("captions", film.captions, asset.digest, (("type", "text/vtt"),))
    return Derivative("copy", film.captions, asset.digest)


def needs(job: Job) -> tuple[Derivative, ...]:
    """What must be known of them before a film can be planned."""
    return tuple(
        one for film in found(job) for one in (film.facts, film.captions) if one is not None
    )


def planned(job: Job) -> dict[tuple[str, int], tuple[Clip, ...]]:
    """By section and place. Raises: KeyError: what `needs` names has not been made."""
    clips: dict[tuple[str, int], tuple[Clip, ...]] = {}
    for one in found(job):
        where = (one.section, one.place)
        frames = int(_told(job, one)["frames"])
        clip = Clip(one.block.src, one.start, frames, tuple(_lines(job, one, frames / FPS)))
        clips[where] = (*clips.get(where, ()), clip)
    return clips


def sounding(job: Job) -> dict[str, bool]:
    """Whether there is sound, by the name of the asset."""
    return {one.block.src: bool(_told(job, one)["sound"]) for one in found(job)}


def _told(job: Job, film: Found) -> dict[str, int]:
    told: dict[str, int] = json.loads(job.file(film.facts).path.read_text("utf-8"))
    return told


def _lines(job: Job, film: Found, seconds: float) -> Iterator[tuple[float, float, str]]:
    """The captions of the part, in its own time."""
    made = (job.made or {}).get(film.captions) if film.captions else None
    text = made.decode("utf-8-sig", "replace") if isinstance(made, bytes) else ""
    text = normalize("NFC", re.sub(r"\r\n?", "\n", text))
    for cue in _apart(read_cues(text, film.block.captions)):
        start, end = cue.start - film.start, cue.end - film.start
        if end > max(start, 0.0) and start < seconds:
            yield max(start, 0.0), min(end, seconds), "\n".join(cue.lines)


def _apart(cues: Iterable[Cue]) -> Iterator[Cue]:
    """One behind the other: what is begun with the last one is read with it."""
    last: Cue | None = None
    for cue in sorted((one for one in cues if any(one.lines)), key=lambda one: one.start):
        if last is None or last.end <= last.start:
            last = cue
        elif cue.start - last.start < _TOGETHER and cue.start < last.end:
            last = replace(last, end=max(last.end, cue.end), lines=(*last.lines, *cue.lines))
        else:
            yield replace(last, end=min(last.end, cue.start))
            last = cue
    if last is not None:
        yield last


def pictures(job: Job, clip: Clip, width: int, height: int) -> Derivative:
    """Of `film-clip`, on the theme's paper where it has another shape than a slide."""
    params = (
        *(("start", clip.start), ("frames", clip.frames), ("width", width), ("height", height)),
        ("colour", job.theme.tokens.light["paper"]),
    )
    return Derivative("film-clip", clip.name, _digest(job, clip), params)


def sound(job: Job, clip: Clip, fade: int) -> Derivative:
    """A WAV as those of the narration are; `fade` in frames."""
    params = (
        *(("start", clip.start), ("frames", clip.frames), ("rate", RATE)),
        *(("fade", fade / FPS), ("sound", int(sounding(job)[clip.name]))),
    )
    return Derivative("film-clip-sound", clip.name, _digest(job, clip), params)


def _digest(job: Job, clip: Clip) -> str:
    return job.checked.module.assets[clip.name].digest
