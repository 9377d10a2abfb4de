"""A story among slides: each choice leads to the slide of the scene where it goes on."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from lessonkit.plan.slide import Slide
from lessonkit.plan.ways import Ways, leads
from lessonkit.render.pptx.paragraphs import Para, Pen, label
from lessonkit.render.pptx.pieces import Panel
from lessonkit.render.pptx.runs import Run, plain
from lessonkit.render.pptx.screen import Screen, Text

_COLOURS = {"ends-right": "accent2", "ends-wrong": "accent3", "ends-partly": "accent4"}


def told(slide: Slide, ways: Ways, pen: Pen) -> Panel | None:
    """What to do where a story begins, and how it went where it ends; then a way to its start."""
    if not slide.stage:
        return None
    begins = slide.stage == "story"
    colour = _COLOURS.get(slide.stage, "accent1")
    to = pen.words("question.scene", n=1) if begins else pen.words("question.restart")
    first = ways.get("1", "")
    link = (Para((Run(to, href=f"#{first}"),)),) if first else ()
    return Panel((label(pen.words(f"question.{slide.stage}"), colour),), link, colour)


def led(screens: Iterable[Screen], ways: Ways) -> Iterator[Screen]:
    """With choices that can be clicked."""
    for one in screens:
        items = tuple(
            replace(item, paras=tuple(_way(para, ways) for para in item.paras))
            if isinstance(item, Text)
            else item
            for item in one.items
        )
        yield replace(one, items=items)


def _way(para: Para, ways: Ways) -> Para:
    target = leads(plain(para.runs), ways) if para.mark == "dot" else ""
    if not target:
        return para
    return replace(para, runs=tuple(replace(run, href=f"#{target}") for run in para.runs))
