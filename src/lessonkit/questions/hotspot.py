"""`hotspot`: areas of a picture, one or several of them right.

Scored, and told a platform, as a `choice`: QTI's hotspot interaction is a choice whose options lie
on a picture (QTI 3, 3.2.10), and neither version of SCORM has a type for places.
"""

import re
from dataclasses import replace
from itertools import combinations
from typing import Any, ClassVar, Self

from lessonkit.base.diag import Fault, Pos, Span, fault
from lessonkit.questions.choice import Choice
from lessonkit.questions.printed import Area as PrintedArea
from lessonkit.questions.printed import Printed, ticked
from lessonkit.text.body import Body, Option, Value
from lessonkit.text.inline import Picture, Prose, Text

Area = tuple[float, float, float, float]
"""Left, top, width and height, in per cent of the picture."""

_NUMBER = r"\s*(\d+(?:[.,]\d+)?)\s*%\s*"
_AREA = re.compile(rf"\({_NUMBER}[,;]{_NUMBER}[,;]{_NUMBER}[,;]{_NUMBER}\)\s*")


class Hotspot(Choice):
    """Options with their places on one picture."""

    type_name: ClassVar[str] = "hotspot"

    picture: Picture
    areas: tuple[Area, ...]

    @classmethod
    def from_body(
        cls, common: dict[str, Any], options: dict[str, Value], body: Body, lang: str
    ) -> tuple[Self | None, list[Fault]]:
        """Faults: those of a choice, no picture, areas that cannot be pressed or told apart."""
        faults: list[Fault] = []
        found = [_split(option, faults) for option in body.options]
        plain = replace(body, options=tuple(option for option, _ in found))
        asked, more = Choice.from_body(common, options, plain, lang)
        faults = [*more, *faults]
        if len(body.pictures) != 1:
            faults.append(fault("LK670", body.span, count=len(body.pictures)))
        placed = [(option, area) for option, area in found if area is not None]
        faults += [
            fault("LK672", option.text.span, text=option.text.plain())
            for option, area in placed
            if not _is_inside(area)
        ]
        faults += _overlaps(placed)
        if faults or asked is None:
            return None, faults
        return cls(
            **common,
            options=asked.options,
            multiple=asked.multiple,
            picture=body.pictures[0],
            areas=tuple(area for _, area in placed),
        ), []

    def data(self) -> dict[str, Any]:
        """That of a choice, and `areas`."""
        return super().data() | {"areas": [list(area) for area in self.areas]}

    def printed(self) -> Printed:
        """Lettered on the picture and in the list, in the author's order."""
        lines = ticked(self.options, range(len(self.options)), keyed=True)
        areas = zip(lines, self.areas, strict=True)
        return Printed(
            "area-several" if self.multiple else "area-one",
            "box" if self.multiple else "circle",
            lines,
            picture=self.picture,
            areas=tuple(PrintedArea(line.label, *area) for line, area in areas),
        )


def _split(option: Option, faults: list[Fault]) -> tuple[Option, Area | None]:
    """The option without its area, and that; what cannot be read is a fault."""
    first = option.text.inlines[0] if option.text else None
    match = _AREA.match(first.text) if isinstance(first, Text) else None
    if match is None or not isinstance(first, Text):
        if option.text:
            faults.append(fault("LK671", option.text.span, text=option.text.plain()[:60]))
        return option, None
    left, top, width, height = (float(one.replace(",", ".")) for one in match.groups())
    rest = first.text[match.end() :]
    start = Pos(first.span.start.line, first.span.start.column + match.end())
    end = max(start, first.span.end)
    span = Span(first.span.file, start, end)
    inlines = (*((Text(rest, span),) if rest else ()), *option.text.inlines[1:])
    if not inlines:
        faults.append(fault("LK612", option.text.span))
    prose = Prose(inlines, Span(first.span.file, start, max(start, option.text.span.end)))
    return replace(option, text=prose), (left, top, width, height)


def _is_inside(area: Area) -> bool:
    left, top, width, height = area
    return width > 0 and height > 0 and left + width <= 100 and top + height <= 100


def _overlaps(placed: list[tuple[Option, Area]]) -> list[Fault]:
    faults = []
    for (option, one), (later, other) in combinations(placed, 2):
        apart = (
            one[0] + one[2] <= other[0]
            or other[0] + other[2] <= one[0]
            or one[1] + one[3] <= other[1]
            or other[1] + other[3] <= one[1]
        )
        if not apart:
            line, words = option.text.span.start.line, later.text.plain()
            faults.append(fault("LK673", later.text.span, text=words, line=line))
    return faults
