"""The library's two parsers, asking only the rules that can begin with the character at hand.

The same rules in the same order; every other rule would look at that character first and decline.
"""

import re
from collections.abc import Callable, Iterable, Mapping
from functools import cached_property
from typing import Any

from markdown_it import MarkdownIt
from markdown_it.parser_block import ParserBlock
from markdown_it.parser_inline import ParserInline
from markdown_it.rules_block import StateBlock
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token

from lessonkit.read.positions import PlacedState, join_texts

MAX_NESTING = 40
"""Levels of blocks and of brackets; what is deeper is a fault, for it would be dropped."""
MAX_PICTURES = 5
"""Levels of pictures and notes within each other's text."""

INLINE_STARTS = {
    "newline": "\n", "escape": "\\", "backticks": "`", "strikethrough": "~", "emphasis": "*_",
    "link": "[", "span": "[", "footnote_ref": "[", "image": "!", "footnote_inline": "^",
    "autolink": "<", "html_inline": "<", "entity": "&", "money": "$", "math_inline": "$",
    "attributes": "{",
}  # fmt: skip
"""Rule → the characters it may begin with; `text` is what stands between them."""
BLOCK_STARTS = {
    "fence": "`~", "math_block": "$", "directive": ":", "blockquote": ">", "hr": "*-_",
    "list": "*-+0123456789", "footnote_def": "[", "reference": "[", "html_block": "<",
    "heading": "#",
}  # fmt: skip
"""The same for blocks; a rule that is not named may begin anywhere."""
_BREAKERS = BLOCK_STARTS | {"deflist": ":~"}
"""The same for rules that end a paragraph."""
_UNDERLINE = re.compile(r"(=+|-+)[ \t]*")

InlineRule = Callable[[StateInline, bool], bool]
Rule = Callable[[Any, int, int, bool], bool]


class InlineParser(ParserInline):
    """Running text."""

    @cached_property
    def table(self) -> Mapping[str, tuple[InlineRule, ...]]:
        """Character → its rules; made at the first use, when all plug-ins are there."""
        named = zip(self.ruler.get_active_rules(), self.ruler.getRules(""), strict=True)
        found: dict[str, list[Any]] = {}
        for name, rule in named:
            for char in INLINE_STARTS.get(name, ""):
                found.setdefault(char, []).append(rule)
        return {char: tuple(rules) for char, rules in found.items()}

    @cached_property
    def stop(self) -> "re.Pattern[str]":
        """What ends plain text; `]` is for the library's search for the end of a label."""
        return re.compile("[" + re.escape("".join(self.table) + "]") + "]")

    def tokenize(self, state: StateInline) -> None:
        """As in the base class."""
        src, end = state.src, state.posMax
        while state.pos < end:
            pos = state.pos
            if not state.pending:
                state.since = pos  # type: ignore[attr-defined]  # it is a PlacedState
            rules = self.table.get(src[pos])
            if rules is None:
                match = self.stop.search(src, pos + 1, end)
                state.pos = match.start() if match else end
                state.append_pending(src[pos : state.pos])
            elif state.level < MAX_NESTING and _any(rules, state, False):
                _place(state, pos)
            else:
                state.append_pending(src[pos])
                state.pos += 1
        if state.pending:
            state.pushPending()

    def skipToken(self, state: StateInline) -> None:  # noqa: N802  (the library's name)
        """As in the base class."""
        pos = state.pos
        known = state.cache.get(pos)
        if known is not None:
            state.pos = known
            return
        rules = self.table.get(state.src[pos])
        if rules is None:
            match = self.stop.search(state.src, pos + 1, state.posMax)
            state.pos = match.start() if match else state.posMax
        elif state.level >= MAX_NESTING:
            state.pos = state.posMax
        else:
            state.level += 1
            if not _any(rules, state, True):
                state.pos = pos + 1
            state.level -= 1
        state.cache[pos] = state.pos

    def parse(self, src: str, md: MarkdownIt, env: Any, tokens: list[Token]) -> list[Token]:
        """As in the base class; pictures nested too deeply are left as text, and said so."""
        if self.stop.search(src) is None:
            return _plain(src, tokens)
        depth = env.get("pictures", 0)
        if depth > MAX_PICTURES:
            env["deep"].append(env["line"])
            return _plain(src, tokens)
        env["pictures"] = depth + 1
        state = PlacedState(src, md, env, tokens)
        self.tokenize(state)
        if state.delimiters or any(state.tokens_meta):
            for rule in self.ruler2.getRules(""):
                rule(state)
        else:
            join_texts(state)
        env["pictures"] = depth
        return state.tokens


