"""What modules leave behind, until the last of them lets rules look across them all."""

import os
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path

from lessonkit.base.diag import Diagnostic
from lessonkit.base.errors import SettingsError, UsageError
from lessonkit.build.outcome import Outcome, Variant, portable
from lessonkit.build.reported import internal_fault
from lessonkit.check.across import check_catalogue
from lessonkit.check.gate import Catalogue, Gathered, Part, ReadProgram
from lessonkit.model.index import Index
from lessonkit.read.program import ProgramReading, read_program
from lessonkit.read.program_names import program_translations
from lessonkit.read.program_translation import read_program_translation
from lessonkit.read.project import Project, find_modules, find_programs
from lessonkit.read.settings import NAME as SETTINGS


@dataclass
class Gathering:
    """Grows by one module at a time."""

    index: Index
    lang: str
    programs: tuple[ReadProgram, ...]
    whole: bool
    """Nothing of the project is left out."""
    parts: list[Part] = field(default_factory=list)

    def add(self, part: Part | None) -> None:
        """Take in what one module left, in the order of the files; None: it could not be read."""
        self.parts.append(part or Part(None))

    def gathered(self) -> Gathered:
        """All of it."""
        return Gathered(tuple(self.parts), self.programs, self.whole)

    def found(self) -> tuple[Diagnostic, ...]:
        """Every diagnostic across modules, and every one of programmes, a fault of ours included.

        Raises: LessonkitError: a setting is at fault.
        """
        try:
            found = check_catalogue(self.gathered(), self.index, self.lang)
        except (SettingsError, UsageError):
            raise
        except Exception as error:
            return internal_fault(error, "*", SETTINGS, self.index, self.lang)
        return tuple(portable(one) for one in found)


def outcomes_across(
    gathering: Gathering, bind: Callable[[ReadProgram, list[Diagnostic], Catalogue | None], Outcome]
) -> Iterator[Outcome]:
    """What was found across modules, then what became of each programme: `bind` makes them.

    A fault between modules keeps none of them from being built: each is sound by itself.
    """
    by_file: dict[str, list[Diagnostic]] = {}
    for one in gathering.found():
        by_file.setdefault(one.span.file, []).append(one)
    own = [
        (one, [said for file in _files(one) for said in by_file.pop(file, ())])
        for one in gathering.programs
    ]
    if by_file:
        variants = (Variant("", file, (), tuple(found)) for file, found in by_file.items())
        yield Outcome("", tuple(variants), "catalogue")
    broke = any(one.code == "LK590" for found in by_file.values() for one in found)
    known = None if broke else gathering.gathered().catalogue()
    yield from (bind(program, found, known) for program, found in own)


def gathering(
    project: Project, index: Index, lang: str, modules: tuple[Path, ...], paths: tuple[Path, ...]
) -> Gathering:
    """An empty one for these modules, with the programmes at or below the paths."""
    found = find_programs(project, paths)
    programs = tuple(_read(path, project) for path in found)
    return Gathering(index, lang, programs, _is_whole(project, modules))


def _read(path: Path, project: Project) -> ProgramReading:
    """A programme with its translations."""
    reading = read_program(path, project.root, project.settings)
    program = reading.program
    if program is None:
        return reading
    others = program_translations(path)
    read = tuple(read_program_translation(one, project.root, program) for one in others)
    return replace(reading, translations=read)


def _files(program: ReadProgram) -> tuple[str, ...]:
    """Where it is said what it is, in any language."""
    return (program.file, *(one.file for one in program.translations))


def _is_whole(project: Project, modules: tuple[Path, ...]) -> bool:
    """Whether these are all modules that the project has."""
    try:
        own = find_modules(project)
    except UsageError:
        return True
    if own == modules:
        return True
    given = {os.path.realpath(path) for path in modules}
    return all(os.path.realpath(path) in given for path in own)
