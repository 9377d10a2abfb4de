"""What became of a module: small values, for they cross from one process to another."""

from dataclasses import dataclass, replace
from typing import Literal

from lessonkit.base.diag import Diagnostic, Severity
from lessonkit.check.gate import Part
from lessonkit.outputs.base import Reader
from lessonkit.plan.program import Lesson


@dataclass(frozen=True, slots=True)
class Built:
    """One artefact on disk."""

    output: str
    shape: str
    """`folder`, `zip` or `file`."""
    path: str
    """Below the folder of artefacts, with `/`."""
    size: int
    """Bytes."""
    reader: Reader = "learner"
    """Whom it is for."""
    changed: bool = True
    """Whether anything in it differs from what stood there."""


@dataclass(frozen=True, slots=True)
class Variant:
    """A module in one language, for one audience."""

    tag: str
    """As in the names of its artefacts; empty for the module itself."""
    file: str
    """Its source, relative to the project."""
    built: tuple[Built, ...] = ()
    diagnostics: tuple[Diagnostic, ...] = ()
    failed: bool = False
    """Nothing of it was built, or not all."""
    kept: bool = False
    """Nothing was built, and an artefact of an earlier build stands there still."""
    passed_over: bool = False
    """The module is not for the audience group of the build."""
    lesson: Lesson | None = None
    """What programmes say of it; None where it was not built."""

    def count(self, severity: Severity) -> int:
        """How many diagnostics there are of that severity."""
        return sum(one.severity is severity for one in self.diagnostics)


@dataclass(frozen=True, slots=True)
class Outcome:
    """All that happened to one module, its translations included, or to one programme."""

    module: str
    """Its id; the folder's name where the front matter could not be read; empty for what was found
    across modules."""
    variants: tuple[Variant, ...]
    """Of what was found across modules, one for each file: nothing was built for it."""
    kind: Literal["module", "program", "catalogue"] = "module"
    part: Part | None = None
    """What of a module is looked at across modules."""

    @property
    def failed(self) -> bool:
        """Whether any variant did."""
        return any(one.failed for one in self.variants)

    @property
    def passed_over(self) -> bool:
        """Whether it is not for the audience group of the build."""
        return any(one.passed_over for one in self.variants)

    @property
    def diagnostics(self) -> tuple[Diagnostic, ...]:
        """Of all variants, in their order."""
        return tuple(found for one in self.variants for found in one.diagnostics)


def portable(diagnostic: Diagnostic) -> Diagnostic:
    """The same with arguments that can be pickled, which a read-only view of a mapping cannot."""
    return replace(diagnostic, args=dict(diagnostic.args))
