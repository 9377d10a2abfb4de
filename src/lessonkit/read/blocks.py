"""From block tokens to blocks: all of Markdown that is not a `:::` block."""

from collections.abc import Callable, Iterator
from typing import Any

from lessonkit.base.diag import Span
from lessonkit.model import blocks as b
from lessonkit.read import attributes, kinds
from lessonkit.read.context import Context
from lessonkit.read.grammar import MAX_NESTING
from lessonkit.read.inlines import plain_prose, prose
from lessonkit.read.nested import Nested
from lessonkit.read.tree import Node
from lessonkit.text.inline import Picture, Prose, Text

BOX = {"[ ] ": False, "[x] ": True, "[X] ": True}


def read_blocks(ctx: Context, nodes: list[Node]) -> tuple[b.Block, ...]:
    """Blocks of a place where no section may begin; a `##` there is a fault."""
    found: list[b.Block] = []
    for node in nodes:
        if node.type == "heading" and node.token.tag in ("h1", "h2"):
            ctx.report("LK161", ctx.line_span(node.line))
            node.token.tag = "h3"
        found += _blocks(ctx, [node])
    return tuple(found)


def read_sections(ctx: Context, nodes: list[Node]) -> tuple[b.Block, ...]:
    """Blocks of a place where sections begin: the document, `teacher` and `only`."""
    found: list[b.Block] = []
    head: Node | None = None
    inside: list[Node] = []
    for node in nodes:
        if node.type == "heading" and node.token.tag in ("h1", "h2"):
            found += _section(ctx, head, inside)
            head, inside = node, []
        elif _holds_sections(node):
            found += _section(ctx, head, inside)
            head, inside = None, []
            found += _blocks(ctx, [node])
        else:
            inside.append(node)
    found += _section(ctx, head, inside)
    return tuple(found)


def _holds_sections(node: Node) -> bool:
    return (
        node.type == "lk"
        and node.token.meta["head"].name in ("teacher", "only")
        and any(one.type == "heading" and one.token.tag in ("h1", "h2") for one in node.children)
    )


def _section(ctx: Context, head: Node | None, nodes: list[Node]) -> list[b.Block]:
    if head is None:
        return list(read_blocks(ctx, nodes))
    line = ctx.line_span(head.line)
    if head.token.tag == "h1":
        ctx.report("LK150", line)
    title, given = _heading_text(ctx, head)
    for key, _ in given.pairs:
        if key != "objective":
            ctx.report("LK157", line, key=key, allowed="objective")
    number, ctx.sections = ctx.sections, ctx.sections + 1
    fixed = ctx.section_ids[number] if number < len(ctx.section_ids) else ""
    name = _heading_id(ctx, given, title, line, fixed or f"phan-{number + 1}", bool(fixed))
    objectives = tuple((given.get("objective") or "").replace(",", " ").split())
    return [b.Section(name, title, objectives, read_blocks(ctx, nodes), line)]


def _heading_text(ctx: Context, node: Node) -> tuple[Prose, attributes.Attributes]:
    if not node.children:
        return plain_prose("", ctx.line_span(node.line)), attributes.NONE
    inline = node.children[0]
    bare, given = attributes.split_heading(inline.token.content)
    if given is not attributes.NONE:
        tokens = ctx.md.parseInline(bare, ctx.env)
        tokens[0].map = inline.token.map
        inline = Node(tokens[0])
    return prose(ctx, inline), given


def _heading_id(
    ctx: Context, given: attributes.Attributes, title: Prose, line: Span, fallback: str, fixed: bool
) -> str:
    if given.id:
        ctx.claim(given.id, line)
        return given.id
    name = fallback if fixed and fallback not in ctx.ids else ctx.free_id(title.plain(), fallback)
    ctx.ids[name] = line
    return name


def _blocks(ctx: Context, nodes: list[Node]) -> list[b.Block]:
    return [block for node in nodes if (block := _block(ctx, node)) is not None]


def _block(ctx: Context, node: Node) -> b.Block | None:
    if node.token.level >= MAX_NESTING - 1:
        ctx.report("LK152", ctx.line_span(node.line), limit=MAX_NESTING)
        return None
    reader = READERS.get(node.type)
    if reader is None:
        return None
    found: b.Block | None = reader(ctx, node)
    return found


