"""The coverage of a project: modules are read, checked and aligned one by one, none is kept."""

import os
import time
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from lessonkit import __version__
from lessonkit.base.diag import Severity
from lessonkit.base.errors import LessonkitError
from lessonkit.build.earlier import Earlier
from lessonkit.build.index import project_index
from lessonkit.build.order import epoch
from lessonkit.build.sources import read_sources, shown
from lessonkit.model.index import Index
from lessonkit.model.program import Program
from lessonkit.plan.alignment import Alignment, alignment
from lessonkit.plan.changes import changes, turned
from lessonkit.plan.coverage import coverage
from lessonkit.plan.report import Report, Since, Uncounted, report
from lessonkit.read.program import read_program
from lessonkit.read.project import Project, find_modules, find_programs
from lessonkit.read.settings import NAME, read_settings

FOLDERS = ("modules", "frameworks", "themes")
"""What a project holds below its root that a report depends on."""


@dataclass(frozen=True, slots=True)
class Scope:
    """What of a project is reported."""

    paths: tuple[Path, ...] = ()
    """None: all of it."""
    audience: str | None = None
    framework: str | None = None
    part: bool = False
    """Some modules of the project are left out."""


def scope(
    project: Project,
    modules: tuple[Path, ...],
    paths: tuple[Path, ...],
    audience: str | None,
    framework: str | None,
) -> Scope:
    """What was asked for: the whole where these are all modules that the project has."""
    given = {os.path.realpath(path) for path in modules}
    own = {os.path.realpath(path) for path in _own(project)}
    return Scope(() if own == given else paths, audience, framework, part=not own <= given)


def covered(
    project: Project,
    index: Index,
    meant: Scope,
    lang: str,
    tick: Callable[[int], object] = int,
) -> Report:
    """The report on the modules and programmes at those paths; `tick` hears how many are done.

    Raises: UsageError: a path holds no module.
    """
    uncounted: list[Uncounted] = []
    modules = find_modules(project, meant.paths)
    stream = _alignments(modules, project, index, lang, uncounted, tick)
    groups = index.audiences
    if meant.part and meant.audience is None:
        # A part of the lessons owes no profile: what is elsewhere in the project would be a gap.
        groups = {name: replace(one, skills=()) for name, one in groups.items()}
    cover = coverage(stream, index.frameworks, groups, meant.framework)
    programs = tuple(_programs(project, meant.paths, index, uncounted))
    found = report(cover, programs, project.settings, meant.audience, tuple(uncounted))
    return replace(
        found, framework=meant.framework, part=meant.part, version=__version__, day=day()
    )  # fmt: skip


def day(environ: Mapping[str, str] = os.environ) -> str:
    """The day that `SOURCE_DATE_EPOCH` names, in UTC; empty where none: no clock is read."""
    said = environ.get("SOURCE_DATE_EPOCH", "")
    told = said.isascii() and said.isdigit()
    return time.strftime("%Y-%m-%d", time.gmtime(epoch(environ))) if told else ""


def since(now: Report, name: str, earlier: Earlier) -> Report:
    """The report with what has changed since then."""
    moved = tuple(changes(earlier.rows, now.rows))
    other = tuple(turned(earlier.needs, now.needs))
    return replace(now, since=Since(name, moved, other, earlier.uncounted))


def at_revision(project: Project, meant: Scope, name: str, lang: str) -> Earlier:
    """What the report on a git revision of the project would have been.

    Raises: NoRevision; SettingsError: the settings of that time cannot be used.
    """
    from lessonkit.history.revision import revision

    with revision(project.root, name, FOLDERS) as folder:
        # Not looked for: what lies above a temporary folder is nobody's project.
        there = Project(folder, read_settings(folder / NAME))
        paths = tuple(
            there.root / path.resolve().relative_to(project.root.resolve()) for path in meant.paths
        )
        paths = tuple(path for path in paths if path.exists())
        if meant.paths and not paths:
            return Earlier((), (), 0)
        index = project_index(there, ())
        known = meant.framework is None or meant.framework in index.frameworks
        if not known or not _own(there, paths):
            return Earlier((), (), 0)
        found = covered(there, index, replace(meant, paths=paths), lang)
    return Earlier(found.rows, found.needs, len(found.uncounted))


def _own(project: Project, paths: tuple[Path, ...] = ()) -> tuple[Path, ...]:
    """The modules of a project, or those at some paths of it; there may be none."""
    try:
        return find_modules(project, paths)
    except LessonkitError:
        return ()


def _alignments(
    modules: tuple[Path, ...],
    project: Project,
    index: Index,
    lang: str,
    uncounted: list[Uncounted],
    tick: Callable[[int], object],
) -> Iterator[Alignment]:
    """Those of modules without errors; the others are noted."""
    for done, path in enumerate(modules, 1):
        found = _aligned(path, project, index, lang)
        if isinstance(found, Uncounted):
            uncounted.append(found)
        else:
            yield found
        tick(done)


def _aligned(path: Path, project: Project, index: Index, lang: str) -> Alignment | Uncounted:
    """Of the module itself: what translations lack is no matter of what is taught."""
    try:
        source = next(read_sources(path, project.root, index, lang))
        module = source.checked.module if source.checked else None
        if module is not None:
            return alignment(module, index.audiences)
    except LessonkitError:
        raise
    except Exception:
        # One module that breaks the tool costs nobody the report; `check` tells what happened.
        return Uncounted(shown(path, project.root), 1)
    errors = sum(one.severity is Severity.ERROR for one in source.diagnostics)
    return Uncounted(source.reading.file, errors)


def _programs(
    project: Project, paths: tuple[Path, ...], index: Index, uncounted: list[Uncounted]
) -> Iterator[Program]:
    """Those that could be read; a promise that is not proved is no error here, but a gap."""
    for path in find_programs(project, paths):
        reading = read_program(path, project.root, index.settings)
        if reading.program is None:
            uncounted.append(Uncounted(reading.file, max(1, len(reading.faults))))
        else:
            yield reading.program
