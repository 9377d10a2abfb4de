"""A slide of the plan as one or several screens: which layout, what in which placeholder, where."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from lessonkit.model import blocks as b
from lessonkit.plan.slide import Slide
from lessonkit.render.pptx.fit import SCALES, height, scale_for, taken
from lessonkit.render.pptx.flow import flow
from lessonkit.render.pptx.grid import grids
from lessonkit.render.pptx.layouts import BOTTOM, FULL, GAP, Box, spot
from lessonkit.render.pptx.paragraphs import Para, Pen
from lessonkit.render.pptx.pictured import with_pictures
from lessonkit.render.pptx.pieces import Panel, Piece, Words, pieces
from lessonkit.render.pptx.runs import Run, joined, runs
from lessonkit.render.pptx.screen import Found, Screen, Set, Sizes, Text


def content_screens(
    slide: Slide, pen: Pen, sizes: Sizes, panel: Panel | None = None
) -> tuple[Screen, ...]:
    """What shows blocks: words, pictures, tables and what is to be remembered; a panel last."""
    found = _sorted((*pieces(slide.blocks, pen), *([panel] if panel else [])))
    base = Screen("content", slide.id, slide.section, runs(slide.title), ())
    if found.tables:
        return tuple(_with_tables(base, found, sizes))
    if found.pictures:
        return tuple(with_pictures(base, found, sizes))
    kind = "practice" if slide.kind == "practice" else ""
    return tuple(_with_words(base, found, kind))


def numbered(screens: Iterable[Screen]) -> tuple[Screen, ...]:
    """All but the first go on from the one before; names stay unique."""
    return tuple(
        replace(one, goes_on=True, name=f"{one.name}+{place}", notes=()) if place else one
        for place, one in enumerate(screens)
    )


def told_apart(screens: Iterable[Screen], pen: Pen) -> Iterator[Screen]:
    """Titles that say what goes on, each another than the last: so voices and lists find them."""
    count = 0
    for one in screens:
        count = count + 1 if one.goes_on else 0
        key = "pptx.again" if count == 1 else "pptx.again-more"
        before, _, after = pen.words(key, title="{}", n=count).partition("{}")
        title = joined(iter((Run(before), *one.title, Run(after))))
        yield replace(one, title=title) if count else one


def _sorted(found: Iterable[Piece]) -> Found:
    """By kind; a remark is set apart only where it is the one thing beside words."""
    every = tuple(found)
    panels = [one for one in every if isinstance(one, Panel)]
    alone = len(panels) == 1 and panels[0] in (every[0], every[-1])
    if not all(isinstance(one, Words | Panel) for one in every) or not alone:
        every, panels = tuple(_opened(every)), []
    figures = [one for one in every if isinstance(one, b.Figure)]
    captions = [runs(one.caption) for one in figures if one.caption]
    return Found(
        tuple(para for one in every if isinstance(one, Words) for para in one.paras),
        tuple(panels),
        tuple(one for one in every if isinstance(one, b.Table)),
        tuple(shown for one in figures for shown in one.pictures),
        tuple(run for one in captions for run in (Run(" · "), *one))[1:],
        bool(panels) and every[0] is panels[0],
    )


def _opened(found: Iterable[Piece]) -> Iterator[Piece]:
    """Remarks among the words, where there is no room for a panel."""
    for one in found:
        yield Words((*one.head, *one.paras)) if isinstance(one, Panel) else one


def _with_words(base: Screen, found: Found, kind: str) -> Iterator[Screen]:
    if found.panels:
        yield from _with_panel(base, found, kind or "remark")
        return
    yield from flow(base, found.words, spot("content", 1), "content")


def _with_panel(base: Screen, found: Found, key: str) -> Iterator[Screen]:
    """Words and what is to be remembered, one below the other, each as high as it needs to be."""
    panel, where, below = found.panels[0], spot(key, 1), spot(key, 11)
    told = (*panel.head, *panel.paras)
    if not found.words:
        box = Box(FULL.x, FULL.y, FULL.width, min(FULL.height, taken(told, FULL.width, below)))
        scale = scale_for(told, below, box)
        if scale is not None:
            yield replace(base, layout=key, items=(Text(below, told, scale, box, panel.colour),))
            return
    for scale in SCALES if found.words else ():
        high = taken(told, FULL.width, below, scale)
        words = height(found.words, FULL.width, where, scale)
        if words + GAP + high <= FULL.height:
            yield _stacked(base, found, key, high, scale)
            return
    yield from flow(base, _in_order(found, told), spot("content", 1), "content")


def _in_order(found: Found, told: tuple[Para, ...]) -> tuple[Para, ...]:
    return (*told, *found.words) if found.panel_first else (*found.words, *told)


def _stacked(base: Screen, found: Found, key: str, high: float, scale: float) -> Screen:
    panel = found.panels[0]
    told = (*panel.head, *panel.paras)
    where, below = spot(key, 1), spot(key, 11)
    above = height(found.words, FULL.width, where, scale)
    rest = FULL.height - high - GAP if found.panel_first else above
    top = FULL.y if found.panel_first else FULL.y + above + GAP
    first = FULL.y + high + GAP if found.panel_first else FULL.y
    panel_text = Text(below, told, scale, Box(FULL.x, top, FULL.width, high), panel.colour)
    words = Text(where, found.words, scale, Box(FULL.x, first, FULL.width, rest))
    items = (panel_text, words) if found.panel_first else (words, panel_text)
    return replace(base, layout=key, items=items)


def _with_tables(base: Screen, found: Found, sizes: Sizes) -> Iterator[Screen]:
    """Words above, the table below; long ones go on with their head repeated."""
    where, under = spot("table", 1), spot("table", 17)
    words = found.words
    high = height(words, FULL.width, where) if words else 0.0
    if high > FULL.height / 3:
        yield from flow(base, words, spot("content", 1), "content")
        words, high = (), 0.0
    for place, table in enumerate(found.tables):
        top = FULL.y + (high + GAP / 2 if words and not place else 0)
        box = Box(FULL.x, top, FULL.width, BOTTOM - top)
        for number, grid in enumerate(grids(table, box)):
            first = words and not place and not number
            said = (Text(where, words, 1.0, replace(where.box, height=high)),) if first else ()
            at = box if not number else FULL
            yield replace(base, layout="table", items=(*said, Set(grid, at, under)))
    if found.pictures:
        yield from with_pictures(base, replace(found, words=(), tables=()), sizes)
