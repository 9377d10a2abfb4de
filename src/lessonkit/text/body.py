"""The inside of a question block in a neutral shape, made by the reader, read by a question type.

Answers are raw text; what a learner reads is prose.
"""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from lessonkit.base.diag import Span
from lessonkit.text.inline import Picture, Prose

if TYPE_CHECKING:
    from pydantic_core import CoreSchema


class _AsItIs:
    """A value that pydantic takes without a look inside."""

    __slots__ = ()

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: Any) -> "CoreSchema":
        """Any instance is valid."""
        from pydantic_core import core_schema

        return core_schema.is_instance_schema(cls)


@dataclass(frozen=True, slots=True)
class Option(_AsItIs):
    """One line to choose: `- [x] text` with its feedback."""

    text: Prose
    right: bool
    feedback: Prose | None


@dataclass(frozen=True, slots=True)
class AnswerLine:
    """One line `= a | b`, `> true: …` or `> 2: …`: raw text, its place, its feedback."""

    text: str
    span: Span
    feedback: Prose | None


@dataclass(frozen=True, slots=True)
class Blank(_AsItIs):
    """A gap of a `cloze`, as typed: `[[a|b]]`, or `[[*a|b]]` for a drop-down."""

    texts: tuple[str, ...]
    """Its parts, tidy, without the star; one that is empty is a fault."""
    stars: tuple[int, ...]
    """Places of the parts that had a star: it is a drop-down where there are any."""
    choices: tuple[Prose, ...]
    """The parts of a drop-down, as a learner reads them."""
    span: Span


@dataclass(frozen=True, slots=True)
class Way(_AsItIs):
    """A choice of a scene: `- [text](#scene)` with what follows from it."""

    text: Prose
    to: str
    """The id of a scene, as typed."""
    feedback: Prose | None


@dataclass(frozen=True, slots=True)
class Scene(_AsItIs):
    """A part of a `scenario`: its heading and its choices; one without choices is an end."""

    id: str
    title: Prose
    ways: tuple[Way, ...]
    score: float | None
    """0 to 1; None where the author gave none."""
    outcome: str
    """`right`, `partly`, `wrong`, or empty."""


@dataclass(frozen=True, slots=True)
class Value:
    """An option line `:key: value` of a block, as typed."""

    text: str
    key_span: Span
    span: Span


@dataclass(frozen=True, slots=True)
class Body:
    """All that a question type may find in its block; what it has no use for is a fault."""

    span: Span
    options: tuple[Option, ...] = ()
    answers: tuple[AnswerLine, ...] = ()
    """Lines that begin with `=`."""
    keyed: tuple[AnswerLine, ...] = ()
    """Quotes that say what they are about: `> true: …`, `> false: …`, `> 2: …`; `text` is `true`,
    `false` or a number, from 1."""
    extra: tuple[Span, ...] = ()
    """Options that carry no box: list items that are neither `[ ]` nor `[x]`."""
    head: tuple[Prose, ...] = ()
    """The first row of a table."""
    rows: tuple[tuple[Prose, ...], ...] = ()
    """Items of a list, one cell each; the rows of a table; a group, then its members."""
    feedbacks: tuple[Prose | None, ...] = ()
    """Quotes below the items of a list, or below the members of all groups; as many as these."""
    pictures: tuple[Picture, ...] = ()
    """Those that stand by themselves above the answers."""
    blanks: tuple[Blank, ...] = ()
    """Gaps of the running text, in the order of the source."""
    scenes: tuple[Scene, ...] = ()
    """In the order of the source; the first one opens."""
