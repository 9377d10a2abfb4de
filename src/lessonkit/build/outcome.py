"""What became of a module: small values, for they cross from one process to another."""

from dataclasses import dataclass, replace

from lessonkit.base.diag import Diagnostic, Severity


@dataclass(frozen=True, slots=True)
class Built:
    """One artefact on disk."""

    output: str
    tag: str
    path: str
    """Below the folder of artefacts, with `/`."""
    size: int
    """Bytes."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """All that happened to one module, its translations included."""

    module: str
    """Its id; the folder's name where the front matter could not be read."""
    built: tuple[Built, ...] = ()
    diagnostics: tuple[Diagnostic, ...] = ()
    failed: tuple[str, ...] = ()
    """Sources that were not built, or not whole, relative to the project."""
    kept: bool = False
    """Of what failed, an artefact of an earlier build is still there."""

    def count(self, severity: Severity) -> int:
        """How many diagnostics there are of that severity."""
        return sum(one.severity is severity for one in self.diagnostics)

    def size(self, output: str) -> int:
        """Bytes of all artefacts of that output."""
        return sum(one.size for one in self.built if one.output == output)


def portable(diagnostic: Diagnostic) -> Diagnostic:
    """The same with arguments that can be pickled, which a read-only view of a mapping cannot."""
    return replace(diagnostic, args=dict(diagnostic.args))
