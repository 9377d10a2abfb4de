"""Where inlines stand: markdown-it keeps lines of blocks only, so each inline token gets its offsets here."""

from bisect import bisect_right
from collections.abc import Sequence
from typing import Any

from markdown_it.rules_inline import StateInline
from markdown_it.token import Token

from lessonkit.base.diag import Pos, Span


class PlacedState(StateInline):
    """Notes in `token.map` from where to where, in the text being parsed, a token reaches."""

    since = 0
    """Where the pending text begins."""

    def push(self, ttype: str, tag: str, nesting: Any) -> Token:
        """As in the base class."""
        token = super().push(ttype, tag, nesting)
        token.map = [self.pos, self.pos]
        return token

    def pushPending(self) -> Token:  # noqa: N802  (the library's name)
        """As in the base class."""
        token = super().pushPending()
        token.map = [self.since, self.since + len(token.content)]
        return token


def join_texts(state: StateInline) -> None:
    """Adjacent texts become one that keeps both its ends; levels are counted anew.

    Stands for the library's `fragments_join` and `text_join`, which forget where a text began.
    """
    kept: list[Token] = []
    texts: list[Token] = []
    level = 0
    for token in state.tokens:
        if token.type in ("text", "text_special"):
            if token.content:
                texts.append(token)
            continue
        if texts:
            kept.append(_joined(texts, level))
            texts = []
        level -= token.nesting < 0
        token.level = level
        level += token.nesting > 0
        kept.append(token)
    if texts:
        kept.append(_joined(texts, level))
    state.tokens[:] = kept


def _joined(texts: list[Token], level: int) -> Token:
    first = texts[0]
    if len(texts) > 1:
        first.content = "".join(token.content for token in texts)
        first.map = [first.map[0], texts[-1].map[1]] if first.map and texts[-1].map else None
    first.type = "text"
    first.level = level
    return first


class Locator:
    """From an offset in the content of one inline token to its place in the file."""

    __slots__ = ("_columns", "_file", "_lines", "_starts")

    def __init__(self, file: str, rows: Sequence[tuple[int, int, int]]) -> None:
        """`rows`: offset where a piece begins, its line and its column, both from 1."""
        self._file = file
        self._starts = [row[0] for row in rows]
        self._lines = [row[1] for row in rows]
        self._columns = [row[2] for row in rows]

    def pos(self, offset: int) -> Pos:
        """The place of an offset."""
        row = bisect_right(self._starts, offset) - 1 if len(self._starts) > 1 else 0
        return Pos(self._lines[row], self._columns[row] + offset - self._starts[row])

    def span(self, start: int, end: int) -> Span:
        """The span between two offsets; its end belongs to the piece of the last character."""
        first = self.pos(start)
        if end <= start:
            return Span(self._file, first, first)
        last = self.pos(end - 1)
        return Span(self._file, first, Pos(last.line, last.column + 1))

    def shifted(self, by: int) -> "Locator":
        """For content that is a part of this one and begins at that offset."""
        rows = zip(self._starts, self._lines, self._columns, strict=True)
        return Locator(self._file, [(start - by, line, column) for start, line, column in rows])


def by_line_ends(content: str, first: int, lines: Sequence[str], file: str) -> Locator:
    """Content whose every line reaches to the end of its line in the file; `first` from 0."""
    rows = []
    offset = 0
    for number, piece in enumerate(content.split("\n"), first):
        line = lines[number] if number < len(lines) else ""
        column = len(line.rstrip()) - len(piece.rstrip())
        rows.append((offset, number + 1, max(0, column) + 1))
        offset += len(piece) + 1
    return Locator(file, rows)


def at_column(file: str, line: int, column: int) -> Locator:
    """Content within one line, both from 1."""
    return Locator(file, [(0, line, column)])
