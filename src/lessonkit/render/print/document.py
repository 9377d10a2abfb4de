"""Blocks as JSON for a template: an object each, whose `k` tells what it is.

Words that stand around them (“Mẹo”, “Thực hành”) are in the document, so that a template has none.
"""

from collections.abc import Iterable
from typing import assert_never

from lessonkit.model import blocks as b
from lessonkit.render.print.asked import asked
from lessonkit.render.print.kit import Kit
from lessonkit.render.print.runs import Node, formula, picture, run
from lessonkit.text.inline import Prose
from lessonkit.text.signs import drawable

_Text = b.Paragraph | b.Heading | b.Quote | b.CodeBlock | b.Formula | b.Divider | b.MarkupBlock
_Rows = b.List | b.Steps | b.Checklist | b.Table | b.Definitions | b.Glossary | b.Cards
_Box = b.Callout | b.Practice | b.Details | b.Tabs | b.Only | b.Bank | b.Teacher


def blocks(found: Iterable[b.Block], kit: Kit) -> list[Node]:
    """Every block in order."""
    return [block(one, kit) for one in found]


def block(found: b.Block, kit: Kit) -> Node:
    """One block, with all inside it."""
    match found:
        case b.Paragraph() | b.Heading() | b.Quote() | b.CodeBlock() | b.Formula():
            return _text(found, kit)
        case b.Divider() | b.MarkupBlock():
            return _text(found, kit)
        case b.List() | b.Steps() | b.Checklist() | b.Table():
            return _rows(found, kit)
        case b.Definitions() | b.Glossary() | b.Cards():
            return _rows(found, kit)
        case (
            b.Callout() | b.Practice() | b.Details() | b.Tabs() | b.Only() | b.Bank() | b.Teacher()
        ):
            return _box(found, kit)
        case b.Figure():
            pictures = [picture(one, kit) for one in found.pictures]
            return {"k": "figure", "pics": pictures, "caption": run(found.caption, kit)}
        case b.Audio() | b.Video():
            return _recording(found, kit)
        case b.Ask():
            around = blocks(found.around, kit)
            return {"k": "ask", "b": around, **asked(found.question, kit)}
        case b.Narration() | b.Slide() | b.Scene() | b.Section():
            return _part(found, kit)
        case _:
            assert_never(found)


def _text(found: _Text, kit: Kit) -> Node:
    match found:
        case b.Paragraph():
            return {"k": "p", "c": run(found.prose, kit)}
        case b.Heading():
            return {"k": "h", "level": found.level, "c": run(found.prose, kit), "id": found.id}
        case b.Quote():
            return {"k": "quote", "b": blocks(found.blocks, kit)}
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


def _rows(found: _Rows, kit: Kit) -> Node:
    match found:
        case b.List():
            return {"k": "list", "ordered": found.ordered, "start": found.start,
                    "tight": found.tight, "items": _items(found.items, kit)}  # fmt: skip
        case b.Steps():
            return {"k": "steps", "title": run(found.title, kit), "start": found.start,
                    "items": _items(found.items, kit)}  # fmt: skip
        case b.Checklist():
            title = _titled(found.title, "checklist.title", kit)
            return {"k": "checklist", "title": title, "items": _items(found.items, kit)}
        case b.Table():
            rows = [[_cell(cell, kit) for cell in row] for row in found.rows]
            return {"k": "table", "head": [_cell(cell, kit) for cell in found.head], "rows": rows}
        case b.Definitions() | b.Glossary() | b.Cards():
            over = found.title if isinstance(found, b.Cards) else None
            return {"k": "terms", "title": run(over, kit), "entries": _entries(found.entries, kit)}
        case _:
            assert_never(found)


def _box(found: _Box, kit: Kit) -> Node:
    words = kit.words
    match found:
        case b.Callout():
            title = _titled(found.title, f"callout.{found.kind}", kit)
            return {"k": "callout", "kind": found.kind, "label": words(f"callout.{found.kind}"),
                    "title": title, "b": blocks(found.blocks, kit)}  # fmt: skip
        case b.Practice():
            minutes = words.count("opening.minutes", found.minutes) if found.minutes else ""
            return {"k": "practice", "id": found.id, "label": words("practice.title"),
                    "title": _titled(found.title, "practice.title", kit),
                    "where": drawable(found.where), "minutes": minutes,
                    "b": blocks(found.blocks, kit)}  # fmt: skip
        case b.Details():
            return {"k": "details", "title": run(found.title, kit),
                    "b": blocks(found.blocks, kit)}  # fmt: skip
        case b.Tabs():
            tabs = [{"title": run(one.title, kit), "b": blocks(one.blocks, kit)}
                    for one in found.tabs]  # fmt: skip
            return {"k": "tabs", "tabs": tabs}
        case b.Only():
            names = ", ".join(kit.audiences.get(one, one) for one in found.audience)
            return {"k": "only", "label": words("only.label", groups=names),
                    "b": blocks(found.blocks, kit)}  # fmt: skip
        case b.Bank():
            how = words.count("bank.how", found.draw, count=len(found.blocks))
            return {"k": "bank", "how": how, "draw": found.draw, "b": blocks(found.blocks, kit)}
        case b.Teacher():
            return {"k": "teacher", "b": blocks(found.blocks, kit)}
        case _:
            assert_never(found)


def _recording(found: b.Audio | b.Video, kit: Kit) -> Node:
    poster = kit.picture(found.poster) if isinstance(found, b.Video) and found.poster else ""
    return {
        "k": "video" if isinstance(found, b.Video) else "audio",
        "src": found.src,
        "title": run(found.title, kit),
        "poster": poster,
        "label": kit.words("recording.transcript"),
        "b": blocks(found.transcript, kit),
    }


def _part(found: b.Narration | b.Slide | b.Scene | b.Section, kit: Kit) -> Node:
    inner = blocks(found.blocks, kit)
    if isinstance(found, b.Narration):
        return {"k": "narration", "b": inner}
    kind = type(found).__name__.lower()
    name = "" if isinstance(found, b.Slide) else found.id
    return {"k": kind, "id": name, "title": run(found.title, kit), "b": inner}


def _titled(title: Prose | None, key: str, kit: Kit) -> list[str | Node]:
    return run(title, kit) or [kit.words(key)]


def _items(items: tuple[b.Item, ...], kit: Kit) -> list[Node]:
    return [{"checked": one.checked, "b": blocks(one.blocks, kit)} for one in items]


def _cell(cell: b.Cell, kit: Kit) -> Node:
    return {"c": run(cell.prose, kit), "align": cell.align}


def _entries(entries: tuple[b.Definition, ...], kit: Kit) -> list[Node]:
    return [
        {"term": run(one.term, kit), "meanings": [blocks(each, kit) for each in one.meanings]}
        for one in entries
    ]


def notes(found: Iterable[b.Footnote], kit: Kit) -> list[Node]:
    """Footnotes by number."""
    return [{"n": one.number, "b": blocks(one.blocks, kit)} for one in found]
