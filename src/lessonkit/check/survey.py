"""One walk through a lesson for all rules together: what there is of each kind, and where."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from itertools import chain
from typing import Any, TypeVar

from lessonkit.base.diag import Span, line_span
from lessonkit.model import blocks as b
from lessonkit.model.index import Index
from lessonkit.model.module import Module
from lessonkit.model.walk import children, own_prose, questions
from lessonkit.plan.alignment import Alignment, alignment
from lessonkit.plan.draws import always_asks, least_points
from lessonkit.plan.estimates import Estimate, estimate
from lessonkit.plan.evidence import Evidence, evidence
from lessonkit.plan.page import HIDDEN
from lessonkit.questions.base import Question
from lessonkit.text import inline as i
from lessonkit.text.inline import Prose
from lessonkit.text.tieng import count, words

T = TypeVar("T")

_LEAVES = frozenset({b.Paragraph, b.Heading, b.Figure, b.CodeBlock, b.Table, b.Formula, b.Divider})
_FLAT = frozenset({i.Text, i.Code, i.Picture, i.Math, i.NoteRef, i.Break, i.Gap, i.Markup})


@dataclass(eq=False)
class Run:
    """A run of text and where it stands; not to be changed once made."""

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
    def tieng(self) -> int:
        """How many tiếng it has; numbers do not count."""
        return count(self.text)

    @cached_property
    def bare(self) -> str:
        """Its words in lower case, one space between and around them."""
        return f" {' '.join(self.words).lower()} "


@dataclass(frozen=True, slots=True)
class Asked:
    """A question and the section it stands in."""

    ask: b.Ask
    section: b.Section | None
    teacher: bool = False
    """No learner meets it: it stands in a block that pages leave out, mostly `teacher`."""

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
    """All of one module, by kind, in the order of the source; not to be changed once made."""

    module: Module
    kinds: dict[type, list[Any]] = field(default_factory=dict)
    runs: list[Run] = field(default_factory=list)
    asked: list[Asked] = field(default_factory=list)
    sections: list[b.Section] = field(default_factory=list)
    """Those that a learner's page has."""

    def of(self, kind: type[T]) -> list[T]:
        """Every block or inline of that type."""
        found: list[T] = self.kinds.get(kind, [])
        return found

    @cached_property
    def holds(self) -> frozenset[str]:
        """Names of all types of block, inline and question there are, `captions` and `files`."""
        found = {kind.__name__ for kind in self.kinds}
        found.update(asked.question.type_name for asked in self.asked)
        if self.module.assets:
            found.add("files")
        recordings: tuple[b.Video | b.Audio, ...] = (*self.of(b.Video), *self.of(b.Audio))
        if any(one.captions for one in recordings):
            found.add("captions")
        return frozenset(found)

    @cached_property
    def lines(self) -> list[str]:
        """The source, line by line."""
        return self.module.text.split("\n")

    @cached_property
    def evidence(self) -> Evidence:
        """What stands behind the objectives."""
        return evidence(self.module)

    @cached_property
    def taught(self) -> frozenset[str]:
        """Objectives that a section names, or that a section with text of its own asks about."""
        every = (one.id for one in self.module.meta.objectives)
        return frozenset(name for name in every if self.evidence.taught(name))

    @cached_property
    def assessed(self) -> frozenset[str]:
        """Objectives that a question of the module asks about and counts."""
        every = (one.id for one in self.module.meta.objectives)
        return frozenset(name for name in every if self.evidence.items(name))

    @cached_property
    def met(self) -> tuple[Asked, ...]:
        """The questions that a learner meets, in order."""
        return tuple(asked for asked in self.asked if not asked.teacher)

    @cached_property
    def points(self) -> float:
        """All that a learner can have, however unlucky the draws are."""
        return least_points((*self.banks, *(one.ask for one in self.met)))

    @cached_property
    def banks(self) -> tuple[b.Bank, ...]:
        """Those that a learner meets, in order."""
        met = {one.question.id for one in self.met}
        return tuple(
            bank for bank in self.of(b.Bank) if any(one.id in met for one in questions(bank))
        )

    @cached_property
    def lucky(self) -> frozenset[str]:
        """Objectives that are assessed only where a bank happens to draw a question about them."""
        banked = {one.id for bank in self.banks for one in questions(bank)}
        loose = (one.question for one in self.met if one.question.id not in banked)
        sure = {one.objective for one in loose if one.assessed}
        return frozenset(
            name
            for name in self.assessed - sure
            if not any(always_asks(bank, name) for bank in self.banks)
        )

    @cached_property
    def lower(self) -> str:
        """The source in lower case: most phrases a rule looks for are not in it at all."""
        return self.module.text.lower()

    @cached_property
    def tokens(self) -> list[str]:
        """What stands between white space in the source."""
        return self.module.text.split()

    @cached_property
    def estimate(self) -> Estimate:
        """For all audiences."""
        counted = {id(run.prose): run for run in self.runs}
        return estimate(self.module, tieng=lambda prose: counted[id(prose)].tieng)

    def place(self, run: Run, at: int, length: int) -> Span:
        """Where `run.text[at : at + length]` stands, as far as it shares its first line."""
        raw = "".join(i.plain(one) for one in run.prose.inlines)
        found = _inline_at(run.prose.inlines, at + len(raw) - len(raw.lstrip()))
        if found is None:
            return run.prose.span
        span, offset = found[0].span, found[1]
        for number in range(span.start.line, min(span.end.line, len(self.lines)) + 1):
            first = span.start.column - 1 if number == span.start.line else 0
            line = self.lines[number - 1]
            begin = first if first else len(line) - len(line.lstrip(" >"))
            if begin + offset < len(line) or number == span.end.line:
                return line_span(
                    span.file, number, begin + offset + 1, min(length, len(line) - begin - offset)
                )
            offset -= len(line) - begin + 1  # a line's end is one space in the text
        return span


