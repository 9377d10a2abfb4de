"""Where inlines stand: the library keeps lines of blocks only, so tokens get offsets here."""

from bisect import bisect_right
from collections.abc import Sequence
from operator import itemgetter
from typing import Any

from markdown_it.rules_inline import StateInline
from markdown_it.token import Token

from lessonkit.base.diag import Pos, Span

Row = tuple[int, int, int]
"""The offset where a piece of a content begins, and its line and column in the file, from 1."""


class PlacedState(StateInline):
    """Notes in `token.map` from where to where, in the text being parsed, a token reaches."""

    since = 0
    """Where the pending text begins."""
    _labels: dict[tuple[int, bool], dict[int, int]] | None = None

    def labels(self, strict: bool) -> dict[int, int]:
        """Where brackets end in the text up to here, as far as is known; -1: the last `]`."""
        if self._labels is None:
            self._labels = {}
        key = (self.posMax, strict)
        found = self._labels.get(key)
        if found is None:
            self._labels[key] = found = {-1: self.src.rfind("]", 0, self.posMax)}
        return found

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
    first, last = texts[0], texts[-1]
    if len(texts) > 1:
        start = _place(first)[0]
        if _place(first)[1] != _place(texts[1])[0]:
            # A lone `~` was moved behind the passage it stood before.
            start = _place(texts[1])[0] - len(first.content)
        first.content = "".join(token.content for token in texts)
        first.map = [start, _place(last)[1]]
    first.type = "text"
    first.level = level
    return first


def _place(token: Token) -> list[int]:
    return token.map or [0, 0]


class Locator:
    """From an offset in the content of one inline token to its place in the file."""

    __slots__ = ("_column", "_file", "_line", "_rows")

    def __init__(self, file: str, line: int, column: int, rows: Sequence[Row] = ()) -> None:
        """The place of the beginning, both from 1, and of later pieces that do not just go on."""
        self._file = file
        self._line = line
        self._column = column
        self._rows = rows

    def pos(self, offset: int) -> Pos:
        """The place of an offset."""
        if not self._rows or offset < self._rows[0][0]:
            return Pos(self._line, self._column + offset)
        start, line, column = self._rows[bisect_right(self._rows, offset, key=itemgetter(0)) - 1]
        return Pos(line, max(1, column + offset - start))

    def span(self, start: int, end: int) -> Span:
        """The span between two offsets; its end belongs to the piece of the last character."""
        if not self._rows:
            at, until = self._column + start, self._column + max(start, end)
            return Span(self._file, Pos(self._line, at), Pos(self._line, until))
        first = self.pos(start)
        if end <= start:
            return Span(self._file, first, first)
        last = self.pos(end - 1)
        return Span(self._file, first, Pos(last.line, last.column + 1))

    def shifted(self, by: int) -> "Locator":
        """For content that is a part of this one and begins at that offset."""
        first = self.pos(by)
        rows = [(start - by, line, column) for start, line, column in self._rows if start > by]
        return Locator(self._file, first.line, first.column, rows)


def by_line_ends(content: str, first: int, lines: Sequence[str], file: str) -> Locator:
    """Content whose every line reaches to the end of its line in the file; `first` from 0."""
    pieces = content.split("\n")
    if len(pieces) == 1 and first < len(lines):
        column = max(0, len(lines[first].rstrip()) - len(content.rstrip())) + 1
        return Locator(file, first + 1, column)
    rows = []
    offset = 0
    for number, piece in enumerate(pieces, first):
        line = lines[number] if number < len(lines) else ""
        # Below 1 where a tab became more spaces than there are characters before the words.
        column = len(line.rstrip()) - len(piece.rstrip()) + 1
        rows.append((offset, number + 1, column))
        offset += len(piece) + 1
    return Locator(file, rows[0][1], rows[0][2], rows[1:])
