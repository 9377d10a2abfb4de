"""One module from source to artefacts, and what a process keeps between one module and the next."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from lessonkit.base.atomic import WriteError
from lessonkit.base.diag import Diagnostic, Span, line_span
from lessonkit.base.errors import SettingsError, ToolMissing, UsageError
from lessonkit.base.files import Bundle
from lessonkit.base.leftovers import recover
from lessonkit.build.blame import placed
from lessonkit.build.derivatives import Bench, Made
from lessonkit.build.extras import refuse_missing
from lessonkit.build.findings import (
    lost_in_variant,
    not_shown,
    not_written,
    nothing_to_pass,
    pictures_heavy,
    too_heavy,
    too_large,
    too_long,
)
from lessonkit.build.jobs import control_documents, is_for, job, tag_of
from lessonkit.build.order import Order
from lessonkit.build.outcome import Outcome, Variant
from lessonkit.build.reported import heeded, internal_fault, reported
from lessonkit.build.satisfied import never_satisfied
from lessonkit.build.sources import Source, read_sources, shown
from lessonkit.build.store import FOLDER, Store
from lessonkit.build.writing import artefact, write
from lessonkit.check.survey import asset_span
from lessonkit.model.module import Asset, Module
from lessonkit.outputs import OUTPUTS, site
from lessonkit.outputs.base import Derivative, Job, Output, Shape
from lessonkit.plan.program import lesson
from lessonkit.read.assets import AssetProblem
from lessonkit.render.theme import load_theme
from lessonkit.text.weight import weight


class Workshop:
    """Theme, outputs and schema files, read once."""

    def __init__(self, order: Order) -> None:
        """Raises: LessonkitError: the order names something that is not there or cannot be used."""
        settings = order.index.settings.build
        self.order = order
        self.theme = load_theme(settings.theme, order.root)
        self.outputs: tuple[Output, ...] = tuple(OUTPUTS.get(name) for name in order.outputs)
        self.documents = control_documents(order.root, order.index)
        self.store = Store(order.root / "build" / FOLDER, order.out / FOLDER)
        pages = any(one.needs is site.needs for one in self.outputs)
        carried = settings.include if pages else ()
        project = order.index.settings
        refuse_missing(self.outputs, project, [OUTPUTS.get(name) for name in carried])
        recover(order.out)

    def build(self, path: Path) -> Outcome:
        """Read, check, make and write one `module.md` with its translations.

        A fault of our own, or of a plug-in, becomes a diagnostic: it costs one module, not all.
        Raises: LessonkitError: a theme, a setting or a tool is at fault, which all would meet.
        """
        name = path.parent.name
        try:
            sources = tuple(read_sources(path, self.order.root, self.order.index, self.order.lang))
            name = next((_id(one) for one in sources if _id(one)), name)
            if not (self.order.out / name).is_symlink():
                recover(self.order.out / name)
            return Outcome(name, self._variants(name, sources), part=sources[0].part)
        except (SettingsError, UsageError, ToolMissing):
            raise
        except Exception as error:
            file = shown(path, self.order.root)
            said = internal_fault(error, name, file, self.order.index, self.order.lang)
            return Outcome(name, (Variant("", file, (), said, True, self._is_kept(name, "")),))

    def _variants(self, name: str, sources: tuple[Source, ...]) -> tuple[Variant, ...]:
        module = sources[0].reading.module
        if module is not None and not is_for(module, self.order):
            return tuple(self._passed_over(name, one) for one in sources)
        jobs = {
            source.tag: job(source, checked, self.order, self.theme, self.documents)
            for source in sources
            if (checked := source.checked) is not None
        }
        try:
            made = self._made([one for one in jobs.values() if self._speaks(one)])
        except WriteError as error:
            return tuple(self._unkept(name, one, error) for one in sources)
        variants = (self._variant(name, one, jobs.get(one.tag), made) for one in sources)
        return tuple(variants)

    def _made(self, jobs: Sequence[Job]) -> Made:
        """Every derivative that any output of any variant needs; what is known only when others
        are made, in further rounds."""
        assets = {asset.digest: asset for job in jobs for asset in _assets(job)}
        bench = Bench(assets, self.order.index.limits.picture_megapixels, self.store)
        bench.make(need for job in jobs for out in self.outputs for need in out.needs(job))
        later = [out for out in self.outputs if out.rounds]
        while later:
            ready = [replace(job, made=bench.data) for job in jobs]
            if not bench.make([need for job in ready for out in later for need in out.needs(job)]):
                break
        return bench.made

    def _variant(self, name: str, source: Source, job: Job | None, made: Made) -> Variant:
        """One variant: rendered whole before the first file is written."""
        if job is None:
            return self._failed(name, source, ())
        if not self._speaks(job):
            return self._failed(name, source, tuple(self._unspoken(job)))
        broken = tuple(self._broken(job))
        lost, outputs = tuple(self._lost(job, made)), self._whole(job, made)
        if broken or not outputs:
            return self._failed(name, source, (*broken, *lost))
        ready = replace(job, made=made.data)
        bundles = [(output, output.render(ready)) for output in outputs]
        index, lang = self.order.index, self.order.lang
        seen = tuple(self._seen(ready, made, bundles))
        said = (*heeded(seen, source.reading), *lost)
        try:
            built = tuple(write(name, ready, bundles, self.order))
        except WriteError as error:
            why = not_written(error, line_span(source.reading.file), index, lang)
            return self._failed(name, source, (*said, *why))
        large = heeded(too_large(job, built, index, lang), source.reading)
        every = (*source.diagnostics, *said, *large)
        told = lesson(job.page, job.tag)
        failed = len(outputs) < len(self.outputs)
        return Variant(job.tag, source.reading.file, built, every, failed, lesson=told)

    def _broken(self, job: Job) -> Iterator[Diagnostic]:
        """Why it is not built, whatever could be made."""
        index, lang = self.order.index, self.order.lang
        yield from nothing_to_pass(job, index, lang)
        yield from never_satisfied(job, self.outputs, index, lang)
        yield from lost_in_variant(job, self.order.audience, index, lang)
        yield from self._too_long(job)

    def _seen(
        self, ready: Job, made: Made, bundles: Sequence[tuple[Output, Bundle]]
    ) -> Iterator[Diagnostic]:
        """What only a build can know, of what was rendered."""
        index, lang = self.order.index, self.order.lang
        yield from self._thinned(ready, made)
        yield from self._left_out(ready)
        yield from self._remarked(ready, tuple(output for output, _ in bundles))
        yield from not_shown(ready.page, self.outputs, index, lang)
        yield from too_heavy(ready, bundles, index, lang)
        yield from pictures_heavy(ready, index, lang)

    def _whole(self, job: Job, made: Made) -> tuple[Output, ...]:
        """Those of which everything could be made: a film that cannot be keeps no page away."""
        tried = replace(job, made=made.data)
        return tuple(
            output
            for output in self.outputs
            if all(need in made.data for need in output.needs(tried))
        )

    def _too_long(self, job: Job) -> Iterator[Diagnostic]:
        return too_long(job, self.outputs, self.order.index, self.order.lang)

    def _speaks(self, job: Job) -> bool:
        return self.theme.speaks(job.page.meta.lang)

    def _unspoken(self, job: Job) -> Iterator[Diagnostic]:
        """LK512: buttons and messages would have no words in the lesson's language."""
        lang = job.page.meta.lang
        if not self._speaks(job):
            module = job.checked.module
            args = {"language": lang, "known": ", ".join(sorted(self.theme.strings))}
            span = module.places.get("lang", line_span(module.source))
            yield from reported("LK512", span, self.order.index, self.order.lang, **args)

    def _lost(self, job: Job, made: Made) -> Iterator[Diagnostic]:
        """Why assets of this variant could not be made."""
        tried = replace(job, made=made.data)
        needed = {
            one.name
            for output in self.outputs
            for need in output.needs(tried)
            for one in _all(need)
        }
        failed = {name: why for name, why in made.problems.items() if name in needed}
        for problem, span in placed(job.checked.module, failed):
            yield from self._problem(problem, span)

    def _thinned(self, job: Job, made: Made) -> Iterator[Diagnostic]:
        """LK714: drawings that lost what a viewer would have seen."""
        for name, elements in made.lost.items():
            if name in job.checked.module.assets:
                index, lang = self.order.index, self.order.lang
                args = {"name": name, "elements": ", ".join(elements)}
                yield from reported(
                    "LK714", asset_span(job.checked.module, name), index, lang, **args
                )

    def _left_out(self, job: Job) -> Iterator[Diagnostic]:
        """LK517: an attachment too heavy for some outputs; each once, with the outputs named."""
        module = job.checked.module
        lacking: dict[str, list[str]] = {}
        for output in self.outputs:
            for name in output.leaves(job):
                lacking.setdefault(name, []).append(output.name)
        for name, outputs in lacking.items():
            index, lang = self.order.index, self.order.lang
            size = weight(module.assets[name].size, lang)
            args = {"name": name, "size": size, "outputs": ", ".join(outputs)}
            yield from reported("LK517", asset_span(module, name), index, lang, **args)

    def _remarked(self, job: Job, outputs: tuple[Output, ...]) -> Iterator[Diagnostic]:
        """What outputs say of what they made, each once."""
        told: list[AssetProblem] = []
        for one in (said for output in outputs for said in output.remarks(job)):
            if one not in told:
                told.append(one)
                yield from self._problem(one, _place(job.checked.module, one))

    def _problem(self, problem: AssetProblem, span: Span) -> Iterator[Diagnostic]:
        return reported(problem.code, span, self.order.index, self.order.lang, **problem.args)

    def _unkept(self, name: str, source: Source, error: WriteError) -> Variant:
        """LK591: there is no room for what is made on the way."""
        where = line_span(source.reading.file)
        return self._failed(
            name, source, tuple(not_written(error, where, self.order.index, self.order.lang))
        )

    def _failed(self, name: str, source: Source, more: tuple[Diagnostic, ...]) -> Variant:
        tag = tag_of(source, self.order)
        every = (*source.diagnostics, *more)
        return Variant(tag, source.reading.file, (), every, True, self._is_kept(name, tag))

    def _passed_over(self, name: str, source: Source) -> Variant:
        """A module for other groups than that of the order."""
        tag = tag_of(source, self.order)
        kept = self._is_kept(name, tag)
        return Variant(tag, source.reading.file, kept=kept, passed_over=True)

    def _is_kept(self, name: str, tag: str) -> bool:
        """Whether an artefact of an earlier build stands there."""
        folder, mark = self.order.out / name, self.order.mark
        forms: list[tuple[Shape, str]] = []
        for output in self.outputs:
            forms += (form for form in output.forms if form[0] != "files")
            forms += (("file", f".{suffix}") for suffix in output.names)
        return any((folder / artefact(name, tag, *form, mark)).exists() for form in forms)


def _all(need: Derivative) -> Iterator[Derivative]:
    """It and what must be made before."""
    yield need
    for _, inner in need.inputs:
        yield from _all(inner)


def _place(module: Module, remark: AssetProblem) -> Span:
    """Where the file that it is about is first used."""
    name = str(remark.args.get("name", ""))
    return asset_span(module, name) if name in module.assets else module.place("")


def _assets(job: Job) -> Iterable[Asset]:
    return (*job.checked.module.assets.values(), *job.theme.fonts)


def _id(source: Source) -> str:
    module = source.reading.module
    return module.meta.id if module is not None else ""
