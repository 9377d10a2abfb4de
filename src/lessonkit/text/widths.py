"""How wide text is in Be Vietnam Pro, without the font: advance widths as data, read once.

`widths.json` holds, for each weight, thousandths of an em and the characters that are so wide.
"""

import json
from collections.abc import Iterator
from functools import cache
from importlib.resources import files

_UNKNOWN = 900
"""Of a character that the font lacks: most signs of other fonts are narrower."""


def width(text: str, *, bold: bool = False) -> float:
    """In em; a line break counts as a blank."""
    known = _widths("bold" if bold else "regular")
    return sum(known.get(char, _UNKNOWN) for char in text) / 1000


def lacking(text: str) -> str:
    """Characters that the font lacks, each once; blanks and line ends are none."""
    known = _widths("regular")
    return "".join(dict.fromkeys(one for one in text if one not in known and not one.isspace()))


def lines(text: str, room: float, *, bold: bool = False) -> int:
    """On how many lines it stands where `room` em fit on one; a longer word is broken."""
    return sum(_wrapped(part, room, bold=bold) for part in text.split("\n"))


def _wrapped(text: str, room: float, *, bold: bool) -> int:
    count, left, blank = 0, 0.0, width(" ", bold=bold)
    for word in _words(text):
        need = width(word, bold=bold)
        if need > left:
            count += max(1, -int(-need // room))
            left = room - need % room if need > room else room - need
        else:
            left -= need
        left -= blank
    return max(1, count)


def _words(text: str) -> Iterator[str]:
    return iter(text.split())


@cache
def _widths(weight: str) -> dict[str, int]:
    text = (files("lessonkit") / "text" / "widths.json").read_text("utf-8")
    found: dict[str, str] = json.loads(text)[weight]
    return {"\n": 250} | {char: int(wide) for wide, chars in found.items() for char in chars}
