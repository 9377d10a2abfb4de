"""Lines that look like headings or terms to people, and like running text to Markdown."""

import re

from lessonkit.base.diag import Edit, Pos, Span, line_span
from lessonkit.read.context import Context
from lessonkit.read.tree import Node

_TIGHT = re.compile(r"(#{2,6}(?=[^#\s])|#{1,6}(?=[\u00a0\u3000]))([\u00a0\u3000]?)")

_PASTED = re.compile(r"(?:[•·●▪■○◦–—✓➢\uf0a7\uf0b7]\s*|[-*+]\u00a0|o\s(?=\S)|[a-zA-Z][.)]\s)\S")
"""How a line of a list begins that was pasted from a word processor."""


def pasted(ctx: Context, nodes: list[Node]) -> list[Span]:
    """The lines that are a list to people; fewer than two are none.

    A quote goes on over such a line that stands below it, so its lines are looked at too.
    """
    numbers = (
        number
        for node in nodes
        if node.type in ("paragraph", "blockquote") and node.token.map
        for number in range(*node.token.map)
    )
    found = [ctx.line_span(one + 1) for one in numbers if _PASTED.match(ctx.lines[one].lstrip())]
    return found if len(found) > 1 else []


def tight_heading(ctx: Context, content: str, start: Pos) -> None:
    """A heading without a space behind its signs, which Markdown takes for text."""
    match = _TIGHT.match(content)
    if match:
        begin, end = (Pos(start.line, start.column + at) for at in match.span(2))
        cure = Edit(Span(ctx.file, begin, end), " ")
        signs = line_span(ctx.file, start.line, start.column, len(match[1]))
        ctx.report("LK187", signs, cure, signs=match[1])


def loose_underlines(ctx: Context, inline: Node) -> None:
    """Lines of `=` that underline no heading, for what they should underline is not right above."""
    for number, line in enumerate(inline.token.content.split("\n"), inline.line):
        if not line.strip("= \t") and "==" in line:
            ctx.report("LK189", ctx.line_span(number))


def glued_term(ctx: Context, node: Node) -> None:
    """A line right above a further meaning: a term, mostly, that lacks an empty line before it."""
    sign = ctx.lines[node.line - 1].strip(" \t>")[:1] or ":"
    above = ctx.lines[node.line - 2]
    bare = above.lstrip("> \t")
    inside = len(above) - len(bare) > len(ctx.lines[node.line - 1].partition(sign)[0])
    if bare and not inside and not bare.startswith((": ", ":\t", "~ ", "~\t", "<!--")):
        ctx.report("LK191", ctx.line_span(node.line - 1), line=bare.rstrip()[:60])


def lost_meaning(ctx: Context, inline: Node) -> None:
    """A line `: …` that is running text, for more than one line stands above it."""
    for number, line in enumerate(inline.token.content.split("\n"), inline.line):
        if number > inline.line and line.lstrip(" \t").startswith((": ", ":\t")):
            ctx.report("LK192", ctx.line_span(number), line=line.strip()[:60])
            return
