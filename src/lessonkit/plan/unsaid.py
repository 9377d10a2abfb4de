"""What a film of slides leaves to the films that are cut into it: the words they say themselves."""

from dataclasses import replace
from itertools import groupby

from lessonkit.plan.spread import Said
from lessonkit.plan.views import Heard


def unsaid(heard: Heard, places: frozenset[int]) -> Heard:
    """A chapter without the transcripts of what is seen at these places, as if never read.

    Only where nothing else is said of the block behind them, for the film stands behind its block;
    and only of a voice: what a person has recorded is never interrupted.
    """
    if heard.recorded or not places or not heard.cues:
        return heard
    kept: list[Said] = []
    jumps: list[tuple[float, float]] = []
    gone = 0.0
    behind = _beginnings(heard)
    for place, group in groupby(heard.cues, lambda one: one.place):
        said = tuple(group)
        count = _at_end(said) if place in places else 0
        kept += (_earlier(one, gone) for one in said[: len(said) - count])
        if count:
            start = said[-count].start
            length = behind[said[-1].id] - start
            jumps.append((start - gone, length))
            gone += length
    return replace(heard, seconds=heard.seconds - gone, cues=tuple(kept), jumps=tuple(jumps))


def _beginnings(heard: Heard) -> dict[str, float]:
    """When what follows a sentence begins, by its id."""
    starts = (*(one.start for one in heard.cues[1:]), heard.seconds)
    return {one.id: start for one, start in zip(heard.cues, starts, strict=True)}


def _at_end(said: tuple[Said, ...]) -> int:
    """How many sentences of transcripts a block ends with; none where others stand between."""
    count = 0
    while count < len(said) and said[-1 - count].filmed:
        count += 1
    return count if not any(one.filmed for one in said[: len(said) - count]) else 0


def _earlier(one: Said, seconds: float) -> Said:
    return replace(one, start=one.start - seconds, end=one.end - seconds)
