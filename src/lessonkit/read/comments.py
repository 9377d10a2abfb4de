"""Comments of an author: taken out before Markdown is read, line numbers kept."""

import re

from lessonkit.read.code import CodeLines
from lessonkit.read.parsers import MAX_NESTING

_DEEP = re.compile(r"(?: {4}| {0,3}\t)\s*<!--")
_MARKER = re.compile(r"(?:[-*+:~]|\d{1,9}[.)])(?=[ \t])")
_CODE = 4
"""Columns that a line of code stands further in than the text around it."""


def blank_comments(lines: tuple[str, ...]) -> tuple[tuple[str, ...], int]:
    """The lines with every comment that begins a line made empty; one inside code is text.

    And the line, from 1, of a comment that is never closed, or 0.
    """
    if not any("<!--" in line for line in lines):
        return lines, 0
    kept: list[str] = []
    code = CodeLines()
    indented = _indented_code(lines) if any(map(_DEEP.match, lines)) else frozenset()
    opened = 0
    for number, line in enumerate(lines, 1):
        rest = line
        if opened:
            _, closed, rest = line.partition("-->")
            opened = 0 if closed else opened
        elif code.takes(line) or number in indented:
            kept.append(line)
            continue
        rest, begun = _bare(rest)
        opened = number if begun else opened
        kept.append(rest)
    return tuple(kept), opened


def _indented_code(lines: tuple[str, ...]) -> frozenset[int]:
    """Lines, from 1, that are code since they stand far in, behind an empty line or such code."""
    found: set[int] = set()
    inside: list[int] = []
    """Columns where the text of the list items begins that a line may belong to."""
    behind = True
    for number, line in enumerate(lines, 1):
        bare = line.lstrip()
        if not bare:
            behind = True
            continue
        column = len(line[: len(line) - len(bare)].expandtabs(4))
        while inside and inside[-1] > column:
            inside.pop()
        start = inside[-1] if inside else 0
        if behind and column - start >= _CODE:
            found.add(number)
            continue
        behind = False
        for _ in range(MAX_NESTING):
            match = _MARKER.match(bare)
            if match is None:
                break
            rest = bare[match.end() :].lstrip()
            gap = len(bare) - match.end() - len(rest)
            column += match.end() + (gap if gap <= _CODE else 1)
            inside.append(column)
            bare = rest
    return frozenset(found)


def _bare(line: str) -> tuple[str, bool]:
    """The line without the comments at its beginning; whether the last of them goes on."""
    text = line.lstrip()
    indent = line[: len(line) - len(text)]
    found = False
    while text.startswith("<!--"):
        found = True
        _, closed, text = text[4:].partition("-->")
        text = text.lstrip()
        if not closed:
            return "", True
    return (indent + text if text else "") if found else line, False
