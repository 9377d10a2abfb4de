"""One walk through a lesson for all rules together: what there is of each kind, and where."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, TypeVar

from lessonkit.base.diag import Span, line_span
from lessonkit.model import blocks as b
from lessonkit.model.module import Module
from lessonkit.model.walk import children, own_prose
from lessonkit.plan.estimates import Estimate, estimate
from lessonkit.questions.base import Question
from lessonkit.text import inline as i
from lessonkit.text.inline import Prose
from lessonkit.text.tieng import words

T = TypeVar("T")

_LEAVES = frozenset({b.Paragraph, b.Heading, b.Figure, b.CodeBlock, b.Table, b.Formula, b.Divider})
_FLAT = frozenset({i.Text, i.Code, i.Picture, i.Math, i.NoteRef, i.Break, i.Markup})


@dataclass(frozen=True, eq=False)
class Run:
    """A run of text and where it stands."""

    prose: Prose
    text: str
    """Its words."""
    block: b.Block
    """What it belongs to."""
    teacher: bool
    """Only the facilitator reads it."""

    @cached_property
    def words(self) -> list[str]:
        """Its tiếng and numbers."""
        return words(self.text)

    @cached_property
    def bare(self) -> str:
        """Its words in lower case, one space between and around them."""
        return f" {' '.join(self.words).lower()} "


@dataclass(frozen=True, slots=True)
class Asked:
    """A question and the section it stands in."""

    ask: b.Ask
    section: b.Section | None

    @property
    def question(self) -> Question:
        """The question itself."""
        return self.ask.question

    @property
    def span(self) -> Span:
        """Of what is asked, or of the block where nothing is."""
        return self.question.ask.span if self.question.ask else self.ask.span


@dataclass
class Survey:
    """All of one module, sorted by kind, in the order of the source. Not to be changed once made."""

    module: Module
    kinds: dict[type, list[Any]] = field(default_factory=dict)
    runs: list[Run] = field(default_factory=list)
    asked: list[Asked] = field(default_factory=list)

    def of(self, kind: type[T]) -> list[T]:
        """Every block or inline of that type."""
        found: list[T] = self.kinds.get(kind, [])
        return found

    @cached_property
    def lines(self) -> list[str]:
        """The source, line by line."""
        return self.module.text.split("\n")

    @cached_property
    def taught(self) -> frozenset[str]:
        """Objectives that a section names, or that a section with text of its own asks about."""
        named = {one for section in self.of(b.Section) for one in section.objectives}
        asked = {
            asked.question.objective
            for asked in self.asked
            if asked.question.objective and asked.section is not None and _tells(asked.section)
        }
        return frozenset(named | asked)

    @cached_property
    def assessed(self) -> frozenset[str]:
        """Objectives that a question of the module asks about and counts."""
        found = (x.question.objective for x in self.asked if x.question.assessed)
        return frozenset(objective for objective in found if objective)

    @cached_property
    def lower(self) -> str:
        """The source in lower case: most phrases a rule looks for are not in it at all."""
        return self.module.text.lower()

    @cached_property
    def estimate(self) -> Estimate:
        """For all audiences."""
        return estimate(self.module)

    def place(self, run: Prose, text: str, at: int, length: int) -> Span:
        """Where the words at `text[at : at + length]` stand, `text` being the words of `run`."""
        inline = _inline_at(run.inlines, at)
        if inline is None:
            return run.span
        found, offset = inline
        before = getattr(found, "text", "")[:offset]
        line = found.span.start.line + before.count("\n")
        source = self.lines[line - 1] if line <= len(self.lines) else ""
        words = text[at : at + length].split("\n")[0]
        start = found.span.start.column - 1 if line == found.span.start.line else 0
        column = source.find(words[:24], start)
        if column < 0:
            return found.span
        return line_span(found.span.file, line, column + 1, min(len(words), len(source) - column))


_last: list[Survey] = []


def survey(module: Module) -> Survey:
    """The survey of a module; that of the last one asked for is kept, for rules come one after another."""
    if not _last or _last[0].module is not module:
        _last[:] = [_made(module)]
    return _last[0]


def _made(module: Module) -> Survey:
    made = Survey(module)
    _walk(made, module.blocks, None, teacher=False)
    for note in module.footnotes:
        _walk(made, note.blocks, None, teacher=False)
    return made


def _walk(
    made: Survey, blocks: tuple[b.Block, ...], section: b.Section | None, *, teacher: bool
) -> None:
    for block in blocks:
        kind = type(block)
        made.kinds.setdefault(kind, []).append(block)
        if kind is b.Ask:
            made.asked.append(Asked(block, section))  # type: ignore[arg-type]  # just looked
        elif kind is b.Figure:
            _inlines(made, block.pictures)  # type: ignore[union-attr]  # just looked
        for prose in own_prose(block):
            made.runs.append(Run(prose, prose.plain(), block, teacher))
            _inlines(made, prose.inlines)
        if kind not in _LEAVES:
            inside = block if kind is b.Section else section
            _walk(made, children(block), inside, teacher=teacher or kind is b.Teacher)  # type: ignore[arg-type]


def _inlines(made: Survey, inlines: tuple[i.Inline, ...]) -> None:
    for inline in inlines:
        kind = type(inline)
        made.kinds.setdefault(kind, []).append(inline)
        if kind not in _FLAT:
            _inlines(made, inline.inner)  # type: ignore[union-attr]  # all others hold inlines


def _tells(section: b.Section) -> bool:
    return any(not isinstance(block, (b.Ask, b.Teacher)) for block in section.blocks)


def _inline_at(inlines: tuple[i.Inline, ...], at: int) -> tuple[i.Inline, int] | None:
    for inline in inlines:
        length = len(i.plain(inline))
        if at < length:
            inner = getattr(inline, "inner", ())
            return _inline_at(inner, at) if inner else (inline, at)
        at -= length
    return None


def objectives(module: Module) -> Mapping[str, int]:
    """Ids of the module's objectives to their places, from 0."""
    return {objective.id: place for place, objective in enumerate(module.meta.objectives)}


