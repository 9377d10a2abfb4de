"""Places in files and what is found there; all of it plain, comparable values."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

Arg = str | int | float


class Severity(StrEnum):
    """By evidence: a format breaks, a sourced rule is broken, a value was measured."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"


@dataclass(frozen=True, slots=True, order=True)
class Pos:
    """A place between characters; both numbers start at 1, columns count code points."""

    line: int
    column: int


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """From `start` up to, not including, `end`, in a file named relative to the project."""

    file: str
    start: Pos
    end: Pos


@dataclass(frozen=True, slots=True)
class Edit:
    """Put `text` in place of what stands at `span`."""

    span: Span
    text: str


@dataclass(frozen=True, slots=True)
class Finding:
    """What a rule or the reader saw; severity and words are given to it by the engine."""

    span: Span
    args: Mapping[str, Arg] = field(default_factory=dict)
    """Named values for the sentence of the catalogue."""
    fix: tuple[Edit, ...] = ()
    """The one safe cure, where there is one; edits do not overlap."""


@dataclass(frozen=True, slots=True)
class Fault:
    """A finding with the permanent code (`LKnnn`) under which the catalogue knows it."""

    code: str
    finding: Finding


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """A finding in words, as an author reads it."""

    code: str
    name: str
    severity: Severity
    span: Span
    message: str
    hint: str
    """What cures it; empty where the message says it."""
    args: Mapping[str, Arg] = field(default_factory=dict)
    fix: tuple[Edit, ...] = ()


def line_span(file: str, line: int = 1, column: int = 1, length: int = 0) -> Span:
    """A span within one line; `length` counts code points."""
    return Span(file, Pos(line, column), Pos(line, column + length))


def fault(code: str, span: Span, *fix: Edit, **args: Arg) -> Fault:
    """A fault in one call; `fix` are the edits of its one safe cure."""
    return Fault(code, Finding(span, args, tuple(fix)))
