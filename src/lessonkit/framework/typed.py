"""What a person types of an audience group, in a framework's file or in `lessonkit.toml`.

Apart from the rest of a framework's schema, for every run reads settings and few a framework.
"""

from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field

ID_PATTERN = r"^[a-z0-9]+([.-][a-z0-9]+)*$"
"""Of frameworks and of audience groups."""
REFERENCE_PATTERN = r"^[a-z0-9]+([.-][a-z0-9]+)*:[^\s:@][^\s:]*$"
"""`framework:code`, or `framework:code@level`; a code may hold `@` too."""

Id = Annotated[str, Field(pattern=ID_PATTERN, max_length=60)]
Reference = Annotated[str, Field(pattern=REFERENCE_PATTERN, max_length=300)]
Words = Annotated[str, Field(min_length=1, max_length=1000)]
LevelNumber = Annotated[int, Field(ge=0, le=99)]


class Typed(BaseModel):
    """Strict, closed and unchangeable."""

    model_config = ConfigDict(frozen=True, extra="forbid", strict=True)


class AudienceFacts(Typed):
    """What a lesson for the group must keep to; None or empty: not said."""

    within: Id | None = None
    """The wider group that it is a part of."""
    level: dict[Id, LevelNumber] = Field(default={})
    """Expected level by framework."""
    minutes: Annotated[int, Field(ge=1, le=240)] | None = None
    """Of a lesson, at most."""
    sentence_tieng: Annotated[int, Field(ge=1, le=1000)] | None = None
    section_tieng: Annotated[int, Field(ge=1, le=100_000)] | None = None
    tieng_per_minute: Annotated[int, Field(ge=1, le=1000)] | None = None
    large_text: bool = False
    narration: bool = False
    """Every section must be spoken."""
    low_bandwidth: bool = False
    devices: tuple[Words, ...] = ()
    skills: tuple[Reference, ...] = ()
    """The profile: `framework:code@level`."""
    source: Annotated[str, Field(max_length=1000)] = ""
    """Where the profile and the limits come from."""
