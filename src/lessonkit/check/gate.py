"""What rules look at that look across modules and programmes, once the last module is checked."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Protocol

from lessonkit.base.diag import Fault
from lessonkit.base.ignore import Ignore
from lessonkit.check.rules import ACROSS
from lessonkit.model.module import Module
from lessonkit.model.program import Program
from lessonkit.plan.alignment import Alignment


@dataclass(frozen=True, slots=True)
class Catalogue:
    """The modules and programmes that are checked together."""

    modules: Mapping[str, Alignment]
    """By id, in the order of their files; of several with one id the first."""
    programs: tuple[Program, ...] = ()
    whole: bool = True
    """All that the project has, and all of it could be read: what is not here is nowhere."""


@dataclass(frozen=True, slots=True)
class Part:
    """What is kept of a `module.md` once it is checked; a small value, made to be pickled."""

    alignment: Alignment | None
    """None where the module could not be read."""
    ignores: tuple[Ignore, ...] = ()
    """Comments that silence what only rules across modules can find."""
    meta_line: int = 1
    """Of the opening `---`, where findings on the whole front matter stand."""


class ReadProgram(Protocol):
    """What reading a programme gave: `lessonkit.read.program.ProgramReading` is one."""

    @property
    def translations(self) -> "tuple[ReadProgram, ...]":
        """The same of its translations."""

    @property
    def file(self) -> str:
        """Relative to the project."""

    @property
    def program(self) -> Program | None:
        """None where nothing could be made of it."""

    @property
    def faults(self) -> tuple[Fault, ...]:
        """What the reader saw."""

    @property
    def ignores(self) -> tuple[Ignore, ...]:
        """Comments that silence."""


@dataclass(frozen=True, slots=True)
class Gathered:
    """All parts of what is checked together."""

    parts: tuple[Part, ...]
    programs: tuple[ReadProgram, ...] = ()
    whole: bool = True
    """Nothing of the project was left out."""

    def catalogue(self) -> Catalogue:
        """What the rules look at."""
        modules: dict[str, Alignment] = {}
        for part in self.parts:
            if part.alignment is not None:
                modules.setdefault(part.alignment.id, part.alignment)
        read = tuple(one.program for one in self.programs if one.program is not None)
        return Catalogue(modules, read, self.whole and self.readable)

    @property
    def readable(self) -> bool:
        """Whether something could be made of every file."""
        return all(one.alignment is not None for one in self.parts) and all(
            one.program is not None for one in self.programs
        )

    @property
    def sound(self) -> bool:
        """Whether nothing of any file was lost in reading."""
        return self.readable and not any(
            one.alignment is not None and (one.alignment.broken or one.alignment.lost)
            for one in self.parts
        )


def part_of(
    module: Module | None, seen: Alignment | None, ignores: Iterable[Ignore], *, broken: bool
) -> Part:
    """What stays of a module; `broken`: reading may have lost a part of it."""
    if module is None or seen is None:
        return Part(None)
    kept = tuple(one for one in ignores if one.reason and is_across(one.code))
    return Part(replace(seen, broken=broken), kept, module.place("").start.line)


def is_across(said: str) -> bool:
    """Whether a code or name is that of a rule across modules."""
    return said.casefold() in _ACROSS


_ACROSS = frozenset(said.casefold() for pair in ACROSS.items() for said in pair)
