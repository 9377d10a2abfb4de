"""Blocks that are rows of something: lists, steps, checklists, tables, terms."""

from html import escape
from typing import assert_never

from lessonkit.model import blocks as b
from lessonkit.render.inline import prose_html, prose_ready, scroll_html
from lessonkit.render.pen import Inner, Pen
from lessonkit.render.templates import icon

_ALIGNED = {"center": "lk-center", "right": "lk-end", "left": "", "": ""}


def rows_html(
    block: b.List | b.Steps | b.Checklist | b.Table | b.Definitions | b.Glossary | b.Cards,
    pen: Pen,
    inner: Inner,
) -> str:
    """One such block."""
    match block:
        case b.List():
            return _list(block, pen, inner)
        case b.Steps():
            steps = [pen.ready(inner(item.blocks, pen)) for item in block.items]
            title = prose_ready(block.title, pen)
            return pen.fill("steps.html", title=title, items=tuple(steps), start=block.start)
        case b.Checklist():
            return _checklist(block, pen, inner)
        case b.Table():
            return _table(block, pen)
        case b.Definitions():
            return f"<dl>{_entries(block.entries, pen, inner)}</dl>"
        case b.Glossary():
            return f'<dl class="lk-glossary">{_entries(block.entries, pen, inner)}</dl>'
        case b.Cards():
            return _cards(block, pen, inner)
        case _:
            assert_never(block)


def _list(block: b.List, pen: Pen, inner: Inner) -> str:
    tag = "ol" if block.ordered else "ul"
    start = f' start="{block.start}"' if block.ordered and block.start != 1 else ""
    tasks = any(item.checked is not None for item in block.items)
    kind = ' class="lk-tasks" role="list"' if tasks else ""
    items = "".join([_item(item, block.tight, pen, inner) for item in block.items])
    return f"<{tag}{start}{kind}>{items}</{tag}>"


def _item(item: b.Item, tight: bool, pen: Pen, inner: Inner) -> str:
    if item.checked is None:
        return f"<li>{_item_blocks(item.blocks, tight, pen, inner)}</li>"
    sign = icon("check" if item.checked else "box")
    state = escape(pen.words("text.ticked" if item.checked else "text.unticked"), quote=False)
    content = _item_blocks(item.blocks, tight, pen, inner)
    return f'<li>{sign}<span class="lk-sr">{state}: </span><div>{content}</div></li>'


def _item_blocks(blocks: tuple[b.Block, ...], tight: bool, pen: Pen, inner: Inner) -> str:
    """In a tight list the paragraphs are bare text."""
    if not tight:
        return inner(blocks, pen)
    parts = [
        prose_html(block.prose, pen) if isinstance(block, b.Paragraph) else inner((block,), pen)
        for block in blocks
    ]
    return "\n".join(parts)


def _checklist(block: b.Checklist, pen: Pen, inner: Inner) -> str:
    """The first paragraph of an item is the label of its box, what follows stands below."""
    items = []
    for item in block.items:
        first, rest = item.blocks[:1], item.blocks[1:]
        label = _item_blocks(first, True, pen, inner)
        items.append((pen.ready(label), pen.ready(inner(rest, pen)), bool(item.checked)))
    title = prose_ready(block.title, pen)
    return pen.fill("checklist.html", id=block.id, title=title, items=tuple(items))


def _table(block: b.Table, pen: Pen) -> str:
    """An empty corner says that the first column heads its rows."""
    corner = bool(block.head) and not block.head[0].prose
    head = "".join([_cell(cell, "col" if cell.prose else "", pen) for cell in block.head])
    has_head = any(cell.prose for cell in block.head)
    rows = "".join([_row(row, corner and has_head, pen) for row in block.rows])
    top = f"<thead><tr>{head}</tr></thead>" if has_head else ""
    table = f"<table>{top}<tbody>{rows}</tbody></table>"
    return scroll_html(table, "", pen.words("text.table"))


def _row(row: tuple[b.Cell, ...], headed: bool, pen: Pen) -> str:
    cells = [
        _cell(cell, "row" if headed and place == 0 and cell.prose else "", pen)
        for place, cell in enumerate(row)
    ]
    return f"<tr>{''.join(cells)}</tr>"


def _cell(cell: b.Cell, scope: str, pen: Pen) -> str:
    mark = _ALIGNED[cell.align]
    kind = f' class="{mark}"' if mark else ""
    content = prose_html(cell.prose, pen)
    return f'<th scope="{scope}"{kind}>{content}</th>' if scope else f"<td{kind}>{content}</td>"


def _entries(entries: tuple[b.Definition, ...], pen: Pen, inner: Inner) -> str:
    return "".join(
        f"<dt>{prose_html(entry.term, pen)}</dt>"
        + "".join(f"<dd>{_meaning(meaning, pen, inner)}</dd>" for meaning in entry.meanings)
        for entry in entries
    )


def _meaning(blocks: tuple[b.Block, ...], pen: Pen, inner: Inner) -> str:
    """A meaning that is one paragraph is bare text."""
    return _item_blocks(blocks, len(blocks) == 1, pen, inner)


def _cards(block: b.Cards, pen: Pen, inner: Inner) -> str:
    entries = tuple(
        (
            prose_ready(entry.term, pen),
            tuple(pen.ready(_meaning(meaning, pen, inner)) for meaning in entry.meanings),
        )
        for entry in block.entries
    )
    return pen.fill("cards.html", id=block.id, title=prose_ready(block.title, pen), entries=entries)
