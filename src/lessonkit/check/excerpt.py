"""The line of the source that a diagnostic is about, and how wide it is on a terminal."""

import re
import unicodedata
from pathlib import Path

from lessonkit.read.source import read_bytes

TAB = 4
"""Columns from one tab stop to the next."""
_LINE_END = re.compile(r"\r\n|\r|\n")


class Excerpts:
    """Lines of files below a root; the last file asked for is kept."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self._file = ""
        self._lines: list[str] = []

    def line(self, file: str, number: int) -> str:
        """That line, from 1, without its end; empty where the file or the line cannot be had."""
        if file != self._file:
            self._file, self._lines = file, self._read(file)
        return self._lines[number - 1] if 0 < number <= len(self._lines) else ""

    def _read(self, file: str) -> list[str]:
        try:
            data = read_bytes(self.root / file)
        except (OSError, ValueError):
            return []
        # NFC, as the reader has it: its columns count the characters of that form.
        text = unicodedata.normalize("NFC", data.decode("utf-8-sig", "replace"))
        return _LINE_END.split(text)


def width(text: str) -> int:
    """Columns on a terminal: marks take none, Chinese and the like two; tabs must be expanded."""
    return len(text) if text.isascii() else sum(_width(char) for char in text)


def _width(char: str) -> int:
    # Mn, Me: marks on the letter before; Cf: joiners and direction signs; Cc: controls.
    if unicodedata.combining(char) or unicodedata.category(char) in ("Mn", "Me", "Cf", "Cc"):
        return 0
    return 2 if unicodedata.east_asian_width(char) in "WF" else 1


def expanded(text: str) -> str:
    """With spaces for tabs, and without what would move the cursor."""
    found: list[str] = []
    column = 0
    for char in text:
        shown = " " * (TAB - column % TAB) if char == "\t" else char
        if unicodedata.category(shown[0]) == "Cc":
            shown = "\N{REPLACEMENT CHARACTER}"
        found.append(shown)
        column += width(shown)
    return "".join(found)


def window(line: str, start: int, end: int, most: int) -> tuple[str, int, int]:
    """At most about `most` columns of a line around what stands from `start` to `end` (from 0).

    Returns what is shown, the columns before the place, and the columns of the place, at least 1.
    """
    before, place, after = (expanded(part) for part in (line[:start], line[start:end], line[end:]))
    if width(before) + width(place) + width(after) > most:
        before = _last(before, most // 3)
        place = _first(place, most // 2)
        after = _first(after, max(8, most - width(before) - width(place)))
    return before + place + after, width(before), max(1, width(place))


def _first(text: str, most: int) -> str:
    if width(text) <= most:
        return text
    kept, columns = [], 0
    for char in text:
        columns += width(char)
        if columns >= most:
            break
        kept.append(char)
    return "".join(kept) + "…"


def _last(text: str, most: int) -> str:
    if width(text) <= most:
        return text
    kept, columns = [], 0
    for char in reversed(text):
        columns += width(char)
        if columns >= most:
            break
        kept.append(char)
    while kept and width(kept[-1]) == 0:
        kept.pop()
    return "…" + "".join(reversed(kept))
