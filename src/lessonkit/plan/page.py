"""What a learner's page shows, decided once for every output that has pages."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import chain

from lessonkit.model import blocks as b
from lessonkit.model.meta import Meta
from lessonkit.model.module import Module
from lessonkit.model.walk import prose, walk
from lessonkit.questions.base import Question
from lessonkit.text.inline import NoteRef, Prose
from lessonkit.text.inline import walk as inlines

OPENING, CLOSING = "lk-title", "lk-end"
"""What stands before the first section and behind the last, named as sections are."""
HIDDEN: tuple[type[b.Block], ...] = (b.Teacher, b.Narration, b.Slide)
"""What no page has: for the facilitator, for the ear, for slides."""
Who = frozenset[str] | None
"""The groups that a learner belongs to; None: any learner."""


@dataclass(frozen=True, slots=True)
class Seen:
    """What of a module is kept."""

    who: Who
    keep: tuple[type[b.Block], ...]
    """Of `HIDDEN`."""


@dataclass(frozen=True, slots=True)
class PageSection:
    """One step of the page."""

    id: str
    title: Prose
    blocks: tuple[b.Block, ...]
    objectives: tuple[str, ...]
    audience: tuple[str, ...]
    """Groups it is for, to be named in a label; empty: all."""
    teacher: bool = False
    """Whether it is for the facilitator; never in a learner's page."""


@dataclass(frozen=True)
class Page:
    """A lesson as a learner meets it: without what is for teachers, voices and slides.

    Without slots, for what every output asks of it is gathered once.
    """

    meta: Meta
    intro: tuple[b.Block, ...]
    """What stands before the first section."""
    sections: tuple[PageSection, ...]
    footnotes: tuple[b.Footnote, ...]
    """Those that the page mentions."""
    origin: Module | None = None
    """The module in its own language and for all groups: what learners keep is told apart by it."""
    audience: str | None = None
    """The one group that it is for, where it is a variant."""
    large_text: bool = False
    """Whether its learners need larger type."""

    @cached_property
    def blocks(self) -> tuple[b.Block, ...]:
        """All blocks, in order."""
        notes = (block for note in self.footnotes for block in note.blocks)
        return (*self.intro, *(block for one in self.sections for block in one.blocks), *notes)

    @cached_property
    def every(self) -> tuple[b.Block, ...]:
        """All blocks and those inside them, outer before inner."""
        return tuple(walk(self.blocks))

    @cached_property
    def questions(self) -> tuple[Question, ...]:
        """All questions, in order; tracking counts them by it."""
        return tuple(block.question for block in self.every if isinstance(block, b.Ask))

    @cached_property
    def banks(self) -> tuple[b.Bank, ...]:
        """All banks, of whose questions some are asked."""
        return tuple(block for block in self.every if isinstance(block, b.Bank))

    @cached_property
    def asked(self) -> int:
        """How many questions a learner meets in one attempt."""
        return len(self.questions) - sum(len(one.blocks) - one.draw for one in self.banks)

    @cached_property
    def checklists(self) -> tuple[b.Checklist, ...]:
        """All checklists, whose ticks are kept."""
        return tuple(block for block in self.every if isinstance(block, b.Checklist))


def page(
    module: Module,
    audience: str | None = None,
    wider: Iterable[str] = (),
    *,
    large: bool = False,
    keep: tuple[type[b.Block], ...] = (),
) -> Page:
    """The page for one audience group; for None, `only` blocks stay and name their group.

    What is for a group of `wider`, of which the audience is a part, is for the audience too.
    `keep` names those of `HIDDEN` that stay all the same.
    """
    seen = Seen(None if audience is None else frozenset((audience, *wider)), keep)
    intro: list[b.Block] = []
    sections: list[PageSection] = []
    for block, groups, teacher in _flat(module.blocks, seen, (), False):
        match block:
            case b.Section(id=name, title=title, objectives=named):
                inner = _shown(block.blocks, seen)
                sections.append(PageSection(name, title, inner, named, groups, teacher))
            case _ if sections:
                last = sections[-1]
                sections[-1] = replace(last, blocks=(*last.blocks, *_shown((block,), seen)))
            case _:
                intro += _shown((block,), seen)
    shown = (*intro, *(block for one in sections for block in one.blocks))
    runs = chain((one.title for one in sections), prose(shown)) if module.footnotes else ()
    notes = frozenset(_mentioned(runs, {note.label: note for note in module.footnotes}))
    kept = tuple(note for note in module.footnotes if note.label in notes)
    origin = module.original or module
    return Page(module.meta, tuple(intro), tuple(sections), kept, origin, audience, large)


