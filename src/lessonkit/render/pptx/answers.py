"""Answers as screens: what was asked, what is right, and why."""

from collections.abc import Iterator
from dataclasses import replace

from lessonkit.model import blocks as b
from lessonkit.plan.slide import Slide
from lessonkit.render.pptx import asking
from lessonkit.render.pptx.fit import SCALES, taken
from lessonkit.render.pptx.layouts import FULL, GAP, Box, Spot, spot
from lessonkit.render.pptx.paragraphs import Para, Pen
from lessonkit.render.pptx.questions import spread
from lessonkit.render.pptx.runs import Run, runs
from lessonkit.render.pptx.screen import Screen, Text

_READ = SCALES[3]
"""The smallest that is read from the last row: before it, what can be left out is."""

_Parts = list[tuple[Spot, tuple[Para, ...]]]


def answered(slide: Slide, block: b.Ask, title: tuple[Run, ...], pen: Pen) -> Iterator[Screen]:
    """What is right, and why; nothing where nothing is.

    Where room is short the question is not repeated, then wrong options are left to the notes.
    """
    told, why = asking.answers(block.question, pen), asking.reasons(block.question)
    right = asking.right_only(told)
    base = Screen("answer", slide.id, slide.section, title, ())
    whole = _parts((Para(runs(block.question.ask)),), told, why)
    for parts, least in ((whole, _READ), (whole[1:], _READ), (_parts((), right, why), SCALES[-1])):
        items = _fitted(parts, least)
        if items:
            yield replace(base, items=items)
            return
    if told or why:
        yield from spread(base, told, spot("answer", 18), FULL, ())
        yield from spread(base, why, spot("answer", 11), FULL, ())


def _parts(ask: tuple[Para, ...], told: tuple[Para, ...], why: tuple[Para, ...]) -> _Parts:
    if not (told or why):
        return []
    parts = [(spot("answer", 1), ask), (spot("answer", 18), told), (spot("answer", 11), why)]
    return [(where, paras) for where, paras in parts if paras]


def _fitted(parts: _Parts, least: float) -> tuple[Text, ...]:
    """Each as high as it needs to be; nothing where they do not fit at that size."""
    for scale in (one for one in SCALES if one >= least):
        high = [taken(paras, FULL.width, where, scale) for where, paras in parts]
        if parts and sum(high) + GAP * (len(high) - 1) <= FULL.height:
            return tuple(_placed(parts, high, scale))
    return ()


def _placed(parts: _Parts, high: list[float], scale: float) -> Iterator[Text]:
    y: float = FULL.y
    for (where, paras), one in zip(parts, high, strict=True):
        yield Text(where, paras, scale, Box(FULL.x, y, FULL.width, one))
        y += one + GAP
