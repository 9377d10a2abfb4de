"""The gaps of a `cloze`: from veiled text to places to fill in, with what is right."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from zlib import crc32

from lessonkit.base.diag import Span, line_span
from lessonkit.model import blocks as b
from lessonkit.read.inlines import plain_prose
from lessonkit.read.nested import Opened
from lessonkit.read.veil import MARK, Veiled, number
from lessonkit.text import inline as i
from lessonkit.text.body import Blank
from lessonkit.text.inline import Prose

_WIDEST = 24
"""Letters that a gap shows at most; it takes more."""


@dataclass(slots=True)
class _Gaps:
    """The gaps of one block."""

    veiled: dict[int, Veiled]
    blanks: dict[int, Blank]
    found: set[int] = field(default_factory=set)
    size: int = 4

    def gap(self, which: int) -> i.Gap:
        """What stands for that gap in the text."""
        self.found.add(which)
        blank = self.blanks[which]
        place = sorted(self.blanks).index(which)
        shown = _mixed(blank, place) if blank.stars else ()
        return i.Gap(place, len(self.blanks), shown, self.size, blank.span)


def with_gaps(
    opened: Opened, blocks: tuple[b.Block, ...]
) -> tuple[tuple[b.Block, ...], tuple[Blank, ...]]:
    """The blocks with their gaps, and these.

    Faults: one that is not closed, or that stands where none can be shown.
    """
    ctx, head = opened.ctx, opened.head
    first, stop = opened.node.token.map or (0, 0)
    if "[[" in head.argument:
        ctx.report("LK662", head.span)
    here = {
        which: one
        for which, one in enumerate(ctx.env.get("gaps", ()))
        if first < one.span.start.line <= stop
    }
    for one in here.values():
        if one.text is None:
            ctx.report("LK663", one.span)
    blanks = {which: _blank(one) for which, one in here.items() if one.text is not None}
    typed = [len(text) for one in blanks.values() if not one.stars for text in one.texts]
    gaps = _Gaps(here, blanks, size=min(_WIDEST, max(4, *typed, 4)))
    filled = tuple(_block(block, gaps) for block in blocks)
    for which in blanks.keys() - gaps.found:
        ctx.report("LK662", here[which].span)
    return filled, tuple(blanks[which] for which in sorted(blanks))


def _blank(gap: Veiled) -> Blank:
    texts: list[str] = []
    stars: list[int] = []
    choices: list[Prose] = []
    at = gap.span.start.column + 2
    for place, part in enumerate(re.split(r"(?<!\\)\|", gap.text or "")):
        bare = part.strip()
        if bare.startswith("*"):
            stars.append(place)
            bare = bare[1:].strip()
        first = at + (part.find(bare) if bare else 0)
        span = line_span(gap.span.file, gap.span.start.line, first, len(bare))
        texts.append(_tidy(bare))
        choices.append(plain_prose(texts[-1], span))
        at += len(part) + 1
    return Blank(tuple(texts), tuple(stars), tuple(choices) if stars else (), gap.span)


def _tidy(text: str) -> str:
    joined = " ".join(unicodedata.normalize("NFC", text).split())
    return re.sub(r"\\([|*\]\[])", r"\1", joined)


def _mixed(blank: Blank, place: int) -> tuple[tuple[int, str], ...]:
    """An order that tells nothing, and is the same at every build."""
    named = enumerate(blank.texts)
    return tuple(sorted(named, key=lambda one: (crc32(f"{place} {one[1]}".encode()), one[0])))


def _block(block: b.Block, gaps: _Gaps) -> b.Block:
    match block:
        case b.Paragraph():
            return replace(block, prose=_prose(block.prose, gaps))
        case b.List():
            return replace(block, items=tuple(_item(item, gaps) for item in block.items))
        case b.Quote():
            return replace(block, blocks=tuple(_block(one, gaps) for one in block.blocks))
        case b.Table():
            return replace(block, rows=tuple(_row(row, gaps) for row in block.rows))
        case _:
            return block


def _item(item: b.Item, gaps: _Gaps) -> b.Item:
    return replace(item, blocks=tuple(_block(one, gaps) for one in item.blocks))


def _row(row: tuple[b.Cell, ...], gaps: _Gaps) -> tuple[b.Cell, ...]:
    return tuple(replace(cell, prose=_prose(cell.prose, gaps)) for cell in row)


def _prose(prose: Prose, gaps: _Gaps) -> Prose:
    return Prose(tuple(_inlines(prose.inlines, gaps)), prose.span)


def _inlines(inlines: tuple[i.Inline, ...], gaps: _Gaps) -> Iterator[i.Inline]:
    for one in inlines:
        match one:
            case i.Text():
                yield from _text(one, gaps)
            case i.Strong() | i.Emphasis() | i.Strike() | i.Phrase():
                yield replace(one, inner=tuple(_inlines(one.inner, gaps)))
            case _:
                yield one


def _text(text: i.Text, gaps: _Gaps) -> Iterator[i.Inline]:
    """The text around the gaps, and them."""
    at, start = 0, text.span.start
    for match in MARK.finditer(text.text):
        which = number(match[0])
        if which not in gaps.blanks:
            continue
        gap = gaps.gap(which)
        if match.start() > at:
            yield i.Text(text.text[at : match.start()], Span(text.span.file, start, gap.span.start))
        yield gap
        at, start = match.end(), gap.span.end
    if at < len(text.text):
        yield i.Text(text.text[at:], Span(text.span.file, start, max(start, text.span.end)))
