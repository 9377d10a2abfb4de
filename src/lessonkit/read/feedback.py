"""Feedback of options: quotes below them, indented or strayed."""

from lessonkit.base.diag import Edit, Pos, Span
from lessonkit.read.context import Context
from lessonkit.read.inlines import prose
from lessonkit.read.nested import Opened
from lessonkit.read.tree import Node
from lessonkit.text.body import AnswerLine, Option
from lessonkit.text.inline import Prose, Text


def feedback(opened: Opened, nodes: list[Node]) -> Prose | None:
    """Of what stands below an option; anything but a quote is a fault."""
    said: list[Prose] = []
    for node in nodes:
        if node.type == "blockquote":
            said += _paragraphs(opened, node)
        else:
            opened.ctx.report("LK613", opened.ctx.line_span(node.line))
    return _joined(said)


def answer_line(ctx: Context, node: Node) -> AnswerLine:
    """A line that `read/answers.py` took out, its feedback read."""
    said = prose(ctx, node.children[0]) if node.children else None
    return AnswerLine(node.token.meta["text"], node.token.meta["span"], said)


def _paragraphs(opened: Opened, node: Node) -> list[Prose]:
    """A quote's paragraphs; feedback is running text, so anything else in it is a fault."""
    found = []
    for child in node.children:
        if child.type == "paragraph":
            found.append(prose(opened.ctx, child.children[0]))
        else:
            opened.ctx.report("LK613", opened.ctx.line_span(child.line))
    return found


def _joined(parts: list[Prose]) -> Prose | None:
    if not parts:
        return None
    inlines = parts[0].inlines
    for part in parts[1:]:
        gap = Span(part.span.file, part.span.start, part.span.start)
        inlines = (*inlines, Text(" ", gap), *part.inlines)
    return Prose(inlines, parts[0].span)


def strayed(opened: Opened, node: Node, option: Option) -> Option:
    """A quote that lost its indentation is taken as feedback of the option above, and said so."""
    ctx = opened.ctx
    first, last = node.token.map or (node.line - 1, node.line)
    edits = _indented(ctx, range(first, last), option.text.span.start)
    ctx.report("LK611", ctx.line_span(first + 1), *edits)
    said = [*([option.feedback] if option.feedback else []), *_paragraphs(opened, node)]
    return Option(option.text, option.right, _joined(said))


def _indented(ctx: Context, numbers: range, option: Pos) -> list[Edit]:
    """Spaces that bring the signs of a quote below the box or the text of its option."""
    line = ctx.lines[option.line - 1]
    box = line.find("[", 0, option.column - 1)
    box = option.column - 1 if box < 0 else box
    outer = line[:box].count(">")
    edits = []
    for number in numbers:
        signs = [at for at, char in enumerate(ctx.lines[number]) if char == ">"]
        if len(signs) > outer and signs[outer] < box:
            at = Pos(number + 1, signs[outer] + 1)
            edits.append(Edit(Span(ctx.file, at, at), " " * (box - signs[outer])))
    return edits