def _paragraph(ctx: Context, node: Node) -> b.Block | None:
    run = prose(ctx, node.children[0])
    span = run.span
    meaning = [one for one in run.inlines if not (isinstance(one, Text) and not one.text.strip())]
    if len(meaning) == 1 and isinstance(meaning[0], Picture):
        return _figure(node.children[0], meaning[0], span)
    return b.Paragraph(run, (), span) if run else None


def _figure(inline: Node, picture: Picture, span: Span) -> b.Figure:
    title = next(
        (
            str(one.attrGet("title") or "")
            for one in inline.token.children or ()
            if one.type == "image"
        ),
        "",
    )
    return b.Figure((picture,), plain_prose(title, span) if title else None, span)


def _heading(ctx: Context, node: Node) -> b.Block:
    title, given = _heading_text(ctx, node)
    line = ctx.line_span(node.line)
    name = _heading_id(ctx, given, title, line, "muc", False)
    return b.Heading(int(node.token.tag[1]), title, name, line)


def _list(ctx: Context, node: Node) -> b.List:
    items = tuple(item(ctx, child) for child in node.children)
    ordered = node.type == "ordered_list"
    start = int(node.token.attrGet("start") or 1) if ordered else 1
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
    return b.CodeBlock(node.token.content, node.token.info.strip().split(" ")[0], _span(ctx, node))


def _table(ctx: Context, node: Node) -> b.Table:
    rows = [
        tuple(_cell(ctx, cell) for cell in row.children)
        for part in node.children
        for row in part.children
    ]
    return b.Table(rows[0] if rows else (), tuple(rows[1:]), _span(ctx, node))


def _cell(ctx: Context, node: Node) -> b.Cell:
    style = str(node.token.attrGet("style") or "")
    align: Any = style.removeprefix("text-align:")
    return b.Cell(prose(ctx, node.children[0]), align)


def definitions(ctx: Context, node: Node) -> tuple[b.Definition, ...]:
    """The entries of a definition list."""
    entries: list[b.Definition] = []
    for child in node.children:
        if child.type == "dt":
            run = prose(ctx, child.children[0])
            entries.append(b.Definition(run, (), run.span))
        elif entries:
            last = entries[-1]
            meaning = read_blocks(ctx, child.children)
            entries[-1] = b.Definition(last.term, (*last.meanings, meaning), last.span)
    return tuple(entries)


def _definitions(ctx: Context, node: Node) -> b.Definitions:
    return b.Definitions(definitions(ctx, node), _span(ctx, node))


def _formula(ctx: Context, node: Node) -> b.Formula:
    from lessonkit.read.maths import mathml

    tex = node.token.content.strip()
    made = mathml(tex, display=True)
    span = _span(ctx, node)
    if not made:
        ctx.report("LK164", span, tex=tex[:40])
    return b.Formula(tex, made, span)


def _divider(ctx: Context, node: Node) -> b.Divider:
    return b.Divider(_span(ctx, node))


def _markup(ctx: Context, node: Node) -> b.MarkupBlock:
    from lessonkit.read.markup import clean

    return b.MarkupBlock(clean(node.token.content), _span(ctx, node))


def _directive(ctx: Context, node: Node) -> b.Block | None:
    return kinds.read_block(ctx, node, NESTED)


def _stray(ctx: Context, node: Node) -> None:
    ctx.report("LK132", ctx.line_span(node.line))


def _malformed(ctx: Context, node: Node) -> None:
    name = node.token.content.strip(": {}").split(" ")[0].strip("{}.")
    ctx.report(
        "LK133", ctx.line_span(node.line), value=node.token.content[:60], name=name or "note"
    )


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


NESTED = Nested(read_blocks, read_sections, item, definitions)

READERS: dict[str, Callable[[Context, Node], Any]] = {
    "paragraph": _paragraph,
    "heading": _heading,
    "bullet_list": _list,
    "ordered_list": _list,
    "blockquote": _quote,
    "code_block": _code,
    "fence": _code,
    "table": _table,
    "dl": _definitions,
    "math_block": _formula,
    "hr": _divider,
    "html_block": _markup,
    "lk": _directive,
    "lk_stray": _stray,
    "lk_malformed": _malformed,
    "footnote_reference": _footnote,
}
