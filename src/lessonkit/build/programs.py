"""From built modules to programmes: each a folder and a zip with its page and all its lessons."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path, PurePosixPath

from lessonkit import __version__
from lessonkit.base.atomic import WriteError, replace_folder
from lessonkit.base.diag import Diagnostic, Severity, line_span
from lessonkit.base.errors import SettingsError, UsageError
from lessonkit.base.files import File
from lessonkit.build.findings import not_written
from lessonkit.build.order import Order
from lessonkit.build.outcome import Built, Outcome, Variant
from lessonkit.build.reported import internal_fault, reported
from lessonkit.check.gate import Catalogue, ReadProgram
from lessonkit.model.program import Program
from lessonkit.outputs.catalogue import catalogue
from lessonkit.outputs.names import permanent_iri
from lessonkit.outputs.program import HELD, LESSONS, PAGE, SUMS, Artefact, ProgramJob, files
from lessonkit.pack import pack_folder
from lessonkit.pack.hashed import Hashed, below, checksums, copied, written
from lessonkit.pack.owned import refuse_foreign
from lessonkit.plan.program import Lesson, ProgramPlan, Stage
from lessonkit.plan.promises import promises
from lessonkit.plan.serving import around
from lessonkit.render.program import MARK
from lessonkit.render.theme import load_theme

OUTPUT = "program"
SUFFIX = ".program.zip"


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
            variant = replace(variant, kept=(folder / PAGE).is_file())
        return Outcome(name, (variant,), "program")

    def name(self, program: Program) -> str:
        """What its folder and its zip are called; no module is called so."""
        group = f".{self.order.audience}" if self.order.audience else ""
        return f"{program.meta.id}{group}{self.order.mark}"

    def _variant(
        self, read: ReadProgram, found: list[Diagnostic], known: Catalogue | None
    ) -> Variant:
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
        job = self._job(program, translated, known)
        try:
            built = self._written(program, job)
        except WriteError as error:
            span = line_span(read.file)
            why = not_written(error, span, self.order.index, self.order.lang)
            return Variant(tag, read.file, (), (*found, *why), True)
        return Variant(tag, read.file, built, tuple(found))

    def _meant(self, program: Program) -> bool:
        """Whether the group of this build, if there is one, is among its learners."""
        asked = self.order.audience
        return asked is None or program.meta.audience in around(asked, self.order.index.audiences)

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
            if built is None or built.failed:
                span = program.place(f"modules[{place}]")
                yield from reported("LK521", span, index, lang, module=name)

    def _job(
        self, program: Program, translated: tuple[Program, ...], known: Catalogue
    ) -> ProgramJob:
        index = self.order.index
        proved = promises(program, known.modules, index.frameworks, index.audiences)
        stages = tuple(
            Stage(known.modules[name], tuple(_lessons(self.built[name])))
            for name in program.meta.modules
        )
        titles = {name: one.title for name, one in known.modules.items()}
        titles |= {one.meta.id: one.meta.title for one in known.programs}
        return ProgramJob(
            plans=(
                ProgramPlan(program.meta, "", stages, proved),
                *(ProgramPlan(one.meta, one.meta.lang, stages, proved) for one in translated),
            ),
            artefacts=tuple(
                one for name in program.meta.modules for one in _artefacts(self.built[name])
            ),
            theme=load_theme(index.settings.build.theme, self.order.root),
            frameworks=index.frameworks,
            audiences=index.audiences,
            titles=titles,
            iri=permanent_iri(index.settings.build.iri, program.meta.id),
            generator=__version__,
            audience=self.order.audience,
        )

    def _written(self, program: Program, job: ProgramJob) -> tuple[Built, ...]:
        """Raises: WriteError: it could not be; what stood before is untouched."""
        name = self.name(program)
        target, zipped = self.order.out / name, f"{name}{SUFFIX}"
        try:
            refuse_foreign(target, (*HELD, f"*{SUFFIX}"), MARK)
        except OSError as error:
            raise WriteError.of(target, error) from error
        sizes: list[int] = []

        def fill(folder: Path) -> None:
            found = [*self._copied(job.artefacts, folder), *_beside(job, folder)]
            listed = {one.path: (one.size, one.sha256) for one in found}
            found.append(written(catalogue(job, listed), folder))
            found.append(written(File(PurePosixPath(SUMS), checksums(found)), folder))
            sizes[:] = [sum(one.size for one in found)]
            sizes.append(pack_folder(folder, folder / zipped, self.order.epoch))

        replace_folder(target, fill)
        return (
            Built(OUTPUT, "folder", name, sizes[0]),
            Built(OUTPUT, "zip", f"{name}/{zipped}", sizes[1]),
        )

    def _copied(self, artefacts: Iterable[Artefact], folder: Path) -> Iterator[Hashed]:
        """Every file that was built of the modules. Raises: OSError."""
        for one in artefacts:
            source = self.order.out / one.path.removeprefix(f"{LESSONS}/")
            if one.shape == "folder":
                for name in below(source):
                    yield copied(source / name, folder, f"{one.path}/{name}")
            else:
                yield copied(source, folder, one.path)


def _beside(job: ProgramJob, folder: Path) -> Iterator[Hashed]:
    yield from (written(file, folder) for file in files(job))


def _modules(read: ReadProgram) -> tuple[str, ...]:
    return read.program.meta.modules if read.program else ()


def _lessons(outcome: Outcome) -> Iterator[Lesson]:
    yield from (one.lesson for one in outcome.variants if one.lesson is not None)


def _artefacts(outcome: Outcome) -> Iterator[Artefact]:
    for variant in outcome.variants:
        for one in variant.built:
            path = f"{LESSONS}/{one.path}"
            yield Artefact(outcome.module, variant.tag, one.output, one.shape, path)
