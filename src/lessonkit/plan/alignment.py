"""What a module claims and what stands behind it: objective, teaching, practice, items, skill.

A small value, for the gate, for programmes and for coverage: of a thousand modules all are kept
while none of the lessons is.
"""

from dataclasses import dataclass

from lessonkit.base.diag import Span


@dataclass(frozen=True, slots=True)
class Claim:
    """An objective and all that stands behind it."""

    id: str
    text: str
    skill: str
    """`framework:code`, or empty."""
    level: int | None
    share: float
    """What it should have of the module's points, 0 to 1."""
    taught: tuple[str, ...]
    """Ids of the sections that teach it."""
    practised: tuple[str, ...]
    """Ids of what is tried without being counted: practice, checklists, stories without a score."""
    items: tuple[str, ...]
    """Ids of the questions that assess it."""
    points: float
    """Of those questions, however unlucky the draws of banks are."""
    span: Span

    @property
    def proved(self) -> bool:
        """Whether it is taught and assessed."""
        return bool(self.taught and self.items)


@dataclass(frozen=True, slots=True)
class Alignment:
    """A module in its own language, without its lesson."""

    id: str
    title: str
    summary: str
    lang: str
    version: str
    minutes: int | None
    audience: tuple[str, ...]
    requires: tuple[str, ...]
    license: str
    file: str
    """Relative to the project."""
    claims: tuple[Claim, ...]
