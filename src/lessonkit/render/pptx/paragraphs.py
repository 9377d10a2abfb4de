"""Blocks as paragraphs of a placeholder: levels, signs before them, runs."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Literal

from lessonkit.model import blocks as b
from lessonkit.render.pptx.runs import Run, clean, runs
from lessonkit.render.words import Words
from lessonkit.text.inline import Markup, Math, Prose

Mark = Literal["", "dot", "number", "letter", "box", "ticked", "right"]
"""What stands before a paragraph: nothing, or a real bullet, number or letter."""
DEEPEST = 4
"""The last level, from 0."""


@dataclass(frozen=True, slots=True)
class Para:
    """One paragraph."""

    runs: tuple[Run, ...]
    level: int = 0
    """From 0, as lists within lists."""
    mark: Mark = ""
    start: int = 1
    """The number of the first of a row of numbered paragraphs."""
    colour: str = ""
    bold: bool = False
    inset: bool = False
    """Without a sign and yet standing in as far as the text of a list does."""
    close: bool = False
    """Close to the one before it."""
    small: bool = False
    """Said by us, in small and plain letters."""


@dataclass(frozen=True, slots=True)
class Pen:
    """What every paragraph may need to know."""

    words: Words
    audiences: "dict[str, str]"


def label(text: str, colour: str = "accent1") -> Para:
    """A short line above what it names."""
    return Para((Run(text, bold=True),), colour=colour)


def paragraphs(blocks: tuple[b.Block, ...], pen: Pen, level: int = 0) -> Iterator[Para]:
    """All of them, in order; pictures and tables stand for themselves elsewhere."""
    for block in blocks:
        yield from _block(block, pen, level)


def _block(block: b.Block, pen: Pen, level: int) -> Iterator[Para]:
    """What is a line or a row of lines; pictures and what is not shown are none."""
    match block:
        case b.Paragraph(prose=prose):
            yield Para(runs(prose), level, inset=level > 0)
        case b.Heading(prose=prose):
            yield Para(runs(prose), level, colour="tx2", bold=True)
        case b.List() | b.Steps() | b.Checklist():
            yield from _rows(block, pen, level)
        case b.Quote(blocks=inner):
            for one in paragraphs(inner, pen, level):
                yield replace(one, inset=True, runs=_slanted(one.runs))
        case b.Definitions(entries=entries) | b.Glossary(entries=entries):
            yield from (one for entry in entries for one in _entry(entry, pen, level))
        case b.Table():
            yield from _flat_table(block, level)
        case b.Audio() | b.Video():
            yield _recording(block, pen, level)
        case b.CodeBlock() | b.Formula() | b.MarkupBlock():
            yield from _literal(block, level)
        case _:
            yield from _box(block, pen, level)


def _literal(block: b.CodeBlock | b.Formula | b.MarkupBlock, level: int) -> Iterator[Para]:
    """What an author typed in another language than prose."""
    match block:
        case b.CodeBlock(text=text):
            lines = clean(text.rstrip("\n").expandtabs(4))
            yield Para((Run(lines, code=True),), level, inset=level > 0)
        case b.Formula(tex=tex, mathml=mathml, span=span):
            yield Para(runs(Prose((Math(tex, mathml, span),), span)), level, inset=True)
        case b.MarkupBlock(html=html, span=span):
            found = runs(Prose((Markup(html, span),), span))
            if any(one.text.strip() for one in found):
                yield Para(found, level)


def _box(block: b.Block, pen: Pen, level: int) -> Iterator[Para]:
    """What has a title and blocks inside; all else is not for a slide."""
    match block:
        case b.Cards(title=title, entries=entries):
            yield from _titled(title, level)
            yield from (one for entry in entries for one in _entry(entry, pen, level))
        case b.Callout(kind=kind, title=title, blocks=inner):
            yield replace(_callout(kind, title, pen), level=level)
            yield from paragraphs(inner, pen, level)
        case b.Practice() | b.Details() | b.Scene() | b.Section():
            yield from _titled(block.title, level)
            yield from paragraphs(block.blocks, pen, level)
        case b.Tabs(tabs=tabs):
            for tab in tabs:
                yield from _titled(tab.title, level)
                yield from paragraphs(tab.blocks, pen, level)
        case b.Only(audience=audience, blocks=inner):
            groups = ", ".join(pen.audiences.get(one, one) for one in audience)
            yield replace(label(pen.words("only.label", groups=groups), "accent5"), level=level)
            yield from paragraphs(inner, pen, level)
        case b.Ask(question=question, blocks=inner):
            yield Para(runs(question.ask), level, bold=True)
            yield from paragraphs(inner, pen, level)
        case b.Bank(blocks=inner):
            yield from paragraphs(inner, pen, level)
        case _:
            return


def callout_colour(kind: b.CalloutKind) -> str:
    """The colour of the theme that its edge and label have."""
    return {"warning": "accent3", "important": "accent4", "keypoints": "accent2"}.get(
        kind, "accent1"
    )


def _callout(kind: b.CalloutKind, title: Prose | None, pen: Pen) -> Para:
    colour = callout_colour(kind)
    own = runs(title) if title else ()
    if own:
        return Para(own, colour=colour, bold=True)
    return label(pen.words(f"callout.{kind}"), colour)


def _titled(title: Prose | None, level: int) -> Iterator[Para]:
    if title:
        yield Para(runs(title), level, colour="tx2", bold=True)


def _slanted(parts: tuple[Run, ...]) -> tuple[Run, ...]:
    return tuple(replace(one, italic=True) for one in parts)


def _rows(block: b.List | b.Steps | b.Checklist, pen: Pen, level: int) -> Iterator[Para]:
    if not isinstance(block, b.List):
        yield from _titled(block.title, level)
    ordered = isinstance(block, b.Steps) or (isinstance(block, b.List) and block.ordered)
    start = 1 if isinstance(block, b.Checklist) else block.start
    for place, item in enumerate(block.items):
        mark: Mark = "number" if ordered else "dot"
        if item.checked is not None:
            mark = "ticked" if item.checked and isinstance(block, b.List) else "box"
        yield from _item(item, mark, start + place, pen, min(level, DEEPEST))


def _item(item: b.Item, mark: Mark, number: int, pen: Pen, level: int) -> Iterator[Para]:
    """The first paragraph carries the sign, what follows stands in beside it."""
    first, rest = item.blocks[:1], item.blocks[1:]
    if first and isinstance(first[0], b.Paragraph):
        yield Para(runs(first[0].prose), level, mark, number)
    else:
        rest = item.blocks
    for block in rest:
        if isinstance(block, b.Paragraph):
            yield Para(runs(block.prose), level, inset=True)
        elif not isinstance(block, b.Figure):
            yield from _block(block, pen, min(level + 1, DEEPEST))


def _entry(entry: b.Definition, pen: Pen, level: int) -> Iterator[Para]:
    yield Para(runs(entry.term), level, colour="accent1", bold=True)
    for meaning in entry.meanings:
        for one in paragraphs(meaning, pen, level):
            yield replace(one, inset=True, close=True)


def _flat_table(block: b.Table, level: int) -> Iterator[Para]:
    """A table among words, as in notes: a line a row."""
    for row in (block.head, *block.rows):
        cells = [runs(cell.prose) for cell in row if cell.prose]
        if cells:
            line = (part for cell in cells for part in (Run(" · "), *cell))
            yield Para(tuple(line)[1:], level)


def _recording(block: b.Audio | b.Video, pen: Pen, level: int) -> Para:
    key = "pptx.recording" if isinstance(block, b.Audio) else "pptx.clip"
    title = block.title.plain() if block.title else block.src.rpartition("/")[2]
    return Para((Run(pen.words(key, title=title)),), level, colour="accent5")
