"""Gaps of a `cloze`, hidden from Markdown: `*`, `|`, `` ` `` and `$` in them mean themselves.

Each is replaced by as many characters of a private plane, the first of which says which gap it is:
every place in the text stays what it was, and a gap can be found wherever its paragraph has gone.
"""

import re
from dataclasses import dataclass

from markdown_it.rules_block import StateBlock

from lessonkit.base.diag import Span, line_span

VEILED = "cloze"
"""The block in which `[[` begins a gap."""
_FIRST = 0xF0000
_REST = "\U000ffffd"
MOST = 0xFFF0
"""Gaps that one file can have."""
MARK = re.compile(f"[{chr(_FIRST)}-{chr(_FIRST + MOST - 1)}]{_REST}*")
"""A veiled gap."""
_GAP = re.compile(r"(?<!\\)\[\[(.*?)\]\]")
_OPEN = re.compile(r"(?<!\\)\[\[")


@dataclass(frozen=True, slots=True)
class Veiled:
    """A gap and what it hides; `text` is None for `[[` without its `]]`."""

    text: str | None
    span: Span


def veil(state: StateBlock, first: int, stop: int) -> None:
    """Hides the gaps of these lines.

    What they were is kept in `state.env["gaps"]`, the lines as they became in `["veiled"]`, from 1.
    """
    gaps: list[Veiled] = state.env.setdefault("gaps", [])
    veiled: dict[int, str] = state.env.setdefault("veiled", {})
    source, done = state.src, 0
    pieces = []
    for line in range(first, stop):
        start, end = state.bMarks[line], state.eMarks[line]
        text = source[start:end]
        if "[[" in text:
            before = source[source.rfind("\n", 0, start) + 1 : start]
            shown = _line(text, gaps, state.env["file"], line + 1, len(before) + 1)
            veiled[line + 1] = before + shown
            pieces += [source[done:start], shown]
            done = end
    if pieces:
        state.src = "".join((*pieces, source[done:]))


def _line(text: str, gaps: list[Veiled], file: str, line: int, column: int) -> str:
    """`column`: of the first character, from 1."""

    def hide(match: re.Match[str]) -> str:
        length = match.end() - match.start()
        if len(gaps) >= MOST:
            return match[0]
        gaps.append(Veiled(match[1], line_span(file, line, column + match.start(), length)))
        return chr(_FIRST + len(gaps) - 1) + _REST * (length - 1)

    hidden = _GAP.sub(hide, text)
    left = (column + match.start() for match in _OPEN.finditer(hidden))
    gaps += [Veiled(None, line_span(file, line, at, 2)) for at in left]
    return hidden


def number(mark: str) -> int:
    """Which of `env["gaps"]` a veiled gap is."""
    return ord(mark[0]) - _FIRST
