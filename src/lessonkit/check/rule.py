"""What a rule is."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Generic, TypeVar

from lessonkit.base.diag import Finding, Severity
from lessonkit.base.messages import Words
from lessonkit.model.index import Index

if TYPE_CHECKING:
    from lessonkit.check.page import Page


T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Rule(Generic[T]):
    """One thing that is looked for; its file's docstring is its page of the manual."""

    code: str
    """Permanent, never used again for anything else."""
    name: str
    """Names the fault; its file is named by it."""
    severity: Severity
    """Where the project says nothing else; the rule itself cannot choose."""
    since: str
    """The version of lessonkit that first had it."""
    find: Callable[[T, Index], Iterator[Finding]]
    """`T` is what it looks at: a `Module`, or a `Catalogue` of them."""
    whole: bool = False
    """It reasons from what is absent, and so is silent where reading lost a part of the lesson; of
    a catalogue, where not all of the project is there."""
    shared: bool = False
    """What it looks at is the same in a translation, where it is not looked for again."""
    keys: frozenset[str] = frozenset()
    """Of the front matter: where one of them has a fault, the rule could only say what is false."""
    words: Mapping[str, Words] = field(default_factory=dict)
    """By language. Of plug-ins only: the words of built-in rules are in the catalogue."""

    @property
    def page(self) -> "Page":
        """Its page of the manual."""
        from lessonkit.check.page import page_of

        return page_of(self.find.__module__)

    @property
    def source(self) -> str:
        """Where the claim comes from: a clause, a paper, or that it is the project's own choice."""
        return self.page.source
