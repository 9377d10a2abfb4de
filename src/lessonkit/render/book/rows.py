"""Blocks that are rows of something: lists, steps, checklists, tables, terms."""

from typing import assert_never

from lessonkit.model import blocks as b
from lessonkit.render.book.pen import Inner, Pen
from lessonkit.render.book.runs import attributes, prose_xhtml
from lessonkit.text.inline import Prose

_ALIGNED = {"center": "lk-center", "right": "lk-right", "left": "", "": ""}


def rows_xhtml(
    block: b.List | b.Steps | b.Checklist | b.Table | b.Definitions | b.Glossary | b.Cards,
    pen: Pen,
    inner: Inner,
) -> str:
    """One such block."""
    match block:
        case b.List():
            return _list(block, pen, inner)
        case b.Steps():
            items = "".join(f"<li>{inner(item.blocks, pen)}</li>" for item in block.items)
            return f'{label(block.title, pen)}<ol class="lk-steps">{items}</ol>'
        case b.Checklist():
            return _checklist(block, pen, inner)
        case b.Table():
            return _table(block, pen)
        case b.Definitions():
            return f"<dl>{_entries(block.entries, pen, inner)}</dl>"
        case b.Glossary():
            entries = f"<dl>{_entries(block.entries, pen, inner)}</dl>"
            return f'<section epub:type="glossary" role="doc-glossary">{entries}</section>'
        case b.Cards():
            cards = f'<dl class="lk-cards">{_entries(block.entries, pen, inner)}</dl>'
            return label(block.title, pen) + cards
        case _:
            assert_never(block)


def label(title: Prose | None, pen: Pen, otherwise: str = "") -> str:
    """The title of what follows; nothing where it has none."""
    text = prose_xhtml(title, pen) or otherwise
    return f'<p class="lk-label">{text}</p>' if text else ""


def _list(block: b.List, pen: Pen, inner: Inner) -> str:
    tag = "ol" if block.ordered else "ul"
    start = f' start="{block.start}"' if block.ordered and block.start != 1 else ""
    tasks = any(item.checked is not None for item in block.items)
    kind = ' class="lk-tasks"' if tasks else ""
    items = "".join([_item(item, block.tight, pen, inner) for item in block.items])
    return f"<{tag}{start}{kind}>{items}</{tag}>"


def _item(item: b.Item, tight: bool, pen: Pen, inner: Inner) -> str:
    content = bare(item.blocks, tight, pen, inner)
    if item.checked is None:
        return f"<li>{content}</li>"
    state = pen.words("text.ticked" if item.checked else "text.unticked")
    return f"<li>{pen.sign('check' if item.checked else 'box', state)} {content}</li>"


def bare(blocks: tuple[b.Block, ...], tight: bool, pen: Pen, inner: Inner) -> str:
    """In a tight list the paragraphs are bare text."""
    if not tight:
        return inner(blocks, pen)
    return "\n".join(
        prose_xhtml(block.prose, pen) if isinstance(block, b.Paragraph) else inner((block,), pen)
        for block in blocks
    )


def _checklist(block: b.Checklist, pen: Pen, inner: Inner) -> str:
    """To be ticked in the mind, or with a pen on paper."""
    box = pen.sign("box")
    items = "".join(
        f"<li>{box} {bare(item.blocks[:1], True, pen, inner)}{inner(item.blocks[1:], pen)}</li>"
        for item in block.items
    )
    title = label(block.title, pen, pen.say("checklist.title"))
    return f'{title}<ul class="lk-tasks">{items}</ul>'


def _table(block: b.Table, pen: Pen) -> str:
    """An empty corner says that the first column heads its rows."""
    corner = bool(block.head) and not block.head[0].prose
    has_head = any(cell.prose for cell in block.head)
    head = "".join([_cell(cell, "col" if cell.prose else "", pen) for cell in block.head])
    top = f"<thead><tr>{head}</tr></thead>" if has_head else ""
    rows = "".join([_row(row, corner and has_head, pen) for row in block.rows])
    return f"<table>{top}<tbody>{rows}</tbody></table>"


def _row(row: tuple[b.Cell, ...], headed: bool, pen: Pen) -> str:
    cells = [
        _cell(cell, "row" if headed and place == 0 and cell.prose else "", pen)
        for place, cell in enumerate(row)
    ]
    return f"<tr>{''.join(cells)}</tr>"


def _cell(cell: b.Cell, scope: str, pen: Pen) -> str:
    mark = attributes(classes=(_ALIGNED[cell.align],) if _ALIGNED[cell.align] else ())
    content = prose_xhtml(cell.prose, pen)
    return f'<th scope="{scope}"{mark}>{content}</th>' if scope else f"<td{mark}>{content}</td>"


def _entries(entries: tuple[b.Definition, ...], pen: Pen, inner: Inner) -> str:
    return "".join(
        f"<dt>{prose_xhtml(entry.term, pen)}</dt>"
        + "".join(
            f"<dd>{bare(meaning, len(meaning) == 1, pen, inner)}</dd>" for meaning in entry.meanings
        )
        for entry in entries
    )
