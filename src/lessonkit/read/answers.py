"""Answer lines of questions, taken out as raw text before Markdown reads them.

`*`, `](`, `=` and `$` in them mean themselves.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from markdown_it.rules_block import StateBlock

from lessonkit.base.diag import Span, line_span
from lessonkit.read.code import CodeLines
from lessonkit.read.fences import FenceMap

_KEYS = dict.fromkeys(("text", "number")) | dict.fromkeys(("match", "cloze"), r"\d{1,3}")
_KEYS["truefalse"] = "true|false|đúng|sai"
_QUOTES = {
    name: words and re.compile(rf">\s*({words})\s*:\s*(.*)", re.IGNORECASE)
    for name, words in _KEYS.items()
}
"""How a line begins in each type that has some: `> key: …`; None where it is `= …`."""
_Quote = re.Pattern[str] | None
_TRUTHS = {"đúng": "true", "sai": "false"}
_UNDERLINE = re.compile(r"={2,}\s*")


@dataclass(frozen=True, slots=True)
class Answer:
    """One answer and its feedback."""

    kind: str
    """`answer` or `keyed`."""
    text: str
    span: Span
    feedback: str
    """Markdown; lines as they stand below each other."""
    feedback_line: int
    """Of its first line, from 0."""


def answers(state: StateBlock, name: str, first: int, stop: int) -> Iterator[Answer]:
    """The answers of a block; their lines are blanked, so that Markdown does not see them."""
    if name not in _QUOTES:
        return
    quote = _QUOTES[name]
    fences: FenceMap = state.env["fences"]
    code = CodeLines()
    line = first
    while line < stop:
        inner = fences.closers.get(line)
        text = _line(state, line)
        if inner is not None and inner < stop:
            line = inner + 1
        elif code.takes(text) or not _begins(quote, text):
            line += 1
        else:
            found, after = _read(state, line, stop, quote)
            yield found
            line = after


def _begins(quote: _Quote, text: str) -> bool:
    if quote is not None:
        return quote.match(text) is not None
    return text.startswith("=") and not _UNDERLINE.fullmatch(text)


def _read(state: StateBlock, line: int, stop: int, quote: _Quote) -> tuple[Answer, int]:
    """The answer at that line, and the line behind its feedback."""
    text = _line(state, line)
    match = quote.match(text) if quote is not None else None
    after, quoted = _quoted(state, line + 1, stop, quote)
    if match is not None:
        word = match[1].lower()
        word, start, length = _TRUTHS.get(word, word), match.start(1), len(match[1])
        said = {line: match[2], **quoted}
    else:
        word = text[1:].strip()
        start, length = len(text) - len(text[1:].lstrip()), len(word)
        said = quoted
    while said and not next(iter(said.values())).strip():
        del said[next(iter(said))]
    column = state.bMarks[line] + state.tShift[line]
    column -= state.src.rfind("\n", 0, column)
    span = line_span(state.env["file"], line + 1, column + start, length)
    for one in range(line, after):
        state.bMarks[one] = state.eMarks[one]
        state.tShift[one] = 0
    feedback = "\n".join(said.values()).strip()
    kind = "answer" if quote is None else "keyed"
    return Answer(kind, word, span, feedback, next(iter(said), line)), after


def _quoted(state: StateBlock, line: int, stop: int, quote: _Quote) -> tuple[int, dict[int, str]]:
    """The quote directly below, or below empty lines: the line behind it, and its lines."""
    first = line
    while quote is None and first < stop and not _line(state, first).strip():
        first += 1
    found: dict[int, str] = {}
    for here in range(first, stop):
        text = _line(state, here)
        if not text.startswith(">") or (quote is not None and quote.match(text)):
            break
        found[here] = re.sub(r"^>\s?", "", text)
    return (first + len(found) if found else line), found


def _line(state: StateBlock, line: int) -> str:
    return state.src[state.bMarks[line] + state.tShift[line] : state.eMarks[line]]
