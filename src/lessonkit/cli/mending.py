"""Modules on the bench: looked at, and mended where there is one safe cure."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from lessonkit.base.diag import Diagnostic
from lessonkit.base.errors import SettingsError, UsageError
from lessonkit.build.reported import internal_fault
from lessonkit.build.sources import read_sources, shown
from lessonkit.check.engine import check_module
from lessonkit.check.fix import fix_file
from lessonkit.model.index import Index
from lessonkit.read.module import read_text
from lessonkit.read.project import Project


@dataclass(frozen=True, slots=True)
class Bench:
    """A project as rules and cures need it."""

    project: Project
    index: Index
    lang: str

    def look(self, path: Path) -> Iterator[Diagnostic]:
        """Everything found in one `module.md` and its translations, a fault of ours included."""
        try:
            for source in read_sources(path, self.project.root, self.index, self.lang):
                yield from source.diagnostics
        except (SettingsError, UsageError):
            raise
        except Exception as error:
            file = shown(path, self.project.root)
            yield from internal_fault(error, path.parent.name, file, self.index, self.lang)

    def mend(self, path: Path) -> int:
        """Write back what has one safe cure; how many places there were.

        Raises: OutputError: the file cannot be written; what stood there is untouched.
        """
        file = shown(path, self.project.root)

        def look(text: str) -> tuple[Diagnostic, ...]:
            reading = read_text(text, file, path.parent, self.project.settings)
            return check_module(reading, self.index, self.lang)

        try:
            return len(fix_file(path, file, look))
        except OSError:
            return 0
