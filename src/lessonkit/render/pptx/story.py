"""A story among slides: a choice leads to the slide of the scene where it goes on."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from lessonkit.model import blocks as b
from lessonkit.plan.slide import Slide
from lessonkit.render.pptx.paragraphs import Para
from lessonkit.render.pptx.runs import plain
from lessonkit.render.pptx.screen import Screen, Text

_SCENE = re.compile(r"(\d+) · ")
"""How the plan numbers a scene in its title, …"""
_WAY = re.compile(r" → (\d+)$")
"""… and how a choice names it."""


def scenes(slides: Iterable[Slide]) -> dict[tuple[str, str], str]:
    """Names of the slides of scenes, by section and number; the first of several."""
    found: dict[tuple[str, str], str] = {}
    for slide in slides:
        number = _SCENE.match(slide.title.plain()) if slide.title and tells(slide) else None
        if number is not None:
            found.setdefault((slide.section, number[1]), slide.id)
    return found


def tells(slide: Slide) -> bool:
    """Whether it is a scene: asked about, without a question to be answered on paper."""
    return slide.kind == "question" and not any(isinstance(one, b.Ask) for one in slide.blocks)


def led(screens: Iterable[Screen], names: Mapping[tuple[str, str], str]) -> Iterator[Screen]:
    """With choices that can be clicked."""
    for one in screens:
        yield replace(
            one,
            items=tuple(
                replace(item, paras=tuple(_way(para, one.section, names) for para in item.paras))
                if isinstance(item, Text)
                else item
                for item in one.items
            ),
        )


def _way(para: Para, section: str, names: Mapping[tuple[str, str], str]) -> Para:
    number = _WAY.search(plain(para.runs)) if para.mark == "dot" else None
    target = names.get((section, number[1])) if number is not None else None
    if target is None:
        return para
    return replace(para, runs=tuple(replace(run, href=f"#{target}") for run in para.runs))
