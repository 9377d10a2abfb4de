"""A block as the smallest parts that may stand on slides of their own, and parts put together.

Parts of one block have its span; by it they are known when they meet again on a slide.
"""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from lessonkit.model import blocks as b
from lessonkit.model.walk import prose
from lessonkit.plan.estimates import tieng_of as tieng
from lessonkit.plan.sayings import announced, cut, joined
from lessonkit.text.inline import Prose


def fragments(block: b.Block, most: int) -> tuple[b.Block, ...]:
    """Parts of a block, none longer than `most` tiếng where its words allow it."""
    match block:
        case b.Paragraph():
            return tuple(replace(block, prose=one) for one in _said(block.prose, most))
        case b.List() | b.Steps() | b.Checklist():
            return tuple(_rows(block, most))
        case b.Table():
            return tuple(replace(block, rows=(row,)) for row in block.rows) or (block,)
        case b.CodeBlock():
            lines = block.text.rstrip("\n").split("\n")
            return tuple(replace(block, text=line) for line in lines)
        case b.Definitions() | b.Glossary() | b.Cards():
            return tuple(_terms(block, most))
        case b.Tabs():
            return tuple(
                replace(block, tabs=(replace(tab, blocks=(part,)),))
                for tab in block.tabs
                for part in _inside(tab.blocks, most)
            )
        case b.Quote() | b.Callout() | b.Practice() | b.Details() | b.Only():
            return tuple(_boxed(block, most))
        case _:
            return (block,)


def _said(prose: Prose, most: int) -> Iterator[Prose]:
    for one in announced(prose):
        yield from cut(one, most) if tieng(one) > most else (one,)


def _inside(blocks: tuple[b.Block, ...], most: int) -> Iterator[b.Block]:
    for one in blocks:
        yield from fragments(one, most)


def _boxed(block: Any, most: int) -> Iterator[b.Block]:
    parts = tuple(_inside(block.blocks, most))
    yield from (replace(block, blocks=(part,)) for part in parts)
    if not parts:
        yield block


def _rows(block: Any, most: int) -> Iterator[b.Block]:
    """Item by item; numbers go on, and an item that is too long goes on as well."""
    for place, item in enumerate(block.items):
        parts = tuple(_inside(item.blocks, most)) if _long(item, most) else ()
        for inner in tuple((part,) for part in parts) or (item.blocks,):
            first: dict[str, Any] = {}
            if not isinstance(block, b.Checklist):
                first = {"start": block.start + place}
            yield replace(block, items=(replace(item, blocks=inner),), **first)


def _long(item: b.Item, most: int) -> bool:
    return sum(tieng_of(one) for one in item.blocks) > most


def _terms(block: Any, most: int) -> Iterator[b.Block]:
    for entry in block.entries:
        parts = tuple((part,) for one in entry.meanings for part in _inside(one, most))
        for meaning in parts or ((),):
            yield replace(block, entries=(replace(entry, meanings=(meaning,)),))


def tieng_of(block: b.Block) -> int:
    """What is read of it on a slide."""
    return sum(tieng(run) for run in prose((block,)))


def together(parts: tuple[b.Block, ...]) -> tuple[b.Block, ...]:
    """Neighbours that come from one block as one again."""
    found: list[b.Block] = []
    for part in parts:
        met = _met(found[-1], part) if found and found[-1].span == part.span else None
        if met is None:
            found.append(part)
        else:
            found[-1] = met
    return tuple(found)


def _met(a: Any, z: Any) -> b.Block | None:
    """Two parts of one block; None: they are none."""
    if type(a) is not type(z):
        return None
    found: dict[str, Any]
    match a:
        case b.Paragraph():
            found = {"prose": joined(a.prose, z.prose)}
        case b.List() | b.Steps() | b.Checklist():
            found = {"items": _items((*a.items, *z.items))}
        case b.Table():
            found = {"rows": (*a.rows, *z.rows)}
        case b.CodeBlock():
            found = {"text": f"{a.text}\n{z.text}"}
        case b.Definitions() | b.Glossary() | b.Cards():
            found = {"entries": _entries((*a.entries, *z.entries))}
        case b.Tabs():
            found = {"tabs": _tabs((*a.tabs, *z.tabs))}
        case b.Quote() | b.Callout() | b.Practice() | b.Details() | b.Only():
            found = {"blocks": together((*a.blocks, *z.blocks))}
        case _:
            return None
    met: b.Block = replace(a, **found)
    return met


def _items(items: tuple[b.Item, ...]) -> tuple[b.Item, ...]:
    found: list[b.Item] = []
    for one in items:
        if found and found[-1].span == one.span:
            found[-1] = replace(one, blocks=together((*found[-1].blocks, *one.blocks)))
        else:
            found.append(one)
    return tuple(found)


def _entries(entries: tuple[b.Definition, ...]) -> tuple[b.Definition, ...]:
    found: list[b.Definition] = []
    for one in entries:
        if found and found[-1].span == one.span:
            found[-1] = replace(one, meanings=(*found[-1].meanings, *one.meanings))
        else:
            found.append(one)
    return tuple(found)


def _tabs(tabs: tuple[b.Tab, ...]) -> tuple[b.Tab, ...]:
    found: list[b.Tab] = []
    for one in tabs:
        if found and found[-1].span == one.span:
            found[-1] = replace(one, blocks=together((*found[-1].blocks, *one.blocks)))
        else:
            found.append(one)
    return tuple(found)
