"""A project: its settings and where its modules and programmes are."""

import os
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from lessonkit.base.errors import UsageError
from lessonkit.model.settings import Settings
from lessonkit.read.program_names import MEANT, PROGRAM, meant_program
from lessonkit.read.settings import NAME, read_settings

SOURCE = "module.md"
_TRANSLATION = re.compile(r"module\.([A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*)\.md")


@dataclass(frozen=True, slots=True)
class Project:
    """A folder with a `lessonkit.toml`, or one that does without."""

    root: Path
    settings: Settings


def find_project(start: Path) -> Project:
    """The project around a path: the nearest folder with a `lessonkit.toml`, else with `modules/`.

    A module that lies in no project makes one of its own folder.

    Raises: SettingsError: its `lessonkit.toml` cannot be used.
    """
    folder = Path(os.path.realpath(start))
    folder = folder if folder.is_dir() else folder.parent
    above = (folder, *folder.parents)
    root = next((one for one in above if os.path.lexists(one / NAME)), None)
    root = root or next((one for one in above if (one / "modules").is_dir()), folder)
    return Project(root, read_settings(root / NAME))


def find_modules(project: Project, paths: tuple[Path, ...] = ()) -> tuple[Path, ...]:
    """The `module.md` files below the paths, else below `modules/`, sorted, each once.

    Of programmes at or below the paths, their modules follow, wherever in the project these are.
    Raises: UsageError: a path that is not there, or that holds neither module nor programme.
    """
    found: dict[Path, None] = {}
    programs: list[Path] = []
    for path in paths or (_home(project),):
        if not path.exists() and not path.is_symlink():
            raise UsageError(f"{path}: ?")
        here = sorted(_below(path, project.root), key=lambda one: one.as_posix())
        courses = find_programs(project, (path,)) if paths or not here else ()
        if not here and not courses:
            raise UsageError(f"{path}: {SOURCE}?")
        found.update(dict.fromkeys(here))
        if not _home(project).is_relative_to(os.path.realpath(path)):
            programs += courses
    if programs:
        met = {os.path.realpath(path) for path in found}
        members = _members(project, programs)
        found |= {path: None for path in members if os.path.realpath(path) not in met}
    return tuple(found)


def _members(project: Project, programs: Iterable[Path]) -> Iterator[Path]:
    """The modules of programmes, in their order; what cannot be read or found is left out."""
    from lessonkit.read.program import read_program

    read = (read_program(path, project.root, project.settings).program for path in programs)
    wanted = dict.fromkeys(name for one in read if one is not None for name in one.meta.modules)
    if not wanted:
        return
    sources = sorted(_below(_home(project), project.root), key=lambda one: one.as_posix())
    known: dict[str, Path] = {}
    # Most folders are named by the id of their module.
    for source in sorted(sources, key=lambda one: one.parent.name not in wanted):
        if len(known) == len(wanted):
            break
        known |= {name: source for name in module_index((source,)) if name in wanted.keys() - known}
    yield from (known[name] for name in wanted if name in known)


def find_programs(project: Project, paths: tuple[Path, ...] = ()) -> tuple[Path, ...]:
    """The `*.program.yaml` at or below the paths, else below `modules/`, sorted, each once.

    What is named so and is no file, such as a folder, is there too: reading it says what is wrong.
    """
    found: dict[Path, None] = {}
    for path in paths or (_home(project),):
        here = _programs(path, project.root)
        found.update(dict.fromkeys(sorted(here, key=lambda one: one.as_posix())))
    return tuple(found)


def _programs(path: Path, root: Path) -> Iterator[Path]:
    if path.name == NAME:
        path = path.parent
    match = PROGRAM.fullmatch(path.name)
    if match is not None:
        yield path.with_name(f"{match[1]}.program.yaml")
    elif meant_program(path):
        yield path
    if not path.is_dir():
        return
    for folder, names, files in _folders(path, root):
        for name in (*names, *files):
            match = PROGRAM.fullmatch(name)
            if match is not None:
                # Of a translation without its programme, that this is not there is said.
                yield Path(folder) / f"{match[1]}.program.yaml"
            elif MEANT.fullmatch(name):
                yield Path(folder) / name


