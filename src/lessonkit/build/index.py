"""What rules may know of a project, gathered once for all its modules."""

from pathlib import Path

from lessonkit.base.diag import line_span
from lessonkit.base.errors import UsageError
from lessonkit.base.messages import settings_error
from lessonkit.base.near import nearest
from lessonkit.build.sources import shown
from lessonkit.framework.model import Audience, Framework
from lessonkit.model.index import Index
from lessonkit.read.audiences import read_audiences
from lessonkit.read.frameworks import of_project
from lessonkit.read.lock import NAME as LOCK
from lessonkit.read.lock import read_lock
from lessonkit.read.project import Project, find_modules, module_index
from lessonkit.render.theme import Theme, load_theme


def project_index(project: Project, sources: tuple[Path, ...] = ()) -> Index:
    """Frameworks in use, modules by their front matter, the colours of the theme.

    `sources` are known `module.md` files; those of the project are added, for a module may require
    any.

    Raises: SettingsError: a framework, the theme or `lessonkit.lock` cannot be used.
    """
    settings = project.settings
    locked = read_lock(project.root / LOCK)
    frameworks = _frameworks(project)
    modules: dict[str, tuple[str, ...]] = {}
    claims: dict[str, list[str]] = {}
    for path in _all_sources(project, sources):
        for name, requires in module_index((path,)).items():
            modules[name] = requires
            claims.setdefault(name, []).append(shown(path, project.root))
    return Index(
        frameworks=frameworks,
        modules=modules,
        twins={name: tuple(files) for name, files in claims.items() if len(files) > 1},
        settings=settings,
        tokens=theme_of(project).tokens,
        audiences=read_audiences(project.root, frameworks, settings),
        published=locked.modules,
        published_at={name: line_span(LOCK, line) for name, line in locked.lines.items()},
    )


def project_audiences(project: Project) -> dict[str, Audience]:
    """Every audience group that a lesson of the project may name.

    Raises: SettingsError: as `project_index`, of frameworks and groups.
    """
    return read_audiences(project.root, _frameworks(project), project.settings)


def theme_of(project: Project) -> Theme:
    """The theme that the settings name."""
    return load_theme(project.settings.build.theme, project.root)


def _frameworks(project: Project) -> dict[str, Framework]:
    known = of_project(project.root)
    used = known if project.settings.frameworks is None else project.settings.frameworks
    for name in used:
        if name not in known:
            near = nearest(name, known) or ""
            args = {"name": name, "near": near, "known": ", ".join(known)}
            raise settings_error(("unknown-framework", args))
    return {name: known[name] for name in used}


def _all_sources(project: Project, sources: tuple[Path, ...]) -> tuple[Path, ...]:
    try:
        own = find_modules(project)
    except UsageError:
        own = ()
    return tuple({path.resolve(): path for path in (*sources, *own)}.values())
