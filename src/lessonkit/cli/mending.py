"""Modules on the bench: looked at, and mended where there is one safe cure."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from lessonkit.base.atomic import WriteError
from lessonkit.base.diag import Diagnostic, line_span
from lessonkit.base.errors import SettingsError, UsageError
from lessonkit.base.messages import diagnose
from lessonkit.build.findings import not_written
from lessonkit.build.gathering import Gathering
from lessonkit.build.reported import internal_fault
from lessonkit.build.sources import read_sources, shown
from lessonkit.check.engine import check_module
from lessonkit.check.fix import Look, fix_file
from lessonkit.model.index import Index
from lessonkit.model.module import Module
from lessonkit.read.location import leaves
from lessonkit.read.module import Reading, read_module, read_text
from lessonkit.read.program import program_text
from lessonkit.read.program_names import is_program, meant_program
from lessonkit.read.project import Project, translations
from lessonkit.read.translation import translation_text


@dataclass(frozen=True, slots=True)
class Bench:
    """A project as rules and cures need it."""

    project: Project
    index: Index
    lang: str

    def look(self, path: Path, gathering: Gathering) -> Iterator[Diagnostic]:
        """Everything found in one `module.md` and its translations, a fault of ours included.

        What rules look at across modules is added to `gathering`.
        """
        part = None
        try:
            for source in read_sources(path, self.project.root, self.index, self.lang):
                part = source.part or part
                yield from source.diagnostics
        except (SettingsError, UsageError):
            raise
        except Exception as error:
            file = shown(path, self.project.root)
            yield from internal_fault(error, path.parent.name, file, self.index, self.lang)
        gathering.add(part)

    def mend(self, path: Path) -> "Mended":
        """Write back what has one safe cure, in a programme or a module with its translations."""
        settings, file = self.project.settings, self._shown(path)
        if meant_program(path):
            return self._program(path)
        done = [
            self._mended(
                path, self._look(lambda text: read_text(text, file, path.parent, settings))
            )
        ]
        try:
            original = read_module(path, self.project.root, settings).module
        except OSError:
            original = None
        if original is not None:
            reads = ((other, self._translated(other, original)) for other in translations(path))
            done += [self._mended(other, self._look(read)) for other, read in reads]
        return Mended(
            tuple(count for one in done for count in one.counts),
            tuple(problem for one in done for problem in one.problems),
        )

    def _translated(self, path: Path, original: Module) -> Callable[[str], Reading]:
        settings, file = self.project.settings, self._shown(path)
        return lambda text: translation_text(text, path, file, original, settings)

    def _program(self, path: Path) -> "Mended":
        """What reading alone finds in a programme; no rule across modules has a cure."""
        file, root, settings = self._shown(path), self.project.root, self.project.settings

        def look(text: str) -> tuple[Diagnostic, ...]:
            faults = program_text(text.encode(), file, path.parent, settings).faults
            return tuple(diagnose(one.code, one.finding, self.lang) for one in faults)

        return self._mended(path, look) if is_program(path) and not leaves(path, root) else Mended()

    def _look(self, read: Callable[[str], Reading]) -> Look:
        return lambda text: check_module(read(text), self.index, self.lang)

    def _mended(self, path: Path, look: Look) -> "Mended":
        """One file; what cannot be read or judged is left to `look` to report."""
        file = self._shown(path)
        try:
            count = len(fix_file(path, file, look))
        except WriteError as error:
            said = not_written(error, line_span(file), self.index, self.lang)
            return Mended((), tuple(said))
        except (SettingsError, UsageError):
            raise
        except Exception:
            return Mended()
        return Mended((count,) if count else ())

    def _shown(self, path: Path) -> str:
        """A link under its own name, not that of what it leads to."""
        return (Path(shown(path.parent, self.project.root)) / path.name).as_posix()


@dataclass(frozen=True, slots=True)
class Mended:
    """What mending did to some files."""

    counts: tuple[int, ...] = ()
    """Places, for each file that was mended."""
    problems: tuple[Diagnostic, ...] = ()
    """Files that could not be written; what stands there is untouched."""
