"""`:::{name} argument` … `:::` as a block rule of markdown-it, with the place of every part."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from markdown_it.rules_block import StateBlock
from markdown_it.token import Token

from lessonkit.base.diag import Span, line_span
from lessonkit.read.answers import Answer, answers
from lessonkit.read.fences import OPENER, FenceMap, is_closer
from lessonkit.read.veil import VEILED, veil
from lessonkit.text.body import Value

OPTION = re.compile(r":([A-Za-z][\w-]*):(?:\s*(\S.*?))?\s*")


@dataclass(frozen=True, slots=True)
class Head:
    """The first lines of a block."""

    name: str
    """Empty where the opener is malformed."""
    name_span: Span
    argument: str
    span: Span
    """Of the opener line."""
    options: tuple[tuple[str, Value], ...]
    body: int
    """The line behind them, from 0."""
    closed: bool
    excused: bool
    """Not closed, but for another fault."""


def directive(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """The rule; a closer without an opener becomes a token of its own."""
    at = state.bMarks[start] + state.tShift[start]
    if not state.src.startswith(":::", at) or state.is_code_block(start):
        return False
    if silent:
        return True
    line = state.src[at : state.eMarks[start]].rstrip()
    if is_closer(line):
        state.push("lk_stray", "", 0).map = [start, start + 1]
        state.line = start + 1
        return True
    fences: FenceMap = state.env["fences"]
    closer = fences.closers.get(start, end)
    stop = min(closer if closer < end else fences.ends.get(start, end), end)
    stop = _within(state, start, stop)
    head = _head(state, start, stop, line, stop == closer < end)
    _block(state, head, start, stop)
    state.line = stop + head.closed
    return True


def _within(state: StateBlock, start: int, stop: int) -> int:
    """At most to where the list item, meaning or note ends that holds the block."""
    if state.blkIndent:
        for line in range(start + 1, stop):
            if state.sCount[line] < state.blkIndent and not state.isEmpty(line):
                return line
    return stop


def _head(state: StateBlock, start: int, stop: int, line: str, closed: bool) -> Head:
    file, column = state.env["file"], _column(state, start)
    match = OPENER.fullmatch(line)
    excused = start in state.env["fences"].excused
    span = line_span(file, start + 1, column, len(line))
    if match is None:
        return Head("", span, line, span, (), start + 1, closed, excused)
    name = line_span(file, start + 1, column + match.start(2), len(match[2]))
    found = tuple(_options(state, start + 1, stop))
    options = tuple((key, value) for _, key, value in found)
    body = found[-1][0] + 1 if found else start + 1
    return Head(match[2], name, match[3].strip(), span, options, body, closed, excused)


def _block(state: StateBlock, head: Head, start: int, stop: int) -> None:
    token = state.push("lk_open", "", 1)
    token.meta = {"head": head}
    token.map = [start, stop]
    if head.name and head.argument:
        token.meta["title"] = _inline(state, head.argument, start)
    for answer in answers(state, head.name, head.body, stop):
        _answer(state, answer)
    if head.name == VEILED:
        veil(state, head.body, stop)
    parent, last, tight = state.parentType, state.lineMax, state.tight
    state.parentType, state.lineMax = "lk", stop
    state.md.block.tokenize(state, head.body, stop)
    state.parentType, state.lineMax, state.tight = parent, last, tight
    state.push("lk_close", "", -1)


def _answer(state: StateBlock, answer: Answer) -> None:
    token = state.push(f"lk_{answer.kind}_open", "", 1)
    token.meta = {"text": answer.text, "span": answer.span}
    token.map = [answer.span.start.line - 1, answer.span.start.line]
    if answer.feedback:
        _inline(state, answer.feedback, answer.feedback_line)
    state.push(f"lk_{answer.kind}_close", "", -1)


def _inline(state: StateBlock, content: str, line: int) -> Token:
    token = state.push("inline", "", 0)
    token.content = content
    token.map = [line, line + content.count("\n") + 1]
    token.children = []
    return token


def _column(state: StateBlock, line: int) -> int:
    """Of the first character that is not indentation, from 1."""
    at = state.bMarks[line] + state.tShift[line]
    return at - state.src.rfind("\n", 0, at)


def _options(state: StateBlock, first: int, stop: int) -> Iterator[tuple[int, str, Value]]:
    """The options directly below the opener, each with its line; comments between are nothing."""
    file, lines = state.env["file"], state.env["lines"]
    for line in range(first, stop):
        text = state.src[state.bMarks[line] + state.tShift[line] : state.eMarks[line]]
        match = OPTION.fullmatch(text) if text.startswith(":") else None
        if match is None:
            if not text.strip() and lines[line].strip(" \t>"):
                continue
            return
        column = _column(state, line)
        value = match[2] or ""
        value_at = column + (match.start(2) if match[2] else len(text.rstrip()))
        key = line_span(file, line + 1, column + 1, len(match[1]))
        yield line, match[1], Value(value, key, line_span(file, line + 1, value_at, len(value)))
