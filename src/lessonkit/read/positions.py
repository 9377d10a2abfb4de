"""Where inlines stand: markdown-it keeps lines of blocks only, so each inline token gets its offset here."""

from collections.abc import Sequence
from typing import Any

from markdown_it import MarkdownIt
from markdown_it.parser_inline import ParserInline
from markdown_it.rules_inline import StateInline, fragments_join
from markdown_it.token import Token

from lessonkit.base.diag import Pos, Span


class PlacedState(StateInline):
    """Notes in `token.map` where, in the text being parsed, a token begins."""

    def push(self, ttype: str, tag: str, nesting: Any) -> Token:
        """As in the base class."""
        token = super().push(ttype, tag, nesting)
        token.map = [self.pos, self.pos]
        return token

    def pushPending(self) -> Token:  # noqa: N802  (the library's name)
        """As in the base class."""
        length = len(self.pending)
        token = super().pushPending()
        token.map = [max(0, self.pos - length), self.pos]
        return token


class PlacedParser(ParserInline):
    """The inline parser with `PlacedState`."""

    def parse(self, src: str, md: MarkdownIt, env: Any, tokens: list[Token]) -> list[Token]:
        """As in the base class."""
        state = PlacedState(src, md, env, tokens)
        self.tokenize(state)
        for rule in self.ruler2.getRules(""):
            rule(state)
        return state.tokens


def join_fragments(state: StateInline) -> None:
    """The library's rule of that name, but a joined text keeps the place where it begins."""
    starts: list[int] = []
    before = ""
    for token in state.tokens:
        if token.type == "text" and before == "text":
            token.map = [starts[-1], starts[-1]]
        elif token.map:
            starts.append(token.map[0])
        before = token.type
    fragments_join(state)


class Locator:
    """From an offset in the content of one inline token to its place in the file."""

    __slots__ = ("_columns", "_file", "_first", "_starts")

    def __init__(
        self, content: str, first_line: int, lines: Sequence[str], file: str, column: int = 0
    ) -> None:
        """`first_line` from 0; `column` from 0: where on it the content may begin at the earliest."""
        self._file = file
        self._first = first_line
        self._starts: list[int] = []
        self._columns: list[int] = []
        offset = 0
        for number, piece in enumerate(content.split("\n"), first_line):
            line = lines[number] if number < len(lines) else ""
            found = line.find(piece.strip(), column if number == first_line else 0)
            lead = len(piece) - len(piece.lstrip())
            self._starts.append(offset)
            self._columns.append(
                max(0, found - lead if found >= 0 else len(line) - len(line.lstrip()))
            )
            offset += len(piece) + 1

    def pos(self, offset: int) -> Pos:
        """The place, counted from 1."""
        row = 0
        while row + 1 < len(self._starts) and self._starts[row + 1] <= offset:
            row += 1
        return Pos(self._first + row + 1, self._columns[row] + offset - self._starts[row] + 1)

    def span(self, start: int, end: int) -> Span:
        """The span between two offsets."""
        first = self.pos(start)
        return Span(self._file, first, max(first, self.pos(max(start, end))))
