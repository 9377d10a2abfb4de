"""The layouts of the presentation: which placeholders they have, and where."""

from dataclasses import dataclass
from typing import Literal

WIDTH, HEIGHT = 960, 540
MARGIN = 56
TOP = 148
"""Where what is shown begins, below the title."""
BOTTOM = 486
"""Where it ends, above the foot."""
GAP = 20

Kind = Literal["title", "ctrTitle", "subTitle", "obj", "body", "pic", "tbl"]
Ground = Literal["bg1", "bg2", "tx2"]


@dataclass(frozen=True, slots=True)
class Box:
    """Where something stands."""

    x: float
    y: float
    width: float
    height: float

    @property
    def bottom(self) -> float:
        """Its lower edge."""
        return self.y + self.height


@dataclass(frozen=True, slots=True)
class Style:
    """How the text of a placeholder looks; what is not said comes from the master."""

    size: float = 0
    """Points of the first level; 0: the master's."""
    colour: str = ""
    """A colour of the theme."""
    bold: bool = False
    bullets: bool = False
    """Whether the first level has bullets."""
    align: str = ""
    """`ctr`; empty: left."""
    anchor: str = ""
    """`t`, `ctr`, `b`."""
    panel: str = ""
    """The colour of the theme whose pale shade it stands on, with an edge of the colour itself."""


@dataclass(frozen=True, slots=True)
class Spot:
    """A placeholder of a layout."""

    key: str
    """Of the strings that name and prompt it: `pptx.spot.<key>`."""
    kind: Kind
    idx: int
    box: Box
    style: Style = Style()


@dataclass(frozen=True, slots=True)
class Layout:
    """A layout; its place in `LAYOUTS` is its place in the menu."""

    key: str
    """Of the string that names it: `pptx.layout.<key>`."""
    type: str
    """As PowerPoint knows it, ECMA-376-1 19.7.15 ST_SlideLayoutType."""
    spots: tuple[Spot, ...]
    ground: Ground = "bg1"
    foot: bool = True
    """Whether it has the lesson's name and the slide's number."""


FULL = Box(MARGIN, TOP, WIDTH - 2 * MARGIN, BOTTOM - TOP)
TITLE = Box(MARGIN, 50, WIDTH - 2 * MARGIN, 88)
FOOT = Box(MARGIN, 502, 640, 22)
NUMBER = Box(WIDTH - MARGIN - 100, 502, 100, 22)
_HALF = (FULL.width - GAP) / 2
_LEFT = Box(FULL.x, FULL.y, _HALF, FULL.height)
_RIGHT = Box(FULL.x + _HALF + GAP, FULL.y, _HALF, FULL.height)
_CAPTION = Style(size=18, colour="accent5")
_CENTRED = Style(size=18, colour="accent5", align="ctr")
_PANEL = 96

_title = Spot("title", "title", 0, TITLE)
_content = Spot("content", "obj", 1, FULL, Style(bullets=True))


def _remark(colour: str, height: float = _PANEL) -> Spot:
    box = Box(FULL.x, BOTTOM - height, FULL.width, height)
    return Spot("remark", "body", 11, box, Style(size=26, anchor="ctr", panel=colour))


def _above(height: float) -> Box:
    """What is left above a panel."""
    return Box(FULL.x, FULL.y, FULL.width, FULL.height - height - GAP)


def _cell(column: int, row: int) -> Box:
    high = (FULL.height - 30 - GAP) / 2
    x, y = FULL.x + column * (_HALF + GAP), FULL.y + row * (high + GAP)
    return Box(x, y, _HALF, high)


