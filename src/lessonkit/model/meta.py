"""The front matter of a module, as an author typed it."""

from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field

ID_PATTERN = r"^[a-z0-9]+(-[a-z0-9]+)*$"
LANG_PATTERN = r"^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$"

Id = Annotated[str, Field(pattern=ID_PATTERN, max_length=60)]
Lang = Annotated[str, Field(pattern=LANG_PATTERN, max_length=35)]
Words = Annotated[str, Field(min_length=1, max_length=1000)]
Complete = Literal["viewed", "answered", "passed"]


class Typed(BaseModel):
    """Strict, closed and unchangeable: the base of all that a person types."""

    model_config = ConfigDict(frozen=True, extra="forbid", strict=True)


class Objective(Typed):
    """What a learner will be able to do."""

    id: Id
    text: Annotated[str, Field(min_length=1, max_length=300)]
    skill: str | None = None
    """`framework:code`."""
    level: int | None = None
    """A level of that framework."""
    weight: Annotated[float, Field(gt=0, le=100)] = 1.0
    """How much of the module's points its questions should have, beside those of the others."""


class Tracking(Typed):
    """What a platform is told."""

    complete: Complete = "answered"
    mastery: Annotated[float, Field(ge=0, le=1)] | None = None
    """Share of the points, 0 to 1; None: nothing is passed or failed."""
    attempts: Annotated[int, Field(ge=1, le=99)] | None = None
    """Attempts at the module's questions as a whole; None: without limit."""


class Meta(Typed):
    """The front matter."""

    id: Id
    title: Annotated[str, Field(min_length=1, max_length=200)]
    summary: Annotated[str, Field(max_length=1000)] = ""
    lang: Lang = "vi"
    version: Annotated[str, Field(min_length=1, max_length=40)] = "1.0"
    minutes: Annotated[int, Field(ge=1, le=240)] | None = None
    """What the author promises."""
    audience: tuple[Id, ...] = ()
    objectives: tuple[Objective, ...] = ()
    requires: tuple[Id, ...] = ()
    authors: tuple[Words, ...] = ()
    license: Annotated[str, Field(max_length=100)] = ""
    """SPDX."""
    keywords: tuple[Words, ...] = ()
    tracking: Tracking = Tracking()
