"""What every question type has: options common to all, a score, and what a platform is told."""

from collections.abc import Iterator
from dataclasses import dataclass, fields, is_dataclass
from typing import Any, ClassVar, Literal, Self

from pydantic import BaseModel, ConfigDict, Field

from lessonkit.base.diag import Fault
from lessonkit.questions.printed import Line, Printed
from lessonkit.text.body import Body, Value
from lessonkit.text.inline import Prose

InteractionType = Literal[
    "true-false", "choice", "fill-in", "long-fill-in", "numeric", "matching", "sequencing",
    "likert", "performance", "other",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Interaction:
    """What an LMS is told of a question, before its version gives it form.

    Source: SCORM 1.2 RTE 3.4.4 and SCORM 2004 RTE 4.2.9, cmi.interactions.n.
    """

    type: InteractionType
    """The word of SCORM 2004; 1.2 has no `long-fill-in`."""
    patterns: tuple[tuple[str, ...], ...]
    """Right responses, each a tuple: letters of options, pairs of them as `a.b`, texts, or least
    and greatest number."""


@dataclass(frozen=True, slots=True)
class Reply:
    """Feedback to be shown beside an answer."""

    key: str
    """`0`, `1` … for the option, answer, row or gap of that place; `true` or `false`; `right`,
    `partly` or `wrong` for what came out; `any` whatever was answered."""
    text: Prose


class Question(BaseModel):
    """One question, as an author typed it; a subclass is a type."""

    model_config = ConfigDict(frozen=True, extra="forbid", strict=True)

    type_name: ClassVar[str]
    """The name of the block."""
    option_names: ClassVar[frozenset[str]] = frozenset()
    """Option lines this type knows besides the common ones."""
    without: ClassVar[frozenset[str]] = frozenset()
    """Common option lines that mean nothing to this type."""
    assessed: ClassVar[bool] = True
    """Counts for score and completion."""
    unfinished: ClassVar[bool] = False
    """An answer that is half given is kept too."""

    id: str = Field(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=60)
    ask: Prose
    objective: str | None = None
    points: float = Field(default=1.0, ge=0, le=100)
    attempts: int | None = Field(default=None, ge=1, le=99)
    """Tries within one attempt at the module; None: as many as the learner likes."""
    hint: Prose | None = None
    hint_cost: float = Field(default=0.0, ge=0, lt=1)
    """Share of the points that looking at the hint takes; 0: it is free."""
    shuffle: bool = False
    partial: bool = False
    feedback: Prose | None = None
    """After any answer."""
    feedback_right: Prose | None = None
    feedback_partly: Prose | None = None
    """Without it, who is partly right is told what is said to who is wrong."""
    feedback_wrong: Prose | None = None

    @classmethod
    def from_body(
        cls, common: dict[str, Any], options: dict[str, Value], body: Body, lang: str
    ) -> "tuple[Self | None, list[Fault]]":
        """The question of a block, or None, with every fault there is.

        `common` holds the fields above, already converted; `options` the raw values of
        `option_names`; `lang` the language that numbers are written in.
        """
        raise NotImplementedError

    def score(self, answer: Any) -> float:
        """0.0 to 1.0 for an answer as in `tests/vectors/scoring.json`; the player agrees."""
        raise NotImplementedError

    def interaction(self) -> Interaction:
        """What a platform is told."""
        raise NotImplementedError

    def data(self) -> dict[str, Any]:
        """What the player needs to score and to keep an answer: plain JSON, no prose."""
        raise NotImplementedError

    def longest_answer(self) -> Any:
        """The answer that takes most room in a learner's state; of what is typed, a usual one."""
        return [[99, 99]] * max(1, len(self.targets()))

    def targets(self) -> tuple[Prose, ...]:
        """What a kept answer points at, in the author's order: of what is typed, nothing.

        Where they change, an old answer would mean something else.
        """
        own = (name for name in type(self).model_fields if name not in Question.model_fields)
        return tuple(one for name in own for one in _prose(getattr(self, name)))

    def mixes(self) -> bool:
        """Whether parts of it are shown in another order at each attempt."""
        return self.shuffle

    def can_be_partly(self) -> bool:
        """Whether an answer may be worth something and not all."""
        return self.partial

    def replies(self) -> tuple[Reply, ...]:
        """Every feedback, general ones last."""
        raise NotImplementedError

    def pieces(self) -> tuple[Prose, ...]:
        """What a learner reads to answer, besides what is asked: options, rows."""
        return tuple(option.text for option in getattr(self, "options", ()))

    def printed(self) -> Printed:
        """How it stands on paper; what a type says nothing of is answered on lines."""
        return Printed("open", lines=tuple(Line("", one) for one in self.pieces()), rules=3)

    def _general(self) -> tuple[Reply, ...]:
        pairs = (
            ("right", self.feedback_right),
            ("partly", self.feedback_partly),
            ("wrong", self.feedback_wrong),
            ("any", self.feedback),
        )
        return tuple(Reply(key, text) for key, text in pairs if text is not None)

    def _common_data(self) -> dict[str, Any]:
        found: dict[str, Any] = {"type": self.type_name, "id": self.id, "points": self.points}
        for name in ("objective", "attempts", "shuffle", "partial"):
            value = getattr(self, name)
            if value:
                found[name] = value
        if self.hint_cost:
            found["cost"] = self.hint_cost
        if not self.assessed:
            found["assessed"] = False
        return found


def _prose(value: Any) -> Iterator[Prose]:
    """All prose within a value but feedback, which no answer points at."""
    if isinstance(value, Prose):
        yield value
    elif isinstance(value, tuple):
        for one in value:
            yield from _prose(one)
    elif isinstance(value, BaseModel) or is_dataclass(value):
        names = type(value).model_fields if isinstance(value, BaseModel) else _names(value)
        for name in names:
            if not name.startswith("feedback"):
                yield from _prose(getattr(value, name))


def _names(value: Any) -> tuple[str, ...]:
    return tuple(field.name for field in fields(value))
