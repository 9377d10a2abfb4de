"""What is wrong with YAML that cannot be read, in kinds an author can act on.

The library's own sentences are matched here and go no further.
"""

import re
from dataclasses import dataclass
from typing import Any

from yaml import YAMLError

from lessonkit.base.diag import Fault, Pos, Span, fault, line_span

LISTS = ("audience", "requires", "authors", "keywords", "modules", "covers")
"""Keys of plain lists, which many people write behind the key with a dash."""
_KEY = re.compile(r"\s*(?:-\s+)?([\w-]+):(?:\s+|$)")
_QUOTED = re.compile(r"""\s*(?:-\s+)?[\w-]+:\s+(["'])""")
_MARKS = ("*", "&", "!")
_ESCAPES = ("found unknown escape", "found invalid Unicode", "did not find expected hex")
_ESCAPE = re.compile(r"\\(?:x[\da-fA-F]{0,2}|u[\da-fA-F]{0,4}|U[\da-fA-F]{0,8}|.)?")


@dataclass(frozen=True, slots=True)
class _Place:
    """The line, from 0, and column, from 0, where the library stopped or began."""

    file: str
    first_line: int
    lines: tuple[str, ...]
    line: int
    column: int

    @property
    def text(self) -> str:
        """The line."""
        return self.lines[self.line] if self.line < len(self.lines) else ""

    @property
    def char(self) -> str:
        """The character, or nothing at the end of the line."""
        return self.text[self.column : self.column + 1]

    @property
    def span(self) -> Span:
        """The character's place in the file."""
        at = Pos(self.first_line + min(self.line, len(self.lines) - 1), self.column + 1)
        return Span(self.file, at, at)

    def whole(self, line: int) -> Span:
        """The place of a line without its indentation."""
        text = self.lines[line]
        lead = len(text) - len(text.lstrip())
        return line_span(self.file, self.first_line + line, lead + 1, len(text.strip()))


def syntax_fault(text: str, file: str, first_line: int, error: YAMLError) -> Fault:
    """The fault of a text whose first line is line `first_line` (from 1) of the file."""
    problem = str(getattr(error, "problem", "") or "")
    lines = tuple(text.rstrip("\n").split("\n"))
    here = _place(file, first_line, lines, getattr(error, "problem_mark", None))
    began = _place(file, first_line, lines, getattr(error, "context_mark", None) or here)
    if "unexpected end of stream" in problem or "document separator" in problem:
        return fault("LK146", began.span, value=_short(began.text))
    if "mapping values" in problem:
        return _colon(here)
    if "tab character" in problem or (here.char == "\t" and "cannot start" in problem):
        return fault("LK145", here.span)
    if problem.startswith(_ESCAPES) or "escape" in str(getattr(error, "context", "")):
        return _escape(here)
    if "could not find expected ':'" in problem:
        return fault("LK125", began.whole(began.line), value=_short(began.text))
    return _structure(problem, str(getattr(error, "context", "")), here, began)


def _escape(here: _Place) -> Fault:
    """The library stops within the escape, or at it."""
    start = max(0, here.text.rfind("\\", 0, here.column + 1))
    found = _ESCAPE.match(here.text, start)
    value = found[0] if found else "\\"
    line = here.span.start.line
    return fault("LK182", line_span(here.file, line, start + 1, len(value)), value=value)


def _structure(problem: str, context: str, here: _Place, began: _Place) -> Fault:
    if "flow" in context or "]" in problem or "}" in problem:
        return fault("LK148", began.span, value=_short(began.text))
    if "block sequence entries" in problem:
        key = _KEY.match(here.text)
        if key and key[1] in LISTS:
            value = here.text[here.column :].lstrip("- ")
            return fault("LK121", here.span, key=key[1], value=_short(value))
        return fault("LK149", here.span, char="-")
    if any(word in problem for word in ("expected key", "'-' indicator", "block end")):
        return _out_of_line(here)
    key = _KEY.match(here.text)
    if key and key.end() < len(here.text):
        at = line_span(here.file, here.span.start.line, key.end() + 1)
        return fault("LK149", at, char=here.text[key.end()])
    return fault("LK106", here.span, value=_short(here.text))


def _colon(here: _Place) -> Fault:
    """A colon where none may be: in a value, or in the line below one that lacks its own."""
    key = _KEY.match(here.text)
    if key is None or here.text.find(":") != here.column:
        return fault("LK129", here.span, value=_short(here.text))
    above = next((n for n in range(here.line - 1, -1, -1) if here.lines[n].strip()), None)
    if above is not None and _KEY.match(here.lines[above]) is None:
        return fault("LK125", here.whole(above), value=_short(here.lines[above]))
    return fault("LK147", here.whole(here.line), value=_short(here.text))


def _out_of_line(here: _Place) -> Fault:
    """A line that does not fit, mostly by its indentation, or by a quote left open further up."""
    if here.char and here.char in "]}":
        return fault("LK148", here.span, value=_short(here.text))
    for number, line in enumerate(here.lines[: here.line]):
        match = _QUOTED.match(line)
        if match and line.count(match[1], match.start(1)) == 1:
            quote = line_span(here.file, here.first_line + number, match.start(1) + 1)
            return fault("LK146", quote, value=_short(line))
    key = _KEY.match(here.text)
    if key and here.text[key.end() : key.end() + 1] in _MARKS and here.column > key.end():
        at = line_span(here.file, here.span.start.line, key.end() + 1)
        return fault("LK149", at, char=here.text[key.end()])
    inside = here.text[: here.column].strip()
    place = here.span if inside else here.whole(min(here.line, len(here.lines) - 1))
    return fault("LK147", place, value=_short(here.text))


def _place(file: str, first_line: int, lines: tuple[str, ...], mark: Any) -> _Place:
    if mark is None:
        return _Place(file, first_line, lines, 0, 0)
    return _Place(file, first_line, lines, mark.line, mark.column)


def _short(text: str) -> str:
    return text.strip()[:60]
