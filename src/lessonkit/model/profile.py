"""A platform as facts: what it takes, how much it keeps, what it makes of what it is told."""

from dataclasses import dataclass
from typing import Annotated, Literal

from pydantic import Field

from lessonkit.model.meta import Id, Typed

Speaks = Literal["nothing", "scorm12", "scorm2004"]
Edition = Literal[3, 4]
STATE = {3: 4000, 4: 64_000}
"""Characters that SCORM 2004 promises for cmi.suspend_data, by edition; source: RTE 4.2.23."""


class Facts(Typed):
    """What a profile says; what it leaves out is as in the profile it is based on."""

    outputs: Annotated[tuple[str, ...], Field(min_length=1)] | None = None
    """Kinds of artefacts where neither `--output` nor `[build] outputs` names any."""
    html_speaks: Speaks | None = None
    """The API that the `html` output looks for: `nothing`, `scorm12` or `scorm2004`."""
    scorm2004_edition: Edition | None = None
    """3 or 4; it goes before that of `[build]`."""
    scorm12_state: Annotated[int, Field(ge=1000, le=1_000_000)] | None = None
    """Characters that are kept of a learner's state in SCORM 1.2."""
    scorm2004_state: Annotated[int, Field(ge=1000, le=1_000_000)] | None = None
    """The same in SCORM 2004; by default 4000 in the 3rd edition and 64000 in the 4th."""
    interactions: Annotated[int, Field(ge=0, le=10_000)] | None = None
    """Records of answers that are told at most; 0: none."""
    objectives: bool | None = None
    """Whether the platform is told of each objective."""
    score: Literal["score", "progress"] | None = None
    """What is told as the score: `score`, or `progress` where the platform knows no other."""
    passed: Literal["passed", "completed"] | None = None
    """The status of SCORM 1.2 of a learner who has passed."""
    failed: Literal["failed", "completed"] | None = None
    """The status of SCORM 1.2 of a learner who has not, with no attempt left."""
    wait: Annotated[int, Field(ge=0, le=120)] | None = None
    """Seconds for which the platform's API is looked for."""
    refusals: Annotated[int, Field(ge=1, le=100)] | None = None
    """Refused records of answers after which no more are told in this visit."""
    package_bytes: Annotated[int, Field(ge=1)] | None = None
    """A package heavier than this cannot be uploaded; left out where it is not known."""


class OwnProfile(Facts):
    """A table `[profiles.<name>]` of a project."""

    base: Id = "generic"
    """The profile whose facts hold where this one says nothing."""


@dataclass(frozen=True, slots=True)
class Profile:
    """A profile with all that it inherits."""

    name: str
    outputs: tuple[str, ...]
    html_speaks: Speaks
    scorm12_state: int
    interactions: int
    objectives: bool
    score: Literal["score", "progress"]
    passed: Literal["passed", "completed"]
    failed: Literal["failed", "completed"]
    wait: int
    refusals: int
    scorm2004_edition: Edition | None = None
    scorm2004_state: int | None = None
    package_bytes: int | None = None

    def state(self, target: str, edition: int) -> int | None:
        """Characters kept of a learner's state; None where the learner's browser keeps it."""
        if target == "scorm12":
            return self.scorm12_state
        if target == "scorm2004":
            return self.scorm2004_state or STATE[edition]
        return None
