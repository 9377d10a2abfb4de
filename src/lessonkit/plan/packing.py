"""Where slides begin: parts of blocks dealt out as evenly as their borders allow."""

from dataclasses import dataclass
from itertools import pairwise

from lessonkit.model import blocks as b
from lessonkit.model.walk import walk
from lessonkit.plan.fragments import fragments, tieng_of
from lessonkit.plan.room import HALF, TALL, height, repeated

IDEAL = 34
"""Tiếng of a slide that is neither empty nor full; project's choice, below the 40 of its limit."""
_OVER = 1.15
"""A slide may hold this much of the limit where two would be half empty."""


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a block, and what it costs."""

    place: int
    """Of its block in the section."""
    block: b.Block
    tieng: int
    tall: float
    """Lines, all across."""
    narrow: float
    """Lines beside a picture, which stands there even where it belongs to a step."""
    again: float
    """Lines of that which it shares with the part before, where both are of one block."""
    figure: bool
    """There is a picture or a film in it."""
    heading: bool
    divider: bool


def parts(place: int, block: b.Block, most: int) -> tuple[Part, ...]:
    """The parts of a block, none longer than `most` tiếng where its words allow it."""
    return tuple(_part(place, one) for one in fragments(block, most))


def _part(place: int, block: b.Block) -> Part:
    figures = [one for one in walk((block,)) if isinstance(one, b.Figure | b.Video)]
    # A table is looked up, not read from end to end.
    share = 2 if isinstance(block, b.Table) else 1
    return Part(
        place,
        block,
        tieng_of(block) // share,
        height(block),
        height(block, HALF) - sum(height(one) for one in figures),
        repeated(block),
        bool(figures),
        isinstance(block, b.Heading),
        isinstance(block, b.Divider),
    )


def packed(found: tuple[Part, ...], most: int) -> tuple[tuple[Part, ...], ...]:
    """Parts in order, slide by slide: few slides, none too full, none begun within a block if
    another border is near."""
    best: list[tuple[float, int]] = [(0.0, 0)]
    for until in range(1, len(found) + 1):
        options = []
        for start in range(until - 1, -1, -1):
            cost = _cost(found, start, until, most)
            if cost is None:
                break
            options.append((best[start][0] + cost, start))
        best.append(min(options))
    slides: list[tuple[Part, ...]] = []
    until = len(found)
    while until:
        start = best[until][1]
        slides.append(found[start:until])
        until = start
    return tuple(reversed(slides))


def _cost(found: tuple[Part, ...], start: int, until: int, most: int) -> float | None:
    """Of a slide with these parts; None: it would be too full. A part alone always fits."""
    slide = found[start:until]
    if len(slide) > 1 and not _holds(slide, most):
        return None
    words = sum(one.tieng for one in slide)
    cost = 1 + 0.6 * ((words - IDEAL) / IDEAL) ** 2
    if start and found[start - 1].block.span == slide[0].block.span:
        cost += _torn(found, start, most)
    headed = any(one.heading for one in slide[1:])
    if headed and until < len(found) and not found[until].heading:
        cost += 1
    cost += sum(0.8 for one in slide[1:] if one.heading)
    if slide[-1].heading and until < len(found):
        cost += 3
    return cost


def _torn(found: tuple[Part, ...], start: int, most: int) -> float:
    """What it costs to begin a slide within a block: little where no slide would hold all of it."""
    span = found[start].block.span
    whole = tuple(one for one in found if one.block.span == span)
    return 1.2 if _holds(whole, most) else 0.1


def _holds(slide: tuple[Part, ...], most: int) -> bool:
    figures = sum(one.figure for one in slide)
    words = sum(one.tieng for one in slide)
    shared = sum(z.again for a, z in pairwise(slide) if a.block.span == z.block.span)
    if figures > 1 or any(one.divider for one in slide):
        return False
    if figures and any(_wide(one.block) for one in slide):
        return len(slide) == 1
    if figures:
        return words <= most and sum(one.narrow for one in slide) - shared <= TALL
    return words <= most * _OVER and sum(one.tall for one in slide) - shared <= TALL


def _wide(block: b.Block) -> bool:
    """Whether it needs a slide for itself: several pictures, or a film."""
    return isinstance(block, b.Video) or (isinstance(block, b.Figure) and len(block.pictures) > 1)
