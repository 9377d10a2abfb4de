"""Where the choices of a story lead among the slides of a lesson."""

import re
from collections.abc import Iterable, Mapping

from lessonkit.plan.slide import Slide

SCENE = "{} · "
"""How a scene is numbered in its title, …"""
WAY = " → {}"
"""… and how a choice names it at its end."""
_SCENE = re.compile(SCENE.format(r"(\d+)"))
_WAY = re.compile(WAY.format(r"(\d+)$"))

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


def leads(text: str, ways: Ways) -> str:
    """The name of the slide to which a choice leads; empty where it is none."""
    number = _WAY.search(text)
    return ways.get(number[1], "") if number else ""