def _any(rules: tuple[InlineRule, ...], state: StateInline, silent: bool) -> bool:
    """Whether one of the rules takes the text; a plain loop, for a generator costs more."""
    for rule in rules:  # noqa: SIM110
        if rule(state, silent):
            return True
    return False


def _plain(src: str, tokens: list[Token]) -> list[Token]:
    """One text."""
    if src:
        tokens.append(Token("text", "", 0, content=src, map=[0, len(src)]))
    return tokens


def _place(state: StateInline, start: int) -> None:
    """A rule has taken the text from `start`: the tokens it made reach to here."""
    if state.src[start] not in "*_~":
        if state.tokens and (place := state.tokens[-1].map) and place[0] >= start:
            place[1] = state.pos
            if state.src[start] == "<" and state.tokens[-1].type == "link_close":
                state.tokens[-2].map = [start + 1, state.pos - 1]
        return
    at = state.pos
    for token in reversed(state.tokens):
        if at <= start:
            break
        token.map = [at - len(token.content), at]
        at -= len(token.content)


class BlockParser(ParserBlock):
    """Blocks."""

    def __init__(self) -> None:
        super().__init__()
        self.ruler.at("paragraph", self.paragraph)

    @cached_property
    def table(self) -> "_Table":
        """Rules that open a block."""
        return _Table(self._named(""), BLOCK_STARTS)

    @cached_property
    def breakers(self) -> "_Table":
        """Rules that end a paragraph."""
        return _Table(self._named("paragraph"), _BREAKERS)

    def _named(self, chain: str) -> list[tuple[str, Rule]]:
        names = zip(self.ruler.get_active_rules(), self.ruler.getRules(""), strict=True)
        chained = self.ruler.getRules(chain)
        return [(name, rule) for name, rule in names if rule in chained]

    def tokenize(self, state: StateBlock, startLine: int, endLine: int) -> None:  # noqa: N803
        """As in the base class; a line that is too deep is noted before the rest is passed over."""
        line, gap = startLine, False
        while line < endLine:
            state.line = line = state.skipEmptyLines(line)
            if line >= endLine or state.sCount[line] < state.blkIndent:
                break
            if state.level >= MAX_NESTING:
                state.env["deep"].append(line + 1)
                state.line = endLine
                break
            for rule in self.table.at(state, line):
                if rule(state, line, endLine, False):
                    break
            state.tight = not gap
            line = state.line
            gap = gap or (line - 1 < endLine and state.isEmpty(line - 1))
            if line < endLine and state.isEmpty(line):
                gap = True
                line += 1
                state.line = line

    def paragraph(self, state: StateBlock, start: int, _end: int, _silent: bool) -> bool:
        """A paragraph or an underlined heading, whichever the lines turn out to be."""
        before, state.parentType = state.parentType, "paragraph"
        line, level = start + 1, 0
        while line < state.lineMax and not state.isEmpty(line):
            indent = state.sCount[line]
            if indent - state.blkIndent <= 3:
                if indent >= state.blkIndent and (level := _underline(state, line)):
                    break
                if indent >= 0 and self._breaks(state, line):
                    break
            line += 1
        state.parentType = before
        name, tag = ("heading", f"h{level}") if level else ("paragraph", "p")
        state.line = line + (level > 0)
        state.push(f"{name}_open", tag, 1).map = [start, state.line]
        token = state.push("inline", "", 0)
        token.content = state.getLines(start, line, state.blkIndent, False).strip(" \t\n")
        token.map = [start, line]
        token.children = []
        state.push(f"{name}_close", tag, -1)
        return True

    def _breaks(self, state: StateBlock, line: int) -> bool:
        for rule in self.breakers.at(state, line):  # noqa: SIM110  (as above)
            if rule(state, line, state.lineMax, True):
                return True
        return False


class _Table:
    """Rules by the character that a line begins with."""

    def __init__(self, named: Iterable[tuple[str, Rule]], starts: Mapping[str, str]) -> None:
        known = list(named)
        chars = {char for name, _ in known for char in starts.get(name, "")}
        self._rules = {
            char: tuple(rule for name, rule in known if char in starts.get(name, char))
            for char in chars
        }
        self._rest = tuple(rule for name, rule in known if name not in starts)

    def at(self, state: StateBlock, line: int) -> tuple[Rule, ...]:
        """The rules that may begin at that line."""
        return self._rules.get(state.src[state.bMarks[line] + state.tShift[line]], self._rest)


def _underline(state: StateBlock, line: int) -> int:
    """1 or 2 where the line underlines a heading, else 0."""
    start = state.bMarks[line] + state.tShift[line]
    if state.src[start] not in "=-":
        return 0
    match = _UNDERLINE.fullmatch(state.src, start, state.eMarks[line])
    return 0 if match is None else 1 if match[1][0] == "=" else 2
