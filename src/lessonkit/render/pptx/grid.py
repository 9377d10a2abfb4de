"""Tables of a slide: widths of columns, heights of rows, and where a long table goes on."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from math import ceil

from lessonkit.model import blocks as b
from lessonkit.render.pptx.fit import LINE, wrapped
from lessonkit.render.pptx.layouts import FULL, Box
from lessonkit.render.pptx.paragraphs import Para
from lessonkit.render.pptx.runs import Run, runs

SIZES = (24.0, 22.0, 20.0, 18.0)
"""Points of its text, from those for few words to those for many."""
PAD = (9.0, 6.0)
"""Points beside and above the text of a cell."""
_NARROWEST = 60.0


@dataclass(frozen=True, slots=True)
class Line:
    """A row."""

    cells: tuple[tuple[Run, ...], ...]
    aligned: tuple[b.Align, ...]
    height: float


@dataclass(frozen=True, slots=True)
class Grid:
    """A table, or as much of it as a slide holds."""

    widths: tuple[float, ...]
    lines: tuple[Line, ...]
    size: float
    """Points of its text."""
    head: bool
    """Whether the first line names the columns."""
    side: bool
    """Whether the first column names the rows."""
    torn: bool
    """Whether a word is wider than its column."""

    @property
    def height(self) -> float:
        """Points."""
        return sum(line.height for line in self.lines)


def grids(table: b.Table, box: Box) -> Iterator[Grid]:
    """One, or where it is long or wide several, each with the head; the first in `box`.

    Of a table with more columns than can be read beside each other, the first stands in each part.
    """
    parts = tuple(_narrowed(table, box.width))
    for part in parts:
        yield from _lengths(part, box if part is parts[0] else FULL)


def _narrowed(table: b.Table, width: float) -> Iterator[b.Table]:
    """As many columns at a time as have room for their longest words, about as many in each."""
    count = max((len(row) for row in (table.head, *table.rows)), default=0)
    needed = [_needed(table, place, width) for place in range(count)]
    cuts = _cuts(needed, width, count)
    if len(cuts) > 1:
        cuts = _cuts(needed, width, ceil((count - 1) / len(cuts)))
    for start, end in cuts:
        yield table if len(cuts) == 1 else _columns(table, start, end)


def _cuts(needed: list[float], width: float, most: int) -> list[tuple[int, int]]:
    """From which column to which, besides the first, each part reaches; one at least."""
    cuts: list[tuple[int, int]] = []
    start, used = 1, needed[0] if needed else 0.0
    for place, one in enumerate(needed[1:], 1):
        if place > start and (used + one > width or place - start >= most):
            cuts.append((start, place))
            start, used = place, needed[0]
        used += one
    return [*cuts, (start, len(needed))]


def _needed(table: b.Table, place: int, width: float) -> float:
    """Points of a column at the smallest size."""
    cells = [row[place].prose for row in (table.head, *table.rows) if place < len(row)]
    words = [word for one in cells if one for word in one.plain().split()]
    widest = max((_wide(word, SIZES[-1]) for word in words), default=0.0)
    return max(_NARROWEST, min(widest, width / 2))


def _columns(table: b.Table, start: int, end: int) -> b.Table:
    """The first column and those."""
    head, *rows = ((*row[:1], *row[start:end]) for row in (table.head, *table.rows))
    return replace(table, head=head, rows=tuple(rows))


def _lengths(table: b.Table, box: Box) -> Iterator[Grid]:
    for size in SIZES:
        whole = _whole(table, box.width, size)
        if whole.height <= box.height and not whole.torn:
            yield whole
            return
    whole = _whole(table, box.width, SIZES[-1])
    head, rows = whole.lines[: int(whole.head)], list(whole.lines[int(whole.head) :])
    space = box.height
    while rows:
        part: list[Line] = []
        used = sum(line.height for line in head)
        while rows and (not part or used + rows[0].height <= space):
            used += rows[0].height
            part.append(rows.pop(0))
        yield replace(whole, lines=(*head, *part))
        space = FULL.height


def _whole(table: b.Table, width: float, size: float) -> Grid:
    head = any(cell.prose for cell in table.head)
    side = bool(table.head) and head and not table.head[0].prose
    rows = (table.head, *table.rows) if head else table.rows
    count = max((len(row) for row in rows), default=1)
    cells = [tuple(runs(cell.prose) for cell in row) + ((),) * (count - len(row)) for row in rows]
    widths, torn = _widths(cells, width, size, count)
    empty: tuple[b.Align, ...] = ("",)
    lines = tuple(
        Line(
            one,
            tuple(cell.align for cell in row) + empty * (count - len(row)),
            _high(one, widths, size, bold=head and not place),
        )
        for place, (row, one) in enumerate(zip(rows, cells, strict=True))
    )
    return Grid(widths, lines, size, head, side, torn)


def _high(
    cells: tuple[tuple[Run, ...], ...], widths: tuple[float, ...], size: float, *, bold: bool
) -> float:
    lines = (
        wrapped(Para(cell, bold=bold), wide - 2 * PAD[0], size)
        for cell, wide in zip(cells, widths, strict=True)
    )
    return max(lines, default=1) * size * LINE + 2 * PAD[1]


def _widths(
    cells: list[tuple[tuple[Run, ...], ...]], width: float, size: float, count: int
) -> tuple[tuple[float, ...], bool]:
    """By how much text a column has, and whether one is narrower than its longest word."""
    asked = [_NARROWEST] * count
    words = [_NARROWEST] * count
    for row in cells:
        for place, cell in enumerate(row):
            text = "".join(run.text for run in cell)
            asked[place] = max(asked[place], _wide(text, size))
            longest = max(text.split(), key=len, default="")
            words[place] = max(words[place], min(_wide(longest, size), width / 2))
    if sum(asked) <= width:
        spare = (width - sum(asked)) / count
        return tuple(one + spare for one in asked), False
    least = sum(words)
    if least >= width:
        return tuple(width * one / least for one in words), least > width
    rest = [min(one, width) ** 0.7 for one in asked]
    shares = zip(words, rest, strict=True)
    return tuple(word + (width - least) * share / sum(rest) for word, share in shares), False


def _wide(text: str, size: float) -> float:
    from lessonkit.render.pptx.measure import advance

    return advance(text, size, bold=True) * 1.03 + 2 * PAD[0]
