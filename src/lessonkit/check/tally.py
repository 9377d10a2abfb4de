"""Counting what was found."""

from dataclasses import dataclass, field

from lessonkit.base.diag import Diagnostic, Severity
from lessonkit.base.messages import say


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
