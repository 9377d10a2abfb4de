"""Widths of text on a slide."""

from functools import lru_cache

from lessonkit.text.widths import width

_CODE = 0.55
"""Em of a letter of the font for code."""


def advance(text: str, size: float, *, bold: bool = False, code: bool = False) -> float:
    """Points that it takes on one line."""
    return size * (_CODE * len(text) if code else _em(text, bold))


@lru_cache(maxsize=16_384)
def _em(text: str, bold: bool) -> float:
    """The same words are measured at several sizes."""
    return width(text, bold=bold)
