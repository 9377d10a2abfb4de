"""The inside of questions made of rows: a list of labels or steps, a table, a definition list."""

from collections.abc import Collection, Iterator
from dataclasses import replace

from lessonkit.base.diag import Edit, Pos, Span
from lessonkit.read.context import Context
from lessonkit.read.feedback import answer_line, feedback, strayed
from lessonkit.read.inlines import prose
from lessonkit.read.lookalikes import glued_term
from lessonkit.read.nested import Opened
from lessonkit.read.rows import read_row
from lessonkit.read.tree import Node
from lessonkit.text.body import AnswerLine, Body, Option
from lessonkit.text.inline import Prose

SHAPED = {
    "scale": (("bullet_list", "ordered_list"), "- … ⏎ - …"),
    "match": (("table",), "| … | … | ⏎ |---|---| ⏎ | … | … |"),
    "sort": (("dl",), "… ⏎ : … ⏎ : …"),
    "order": (("ordered_list",), "1. … ⏎ 2. … ⏎ 3. …"),
}
"""Of each such type the nodes that hold its rows, and how they are typed, for messages."""
_BOXES = ("[ ]", "[x]", "[X]")


def read_rows(opened: Opened, types: Collection[str]) -> tuple[Body, list[Node]]:
    """The body and what belongs to the question itself; rows are the first list or table."""
    ctx, name = opened.ctx, opened.head.name
    kinds, shape = SHAPED[name]
    rows: list[Node] = []
    stem: list[Node] = []
    keyed: list[AnswerLine] = []
    for node in opened.body:
        if node.type == "lk" and node.token.meta["head"].name in types:
            inner = node.token.meta["head"]
            ctx.report("LK143", inner.span, block=inner.name, outer=name)
        elif node.type in kinds and rows and rows[-1].type != "blockquote":
            ctx.report("LK139", ctx.line_span(node.line), block=name, shape=shape)
        elif node.type in kinds or (node.type == "blockquote" and rows):
            rows.append(node)
        elif node.type == "lk_keyed":
            keyed.append(answer_line(ctx, node))
        else:
            stem.append(node)
    if not rows:
        ctx.report("LK650", opened.head.span, block=name, shape=shape)
        return Body(opened.head.span), stem
    return replace(_body(opened, rows), keyed=tuple(keyed)), stem


def item_text(item: Node) -> str:
    """The text that a list's item begins with."""
    first = item.children[0] if item.children else None
    return first.children[0].token.content if first and first.type == "paragraph" else ""


def _table(opened: Opened, nodes: list[Node]) -> Body:
    """Of the first table; a quote, or a table behind one, has no place here."""
    ctx = opened.ctx
    for node in nodes[1:]:
        if node.type == "blockquote":
            ctx.report("LK617", ctx.line_span(node.line))
        else:
            ctx.report("LK139", ctx.line_span(node.line), block="match", shape=SHAPED["match"][1])
    head, *rows = (
        tuple(cell.prose for cell in read_row(ctx, row))
        for part in nodes[0].children
        for row in part.children
    )
    return Body(opened.head.span, head=head, rows=tuple(rows))


def _body(opened: Opened, nodes: list[Node]) -> Body:
    """Lists one below the other are one that quotes without indentation have cut."""
    span = opened.head.span
    if nodes[0].type == "table":
        return _table(opened, nodes)
    items: list[Option] = []
    for node in nodes:
        if node.type != "blockquote":
            items += (_item(opened, item) for item in node.children if item.type != "dt")
        elif items:
            items[-1] = strayed(opened, node, items[-1])
    if opened.head.name == "scale":
        return Body(span, options=tuple(items))
    said = tuple(item.feedback for item in items)
    if nodes[0].type == "dl":
        whole = [child for node in nodes if node.type == "dl" for child in node.children]
        return Body(span, rows=_groups(opened, whole, iter(items)), feedbacks=said)
    return Body(span, rows=tuple((item.text,) for item in items), feedbacks=said)


def _groups(
    opened: Opened, whole: list[Node], members: Iterator[Option]
) -> tuple[tuple[Prose, ...], ...]:
    found: list[list[Prose]] = []
    for child in whole:
        if child.type == "dt":
            if found and _glued(opened.ctx, child):
                continue
            found.append([prose(opened.ctx, child.children[0])])
        elif found:
            if len(found[-1]) > 1:
                glued_term(opened.ctx, child)
            found[-1].append(next(members).text)
    return tuple(tuple(row) for row in found)


def _glued(ctx: Context, term: Node) -> bool:
    """Says of a quote below a member that without indentation it is read as a group's name."""
    if not term.children[0].token.content.startswith(">"):
        return False
    at = Pos(term.line, ctx.lines[term.line - 1].index(">") + 1)
    ctx.report("LK611", ctx.line_span(term.line), Edit(Span(ctx.file, at, at), "  "))
    return True


def _item(opened: Opened, item: Node) -> Option:
    """The words of an item, and what is said about it; boxes and other blocks are faults."""
    ctx: Context = opened.ctx
    line, name = ctx.line_span(item.line), opened.head.name
    if item_text(item)[:3] in _BOXES:
        ctx.report("LK656", line, block=name)
    first, rest = item.children[:1], item.children[1:]
    found = Prose((), line)
    if first and first[0].type == "paragraph":
        found = prose(ctx, first[0].children[0])
    elif first:
        ctx.report("LK657", ctx.line_span(first[0].line), block=name)
    if not found and not (first and first[0].type != "paragraph"):
        ctx.report("LK653", line, block=name)
    return Option(found, False, feedback(opened, rest))