LAYOUTS: tuple[Layout, ...] = (
    Layout(
        "title",
        "title",
        (
            Spot("title", "ctrTitle", 0, Box(MARGIN + 16, 112, 780, 168),
                 Style(size=46, colour="bg1", bold=True, anchor="b")),
            Spot("subtitle", "subTitle", 1, Box(MARGIN + 16, 298, 780, 104),
                 Style(size=24, colour="bg2", anchor="t")),
            Spot("about", "body", 10, Box(MARGIN + 16, 436, 780, 40),
                 Style(size=18, colour="bg2", anchor="b")),
        ),
        "tx2",
        foot=False,
    ),
    Layout("content", "obj", (_title, _content)),
    Layout("remark", "cust", (
        _title,
        Spot("content", "obj", 1, _above(_PANEL), Style(bullets=True)),
        _remark("accent1"),
    )),
    Layout("picture-text", "cust", (
        _title,
        Spot("content", "obj", 1, _LEFT, Style(bullets=True)),
        Spot("picture", "pic", 12, Box(_RIGHT.x, _RIGHT.y, _HALF, FULL.height - 46)),
        Spot("caption", "body", 13, Box(_RIGHT.x, BOTTOM - 40, _HALF, 40), _CAPTION),
    )),
    Layout("picture", "cust", (
        _title,
        Spot("picture", "pic", 12, Box(FULL.x, FULL.y, FULL.width, FULL.height - 36)),
        Spot("caption", "body", 13, Box(FULL.x, BOTTOM - 30, FULL.width, 30), _CENTRED),
    )),
    Layout("pictures", "cust", (
        _title,
        *(Spot("picture", "pic", 12 if not place else 13 + place, _cell(place % 2, place // 2))
          for place in range(4)),
        Spot("caption", "body", 13, Box(FULL.x, BOTTOM - 24, FULL.width, 24), _CENTRED),
    )),
    Layout("columns", "twoObj", (
        _title,
        Spot("content", "obj", 1, _LEFT, Style(bullets=True)),
        Spot("content", "obj", 2, _RIGHT, Style(bullets=True)),
    )),
    Layout("table", "cust", (
        _title,
        Spot("content", "body", 1, Box(FULL.x, FULL.y, FULL.width, 44), Style(size=22)),
        Spot("table", "tbl", 17, Box(FULL.x, FULL.y + 56, FULL.width, FULL.height - 56)),
    )),
    Layout("question", "cust", (
        _title,
        Spot("ask", "body", 1, Box(FULL.x, FULL.y, FULL.width, 92), Style(size=28, bold=True)),
        Spot("options", "body", 18, Box(FULL.x, FULL.y + 104, FULL.width, FULL.height - 104),
             Style(size=26, panel="bg1")),
    ), "bg2"),
    Layout("match", "cust", (
        _title,
        Spot("ask", "body", 1, Box(FULL.x, FULL.y, FULL.width, 92), Style(size=28, bold=True)),
        Spot("options", "body", 18, Box(_LEFT.x, FULL.y + 104, _HALF, FULL.height - 104),
             Style(size=26, panel="bg1")),
        Spot("options", "body", 19, Box(_RIGHT.x, FULL.y + 104, _HALF, FULL.height - 104),
             Style(size=26, panel="bg1")),
    ), "bg2"),
    Layout("answer", "cust", (
        _title,
        Spot("ask", "body", 1, Box(FULL.x, FULL.y, FULL.width, 60),
             Style(size=22, colour="accent5")),
        Spot("options", "body", 18, Box(FULL.x, FULL.y + 72, FULL.width, 148), Style(size=26)),
        _remark("accent2"),
    ), "bg2"),
    Layout("practice", "cust", (
        _title,
        Spot("content", "obj", 1, _above(60), Style(bullets=True)),
        _remark("accent4", 60),
    )),
    Layout("title-only", "titleOnly", (_title,)),
    Layout(
        "closing",
        "cust",
        (
            Spot("title", "title", 0, Box(MARGIN + 16, 60, 780, 96),
                 Style(size=40, colour="bg1", bold=True, anchor="b")),
            Spot("content", "obj", 1, Box(MARGIN + 16, 180, 780, 284),
                 Style(colour="bg1", bullets=True)),
        ),
        "tx2",
        foot=False,
    ),
)  # fmt: skip


def layout(key: str) -> Layout:
    """By its key."""
    return next(one for one in LAYOUTS if one.key == key)


def spot(of: str, idx: int) -> Spot:
    """A placeholder by its number."""
    return next(one for one in layout(of).spots if one.idx == idx)
