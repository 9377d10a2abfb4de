"""Tables of a slide: widths of columns, heights of rows, and where a long table goes on."""

from collections.abc import Iterator
from dataclasses import dataclass

from lessonkit.model import blocks as b
from lessonkit.render.pptx.fit import LINE, wrapped
from lessonkit.render.pptx.layouts import FULL, Box
from lessonkit.render.pptx.paragraphs import Para
from lessonkit.render.pptx.runs import Run, runs

SIZES = (24.0, 22.0, 20.0, 18.0, 16.0, 14.0)
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

    @property
    def height(self) -> float:
        """Points."""
        return sum(line.height for line in self.lines)


def grids(table: b.Table, box: Box) -> Iterator[Grid]:
    """One, or where it is long several, each with the head; the first in `box`, others alone."""
    size = next((one for one in SIZES if _whole(table, box.width, one).height <= box.height), None)
    if size is not None:
        yield _whole(table, box.width, size)
        return
    whole = _whole(table, box.width, SIZES[-2])
    head, rows = whole.lines[: int(whole.head)], list(whole.lines[int(whole.head) :])
    space = box.height
    while rows:
        part: list[Line] = []
        used = sum(line.height for line in head)
        while rows and (not part or used + rows[0].height <= space):
            used += rows[0].height
            part.append(rows.pop(0))
        yield Grid(whole.widths, (*head, *part), whole.size, whole.head, whole.side)
        space = FULL.height


def _whole(table: b.Table, width: float, size: float) -> Grid:
    head = any(cell.prose for cell in table.head)
    side = bool(table.head) and head and not table.head[0].prose
    rows = (table.head, *table.rows) if head else table.rows
    count = max((len(row) for row in rows), default=1)
    cells = [tuple(runs(cell.prose) for cell in row) + ((),) * (count - len(row)) for row in rows]
    widths = _widths(cells, width, size, count)
    empty: tuple[b.Align, ...] = ("",)
    lines = tuple(
        Line(
            one,
            tuple(cell.align for cell in row) + empty * (count - len(row)),
            _high(one, widths, size, bold=head and not place),
        )
        for place, (row, one) in enumerate(zip(rows, cells, strict=True))
    )
    return Grid(widths, lines, size, head, side)


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
) -> tuple[float, ...]:
    """By how much text a column has, none narrower than its longest word where that can be."""
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
        return tuple(one + spare for one in asked)
    least = sum(words)
    if least >= width:
        return tuple(width * one / least for one in words)
    rest = [min(one, width) ** 0.7 for one in asked]
    return tuple(
        word + (width - least) * share / sum(rest) for word, share in zip(words, rest, strict=True)
    )


def _wide(text: str, size: float) -> float:
    from lessonkit.render.pptx.measure import advance

    return advance(text, size, bold=True) * 1.03 + 2 * PAD[0]
