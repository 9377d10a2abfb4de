"""One module's files, read and checked: what may be built of them, and all that was found."""

import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from lessonkit.base.diag import Diagnostic, Severity
from lessonkit.build.outcome import portable
from lessonkit.build.reported import heeded, reported
from lessonkit.check.across import part
from lessonkit.check.engine import check_module
from lessonkit.check.gate import Part
from lessonkit.check.outdated import outdated
from lessonkit.model.index import Index
from lessonkit.model.module import Checked, Module
from lessonkit.read.module import Reading, read_module, unreadable
from lessonkit.read.project import translations
from lessonkit.read.translation import read_translation


@dataclass(frozen=True, slots=True)
class Source:
    """A file of a module after reading and checking."""

    reading: Reading
    tag: str
    """The language of a translation; empty for the module itself."""
    diagnostics: tuple[Diagnostic, ...]
    part: Part | None = None
    """What of it is looked at across modules; None of a translation."""

    @property
    def checked(self) -> Checked | None:
        """None where there is an error."""
        module = self.reading.module
        if module is None or any(one.severity is Severity.ERROR for one in self.diagnostics):
            return None
        return Checked(module, self.diagnostics)


def read_sources(path: Path, root: Path, index: Index, lang: str) -> Iterator[Source]:
    """A `module.md` and its translations; a translation of what cannot be read is passed over."""
    try:
        reading = read_module(path, root, index.settings)
    except OSError as error:
        reading = unreadable(shown(path, root), error)
    yield _source(reading, "", index, lang)
    if reading.module is not None:
        for other in translations(path):
            yield _source(
                _translation(other, root, reading.module, index), _tag(other), index, lang
            )


def _translation(path: Path, root: Path, original: Module, index: Index) -> Reading:
    file = shown(path, root)
    try:
        return read_translation(path, file, original, index.settings)
    except OSError as error:
        return unreadable(file, error)


def _source(reading: Reading, tag: str, index: Index, lang: str) -> Source:
    found = (
        *_twice(reading, index, lang),
        *heeded(_outdated(reading, index, lang), reading),
        *check_module(reading, index, lang),
    )
    kept = None if tag else part(reading, index)
    return Source(reading, tag, tuple(portable(one) for one in found), kept)


def _twice(reading: Reading, index: Index, lang: str) -> Iterator[Diagnostic]:
    """LK513: two modules of one id would take each other's place among the artefacts."""
    module = reading.module
    named = module is not None and "id" not in module.lost
    others = index.twins.get(module.meta.id, ()) if module is not None and named else ()
    if module is not None and others:
        names = ", ".join(name for name in others if name != module.source)
        span = module.place("id")
        yield from reported("LK513", span, index, lang, id=module.meta.id, others=names)


def _outdated(reading: Reading, index: Index, lang: str) -> Iterator[Diagnostic]:
    """LK249: what was translated says something else by now."""
    module = reading.module
    if module is not None and module.translation and index.published:
        for one in outdated(module, index):
            yield from reported("LK249", one.span, index, lang, **one.args)


def _tag(path: Path) -> str:
    return path.name.removeprefix("module.").removesuffix(".md")


def shown(path: Path, root: Path) -> str:
    """As an author reads it: relative to the project, where it lies in one."""
    try:
        return Path(os.path.realpath(path)).relative_to(os.path.realpath(root)).as_posix()
    except ValueError:
        return path.as_posix()
