"""Questions as screens: what is asked and what may be answered."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from lessonkit.model import blocks as b
from lessonkit.plan.slide import Slide
from lessonkit.questions.printed import Area as PrintedArea
from lessonkit.render.pptx import asking
from lessonkit.render.pptx.fit import SCALES, height, scale_for, split, taken
from lessonkit.render.pptx.layouts import FULL, GAP, Box, Spot, spot
from lessonkit.render.pptx.paragraphs import Para, Pen, paragraphs
from lessonkit.render.pptx.pieces import Words, pieces
from lessonkit.render.pptx.runs import Run, runs
from lessonkit.render.pptx.screen import Area, Screen, Shown, Text
from lessonkit.text.inline import Picture

_SIDE = 0.42
"""Share of the width that a picture beside the answers has."""


def asked(slide: Slide, block: b.Ask, title: tuple[Run, ...], pen: Pen) -> Iterator[Screen]:
    """The question above, what may be answered below."""
    printed = block.question.printed()
    base = Screen("question", slide.id, slide.section, title, ())
    around = tuple(one for one in block.blocks if not isinstance(one, b.Figure | b.Scene))
    ask = (Para(runs(block.question.ask)), *_around(around, pen), asking.how(printed, pen))
    picture = printed.picture or next(_pictures(block.blocks), None)
    lines = asking.options(printed, pen)
    if printed.pool:
        left = asking.headed(lines, block.question, 0)
        right = asking.headed(asking.pool(printed), block.question, 1)
        yield from _two(base, ask, left, right)
    else:
        areas = tuple(Area(one.label, *_box(one)) for one in printed.areas)
        yield from _one(base, ask, lines, picture, areas)


def _around(blocks: tuple[b.Block, ...], pen: Pen) -> Iterator[Para]:
    """What stands between the question and its answers; tables line by line."""
    for one in pieces(blocks, pen):
        if isinstance(one, Words):
            yield from one.paras
        elif isinstance(one, b.Table):
            yield from paragraphs((one,), pen)


def _pictures(blocks: Sequence[b.Block]) -> Iterator[Picture]:
    return (one for block in blocks if isinstance(block, b.Figure) for one in block.pictures)


def _one(
    base: Screen,
    ask: tuple[Para, ...],
    lines: tuple[Para, ...],
    picture: Picture | None,
    areas: tuple[Area, ...],
) -> Iterator[Screen]:
    """The question above, its answers below on a surface of their own."""
    above, below = spot("question", 1), spot("question", 18)
    wide = FULL.width * (1 - _SIDE) - GAP if picture is not None else FULL.width
    shown = _shown(picture, wide, areas)
    for scale in SCALES:
        top = height(ask, wide, above, scale)
        high = taken(lines, wide, below, scale) if lines else 0.0
        if top + GAP + high <= FULL.height or scale == SCALES[-1]:
            break
    if top + GAP + high > FULL.height and lines:
        yield from _apart(base, ask, lines, shown)
        return
    box = Box(FULL.x, FULL.y, wide, top if lines else FULL.height)
    first = Text(above, ask, scale_for(ask, above, box) or scale if not lines else scale, box)
    rest = Box(FULL.x, FULL.y + top + GAP, wide, high)
    items = (first, Text(below, lines, scale, rest)) if lines else (first,)
    yield replace(base, items=(*items, *shown))


def _box(area: PrintedArea) -> tuple[float, float, float, float]:
    return area.left / 100, area.top / 100, area.width / 100, area.height / 100


def _shown(picture: Picture | None, wide: float, areas: tuple[Area, ...]) -> tuple[Shown, ...]:
    if picture is None:
        return ()
    box = Box(FULL.x + wide + GAP, FULL.y, FULL.width - wide - GAP, FULL.height)
    return (Shown(picture, box, None, areas),)


def _apart(
    base: Screen, ask: tuple[Para, ...], lines: tuple[Para, ...], shown: tuple[Shown, ...]
) -> Iterator[Screen]:
    """Too long for one screen: the question, then its answers."""
    above, below = spot("question", 1), spot("question", 18)
    wide = FULL.width if not shown else FULL.width * (1 - _SIDE) - GAP
    box = Box(FULL.x, FULL.y, wide, FULL.height)
    yield from spread(base, ask, above, box, shown)
    yield from spread(base, lines, below, FULL, ())


def spread(
    base: Screen, paras: tuple[Para, ...], where: Spot, box: Box, more: tuple[Shown, ...]
) -> Iterator[Screen]:
    """As many screens as it takes; what is beside the words stands on the first."""
    left = paras
    while left:
        whole = scale_for(left, where, box)
        count = len(left) if whole is not None else split(left, where, box)
        part, left = left[:count], left[count:]
        scale = scale_for(part, where, box) or SCALES[-1]
        yield replace(base, items=(Text(where, part, scale, box), *more))
        more = ()


def _two(
    base: Screen, ask: tuple[Para, ...], lines: tuple[Para, ...], pool: tuple[Para, ...]
) -> Iterator[Screen]:
    """Lines on the left, what belongs to them on the right."""
    above = spot("match", 1)
    left, right = spot("match", 18), spot("match", 19)
    for scale in SCALES:
        top = height(ask, FULL.width, above, scale)
        high = max(
            taken(lines, left.box.width, left, scale), taken(pool, right.box.width, right, scale)
        )
        if top + GAP + high <= FULL.height:
            break
    else:
        yield from _apart(base, ask, (*lines, *pool), ())
        return
    y = FULL.y + top + GAP
    yield replace(base, layout="match", items=(
        Text(above, ask, scale, Box(FULL.x, FULL.y, FULL.width, top)),
        Text(left, lines, scale, replace(left.box, y=y, height=high)),
        Text(right, pool, scale, replace(right.box, y=y, height=high)),
    ))  # fmt: skip
