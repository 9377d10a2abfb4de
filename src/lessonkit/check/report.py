"""Diagnostics in the form that was asked for, written as they come."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from importlib import import_module
from typing import Protocol

from lessonkit.base.diag import Diagnostic, Severity
from lessonkit.base.errors import UsageError
from lessonkit.base.messages import say
from lessonkit.check.excerpt import Excerpts
from lessonkit.check.formats import FORMATS


class Write(Protocol):
    """What a file in `formats/` holds as `write`."""

    def __call__(
        self, diagnostics: Iterable[Diagnostic], excerpts: Excerpts, lang: str, *, colour: bool
    ) -> Iterator[str]:
        """Pieces of text, to be written one behind the other."""


def report(
    form: str,
    diagnostics: Iterable[Diagnostic],
    excerpts: Excerpts,
    lang: str,
    *,
    colour: bool = False,
) -> Iterator[str]:
    """Pieces of text; what stands outside the modules, such as a theme's colours, is said once.

    Raises: UsageError: there is no such form.
    """
    if form not in FORMATS:
        raise UsageError(f"“{form}”? {', '.join(FORMATS)}")
    write: Write = import_module(f"lessonkit.check.formats.{form}").write
    return write(once(diagnostics), excerpts, lang, colour=colour)


def once(diagnostics: Iterable[Diagnostic]) -> Iterator[Diagnostic]:
    """Each finding outside a lesson once, though every lesson that is checked meets it."""
    seen: set[tuple[object, ...]] = set()
    for one in diagnostics:
        if not one.span.file.endswith(".md"):
            key = (one.code, one.span, one.message)
            if key in seen:
                continue
            seen.add(key)
        yield one


@dataclass
class Tally:
    """How many of each severity, and in how many files that follow each other."""

    errors: int = 0
    warnings: int = 0
    infos: int = 0
    files: set[str] = field(default_factory=set)

    @property
    def total(self) -> int:
        """Of all severities."""
        return self.errors + self.warnings + self.infos

    def add(self, one: Diagnostic) -> None:
        """Count one more."""
        self.files.add(one.span.file)
        match one.severity:
            case Severity.ERROR:
                self.errors += 1
            case Severity.WARNING:
                self.warnings += 1
            case Severity.INFO:
                self.infos += 1

    def counts(self) -> dict[str, int]:
        """By name of the severity."""
        return {"error": self.errors, "warning": self.warnings, "info": self.infos}

    def sentence(self, lang: str) -> str:
        """What was found, in a line."""
        if not self.total:
            return say("report.clean", lang)
        return say(
            "report.found",
            lang,
            errors=self.errors,
            warnings=self.warnings,
            infos=self.infos,
            files=len(self.files),
        )
