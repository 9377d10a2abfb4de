"""Rows of a table: the cells, and where each stands."""

import re
from typing import Any

from lessonkit.model.blocks import Cell
from lessonkit.read.context import Context
from lessonkit.read.inlines import placed_prose
from lessonkit.read.positions import Locator
from lessonkit.read.tree import Node

_PIPE = re.compile(r"(?<!\\)\|")
_Piece = tuple[int, str]
"""Column from 0, and the text between two bars."""


def read_row(ctx: Context, node: Node) -> tuple[Cell, ...]:
    """The cells; what has no column of its own is a fault, for it would be lost."""
    texts = [cell.children[0].token.content for cell in node.children]
    source = ctx.env.get("veiled", {}).get(node.line, ctx.lines[node.line - 1])
    pieces = _pieces(source, texts[0])
    extra = [text.strip() for _, text in pieces[len(texts) :]]
    if any(extra):
        line = ctx.line_span(node.line)
        lost = next(filter(None, extra))[:40]
        count = len(texts) + len(extra) - (not extra[-1])
        ctx.report("LK180", line, count=count, columns=len(texts), value=lost)
    pieces += [(len(source), "")] * (len(texts) - len(pieces))
    found = []
    for cell, piece in zip(node.children, pieces, strict=False):
        style = str(cell.token.attrGet("style") or "")
        align: Any = style.removeprefix("text-align:")
        token = cell.children[0].token
        where = _locator(ctx.file, node.line, piece, token.content)
        found.append(Cell(placed_prose(ctx, token, where), align))
    return tuple(found)


def _pieces(line: str, first: str) -> list[_Piece]:
    """What stands between the bars, beginning with the first cell."""
    pieces, start = [], 0
    for match in _PIPE.finditer(line):
        pieces.append((start, line[start : match.start()]))
        start = match.end()
    pieces.append((start, line[start:]))
    column, text = pieces[0]
    bare = first.replace("|", "\\|")
    if not first or not text.rstrip(" \t").endswith(bare):
        return pieces[1:]
    # Signs of lists and quotes may stand before the first cell.
    begin = len(text.rstrip(" \t")) - len(bare)
    return [(column + begin, text[begin:]), *pieces[1:]]


def _locator(file: str, line: int, piece: _Piece, content: str) -> Locator:
    """A bar that is written `\\|` counts as one character of the content."""
    column, text = piece
    written = content.replace("|", "\\|")
    first = column + max(0, text.find(written)) + 1
    bars = enumerate(re.finditer(r"\\\|", written))
    rows = [(bar.start() - n, line, first + bar.start() + 1) for n, bar in bars]
    return Locator(file, line, first, rows)
