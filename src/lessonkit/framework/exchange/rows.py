"""CSV of others: whatever separator, quotes and line ends; every row with its line."""

import csv
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from io import StringIO
from unicodedata import normalize

from lessonkit.framework.exchange.base import Losses, Unreadable
from lessonkit.framework.exchange.jsontext import clean

_SEPARATORS = ",;\t|"
_FORMULA = re.compile(r"[=+\-@\t\r]")
LONGEST_CELL = 10_000_000


@dataclass(frozen=True, slots=True)
class Row:
    """A row below the head, its cells by the name of the column, cleaned."""

    line: int
    cells: Mapping[str, str]

    def __getitem__(self, column: str) -> str:
        return self.cells.get(column, "")


@dataclass(frozen=True, slots=True)
class Table:
    """The head as it stands, and the rows by place."""

    head: tuple[str, ...]
    rows: tuple[tuple[int, tuple[str, ...]], ...]

    def named(self, columns: Sequence[str]) -> Iterator[Row]:
        """The rows by columns; those that are empty are left out."""
        for line, cells in self.rows:
            values = map(clean, cells)
            yield Row(line, dict(zip(columns, values, strict=False)))


def table(text: str) -> Table:
    """The table in a text.

    Raises: Unreadable: no row, quotes that never end, or a cell without end; says the line.
    """
    text = re.sub(r"\Asep=(.)\r?\n", "", text)
    separator = _separator(text)
    found = [one for one in _rows(text, separator) if any(cell.strip() for cell in one[1])]
    if not found:
        raise Unreadable("no-rows")
    return Table(tuple(cell.strip() for cell in found[0][1]), tuple(found[1:]))


def heads(text: str) -> tuple[str, ...]:
    """The letters and digits of the names of columns, small; of what is no table, nothing."""
    try:
        return tuple(map(letters, table(text[:20_000].rpartition("\n")[0] or text[:20_000]).head))
    except Unreadable:
        first = text.lstrip().split("\n", 1)[0]
        return tuple(map(letters, first.split(_separator(first))))


def letters(name: str) -> str:
    """`Human Coding Scheme` and `humanCodingScheme` are one."""
    return "".join(char for char in normalize("NFC", name).casefold() if char.isalnum())


def written(rows: Iterable[Sequence[str]]) -> str:
    """CSV as RFC 4180 has it, line ends and all.

    Cells are written as they are. A sign such as `'` before what a spreadsheet takes for a formula
    would be read as part of the text by every platform that this is for; see `formulas`.
    """
    out = StringIO()
    csv.writer(out, lineterminator="\r\n").writerows(rows)
    return out.getvalue()


def formulas(rows: Iterable[Sequence[str]], losses: Losses) -> None:
    """Name the cells that a spreadsheet would run: who opens the file there must know."""
    for row in rows:
        for cell in row:
            if _FORMULA.match(cell):
                losses.add("formula", cell)


def _separator(text: str) -> str:
    """The sign that stands most often in the first line, outside quotes."""
    first = re.sub(r'"[^"]*"', "", text.lstrip("\r\n").split("\n", 1)[0])
    return max(_SEPARATORS, key=first.count)


def _rows(text: str, separator: str) -> Iterator[tuple[int, tuple[str, ...]]]:
    """Each row with the line on which it begins, from 1."""
    before = csv.field_size_limit(LONGEST_CELL)
    try:
        yield from _read(text, separator, strict=True)
    except csv.Error as error:
        raise Unreadable("bad-csv", reason=str(error)) from error
    finally:
        csv.field_size_limit(before)


def _read(text: str, separator: str, *, strict: bool) -> Iterator[tuple[int, tuple[str, ...]]]:
    reader = csv.reader(StringIO(text, newline=""), delimiter=separator, strict=strict)
    line = 1
    while True:
        try:
            row = next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            if "unexpected end" in str(error):
                raise Unreadable("open-quote", where=line) from error
            if "field larger" in str(error):
                raise Unreadable("long-cell", where=line) from error
            raise Unreadable("bad-quote", where=line) from error
        yield line, tuple(row)
        line = reader.line_num + 1
