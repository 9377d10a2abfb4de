"""What an output is, and all it is given."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Literal

from lessonkit.base.files import Bundle, Stored
from lessonkit.base.lately import lately
from lessonkit.framework.model import Audience, Framework, Skill
from lessonkit.model.module import Checked
from lessonkit.model.profile import Profile
from lessonkit.model.profiles import generic
from lessonkit.model.settings import BuildSettings, Settings
from lessonkit.plan.page import HIDDEN, Page, page
from lessonkit.read.assets import AssetProblem
from lessonkit.render.theme import Theme
from lessonkit.text.speech.lexicon import Lexicon

Shape = Literal["folder", "zip", "file", "files"]
"""`files`: each file of the bundle by itself, its name being what stands behind id and tag."""
Reader = Literal["learner", "teacher"]


@dataclass(frozen=True, slots=True)
class Derivative:
    """What is dear to make and is made once, for all outputs.

    Two that are equal give the same bytes. `picture`, `svg`, `captions` and `copy` are made in
    memory; every other kind is a step of `media.steps`, kept in the store from build to build.
    """

    kind: str
    name: str
    """The asset's name in the module; without an asset, the id of the section it is made for, or
    nothing: there an author is told of what went wrong."""
    source: str
    """The asset's digest; empty without one."""
    params: tuple[tuple[str, int | float | str], ...] = ()
    """Such as width in pixels, format and quality."""
    texts: tuple[tuple[str, str], ...] = ()
    """What it is made of as text, by name: words to be spoken, a page to be set."""
    inputs: tuple[tuple[str, "Derivative"], ...] = ()
    """What must be made before, by the name that the step knows it by."""


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
    made: Mapping[Derivative, bytes | Stored] | None = None
    """None while an output is first asked what it needs; one of several rounds is asked again with
    what has been made so far."""
    project: Settings = field(default_factory=Settings)
    """All that `lessonkit.toml` says."""
    lexicon: Lexicon = field(default_factory=Lexicon)
    """How the project and the module want words to be said."""
    wider: tuple[str, ...] = ()
    """Groups of which the audience of the job is a part."""
    groups: Mapping[str, Audience] = field(default_factory=dict)
    """Every audience group that is known, by id."""
    kinds: frozenset[str] = frozenset()
    """Outputs that are made of the lesson now, or whenever all are that the project names."""

    def file(self, made: Derivative) -> Stored:
        """What became of a step. Raises: KeyError: it has not been made."""
        found = (self.made or {})[made]
        if isinstance(found, bytes):
            raise KeyError(made)
        return found

    def lacks(self, *wanted: Derivative) -> bool:
        """Whether any of these has not been made yet."""
        made = self.made or {}
        return any(one not in made for one in wanted)


def unlimited(_settings: BuildSettings, _profile: Profile) -> int | None:
    """Where nobody but the learner's own browser keeps the state."""
    return None


def nothing(_job: Job) -> tuple[str, ...]:
    """Where every file of a lesson is carried."""
    return ()


def satisfied(_project: Settings) -> tuple[str, ...]:
    """No extras beyond `Output.extras`."""
    return ()


def silent(_job: Job) -> tuple[AssetProblem, ...]:
    """Where there is nothing to remark."""
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
    rounds: bool = False
    """Whether `needs` is asked again once the first were made, until it names no more: how long a
    film is, only its sound can say."""
    extras: tuple[str, ...] = ()
    """Extras of the distribution without which it cannot be made, such as `pdf`."""
    wished: Callable[[Settings], tuple[str, ...]] = satisfied
    """Extras that only settings of a project ask for, such as a book that reads itself."""
    remarks: Callable[[Job], tuple[AssetProblem, ...]] = silent
    """What is to be said of an artefact that could be made, as warnings and informations."""
    names: tuple[str, ...] = ()
    """Of the shape `files`: every file that it may make; what it made once and makes no more is
    taken away."""
    reader: Reader = "learner"
    """Whom it is for; what is for a teacher never lies in what learners are given."""


@lately(lambda job: (job.page,))
def full(job: Job) -> Page:
    """The lesson with what no page shows: for teachers, ears and slides."""
    module, group = job.checked.module, job.page.audience
    return page(module, group, job.wider, large=job.page.large_text, keep=HIDDEN)
