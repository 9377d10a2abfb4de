"""Where slides begin: parts of blocks dealt out as evenly as their borders allow."""

from dataclasses import dataclass
from itertools import pairwise

from lessonkit.model import blocks as b
from lessonkit.model.walk import prose, walk
from lessonkit.plan.fragments import fragments, tieng_of
from lessonkit.plan.room import HALF, TALL, height, repeated
from lessonkit.plan.sayings import announces

IDEAL = 34
"""Tiếng of a slide that is neither empty nor full; project's choice, below the 40 of its limit."""
_OVER = 1.15
"""A slide may hold this much of the limit where two would be half empty, …"""
_PICTURED = 1.1
"""… this much beside a picture, …"""
_ANNOUNCED = 1.25
"""… this much where it begins with the sentence that announces the rest, …"""
_STEPS = 1.4
"""… and this much where it shows steps, all of them and nothing else: they are followed one by one.
"""


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a block, and what it costs."""

    place: int
    """Of its block in the section."""
    block: b.Block
    tieng: float
    tall: float
    """Lines, all across."""
    narrow: float
    """Lines beside a picture, which stands there even where it belongs to a step."""
    again: float
    """Lines of that which it shares with the part before, where both are of one block."""
    announces: bool
    """It ends with a colon."""
    figure: bool
    """There is a picture or a film in it."""
    heading: bool
    divider: bool


def parts(place: int, block: b.Block, most: int) -> tuple[Part, ...]:
    """The parts of a block, none longer than `most` tiếng where its words allow it."""
    return tuple(_part(place, one, most) for one in fragments(block, most))


def _part(place: int, block: b.Block, most: int) -> Part:
    figures = [one for one in walk((block,)) if isinstance(one, b.Figure | b.Video)]
    return Part(
        place,
        block,
        _read(block, most),
        height(block),
        height(block, HALF) - sum(height(one) for one in figures),
        repeated(block),
        _announces(block),
        bool(figures),
        isinstance(block, b.Heading),
        isinstance(block, b.Divider),
    )


def _read(block: b.Block, most: int) -> float:
    """Its tiếng; a table is looked up and not read from end to end: of it what room it takes."""
    if isinstance(block, b.Table):
        return (height(block) - repeated(block)) * most / TALL
    return tieng_of(block)


def _announces(block: b.Block) -> bool:
    said = [] if isinstance(block, b.Figure | b.Table | b.Heading) else [*prose((block,))]
    return bool(said) and announces(said[-1].plain())


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
    if start:
        cost += _border(found, start, most)
    headed = any(one.heading for one in slide[1:])
    if headed and until < len(found) and not found[until].heading:
        cost += 1
    cost += sum(0.8 for one in slide[1:] if one.heading)
    boxes = {one.block.span for one in slide if isinstance(one.block, b.Callout)}
    cost += 0.8 * max(0, len(boxes) - 1)
    if slide[-1].heading and until < len(found):
        cost += 3
    return cost


def _border(found: tuple[Part, ...], start: int, most: int) -> float:
    """What it costs to begin a slide there: much behind a colon, some between words and picture."""
    before, after = found[start - 1], found[start]
    cost = 3.0 if before.announces else 0.0
    if after.figure and not (before.figure or before.divider or before.heading):
        cost += 0.8
    return cost + (_torn(found, start, most) if before.block.span == after.block.span else 0.0)


def _torn(found: tuple[Part, ...], start: int, most: int) -> float:
    """What it costs to begin within a block: little where no slide would hold all of it, or where
    its last sentence announces what follows."""
    span = found[start].block.span
    if found[start].announces and isinstance(found[start].block, b.Paragraph):
        return 0.3
    whole = tuple(one for one in found if one.block.span == span)
    if not _holds(whole, most):
        return 0.1
    before = sum(one.block.span == span for one in found[:start])
    return 1.8 if len(whole) > 2 and before in (1, len(whole) - 1) else 1.2


def _holds(slide: tuple[Part, ...], most: int) -> bool:
    figures = sum(one.figure for one in slide)
    words = sum(one.tieng for one in slide)
    shared = sum(z.again for a, z in pairwise(slide) if a.block.span == z.block.span)
    if figures > 1 or any(one.divider for one in slide):
        return False
    if figures and any(_wide(one.block) for one in slide):
        return len(slide) == 1
    tall = sum(one.narrow if figures else one.tall for one in slide) - shared
    return words <= most * _share(slide) and tall <= TALL


def _share(slide: tuple[Part, ...]) -> float:
    if slide[0].announces:
        return _ANNOUNCED
    if any(one.figure for one in slide):
        return _PICTURED
    spans = {one.block.span for one in slide}
    return _STEPS if len(spans) == 1 and isinstance(slide[0].block, b.Steps) else _OVER


def _wide(block: b.Block) -> bool:
    """Whether it needs a slide for itself: several pictures, or a film."""
    return isinstance(block, b.Video) or (isinstance(block, b.Figure) and len(block.pictures) > 1)
