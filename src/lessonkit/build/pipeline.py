"""A build end to end: from paths to a stream of outcomes."""

import os
import time
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Literal

from lessonkit.base.errors import UsageError
from lessonkit.base.near import nearest
from lessonkit.build.executors import WORTH, cores, outcomes
from lessonkit.build.gathering import gathering, outcomes_across
from lessonkit.build.index import project_index
from lessonkit.build.order import Order, epoch
from lessonkit.build.outcome import Outcome
from lessonkit.build.programs import Bindery
from lessonkit.build.store import FOLDER
from lessonkit.build.upkeep import tidy
from lessonkit.build.workshop import Workshop
from lessonkit.model.profile import Profile
from lessonkit.model.profiles import names
from lessonkit.model.profiles import profile as profile_of
from lessonkit.model.settings import BuildSettings, Settings
from lessonkit.outputs import OUTPUTS
from lessonkit.read.project import Project, find_modules


class UnknownName(UsageError):
    """A name that nobody knows; its parts let the caller say it in any language."""

    def __init__(
        self, kind: Literal["output", "audience", "profile"], name: str, known: Iterable[str]
    ) -> None:
        self.kind = kind
        self.name = name
        self.known = tuple(known)
        self.near = nearest(name, self.known) or ""
        super().__init__(f"{kind} “{name}”? {self.near or ', '.join(self.known)}")


class OutAmongSources(UsageError):
    """Artefacts would lie among the lessons; `out` lets the caller say it in any language."""

    def __init__(self, out: Path) -> None:
        self.out = out
        super().__init__(f"--out {out}: lessons lie there, and artefacts may take their place")


@dataclass(frozen=True, slots=True)
class Build:
    """What will be built; nothing has happened yet."""

    order: Order
    paths: tuple[Path, ...]
    jobs: int
    project: Project
    given: tuple[Path, ...] = ()
    """Where it was looked for modules and programmes; empty: in the whole project."""

    def run(self) -> Iterator[Outcome]:
        """Build it, module by module, in the order of the paths; then look across them.

        Raises: LessonkitError: nothing at all can be built with this order.
        """
        order, paths, start = self.order, self.paths, time.time()
        gathered = gathering(self.project, order.index, order.lang, paths, self.given)
        bindery = Bindery(order, gathered.programs)
        for outcome in outcomes(order, paths, self.jobs):
            gathered.add(outcome.part)
            bindery.add(outcome)
            yield outcome
        yield from outcomes_across(gathered, bindery.outcome)
        self._tidied(start)

    def _tidied(self, start: float) -> None:
        """What this build has used stays, however much it is."""
        most = self.order.index.settings.build.store_megabytes
        for place in dict.fromkeys((self.order.root / "build", self.order.out)):
            tidy(place / FOLDER, most, start)


@dataclass(frozen=True, slots=True)
class Asked:
    """What is asked for now, beyond what `lessonkit.toml` says."""

    outputs: tuple[str, ...] = ()
    audience: str | None = None
    profile: str | None = None


def plan(
    project: Project,
    paths: tuple[Path, ...] = (),
    asked: Asked = Asked(),
    *,
    out: Path | None = None,
    lang: str = "vi",
    jobs: int | None = None,
    given: tuple[Path, ...] | None = None,
) -> Build:
    """Find everything that a build needs, and refuse what makes no sense before the first module.

    Without `jobs` there are as many processes as cores, where there are modules enough for them.
    `given` says where programmes are looked for; without it, at or below the paths.

    Raises:
        UnknownName: an output, an audience or a profile.
        OutAmongSources: artefacts would lie among the lessons.
        UsageError: a path that holds no module.
        SettingsError: a setting names something that is not there.
    """
    platform = _platform(asked, project.settings)
    wanted = _wanted(asked, platform, project.settings.build)
    for name in wanted:
        if name not in OUTPUTS.names():
            raise UnknownName("output", name, OUTPUTS.names())
    # Programmes that cannot be read bring no module, and are told of all the same.
    sources = find_modules(project, paths or given or ())
    target = project.root / "build" if out is None else out
    _apart(target, project, sources)
    index = project_index(_for_platform(project, platform), sources)
    if asked.audience is not None and asked.audience not in index.audiences:
        raise UnknownName("audience", asked.audience, index.audiences)
    order = Order(
        root=project.root,
        index=index,
        outputs=wanted,
        out=target,
        audience=asked.audience,
        profile=platform,
        lang=lang,
        epoch=epoch(),
    )
    Workshop(order)
    if jobs is None:
        jobs = cores() if len(sources) >= WORTH else 1
    return Build(order, sources, jobs, project, paths if given is None else given)


def _platform(asked: Asked, settings: Settings) -> Profile:
    """The one that is asked for, else the one of `lessonkit.toml`."""
    known = names(settings.profiles)
    wanted = settings.build.profile if asked.profile is None else asked.profile
    if wanted not in known:
        raise UnknownName("profile", wanted, known)
    return profile_of(wanted, settings.profiles)


def _wanted(asked: Asked, platform: Profile, settings: BuildSettings) -> tuple[str, ...]:
    """Outputs by name; a profile that is asked for now goes before what the project says."""
    outputs = asked.outputs
    if not outputs and asked.profile is None and "outputs" in settings.model_fields_set:
        outputs = settings.outputs
    return tuple(dict.fromkeys(outputs or platform.outputs))


def _for_platform(project: Project, platform: Profile) -> Project:
    """The project with what the platform asks of its settings."""
    edition = platform.scorm2004_edition
    if edition is None:
        return project
    build = project.settings.build.model_copy(update={"scorm2004_edition": edition})
    return replace(project, settings=project.settings.model_copy(update={"build": build}))


def _apart(out: Path, project: Project, sources: Iterable[Path]) -> None:
    """Artefacts replace what stands where they go, so no source may stand there, nor grow there."""
    folder = Path(os.path.realpath(out))
    lessons = project.root / "modules"
    if folder.is_relative_to(lessons):
        raise OutAmongSources(out)
    for source in sources:
        home = Path(os.path.realpath(source)).parent
        # A lesson that is a project by itself has its `build` within it.
        if home.is_relative_to(folder) or (home != project.root and folder.is_relative_to(home)):
            raise OutAmongSources(out)
