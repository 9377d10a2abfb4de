"""`:::{name} argument` … `:::` as a block rule of markdown-it, with the place of every part.

Answers of questions are taken out as raw text here, before inlines are read.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from markdown_it.rules_block import StateBlock
from markdown_it.token import Token

from lessonkit.base.diag import Span, line_span
from lessonkit.read.fences import OPENER, FenceMap
from lessonkit.text.body import Value

OPTION = re.compile(r":([A-Za-z][\w-]*):(?:\s+(.*?))?\s*$")
ANSWERED = frozenset({"text", "number"})
TRUTH = re.compile(r">\s*(true|false|đúng|sai)\s*:\s*(.*)", re.IGNORECASE)
_TRUTHS = {"đúng": "true", "sai": "false"}


@dataclass(frozen=True, slots=True)
class Head:
    """The first lines of a block."""

    name: str
    name_span: Span
    argument: str
    span: Span
    """Of the opener line."""
    options: tuple[tuple[str, Value], ...]
    closed: bool
    end_line: int
    """Of the closer, from 1."""


def directive(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """The rule; openers without a name and closers without an opener become tokens of their own."""
    at = state.bMarks[start] + state.tShift[start]
    if not state.src.startswith(":::", at) or state.is_code_block(start):
        return False
    if silent:
        return True
    line = state.src[at : state.eMarks[start]].rstrip()
    fences: FenceMap = state.env["fences"]
    match = OPENER.fullmatch(line)
    if match is None or not match[2]:
        kind = "lk_stray" if not line.strip(":") else "lk_malformed"
        token = state.push(kind, "", 0)
        token.content = line
        token.map = [start, start + 1]
        state.line = start + 1
        return True
    closer = fences.closers.get(start)
    stop = closer if closer is not None and closer < end else end
    closed = closer is not None and closer < end
    _block(state, start, stop, closed, match)
    state.line = stop + 1 if closed else stop
    return True


def _block(state: StateBlock, start: int, stop: int, closed: bool, match: "re.Match[str]") -> None:
    file: str = state.env["file"]
    column = _column(state, start)
    options = tuple(_options(state, start + 1, stop, file))
    name_at = column + match.start(2)
    head = Head(
        match[2],
        line_span(file, start + 1, name_at, len(match[2])),
        match[3].strip(),
        line_span(file, start + 1, column, len(match[0])),
        options,
        closed,
        stop + 1,
    )
    token = state.push("lk_open", "", 1)
    token.meta = {"head": head}
    token.map = [start, stop]
    _title(state, head, start)
    body = start + 1 + len(options)
    for place, answer in _answers(state, head.name, body, stop):
        _answer(state, answer, place)
    _tokenize(state, body, stop)
    state.push("lk_close", "", -1)


def _tokenize(state: StateBlock, body: int, stop: int) -> None:
    parent, last, tight = state.parentType, state.lineMax, state.tight
    state.parentType, state.lineMax = "lk", stop
    state.md.block.tokenize(state, body, stop)
    state.parentType, state.lineMax, state.tight = parent, last, tight


def _column(state: StateBlock, line: int) -> int:
    """Of the first character that is not indentation, from 1."""
    at = state.bMarks[line] + state.tShift[line]
    return at - state.src.rfind("\n", 0, at)


def _line(state: StateBlock, line: int) -> str:
    return state.src[state.bMarks[line] + state.tShift[line] : state.eMarks[line]]


def _options(state: StateBlock, first: int, stop: int, file: str) -> Iterator[tuple[str, Value]]:
    for line in range(first, stop):
        text = _line(state, line)
        match = OPTION.fullmatch(text) if text.startswith(":") else None
        if match is None:
            return
        column = _column(state, line)
        value = match[2] or ""
        value_at = column + (match.start(2) if match[2] else len(text))
        yield (
            match[1],
            Value(
                value,
                line_span(file, line + 1, column + 1, len(match[1])),
                line_span(file, line + 1, value_at, len(value)),
            ),
        )


def _title(state: StateBlock, head: Head, line: int) -> None:
    state.push("lk_title_open", "", 1)
    if head.argument:
        _inline(state, head.argument, line)
    state.push("lk_title_close", "", -1)


def _inline(state: StateBlock, content: str, line: int) -> Token:
    token = state.push("inline", "", 0)
    token.content = content
    token.map = [line, line + 1]
    token.children = []
    return token


def _answers(
    state: StateBlock, name: str, first: int, stop: int
) -> Iterator[tuple[int, tuple[str, str, int, tuple[int, ...]]]]:
    """Answer lines with their feedback; each is blanked, so that Markdown does not see it.

    Yields the line of the answer and (token type, text, column, lines of the feedback).
    """
    if name not in ANSWERED and name != "truefalse":
        return
    fences: FenceMap = state.env["fences"]
    line = first
    while line < stop:
        inner = fences.closers.get(line)
        if inner is not None:
            line = inner + 1
            continue
        text = _line(state, line)
        truth = TRUTH.match(text) if name == "truefalse" else None
        here = line
        line += 1
        found: tuple[str, str, int, tuple[int, ...]]
        if truth is not None:
            word = truth[1].lower()
            found = ("lk_truth", _TRUTHS.get(word, word), _column(state, here), (here,))
        elif name in ANSWERED and text.startswith("="):
            while line < stop and _line(state, line).startswith(">"):
                line += 1
            column = _column(state, here) + len(text) - len(text[1:].lstrip())
            found = ("lk_answer", text[1:].strip(), column, tuple(range(here + 1, line)))
        else:
            continue
        yield here, found
        for one in {here, *found[3]}:
            state.bMarks[one] = state.eMarks[one]
            state.tShift[one] = 0


def _answer(state: StateBlock, found: tuple[str, str, int, tuple[int, ...]], line: int) -> None:
    kind, text, column, feedback = found
    token = state.push(f"{kind}_open", "", 1)
    token.meta = {"text": text, "span": line_span(state.env["file"], line + 1, column, len(text))}
    token.map = [line, line + 1]
    pieces = [_line(state, one) for one in feedback]
    if kind == "lk_truth":
        match = TRUTH.match(pieces[0])
        pieces = [match[2]] if match and match[2] else []
    content = "\n".join(re.sub(r"^>\s?", "", piece) for piece in pieces).strip()
    if content:
        _inline(state, content, feedback[0])
    state.push(f"{kind}_close", "", -1)
