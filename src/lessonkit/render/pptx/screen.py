"""One slide of the presentation: which layout, what in which placeholder, and where."""

from collections.abc import Mapping
from dataclasses import dataclass

from lessonkit.model import blocks as b
from lessonkit.render.pptx.grid import Grid
from lessonkit.render.pptx.layouts import Box, Spot
from lessonkit.render.pptx.paragraphs import Para
from lessonkit.render.pptx.pieces import Panel
from lessonkit.render.pptx.runs import Run
from lessonkit.text.inline import Picture


@dataclass(frozen=True, slots=True)
class Text:
    """Paragraphs in a placeholder."""

    spot: Spot
    paras: tuple[Para, ...]
    scale: float = 1.0
    box: Box | None = None
    """Where it stands, if not where the layout says."""
    panel: str = ""
    """A colour of the theme instead of the layout's."""


@dataclass(frozen=True, slots=True)
class Area:
    """A part of a picture to be seen."""

    label: str
    x: float
    """All shares of the picture, 0 to 1."""
    y: float
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class Shown:
    """A picture, as large as its box lets it be."""

    picture: Picture
    box: Box
    spot: Spot | None
    """None: the layout has no placeholder left."""
    areas: tuple[Area, ...] = ()


@dataclass(frozen=True, slots=True)
class Set:
    """A table."""

    grid: Grid
    box: Box
    spot: Spot | None


@dataclass(frozen=True, slots=True)
class Screen:
    """One slide of the presentation."""

    layout: str
    name: str
    """Unique: what other slides lead to."""
    section: str
    title: tuple[Run, ...]
    items: tuple[Text | Shown | Set, ...]
    """In the order in which they are read."""
    notes: tuple[Para, ...] = ()
    goes_on: bool = False
    """It goes on from the one before, under the same title."""
    hidden: bool = False
    """Passed over while slides are shown."""


Sizes = Mapping[str, tuple[int, int]]
"""Pixels of pictures by name."""


@dataclass(frozen=True, slots=True)
class Found:
    """What a slide holds, by kind."""

    words: tuple[Para, ...]
    panels: tuple[Panel, ...]
    tables: tuple[b.Table, ...]
    pictures: tuple[Picture, ...]
    caption: tuple[Run, ...]
    panel_first: bool