def translations(source: Path) -> tuple[Path, ...]:
    """The translations beside a `module.md`, sorted."""
    names = (entry for entry in source.parent.iterdir() if _TRANSLATION.fullmatch(entry.name))
    return tuple(sorted(names))


def _home(project: Project) -> Path:
    modules = project.root / "modules"
    return modules if modules.is_dir() else project.root


def _below(path: Path, root: Path) -> Iterator[Path]:
    if not path.is_dir():
        # A link that leads nowhere, too: reading it says what is wrong, in its place.
        if _TRANSLATION.fullmatch(path.name):
            yield path.with_name(SOURCE)
        elif path.name == SOURCE:
            yield path
        return
    for folder, _, files in _folders(path, root):
        if SOURCE in files:
            yield Path(folder) / SOURCE


def _folders(path: Path, root: Path) -> Iterator[tuple[str, list[str], list[str]]]:
    """Every folder that lessons are looked for in, each once, with the names of what it holds."""
    seen: set[str] = set()
    for folder, names, files in os.walk(path, followlinks=True):
        real = os.path.realpath(folder)
        if real in seen:
            names.clear()
            continue
        seen.add(real)
        names[:] = sorted(name for name in names if _entered(Path(folder), name, root))
        yield folder, names, files


_TOOLS = frozenset({"node_modules", "__pycache__"})


def _entered(folder: Path, name: str, root: Path) -> bool:
    """Whether lessons are looked for there: not among what tools keep, nor outside the project.

    What holds a lesson is entered under any name, so that none is passed over in silence; one that
    a link brings in from outside is refused when it is read.
    """
    path = folder / name
    if name.startswith(".") or name in _TOOLS:
        return (path / SOURCE).exists()
    if name == "build" and os.path.realpath(folder) == str(root):
        return (path / SOURCE).exists()
    if not path.is_symlink() or Path(os.path.realpath(path)).is_relative_to(root):
        return True
    return any(one.exists() for one in (path / SOURCE, *path.glob(f"*/{SOURCE}")))


def module_index(sources: tuple[Path, ...]) -> dict[str, tuple[str, ...]]:
    """Id of each module to what it requires, by the front matter.

    Of what cannot be read so much is told as shows that it is there: an id on a line of its own,
    else the name of the folder.
    """
    from lessonkit.read.frontmatter import read_front
    from lessonkit.read.source import decode, read_bytes

    found: dict[str, tuple[str, ...]] = {}
    for path in sources:
        try:
            data = read_bytes(path)
        except OSError:
            found[path.parent.name] = ()
            continue
        plain = _plain_id(data)
        if plain is not None:
            found[plain] = ()
            continue
        source, _ = decode(data, path.name)
        front = read_front(source)[0] if source else None
        if front is None or front.lost:
            line = _ID_LINE.search(data)
            found[line[1].decode("ascii") if line else path.parent.name] = ()
            continue
        name = front.doc.value.get("id", path.parent.name)
        requires = front.doc.value.get("requires")
        name = name if isinstance(name, str) else path.parent.name
        found[name] = tuple(map(str, requires)) if isinstance(requires, tuple) else ()
    return found


_ID_LINE = re.compile(rb"^id: *([a-z0-9]+(?:-[a-z0-9]+)*)[ \r]*$", re.MULTILINE)
_PLAIN_ID = re.compile(rb"---\nid: (?!(?:null|true|false)\n)([a-z][a-z0-9-]*)\n(?=[a-z-])")


def _plain_id(data: bytes) -> str | None:
    """What almost every module says in its first lines; None where YAML must be read to know.

    It saves reading the YAML of every module twice.
    """
    match = _PLAIN_ID.match(data)
    if match is None or b"requires" in data[: data.find(b"\n---", 4)]:
        return None
    return match[1].decode("ascii")
