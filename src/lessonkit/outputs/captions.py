"""Captions drawn into a film: what is seen when, and for each part of the film a picture of it."""

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from lessonkit.outputs.base import Derivative, Job
from lessonkit.outputs.typeset import pen, typeset
from lessonkit.plan.reel import Line, Motion, Reel, Still
from lessonkit.plan.views import FPS
from lessonkit.render.caption import Breaks, Caption, split
from lessonkit.text.signs import drawable

TEMPLATE = "captions.typ"
GAP = 2
"""Frames of a pause that is no pause to the eye: the words stay until the next ones come."""
LEAST = 2
"""Frames; what is left of a sentence behind a change of slides is not seen for less."""


@dataclass(frozen=True, slots=True)
class Drawn:
    """For a step that draws them."""

    sheet: Derivative
    """A PNG: strips of equal height below each other, the first one empty."""
    times: str
    """JSON: first frame and the one behind the last of each strip, at `plan.views.FPS`."""


def breaks(job: Job) -> Breaks:
    """Where lines of captions may well end in the language of the lesson."""
    lang = job.page.meta.lang
    return Breaks(frozenset(job.theme.words(lang)("text.break-before").split()), lang)


def shown(job: Job, reel: Reel) -> tuple[Line, ...]:
    """The lines that the track holds: those that are not in the pictures."""
    wanted = job.project.video.captions
    return tuple(
        one for one in reel.lines if wanted == "track" or (wanted == "clips" and not one.filmed)
    )


def drawn(job: Job, reel: Reel) -> Iterator[Drawn | None]:
    """For each shot of the reel."""
    wanted, begun = job.project.video.captions, 0
    lines = [(one.id, one.start, one.end, drawable(one.text)) for one in reel.lines]
    every = tuple(split(lines, breaks(job)))
    for shot in reel.shots:
        pictured = wanted == "drawn" or (wanted == "clips" and isinstance(shot, Motion))
        yield _drawn(job, shot, begun, every) if pictured else None
        begun += shot.frames


def _drawn(job: Job, shot: Still | Motion, begun: int, every: Iterable[Caption]) -> Drawn | None:
    seen = list(_seen(every, begun, shot.frames))
    if not seen:
        return None
    times = [[start, end] for start, end, _ in seen]
    document = {"lang": job.page.meta.lang, "screens": [lines for _, _, lines in seen]}
    # A clip is told of by its own name; of a slide it is known that its signs can be set.
    name = shot.clips[0].name if isinstance(shot, Motion) else ""
    sheet = typeset(job, TEMPLATE, document, pen(job), name=name, format="png", ppi=72)
    return Drawn(sheet, json.dumps(_joined(times)))


def _seen(
    every: Iterable[Caption], begun: int, frames: int
) -> Iterator[tuple[int, int, Sequence[str]]]:
    for one in every:
        first, last = round(one.start * FPS), round(one.end * FPS)
        start, end = max(first - begun, 0), min(last - begun, frames)
        if end - start >= min(LEAST, max(last - first, 1)) and any(one.lines):
            yield start, end, one.lines


def _joined(times: list[list[int]]) -> list[list[int]]:
    """None at the time of another."""
    for one, following in pairwise(times):
        if following[0] - one[1] <= GAP:
            one[1] = following[0]
    return times
