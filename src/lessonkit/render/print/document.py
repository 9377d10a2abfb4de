"""Blocks as JSON for a template: an object each, whose `k` tells what it is.

Words that stand around them (“Mẹo”, “Thực hành”) are in the document, so that a template has none.
"""

from collections.abc import Iterable
from typing import assert_never

from lessonkit.model import blocks as b
from lessonkit.render.print.asked import asked
from lessonkit.render.print.pen import Pen
from lessonkit.render.print.runs import Node, formula, picture, run
from lessonkit.text.inline import Prose
from lessonkit.text.signs import drawable

_Text = b.Paragraph | b.Heading | b.Quote | b.CodeBlock | b.Formula | b.Divider | b.MarkupBlock
_Rows = b.List | b.Steps | b.Checklist | b.Table | b.Definitions | b.Glossary | b.Cards
_Box = b.Callout | b.Practice | b.Details | b.Tabs | b.Only | b.Bank | b.Teacher


def blocks(found: Iterable[b.Block], pen: Pen) -> list[Node]:
    """Every block in order."""
    return [block(one, pen) for one in found]


def block(found: b.Block, pen: Pen) -> Node:
    """One block, with all inside it."""
    match found:
        case b.Paragraph() | b.Heading() | b.Quote() | b.CodeBlock() | b.Formula():
            return _text(found, pen)
        case b.Divider() | b.MarkupBlock():
            return _text(found, pen)
        case b.List() | b.Steps() | b.Checklist() | b.Table():
            return _rows(found, pen)
        case b.Definitions() | b.Glossary() | b.Cards():
            return _rows(found, pen)
        case (
            b.Callout() | b.Practice() | b.Details() | b.Tabs() | b.Only() | b.Bank() | b.Teacher()
        ):
            return _box(found, pen)
        case b.Figure():
            pictures = [picture(one, pen) for one in found.pictures]
            return {"k": "figure", "pics": pictures, "caption": run(found.caption, pen)}
        case b.Audio() | b.Video():
            return _recording(found, pen)
        case b.Ask():
            around = blocks(found.around, pen)
            return {"k": "ask", "b": around, **asked(found.question, pen)}
        case b.Narration() | b.Slide() | b.Scene() | b.Section():
            return _part(found, pen)
        case _:
            assert_never(found)


def _text(found: _Text, pen: Pen) -> Node:
    match found:
        case b.Paragraph():
            return {"k": "p", "c": run(found.prose, pen)}
        case b.Heading():
            return {"k": "h", "level": found.level, "c": run(found.prose, pen), "id": found.id}
        case b.Quote():
            return {"k": "quote", "b": blocks(found.blocks, pen)}
        case b.CodeBlock():
            text = drawable(found.text.rstrip("\n"))
            return {"k": "codeblock", "t": text, "language": found.language}
        case b.Formula():
            return {"k": "formula", "c": [formula(found.tex, found.mathml)]}
        case b.Divider():
            return {"k": "rule"}
        case b.MarkupBlock():
            return {"k": "none"}
        case _:
            assert_never(found)


def _rows(found: _Rows, pen: Pen) -> Node:
    match found:
        case b.List():
            return {"k": "list", "ordered": found.ordered, "start": found.start,
                    "tight": found.tight, "items": _items(found.items, pen)}  # fmt: skip
        case b.Steps():
            return {"k": "steps", "title": run(found.title, pen), "start": found.start,
                    "items": _items(found.items, pen)}  # fmt: skip
        case b.Checklist():
            title = _titled(found.title, "checklist.title", pen)
            return {"k": "checklist", "title": title, "items": _items(found.items, pen)}
        case b.Table():
            rows = [[_cell(cell, pen) for cell in row] for row in found.rows]
            return {"k": "table", "head": [_cell(cell, pen) for cell in found.head], "rows": rows}
        case b.Definitions() | b.Glossary() | b.Cards():
            over = found.title if isinstance(found, b.Cards) else None
            return {"k": "terms", "title": run(over, pen), "entries": _entries(found.entries, pen)}
        case _:
            assert_never(found)


def _box(found: _Box, pen: Pen) -> Node:
    words = pen.words
    match found:
        case b.Callout():
            title = _titled(found.title, f"callout.{found.kind}", pen)
            return {"k": "callout", "kind": found.kind, "label": words(f"callout.{found.kind}"),
                    "title": title, "b": blocks(found.blocks, pen)}  # fmt: skip
        case b.Practice():
            minutes = words.count("opening.minutes", found.minutes) if found.minutes else ""
            return {"k": "practice", "id": found.id, "label": words("practice.title"),
                    "title": _titled(found.title, "practice.title", pen),
                    "where": drawable(found.where), "minutes": minutes,
                    "b": blocks(found.blocks, pen)}  # fmt: skip
        case b.Details():
            return {"k": "details", "title": run(found.title, pen),
                    "b": blocks(found.blocks, pen)}  # fmt: skip
        case b.Tabs():
            tabs = [{"title": run(one.title, pen), "b": blocks(one.blocks, pen)}
                    for one in found.tabs]  # fmt: skip
            return {"k": "tabs", "tabs": tabs}
        case b.Only():
            names = ", ".join(pen.audiences.get(one, one) for one in found.audience)
            return {"k": "only", "label": words("only.label", groups=names),
                    "b": blocks(found.blocks, pen)}  # fmt: skip
        case b.Bank():
            how = words.count("bank.how", found.draw, count=len(found.blocks))
            return {"k": "bank", "how": how, "draw": found.draw, "b": blocks(found.blocks, pen)}
        case b.Teacher():
            return {"k": "teacher", "b": blocks(found.blocks, pen)}
        case _:
            assert_never(found)


def _recording(found: b.Audio | b.Video, pen: Pen) -> Node:
    poster = pen.picture(found.poster) if isinstance(found, b.Video) and found.poster else ""
    return {
        "k": "video" if isinstance(found, b.Video) else "audio",
        "src": found.src,
        "title": run(found.title, pen),
        "poster": poster,
        "label": pen.words("recording.transcript"),
        "b": blocks(found.transcript, pen),
    }


def _part(found: b.Narration | b.Slide | b.Scene | b.Section, pen: Pen) -> Node:
    inner = blocks(found.blocks, pen)
    if isinstance(found, b.Narration):
        return {"k": "narration", "b": inner}
    kind = type(found).__name__.lower()
    name = "" if isinstance(found, b.Slide) else found.id
    return {"k": kind, "id": name, "title": run(found.title, pen), "b": inner}


def _titled(title: Prose | None, key: str, pen: Pen) -> list[str | Node]:
    return run(title, pen) or [pen.words(key)]


def _items(items: tuple[b.Item, ...], pen: Pen) -> list[Node]:
    return [{"checked": one.checked, "b": blocks(one.blocks, pen)} for one in items]


def _cell(cell: b.Cell, pen: Pen) -> Node:
    return {"c": run(cell.prose, pen), "align": cell.align}


def _entries(entries: tuple[b.Definition, ...], pen: Pen) -> list[Node]:
    return [
        {"term": run(one.term, pen), "meanings": [blocks(each, pen) for each in one.meanings]}
        for one in entries
    ]


def notes(found: Iterable[b.Footnote], pen: Pen) -> list[Node]:
    """Footnotes by number."""
    return [{"n": one.number, "b": blocks(one.blocks, pen)} for one in found]
