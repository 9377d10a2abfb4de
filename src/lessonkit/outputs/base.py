"""What an output is, and all it is given."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Literal

from lessonkit.base.files import Bundle
from lessonkit.framework.model import Framework, Skill
from lessonkit.model.module import Checked
from lessonkit.model.profile import Profile
from lessonkit.model.profiles import generic
from lessonkit.model.settings import BuildSettings
from lessonkit.plan.page import Page
from lessonkit.render.theme import Theme

Shape = Literal["folder", "zip", "file"]


@dataclass(frozen=True, slots=True)
class Derivative:
    """What is dear to make and is made once, for all outputs."""

    kind: Literal["picture", "svg", "captions", "copy"]
    name: str
    """The asset's name in the module."""
    source: str
    """Its digest."""
    params: tuple[tuple[str, int | str], ...] = ()
    """Such as width in pixels, format and quality."""


@dataclass(frozen=True, slots=True)
class Job:
    """All that an output may know; the same job gives the same bytes."""

    checked: Checked
    page: Page
    """The lesson for this job's audience, planned once."""
    theme: Theme
    skills: Mapping[str, tuple[Framework, Skill]]
    """By reference, such as `tt02-2025:4.2`: those the objectives name."""
    audiences: Mapping[str, str]
    """Names of audience groups by id, in the lesson's language."""
    settings: BuildSettings
    epoch: int
    """Seconds since 1970-01-01 UTC for archives: `SOURCE_DATE_EPOCH`, else a fixed day."""
    tag: str = ""
    """Of a translation or an audience's variant, such as `en`; empty for the module itself."""
    profile: Profile = field(default_factory=generic)
    """The platform that it is made for; it never changes what the lesson is called there."""
    control_documents: tuple[tuple[str, bytes], ...] = ()
    """The author's own copies of the official schema files, by name."""
    made: Mapping[Derivative, bytes] | None = None
    """None while an output is asked what it needs."""


def unlimited(_settings: BuildSettings, _profile: Profile) -> int | None:
    """Where nobody but the learner's own browser keeps the state."""
    return None


def nothing(_job: Job) -> tuple[str, ...]:
    """Where every file of a lesson is carried."""
    return ()


@dataclass(frozen=True, slots=True)
class Output:
    """A kind of artefact: facts and two functions."""

    name: str
    forms: tuple[tuple[Shape, str], ...]
    """What is written: a suffix behind id and tag (`.scorm12.zip`), or a folder's name."""
    can: frozenset[str]
    """Names of the types of blocks it can show, such as `Figure`."""
    needs: Callable[[Job], tuple[Derivative, ...]]
    render: Callable[[Job], Bundle]
    first: tuple[str, ...] = ()
    """Files that come before all others in a zip."""
    state_limit: Callable[[BuildSettings, Profile], int | None] = unlimited
    """Characters that the platform keeps of a learner's state; None: as many as there are."""
    mark: bytes = b""
    """What the page in a folder of ours holds; a folder without it is not replaced."""
    leaves: Callable[[Job], tuple[str, ...]] = nothing
    """Names of files that the lesson links to and that this artefact does not carry."""
