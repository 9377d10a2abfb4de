"""Which programmes can be built of the modules that were, and what became of each."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING

from lessonkit.base.atomic import WriteError
from lessonkit.base.diag import Diagnostic, Severity, line_span
from lessonkit.base.errors import SettingsError, UsageError
from lessonkit.build.findings import not_written
from lessonkit.build.order import Order
from lessonkit.build.outcome import Outcome, Variant
from lessonkit.build.reported import internal_fault, reported
from lessonkit.check.gate import Catalogue, ReadProgram
from lessonkit.model.audiences import wider
from lessonkit.model.program import Program
from lessonkit.render.theme import load_theme

if TYPE_CHECKING:
    from lessonkit.outputs.program import ProgramJob

COVER = "cover"
"""The output whose artefacts a programme has too."""
_PAGE = "index.html"


@dataclass
class Bindery:
    """Keeps what was built of the modules of programmes until the last of them is there."""

    order: Order
    programs: tuple[ReadProgram, ...] = ()
    built: dict[str, Outcome] = field(default_factory=dict)
    """By module id, without diagnostics."""

    def add(self, outcome: Outcome) -> None:
        """Take in one module; what no programme needs is not kept."""
        if any(outcome.module in _modules(one) for one in self.programs):
            variants = (replace(one, diagnostics=()) for one in outcome.variants)
            self.built[outcome.module] = replace(outcome, variants=tuple(variants), part=None)

    def outcome(
        self, read: ReadProgram, found: list[Diagnostic], known: Catalogue | None
    ) -> Outcome:
        """What became of a programme of which `found` is known; it is built where all is well.

        `known` is None where nobody can say whether its promises are proved.
        Raises: LessonkitError: a theme or a setting is at fault.
        """
        program = read.program
        name = program.meta.id if program else Path(read.file).name
        try:
            variant = self._variant(read, found, known)
        except (SettingsError, UsageError):
            raise
        except Exception as error:
            said = internal_fault(error, name, read.file, self.order.index, self.order.lang)
            variant = Variant("", read.file, (), (*found, *said), True)
        if variant.failed and program is not None:
            folder = self.order.out / self.name(program)
            variant = replace(variant, kept=(folder / _PAGE).is_file())
        return Outcome(name, (variant,), "program")

    def name(self, program: Program) -> str:
        """What its folder and its zip are called; no module is called so."""
        group = f".{self.order.audience}" if self.order.audience else ""
        return f"{program.meta.id}{group}{self.order.mark}"

    def _variant(
        self, read: ReadProgram, found: list[Diagnostic], known: Catalogue | None
    ) -> Variant:
        from lessonkit.build.binding import bound, job
        from lessonkit.build.kit import kit

        program, tag = read.program, self.order.audience or ""
        failed = any(one.severity is Severity.ERROR for one in found)
        if program is None or known is None or failed:
            return Variant(tag, read.file, (), tuple(found), True)
        if not self._meant(program):
            return Variant(tag, read.file, (), tuple(found), passed_over=True)
        translated = tuple(one.program for one in read.translations if one.program is not None)
        broken = tuple(self._broken(program, translated))
        if broken:
            return Variant(tag, read.file, (), (*found, *broken), True)
        name = self.name(program)
        made = job(name, (program, *translated), self.built, known, self.order)
        try:
            made, undrawn = self._drawn(program, made)
            lessons = (self.built[one] for one in dict.fromkeys(program.meta.modules))
            built = (*bound(name, made, self.order), *kit(name, lessons, self.order))
        except WriteError as error:
            span = line_span(read.file)
            why = not_written(error, span, self.order.index, self.order.lang)
            return Variant(tag, read.file, (), (*found, *why), True)
        lost = any(one.severity is Severity.ERROR for one in undrawn)
        return Variant(tag, read.file, built, (*found, *undrawn), lost)

    def _drawn(
        self, program: Program, made: "ProgramJob"
    ) -> tuple["ProgramJob", tuple[Diagnostic, ...]]:
        """With its pictures, where lessons have theirs."""
        if not any(one.output == COVER for one in made.artefacts):
            return made, ()
        from lessonkit.build.covers import drawn

        return drawn(program, made, self.order)

    def _meant(self, program: Program) -> bool:
        """Whether the group of this build, if there is one, is among its learners."""
        asked = self.order.audience
        return asked is None or program.meta.audience in wider(self.order.index.audiences, asked)

    def _broken(self, program: Program, translated: tuple[Program, ...]) -> Iterator[Diagnostic]:
        """LK512, LK521: its page would have no words, a module of it was not built."""
        index, lang = self.order.index, self.order.lang
        theme = load_theme(index.settings.build.theme, self.order.root)
        for one in (program, *translated):
            if not theme.speaks(one.meta.lang):
                args = {"language": one.meta.lang, "known": ", ".join(sorted(theme.strings))}
                yield from reported("LK512", one.place("lang"), index, lang, **args)
        for place, name in enumerate(program.meta.modules):
            built = self.built.get(name)
            if built is None or built.failed or built.passed_over:
                span = program.place(f"modules[{place}]")
                yield from reported("LK521", span, index, lang, module=name)


def _modules(read: ReadProgram) -> tuple[str, ...]:
    return read.program.meta.modules if read.program else ()
