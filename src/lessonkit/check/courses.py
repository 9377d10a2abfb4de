"""Programmes with what rules ask of all of them: their modules, and how their promises stand."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from lessonkit.base.diag import Span
from lessonkit.check.gate import Catalogue
from lessonkit.framework.reference import Reference, reference
from lessonkit.model.audiences import holds
from lessonkit.model.index import Index
from lessonkit.model.program import Program
from lessonkit.plan.alignment import Alignment
from lessonkit.plan.promises import Promise, promises

Requires = Callable[[str], Iterable[str]]


@dataclass(eq=False)
class Course:
    """A programme among the modules that it is checked with; not to be changed once made."""

    program: Program
    catalogue: Catalogue
    index: Index

    @cached_property
    def modules(self) -> tuple[tuple[int, Alignment], ...]:
        """Its modules that could be read, each once, with their places in the file, from 0."""
        known = self.catalogue.modules
        first = {name: at for at, name in reversed(list(enumerate(self.program.meta.modules)))}
        return tuple(sorted((at, known[name]) for name, at in first.items() if name in known))

    @cached_property
    def whole(self) -> bool:
        """Whether nothing of it or of its modules is lost: only then absence means something."""
        lost = self.program.lost & {"modules", "audience"}
        here = all(name in self.catalogue.modules for name in self.program.meta.modules)
        sound = all(
            not one.broken and not one.lost & {"objectives", "audience"} for _, one in self.modules
        )
        return here and sound and not lost and self.program.meta.audience in self.index.audiences

    @cached_property
    def aside(self) -> tuple[tuple[int, Alignment], ...]:
        """Its modules that are not for its group at all, as far as groups are known."""
        audience, known = self.program.meta.audience, self.index.audiences
        if audience not in known:
            return ()
        return tuple(
            (place, module)
            for place, module in self.modules
            if any(one in known for one in module.audience)
            and not holds(known, module.audience, audience)
        )

    @cached_property
    def promises(self) -> tuple[Promise, ...]:
        """How each entry of `covers` stands."""
        known, index = self.catalogue.modules, self.index
        return promises(self.program, known, index.frameworks, index.audiences)

    @cached_property
    def elsewhere(self) -> Mapping[int, str]:
        """Place of a promise to the first module out of the programme that would prove it."""
        meta = self.program.meta
        others = tuple(name for name in self.catalogue.modules if name not in meta.modules)
        if not others:
            return {}
        program = Program(
            meta.model_copy(update={"modules": others}),
            self.program.places, self.program.source, self.program.folder, self.program.text,
        )  # fmt: skip
        known, index = self.catalogue.modules, self.index
        found = promises(program, known, index.frameworks, index.audiences)
        return {one.place: one.proved_by[0] for one in found if one.proved_by}

    def asked(self) -> Iterator[tuple[int, Reference]]:
        """The promises as they are typed, with their places, from 0."""
        for place, text in enumerate(self.program.meta.covers):
            one = reference(text)
            if one is not None:
                yield place, one

    def part(self, place: int, one: Reference, which: str) -> Span:
        """Where the `framework`, the `code` or the `level` of a promise stands."""
        path, code = f"covers[{place}]", len(one.framework) + 1
        if which == "framework":
            return self.program.part(path, one.framework)
        if which == "code" or one.level is None:
            return self.program.part(path, one.code, code)
        return self.program.part(path, str(one.level), code + len(one.code) + 1)


def courses(catalogue: Catalogue, index: Index) -> tuple[Course, ...]:
    """Those of a catalogue; of the last one asked for they are kept, for rules share their work."""
    if not _last or _last[0][0] is not catalogue or _last[0][1] is not index:
        found = tuple(Course(one, catalogue, index) for one in catalogue.programs)
        _last[:] = [(catalogue, index, found)]
    return _last[0][2]


_last: list[tuple[Catalogue, Index, tuple[Course, ...]]] = []


def way(start: str, goal: str, requires: Requires) -> tuple[str, ...]:
    """From `start` to `goal` along what is required, both included; empty where there is none."""
    came: dict[str, str] = {start: ""}
    waiting = [start]
    for name in waiting:
        if name == goal:
            path = [name]
            while came[path[0]]:
                path.insert(0, came[path[0]])
            return tuple(path)
        for following in requires(name):
            if following not in came:
                came[following] = name
                waiting.append(following)
    return ()


def before(program: Program, known: Mapping[str, Program]) -> Iterator[Program]:
    """The programmes to be done before it, those before them too; unknown ones are left out."""
    met, waiting = {program.meta.id}, list(program.meta.requires)
    for name in waiting:
        if name in known and name not in met:
            met.add(name)
            waiting += known[name].meta.requires
            yield known[name]
