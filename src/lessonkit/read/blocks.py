"""From block tokens to blocks: all of Markdown that is not a `:::` block."""

from collections.abc import Callable, Iterator
from typing import Any

from lessonkit.base.diag import Span, line_span
from lessonkit.model import blocks as b
from lessonkit.read import kinds
from lessonkit.read.attributes import NONE, Attributes
from lessonkit.read.context import Context, is_id
from lessonkit.read.fences import HOLDERS
from lessonkit.read.inlines import heading_prose, known, locator, plain_prose, prose
from lessonkit.read.lookalikes import glued_term, loose_underlines, lost_meaning, tight_heading
from lessonkit.read.nested import Nested
from lessonkit.read.rows import read_row
from lessonkit.read.suspects import callout
from lessonkit.read.tree import Node
from lessonkit.text.inline import Picture, Prose, Text

BOX = {"[ ] ": False, "[x] ": True, "[X] ": True}


def read_blocks(ctx: Context, nodes: list[Node]) -> tuple[b.Block, ...]:
    """Blocks of a place where no section may begin; a `##` there is a fault."""
    found: list[b.Block] = []
    for node in nodes:
        if _opens_section(node):
            ctx.report("LK161", ctx.line_span(node.line))
            node.token.tag = "h3"
        block = _block(ctx, node, NESTED)
        if block is not None:
            found.append(block)
    return tuple(found)


def read_sections(ctx: Context, nodes: list[Node]) -> tuple[b.Block, ...]:
    """Blocks of a place where sections begin: the document, `teacher` and `only`."""
    found: list[b.Block] = []
    head: Node | None = None
    inside: list[Node] = []
    for node in nodes:
        if _opens_section(node):
            found += _section(ctx, head, inside)
            head, inside = node, []
        elif _holds_sections(node):
            found += _section(ctx, head, inside)
            head, inside = None, []
            block = _block(ctx, node, HOLDING)
            found += [block] if block is not None else []
        else:
            inside.append(node)
    found += _section(ctx, head, inside)
    return tuple(found)


def _opens_section(node: Node) -> bool:
    return node.type == "heading" and node.token.tag in ("h1", "h2")


def _holds_sections(node: Node) -> bool:
    return (
        node.type == "lk"
        and node.token.meta["head"].name in HOLDERS
        and any(_opens_section(one) or _holds_sections(one) for one in node.children)
    )


def _section(ctx: Context, head: Node | None, nodes: list[Node]) -> list[b.Block]:
    if head is None:
        return list(read_blocks(ctx, nodes))
    line = ctx.line_span(head.line)
    if head.token.tag == "h1":
        ctx.report("LK150", line)
    title, given = heading_prose(ctx, head), head.token.meta.get("attributes", NONE)
    known(ctx, given, ("objective",), line, name=True)
    number, ctx.sections = ctx.sections, ctx.sections + 1
    fixed = ctx.section_ids[number] if number < len(ctx.section_ids) else ""
    name = _heading_id(ctx, given, title, line, fixed or f"phan-{number + 1}", bool(fixed))
    objectives = tuple((given.get("objective") or "").replace(",", " ").split())
    return [b.Section(name, title, objectives, read_blocks(ctx, nodes), line)]


def _heading_id(
    ctx: Context, given: Attributes, title: Prose, line: Span, fallback: str, fixed: bool
) -> str:
    """The id of a heading, which links may lead to."""
    if given.id:
        name = given.id
        ctx.claim(name, line)
        if not is_id(name):
            name = ctx.free_id(name, fallback)
            ctx.report("LK142", line, id=given.id, near=name)
    else:
        free = fixed and fallback not in ctx.ids
        name = fallback if free else ctx.free_id(title.plain(), fallback)
        ctx.ids[name] = line
    ctx.anchors |= {given.id or name, name}
    return name


def _block(ctx: Context, node: Node, nested: Nested) -> b.Block | None:
    if node.type == "lk":
        return kinds.read_block(ctx, node, nested)
    reader = READERS.get(node.type)
    found: b.Block | None = None if reader is None else reader(ctx, node)
    return found


def _paragraph(ctx: Context, node: Node) -> b.Block | None:
    inline = node.children[0]
    run = prose(ctx, inline)
    if inline.token.content.startswith("#"):
        tight_heading(ctx, inline.token.content, run.span.start)
    if "==" in inline.token.content:
        loose_underlines(ctx, inline)
    if "\n:" in inline.token.content:
        lost_meaning(ctx, inline)
    if any(one.type == "image" for one in inline.token.children or ()):
        alone = [one for one in run.inlines if not isinstance(one, Text) or one.text.strip()]
        if len(alone) == 1 and isinstance(alone[0], Picture):
            return b.Figure((alone[0],), _caption(ctx, inline, alone[0]), run.span)
    return b.Paragraph(run, (), run.span) if run else None


def _caption(ctx: Context, inline: Node, picture: Picture) -> Prose | None:
    title = ctx.captions.pop(picture.span, "").strip()
    if not title:
        return None
    at = inline.token.content.rfind(title)
    span = locator(ctx, inline.token).span(at, at + len(title)) if at >= 0 else picture.span
    return plain_prose(title, span)


def _heading(ctx: Context, node: Node) -> b.Block:
    title, given = heading_prose(ctx, node), node.token.meta.get("attributes", NONE)
    line = ctx.line_span(node.line)
    known(ctx, given, (), line, name=True)
    name = _heading_id(ctx, given, title, line, "muc", False)
    return b.Heading(int(node.token.tag[1]), title, name, line)


