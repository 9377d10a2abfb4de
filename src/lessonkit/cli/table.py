"""Rows in columns, by the width that a terminal gives each character."""

import unicodedata
from collections.abc import Iterator, Sequence


def width(text: str) -> int:
    """Columns of a terminal: wide characters take two, combining marks none."""
    return sum(_width(char) for char in text)


def _width(char: str) -> int:
    if unicodedata.combining(char) or unicodedata.category(char) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if unicodedata.east_asian_width(char) in "WF" else 1


def table(rows: Sequence[Sequence[str]], right: frozenset[int]) -> Iterator[str]:
    """Lines with two spaces between columns; `right` are the places of columns of numbers."""
    widths = [max(map(width, column)) for column in zip(*rows, strict=True)]
    for row in rows:
        cells = (_padded(cell, widths[place], place in right) for place, cell in enumerate(row))
        yield "  ".join(cells).rstrip()


def _padded(text: str, columns: int, right: bool) -> str:
    space = " " * (columns - width(text))
    return space + text if right else text + space
