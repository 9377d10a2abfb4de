"""What a page tells its player, as far as editions of a lesson are compared by it."""

from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field

Word = Annotated[str, Field(max_length=1000)]


class _Told(BaseModel):
    """Of any version of lessonkit: what is not known here is kept for itself."""

    model_config = ConfigDict(frozen=True, extra="allow")


class ToldQuestion(_Told):
    """One question."""

    id: Word
    type: Word
    points: float = 1.0
    attempts: int | None = None
    objective: Word | None = None
    bank: Word | None = None
    cost: float | None = None
    """Share of the points that its hint takes."""
    sign: int | None = None
    """None where an older lessonkit built the page."""

    def rest(self) -> dict[str, object]:
        """Right answers and how they are scored."""
        return dict(self.model_extra or {})


class ToldList(_Told):
    """A checklist."""

    id: Word
    items: tuple[Word, ...] | None = None


class ToldBank(_Told):
    """Questions of which some are drawn."""

    id: Word
    draw: int


class ToldTracking(_Told):
    """The rule of the lesson."""

    complete: Word
    mastery: float | None = None
    attempts: int | None = None


class Told(_Told):
    """All of it."""

    format: int
    id: Word
    version: Word
    lang: Word
    title: Word
    tracking: ToldTracking
    sections: tuple[Word, ...]
    objectives: tuple[Word, ...]
    questions: tuple[ToldQuestion, ...]
    checklists: tuple[ToldList, ...]
    banks: tuple[ToldBank, ...] = ()
    iri: Word | None = None
    """What a platform of xAPI knows the lesson by; None for other targets."""
