"""The paths on the command line, and the project they belong to."""

from collections.abc import Iterable
from pathlib import Path

from lessonkit.base.errors import UsageError
from lessonkit.base.near import nearest
from lessonkit.cli.words import Words
from lessonkit.read.program_names import meant_program
from lessonkit.read.project import Project, find_modules, find_project


def project_of(paths: tuple[str, ...], words: Words) -> tuple[Project, tuple[Path, ...]]:
    """The project around the first path, or around the current folder, and the modules meant.

    There is none where all that is meant are programmes that cannot be read.
    Raises:
        UsageError: a path is not there (a near one is named), or there is nothing.
        SettingsError: as `find_project`.
    """
    found = tuple(_existing(path, words) for path in paths)
    project = find_project(found[0] if found else Path())
    for path in found:
        if _modules(project, (path,)) is None:
            raise UsageError(words("error.not-module", path=str(path)))
    modules = _modules(project, found)
    if modules is None:
        raise UsageError(words("build.none"))
    return project, modules


def _modules(project: Project, paths: tuple[Path, ...]) -> tuple[Path, ...] | None:
    """None where the reader refuses the paths: they are there, so they hold nothing of ours."""
    try:
        return find_modules(project, paths)
    except UsageError:
        return None


def _existing(text: str, words: Words) -> Path:
    path = Path(text)
    if not path.exists():
        raise UsageError(_missing(path, words))
    lesson = path.name.startswith("module") and path.suffix == ".md"
    if path.is_file() and not lesson and not meant_program(path):
        if path.name == "lessonkit.toml":
            return path.parent
        raise UsageError(words("error.not-module", path=text))
    return path


def _missing(path: Path, words: Words) -> str:
    try:
        beside = sorted(one.name for one in path.parent.iterdir())
    except OSError:
        beside = []
    near = nearest(path.name, beside) if path.name else None
    shown = str(path.parent / near) if near else ""
    key = "error.missing-path-near" if near else "error.missing-path"
    return words(key, path=str(path), near=shown)


def short(path: Path) -> str:
    """A path as one would type it here: relative where it lies below the current folder."""
    here = Path.cwd()
    try:
        return path.resolve().relative_to(here).as_posix()
    except ValueError:
        return str(path)


def unknown(words: Words, key: str, name: str, known: Iterable[str]) -> str:
    """The sentence `key` about a name that is not known, or `key-near` where one is near to it."""
    names = tuple(known)
    near = nearest(name, names)
    if near is not None:
        return words(f"{key}-near", name=name, near=near)
    return words(key, name=name, known=", ".join(names))