def asset_span(module: Module, name: str) -> Span:
    """Where a file of the module is first used, or the front matter."""
    seen = survey(module)
    named: Iterator[tuple[Span, tuple[str, ...]]] = chain(
        ((one.span, (one.src,)) for one in seen.of(i.Picture)),
        ((one.span, (one.src, one.captions, one.poster)) for one in seen.of(b.Video)),
        ((one.span, (one.src, one.captions)) for one in seen.of(b.Audio)),
        ((one.span, (one.src,)) for one in seen.of(b.Narration)),
        ((one.span, (one.href,)) for one in seen.of(i.Link)),
    )
    return next((span for span, names in named if name in names), module.place(""))


def aligned(module: Module, index: Index) -> Alignment:
    """What a module claims, and what stands behind it; that of the last module is kept."""
    seen = survey(module)
    if not _aligned or _aligned[0][0] is not seen:
        _aligned[:] = [(seen, alignment(module, index.audiences, seen.evidence))]
    return _aligned[0][1]


_aligned: list[tuple[Survey, Alignment]] = []
_last: list[Survey] = []


def survey(module: Module) -> Survey:
    """The survey of a module; the last one is kept, for rules come one after another."""
    if not _last or _last[0].module is not module:
        _last[:] = [_made(module)]
    return _last[0]


def _made(module: Module) -> Survey:
    made = Survey(module)
    _walk(made, module.blocks, None, teacher=False, hidden=False)
    for note in module.footnotes:
        _walk(made, note.blocks, None, teacher=False, hidden=False)
    return made


def _walk(
    made: Survey,
    blocks: tuple[b.Block, ...],
    section: b.Section | None,
    *,
    teacher: bool,
    hidden: bool,
) -> None:
    """`hidden`: left out of pages, as what is only for the facilitator, only spoken or a slide."""
    for block in blocks:
        kind = type(block)
        made.kinds.setdefault(kind, []).append(block)
        if kind is b.Ask:
            made.asked.append(Asked(block, section, hidden))  # type: ignore[arg-type]  # just looked
        elif kind is b.Section:
            if not hidden:
                made.sections.append(block)  # type: ignore[arg-type]  # just looked
        elif kind is b.Figure:
            _inlines(made, block.pictures)  # type: ignore[union-attr]  # just looked
        own = (block.prose,) if kind is b.Paragraph else own_prose(block)  # type: ignore[union-attr]  # just looked
        for prose in own:
            made.runs.append(Run(prose, _plain(prose), block, teacher))
            _inlines(made, prose.inlines)
        if kind not in _LEAVES:
            inside = block if kind is b.Section else section
            _walk(
                made,
                children(block),
                inside,  # type: ignore[arg-type]  # a section, or what was given
                teacher=teacher or kind is b.Teacher,
                hidden=hidden or kind in HIDDEN,
            )


def _plain(prose: Prose) -> str:
    """`Prose.plain`, faster where nearly all is text."""
    return "".join([x.text if type(x) is i.Text else i.plain(x) for x in prose.inlines]).strip()


def _inlines(made: Survey, inlines: tuple[i.Inline, ...]) -> None:
    for inline in inlines:
        kind = type(inline)
        if kind is i.Text:  # nobody asks for these one by one
            continue
        made.kinds.setdefault(kind, []).append(inline)
        if kind not in _FLAT:
            _inlines(made, inline.inner)  # type: ignore[union-attr]  # all others hold inlines


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
