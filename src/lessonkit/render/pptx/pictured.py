"""Slides with pictures: alone, several, or beside words."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from lessonkit.render.pptx.fit import SCALES, height, scale_for, split
from lessonkit.render.pptx.flow import flow
from lessonkit.render.pptx.layouts import FULL, GAP, Box, Spot, layout, spot
from lessonkit.render.pptx.paragraphs import Para
from lessonkit.render.pptx.runs import Run
from lessonkit.render.pptx.screen import Found, Screen, Shown, Sizes, Text
from lessonkit.text.inline import Picture


def with_pictures(base: Screen, found: Found, sizes: Sizes) -> Iterator[Screen]:
    """What has at least one picture."""
    if not found.words and len(found.pictures) == 1:
        yield replace(base, layout="picture", items=_alone(found))
    elif not found.words:
        yield from _many(base, found)
    else:
        yield from _beside(base, found, sizes)


def _alone(found: Found) -> tuple[Text | Shown, ...]:
    where, below = spot("picture", 12), spot("picture", 13)
    if not found.caption:
        return (Shown(found.pictures[0], FULL, where),)
    shown = Shown(found.pictures[0], where.box, where)
    return shown, _caption(found.caption, below, below.box)


def _caption(caption: tuple[Run, ...], where: Spot, box: Box) -> Text:
    paras = (Para(caption),)
    return Text(where, paras, scale_for(paras, where, box) or SCALES[-1], box)


def _many(base: Screen, found: Found) -> Iterator[Screen]:
    """Two beside each other, four in a square."""
    spots = [one for one in layout("pictures").spots if one.kind == "pic"]
    below = spot("pictures", 13)
    left = found.pictures
    while left:
        part, left = left[:4], left[4:]
        tall = len(part) <= 2
        caption = bool(found.caption)
        foot = below.box.height + 8 if caption else 0
        shown = [
            Shown(one, replace(where.box, height=FULL.height - foot) if tall else where.box, where)
            for one, where in zip(part, spots, strict=False)
        ]
        words = (_caption(found.caption, below, below.box),) if caption and not left else ()
        yield replace(base, layout="pictures", items=(*shown, *words))


def _beside(base: Screen, found: Found, sizes: Sizes) -> Iterator[Screen]:
    """Words on the left, pictures on the right; a narrow picture leaves the words more room."""
    where, pictured, below = (spot("picture-text", idx) for idx in (1, 12, 13))
    wide = min(_HALF, max(200.0, _widest(found.pictures[:3], sizes)))
    text = Box(FULL.x, FULL.y, FULL.width - wide - GAP, FULL.height)
    scale = scale_for(found.words, where, text)
    if scale is None:
        yield from _before(base, found, sizes, split(found.words, where, text), text)
        return
    column = Box(FULL.x + text.width + GAP, FULL.y, wide, FULL.height)
    shown = _column(found, column, pictured, below, sizes)
    moved = text if text != where.box else None
    yield replace(
        base, layout="picture-text", items=(Text(where, found.words, scale, moved), *shown)
    )
    if found.pictures[3:]:
        more = replace(found, words=(), pictures=found.pictures[3:], caption=())
        yield from with_pictures(base, more, sizes)


def _before(base: Screen, found: Found, sizes: Sizes, count: int, box: Box) -> Iterator[Screen]:
    """As many words beside the pictures as there is room for, the others behind them."""
    beside, rest = found.words[:count], found.words[count:]
    if rest and scale_for(beside, spot("picture-text", 1), box) is not None:
        yield from _beside(base, replace(found, words=beside), sizes)
    else:
        rest = found.words
        yield from with_pictures(base, replace(found, words=()), sizes)
    yield from flow(base, rest, spot("content", 1), "content")


_HALF = (FULL.width - GAP) / 2


def _widest(pictures: Sequence[Picture], sizes: Sizes) -> float:
    """Points that the widest of them has where all stand in one column."""
    high = (FULL.height - GAP * (len(pictures) - 1)) / len(pictures)
    ratios = [sizes.get(one.src, (3, 2)) for one in pictures]
    return max(high * wide / tall for wide, tall in ratios)


def _column(
    found: Found, box: Box, where: Spot, below: Spot, sizes: Sizes
) -> tuple[Text | Shown, ...]:
    """Up to three pictures, one below the other, and their caption right under the last."""
    pictures = found.pictures[:3]
    foot = _high_caption(found.caption, below, box.width)
    room_each = (box.height - foot - GAP * (len(pictures) - 1)) / len(pictures)
    y, items = box.y, []
    for place, one in enumerate(pictures):
        wide, tall = sizes.get(one.src, (3, 2))
        high = min(room_each, box.width * tall / wide)
        across = min(box.width, high * wide / tall)
        items.append(Shown(one, Box(box.x, y, across, high), where if not place else None))
        y += high + GAP
    if not found.caption:
        return tuple(items)
    at = Box(box.x, y - GAP + 8, box.width, foot - 8)
    return (*items, _caption(found.caption, below, at))


def _high_caption(caption: tuple[Run, ...], where: Spot, width: float) -> float:
    return height((Para(caption),), width, where) + 10 if caption else 0.0