def seen_by_all(blocks: tuple[b.Block, ...]) -> tuple[b.Block, ...]:
    """Without what no page has, wherever it stands within."""
    return _shown(blocks, Seen(None, ()))


def _mentioned(runs: Iterable[Prose], left: dict[str, b.Footnote]) -> Iterator[str]:
    """Labels of the footnotes mentioned in these runs of text, and in those notes; each once."""
    for run in runs:
        for inline in inlines(run.inlines):
            if isinstance(inline, NoteRef) and inline.label in left:
                note = left.pop(inline.label)
                yield note.label
                yield from _mentioned(prose(note.blocks), left)


def _flat(
    blocks: tuple[b.Block, ...], seen: Seen, groups: tuple[str, ...], teacher: bool
) -> Iterator[tuple[b.Block, tuple[str, ...], bool]]:
    """Top-level blocks; what holds sections is opened, its groups handed to them."""
    for block in blocks:
        holds = isinstance(block, b.Only | b.Teacher) and any(
            isinstance(one, b.Section) for one in block.blocks
        )
        if holds and isinstance(block, b.Only):
            if seen.who is None:
                yield from _flat(block.blocks, seen, block.audience, teacher)
            elif not seen.who.isdisjoint(block.audience):
                yield from _flat(block.blocks, seen, (), teacher)
        elif holds and isinstance(block, b.Teacher) and b.Teacher in seen.keep:
            yield from _flat(block.blocks, seen, groups, True)
        else:
            yield block, groups, teacher


def _shown(blocks: tuple[b.Block, ...], seen: Seen) -> tuple[b.Block, ...]:
    return tuple(kept for block in blocks for kept in _keep(block, seen))


def _keep(block: b.Block, seen: Seen) -> tuple[b.Block, ...]:
    match block:
        case b.Teacher() | b.Narration() | b.Slide():
            if not isinstance(block, seen.keep):
                return ()
            return (replace(block, blocks=_shown(block.blocks, seen)),)
        case b.Only() if seen.who is not None:
            if seen.who.isdisjoint(block.audience):
                return ()
            return _shown(block.blocks, seen)
        case b.List() | b.Steps() | b.Checklist():
            return (replace(block, items=tuple(_item(item, seen) for item in block.items)),)
        case b.Definitions() | b.Cards() | b.Glossary():
            return (replace(block, entries=tuple(_entry(x, seen) for x in block.entries)),)
        case b.Audio() | b.Video():
            return (replace(block, transcript=_shown(block.transcript, seen)),)
        case b.Tabs():
            tabs = tuple(replace(tab, blocks=_shown(tab.blocks, seen)) for tab in block.tabs)
            return (replace(block, tabs=tabs),)
        case (
            b.Only() | b.Quote() | b.Callout() | b.Practice() | b.Details() | b.Ask() | b.Bank()
            | b.Scene()
        ):  # fmt: skip
            return (replace(block, blocks=_shown(block.blocks, seen)),)
        case _:
            return (block,)


def _item(item: b.Item, seen: Seen) -> b.Item:
    return replace(item, blocks=_shown(item.blocks, seen))


def _entry(entry: b.Definition, seen: Seen) -> b.Definition:
    return replace(entry, meanings=tuple(_shown(one, seen) for one in entry.meanings))
