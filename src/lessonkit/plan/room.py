"""How much of a slide a block takes, estimated from the widths of letters.

Counted in lines of running text: a slide of 1280 × 720 with text of 30 pixels has ten of 37 em.
"""

from lessonkit.model import blocks as b
from lessonkit.text.inline import Prose
from lessonkit.text.widths import lines, width

WIDE = 37.0
"""Em of a line, all across."""
TALL = 10.5
"""Lines of a slide under a title of one line."""
SMALLEST = 22 / 30
"""How small text may become before it is too small to be read in the last row."""
HALF = 17.5
"""Em of a line beside a picture."""
_GAP = 0.45
"""Between blocks."""
_EDGE = 0.1
"""Around a row of a table, whose letters are smaller."""


def height(block: b.Block, wide: float = WIDE) -> float:
    """Lines that it takes; of a figure what it takes at least."""
    match block:
        case b.Paragraph() | b.Heading():
            return _run(block.prose, wide) + _GAP
        case b.List() | b.Steps() | b.Checklist():
            inner = sum(_all(item.blocks, wide - 2) for item in block.items)
            return inner + (1.3 if getattr(block, "title", None) else 0)
        case b.Table():
            shares = _shares(block, wide)
            return sum(_row(row, shares) for row in (block.head, *block.rows))
        case b.CodeBlock():
            return 0.85 * sum(1 + len(line) * 0.55 // wide for line in block.text.split("\n")) + 1
        case b.Definitions() | b.Glossary() | b.Cards():
            return sum(_run(one.term, wide) + _meant(one, wide) for one in block.entries) + _GAP
        case b.Figure():
            return 3.0 + (1 if block.caption else 0)
        case b.Formula():
            return 2.5
        case b.Audio() | b.Video():
            return 1.5
        case _:
            return _boxed(block, wide)


def repeated(block: b.Block) -> float:
    """Lines of what each part of a block has, and all of them together once: a head, an edge."""
    match block:
        case b.Table():
            return _row(block.head, _shares(block, WIDE))
        case b.Callout() | b.Practice():
            return 2.4
        case b.Details() | b.Only() | b.Tabs():
            return 1.3
        case b.CodeBlock():
            return 1.0
        case b.Steps() | b.Checklist():
            return 1.3 if block.title else 0.0
        case _:
            return 0.0


def _shares(table: b.Table, wide: float) -> tuple[float, ...]:
    """Em of each column: what its widest cell would like, less where that is too much."""
    columns = zip(table.head, *table.rows, strict=False)
    liked = [max(width(cell.prose.plain()) for cell in cells) + 1.6 for cells in columns]
    scale = min(1.0, wide / max(1.0, sum(liked)))
    # As much as its words are wide may be too little by a rounding.
    return tuple(max(3.0, one * scale) - 1.5 for one in liked)


def _row(row: tuple[b.Cell, ...], shares: tuple[float, ...]) -> float:
    tall = (_run(cell.prose, share) for cell, share in zip(row, shares, strict=False))
    return max(tall, default=0.0) + _EDGE


def _boxed(block: b.Block, wide: float) -> float:
    match block:
        case b.Callout() | b.Practice():
            return _all(block.blocks, wide - 2.5) + 2.4
        case b.Tabs():
            return sum(_all(tab.blocks, wide - 1) + 1.3 for tab in block.tabs)
        case b.Details() | b.Only():
            return _all(block.blocks, wide - 1) + 1.3
        case b.Quote() | b.Slide() | b.Scene() | b.Section() | b.Teacher() | b.Narration():
            return _all(block.blocks, wide - 1)
        case b.Ask():
            return asked(block, wide)
        case _:
            return 0.0


def asked(ask: b.Ask, wide: float = WIDE) -> float:
    """A question without its text, which is the title: what stands before, and what is answered."""
    printed = ask.question.printed()
    told = (*printed.lines, *printed.pool)
    rows = sum(_run(one.text, wide - 3) + _GAP for one in told if one.text is not None)
    words = sum(1 + _GAP for one in told if one.text is None)
    inner = (one for one in ask.around if not isinstance(one, b.Scene))
    picture = 5 if printed.picture else 0
    return 1.2 + rows + words + picture + sum(height(one, wide) for one in inner)


def _all(blocks: tuple[b.Block, ...], wide: float) -> float:
    return sum(height(one, wide) for one in blocks)


def _meant(entry: b.Definition, wide: float) -> float:
    return sum(_all(one, wide - 1.5) for one in entry.meanings)


def _run(prose: Prose | None, wide: float) -> float:
    return float(lines(prose.plain(), max(1.5, wide))) if prose else 0.0
