"""What rules may know of a project, gathered once for all its modules."""

import os
from collections.abc import Iterator
from pathlib import Path

from lessonkit.base.diag import line_span
from lessonkit.base.errors import UsageError
from lessonkit.base.messages import settings_error
from lessonkit.base.near import nearest
from lessonkit.build.sources import shown
from lessonkit.framework.model import Audience, Framework
from lessonkit.model.index import Index
from lessonkit.model.program import Program
from lessonkit.read.audiences import read_audiences
from lessonkit.read.frameworks import of_project
from lessonkit.read.lexicon import read_lexicon
from lessonkit.read.lock import NAME as LOCK
from lessonkit.read.lock import read_lock
from lessonkit.read.project import Project, find_modules, find_programs, module_index
from lessonkit.render.theme import Theme, load_theme


def project_index(
    project: Project, sources: tuple[Path, ...] = (), programs_at: tuple[Path, ...] = ()
) -> Index:
    """Frameworks in use, modules by their front matter, programmes, the colours of the theme.

    `sources` are known `module.md` files, `programs_at` known programmes; those of the project are
    added, for one may require any.

    Raises: SettingsError: a framework, the theme or `lessonkit.lock` cannot be used.
    """
    settings = project.settings
    locked = read_lock(project.root / LOCK)
    lexicon, wrong = read_lexicon(project.root, project.root, settings.lang)
    frameworks = frameworks_of(project)
    modules: dict[str, tuple[str, ...]] = {}
    claims: dict[str, list[str]] = {}
    for path in _all_sources(project, sources):
        for name, requires in module_index((path,)).items():
            modules[name] = requires
            claims.setdefault(name, []).append(shown(path, project.root))
    programs: dict[str, Program] = {}
    files: dict[str, tuple[str, ...]] = {}
    for name, program in _programs(project, programs_at):
        if program is None:
            files.setdefault(name, ())
            continue
        programs.setdefault(name, program)
        files[name] = (*files.get(name, ()), program.source)
    return Index(
        frameworks=frameworks,
        modules=modules,
        programs=programs,
        program_files=files,
        twins={name: tuple(files) for name, files in claims.items() if len(files) > 1},
        settings=settings,
        tokens=theme_of(project).tokens,
        audiences=read_audiences(project.root, frameworks, settings),
        published=locked.modules,
        published_at={name: line_span(LOCK, line) for name, line in locked.lines.items()},
        lexicon=lexicon,
        lexicon_faults=wrong,
    )


def project_audiences(project: Project) -> dict[str, Audience]:
    """Every audience group that a lesson of the project may name.

    Raises: SettingsError: as `project_index`, of frameworks and groups.
    """
    return read_audiences(project.root, frameworks_of(project), project.settings)


def theme_of(project: Project) -> Theme:
    """The theme that the settings name."""
    return load_theme(project.settings.build.theme, project.root)


def frameworks_of(project: Project) -> dict[str, Framework]:
    """Those in use.

    Raises: SettingsError: one cannot be used, or the settings name one that is not there.
    """
    known = of_project(project.root)
    used = known if project.settings.frameworks is None else project.settings.frameworks
    for name in used:
        if name not in known:
            near = nearest(name, known) or ""
            args = {"name": name, "near": near, "known": ", ".join(known)}
            raise settings_error(("unknown-framework", args))
    return {name: known[name] for name in used}


def _programs(project: Project, known: tuple[Path, ...]) -> Iterator[tuple[str, Program | None]]:
    """Each file once, by its id; None where too little can be read, but the file is there."""
    paths = (*known, *find_programs(project))
    if not paths:
        return
    from lessonkit.read.program import name_of, read_program

    for path in {os.path.realpath(path): path for path in paths}.values():
        reading = read_program(path, project.root, project.settings)
        program = reading.program
        if program is not None and "id" not in program.lost:
            yield program.meta.id, program
        else:
            yield name_of(reading), None


def _all_sources(project: Project, sources: tuple[Path, ...]) -> tuple[Path, ...]:
    try:
        own = find_modules(project)
    except UsageError:
        own = ()
    return tuple({os.path.realpath(path): path for path in (*sources, *own)}.values())
