"""Diagnostics on the terminal."""

from collections.abc import Iterable
from pathlib import Path

from lessonkit.base.diag import Diagnostic, Severity
from lessonkit.cli.console import Console


class Report:
    """Tells what was found, with the line of the source where it can still be read."""

    def __init__(self, console: Console, root: Path) -> None:
        self.console = console
        self.root = root

    def worth(self, diagnostics: Iterable[Diagnostic]) -> bool:
        """Whether there is more than informations, which only a check shows."""
        return any(one.severity is not Severity.INFO for one in diagnostics)

    def tell(self, diagnostics: Iterable[Diagnostic]) -> None:
        """One paragraph each."""
        for one in diagnostics:
            place = f"{one.span.file}:{one.span.start.line}:{one.span.start.column}"
            self.console.say(f"{place}: {one.severity} {one.code} {one.message}")
