"""Widths of text on a slide."""

from lessonkit.text.widths import width

_CODE = 0.55
"""Em of a letter of the font for code."""


def advance(text: str, size: float, *, bold: bool = False, code: bool = False) -> float:
    """Points that it takes on one line."""
    return size * (_CODE * len(text) if code else width(text, bold=bold))