def _list(ctx: Context, node: Node) -> b.List:
    items = tuple(item(ctx, child) for child in node.children)
    ordered = node.type == "ordered_list"
    first = node.token.attrGet("start") if ordered else None
    start = 1 if first is None else int(first)
    tight = all(
        inner.token.hidden
        for child in node.children
        for inner in child.children
        if inner.type == "paragraph"
    )
    return b.List(ordered, start, tight, items, _span(ctx, node))


def item(ctx: Context, node: Node) -> b.Item:
    """One item; the box of a task is taken off its text."""
    checked, skip = box(node)
    found: list[b.Block] = []
    rest = node.children
    if checked is not None:
        first = node.children[0]
        run = prose(ctx, first.children[0], skip)
        found.append(b.Paragraph(run, (), run.span))
        rest = node.children[1:]
    found += read_blocks(ctx, rest)
    return b.Item(tuple(found), checked, _span(ctx, node))


def box(node: Node) -> tuple[bool | None, int]:
    """Whether the item of a list is a ticked or an open task, and how long its box is."""
    if not node.children or node.children[0].type != "paragraph":
        return None, 0
    content = node.children[0].children[0].token.content
    if content in ("[ ]", "[x]", "[X]"):
        return content != "[ ]", len(content)
    checked = BOX.get(content[:4])
    return (None, 0) if checked is None else (checked, len(content) - len(content[3:].lstrip()))


def _quote(ctx: Context, node: Node) -> b.Quote:
    return b.Quote(read_blocks(ctx, node.children), _span(ctx, node))


def _code(ctx: Context, node: Node) -> b.CodeBlock:
    return b.CodeBlock(node.token.content, "", _span(ctx, node))


def _fence(ctx: Context, node: Node) -> b.CodeBlock:
    token, span = node.token, _span(ctx, node)
    first, last = token.map or (0, 1)
    closer = ctx.lines[last - 1].strip(" \t>") if last - first > 1 else ""
    if len(closer) < len(token.markup) or closer.strip(token.markup[0]):
        column = ctx.lines[first].find(token.markup) + 1
        place = line_span(ctx.file, first + 1, column, len(token.markup))
        ctx.report("LK183", place, fence=token.markup)
    language, _, rest = token.info.strip().partition(" ")
    if rest.strip():
        ctx.report("LK157", ctx.line_span(first + 1), key=rest.strip()[:40], near="")
    if token.info.startswith("{") and (near := callout(language.strip("{}"))):
        place, shown = ctx.line_span(first + 1), token.info.strip()[:60]
        ctx.report("LK133", place, value=shown, name="", near=near)
    return b.CodeBlock(token.content, language.strip("{}."), span)


def _table(ctx: Context, node: Node) -> b.Table:
    rows = [read_row(ctx, row) for part in node.children for row in part.children]
    return b.Table(rows[0], tuple(rows[1:]), _span(ctx, node))


def definitions(ctx: Context, node: Node) -> tuple[b.Definition, ...]:
    """The entries of a definition list."""
    entries: list[tuple[Prose, list[tuple[b.Block, ...]]]] = []
    for child in node.children:
        if child.type == "dt":
            entries.append((prose(ctx, child.children[0]), []))
        elif entries:
            if entries[-1][1]:
                glued_term(ctx, child)
            entries[-1][1].append(read_blocks(ctx, child.children))
    return tuple(b.Definition(term, tuple(meanings), term.span) for term, meanings in entries)


def _definitions(ctx: Context, node: Node) -> b.Definitions:
    return b.Definitions(definitions(ctx, node), _span(ctx, node))


def _formula(ctx: Context, node: Node) -> b.Formula:
    from lessonkit.read.maths import mathml

    tex = node.token.content.strip()
    made = mathml(tex, display=True)
    span = _span(ctx, node)
    if not made:
        ctx.report("LK164", span, tex=tex[:40], near="")
    return b.Formula(tex, made, span)


def _divider(ctx: Context, node: Node) -> b.Divider:
    return b.Divider(_span(ctx, node))


def _markup(ctx: Context, node: Node) -> b.MarkupBlock:
    from lessonkit.read.markup import clean

    return b.MarkupBlock(clean(node.token.content), _span(ctx, node))


def _stray(ctx: Context, node: Node) -> None:
    ctx.report("LK132", ctx.line_span(node.line))


def _footnote(ctx: Context, node: Node) -> None:
    """Definitions are read by themselves, after the body."""


def _span(ctx: Context, node: Node) -> Span:
    first, last = node.token.map or (node.line - 1, node.line)
    return ctx.lines_span(first + 1, max(first + 1, last))


def find(nodes: list[Node], kind: str) -> Iterator[Node]:
    """All nodes of one type, outer before inner."""
    for node in nodes:
        if node.type == kind:
            yield node
        yield from find(node.children, kind)


NESTED = Nested(read_blocks, read_blocks, item, definitions)
HOLDING = Nested(read_blocks, read_sections, item, definitions)
"""Of a `teacher` or `only` that stands where sections begin."""

READERS: dict[str, Callable[[Context, Node], Any]] = {
    "paragraph": _paragraph,
    "heading": _heading,
    "bullet_list": _list,
    "ordered_list": _list,
    "blockquote": _quote,
    "code_block": _code,
    "fence": _fence,
    "table": _table,
    "dl": _definitions,
    "math_block": _formula,
    "hr": _divider,
    "html_block": _markup,
    "lk_stray": _stray,
    "footnote_reference": _footnote,
}
