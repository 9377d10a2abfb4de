"""A story among slides: each choice leads to the slide of the scene where it goes on."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from lessonkit.plan.slide import Slide
from lessonkit.render.pptx.paragraphs import Ink, Para, label
from lessonkit.render.pptx.pieces import Panel
from lessonkit.render.pptx.runs import Run, plain
from lessonkit.render.pptx.screen import Screen, Text

_SCENE = re.compile(r"(\d+) · ")
"""How the plan numbers a scene in its title, …"""
_WAY = re.compile(r" → (\d+)$")
"""… and how a choice names it."""
_COLOURS = {"ends-right": "accent2", "ends-wrong": "accent3", "ends-partly": "accent4"}

Ways = Mapping[str, str]
"""Names of the slides where the scenes of one story begin, by their numbers."""


def stories(slides: Iterable[Slide]) -> dict[str, Ways]:
    """The ways that there are from a slide of a story, by the slide's name."""
    found: dict[str, Ways] = {}
    here: dict[str, str] = {}
    for slide in slides:
        if slide.stage == "story":
            here = {}
        number = _SCENE.match(slide.title.plain()) if slide.title and slide.scene else None
        if number is not None:
            here.setdefault(number[1], slide.id)
        if slide.stage == "story" or slide.scene:
            found[slide.id] = here
    return found


def told(slide: Slide, ways: Ways, ink: Ink) -> Panel | None:
    """What to do where a story begins, and how it went where it ends; then a way to its start."""
    if not slide.stage:
        return None
    begins = slide.stage == "story"
    colour = _COLOURS.get(slide.stage, "accent1")
    to = ink.words("question.scene", n=1) if begins else ink.words("question.restart")
    first = ways.get("1", "")
    link = (Para((Run(to, href=f"#{first}"),)),) if first else ()
    return Panel((label(ink.words(f"question.{slide.stage}"), colour),), link, colour)


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
    number = _WAY.search(plain(para.runs)) if para.mark == "dot" else None
    target = ways.get(number[1]) if number is not None else None
    if target is None:
        return para
    return replace(para, runs=tuple(replace(run, href=f"#{target}") for run in para.runs))
