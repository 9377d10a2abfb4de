"""Blocks whose inside has one shape: an ordered list, a task list, a definition list, headings."""

from lessonkit.model import blocks as b
from lessonkit.read.attributes import NONE
from lessonkit.read.inlines import heading_prose, known
from lessonkit.read.nested import Opened
from lessonkit.read.tree import Node


def steps(opened: Opened) -> b.Block | None:
    """`steps`: one ordered list."""
    node = _only_one(opened, "ordered_list")
    if node is None:
        return None
    items = tuple(opened.nested.item(opened.ctx, one) for one in node.children)
    return b.Steps(opened.title, items, opened.head.span)


def checklist(opened: Opened) -> b.Block | None:
    """`checklist`: one list, every item with a box."""
    name = opened.options.id("checklist")
    node = _only_one(opened, "bullet_list")
    if node is None:
        return None
    items = tuple(opened.nested.item(opened.ctx, one) for one in node.children)
    for item in items:
        if item.checked is None:
            opened.ctx.report("LK166", item.span)
        elif not any(isinstance(one, b.Paragraph) and one.prose for one in item.blocks[:1]):
            opened.ctx.report("LK186", item.span)
    return b.Checklist(name, opened.title, items, opened.head.span)


def cards(opened: Opened) -> b.Block | None:
    """`cards`: a definition list, front and back."""
    name = opened.options.id("cards")
    entries = _entries(opened)
    return None if entries is None else b.Cards(name, opened.title, entries, opened.head.span)


def glossary(opened: Opened) -> b.Block | None:
    """`glossary`: a definition list, term and meaning."""
    entries = _entries(opened)
    return None if entries is None else b.Glossary(entries, opened.head.span)


def tabs(opened: Opened) -> b.Block | None:
    """`tabs`: one `###` a tab."""
    name = opened.options.id("tabs")
    found: list[b.Tab] = []
    heading: Node | None = None
    inside: list[Node] = []

    def close() -> None:
        if heading is not None:
            text = heading_prose(opened.ctx, heading)
            given = heading.token.meta.get("attributes", NONE)
            known(opened.ctx, given, (), text.span)
            found.append(b.Tab(text, opened.nested.blocks(opened.ctx, inside), text.span))

    for node in opened.body:
        if node.type == "heading" and node.token.tag == "h3":
            close()
            heading, inside = node, []
        elif heading is None:
            opened.ctx.report("LK139", opened.ctx.line_span(node.line), block="tabs", shape="### …")
        else:
            inside.append(node)
    close()
    if len(found) < 2:
        opened.ctx.report("LK167", opened.head.span, count=len(found))
        return None
    return b.Tabs(name, tuple(found), opened.head.span)


def _entries(opened: Opened) -> tuple[b.Definition, ...] | None:
    node = _only_one(opened, "dl")
    return None if node is None else opened.nested.definitions(opened.ctx, node)


SHAPES = {
    "ordered_list": "1. …",
    "bullet_list": "- [ ] …",
    "dl": "… ⏎ : …",
}
"""How each shape is typed, for the message."""


def _only_one(opened: Opened, kind: str) -> Node | None:
    """The one node of that kind; anything else inside is a fault, for it would be lost."""
    ctx = opened.ctx
    fitting = [node for node in opened.body if node.type == kind]
    for node in opened.body:
        if node.type != kind:
            ctx.report(
                "LK139", ctx.line_span(node.line), block=opened.head.name, shape=SHAPES[kind]
            )
    if len(fitting) > 1:
        ctx.report(
            "LK139", ctx.line_span(fitting[1].line), block=opened.head.name, shape=SHAPES[kind]
        )
    if not opened.body:
        ctx.hollow(opened.head.span, opened.head.name)
    return fitting[0] if fitting else None
