"""Who meets each heading and each link: learners of some groups, of all, or none."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from urllib.parse import unquote

from lessonkit.check.survey import Survey, survey
from lessonkit.model import blocks as b
from lessonkit.model.module import Module
from lessonkit.model.walk import children, own_prose
from lessonkit.plan.page import HIDDEN
from lessonkit.text.inline import Link, NoteRef, walk


@dataclass(frozen=True, slots=True)
class Reach:
    """Who meets a place."""

    hidden: str = ""
    """The block that keeps it from every learner, such as `teacher`."""
    only: tuple[frozenset[str], ...] = ()
    """The groups of each `only` block around it."""

    def of(self, everybody: Mapping[str, frozenset[str]]) -> frozenset[str]:
        """The groups that meet it; `everybody` by group with the wider ones that it is a part of.

        Who belongs to a group meets what is for it or for a wider one.
        """
        if self.hidden:
            return frozenset()
        return frozenset(
            name for name, own in everybody.items() if not any(map(own.isdisjoint, self.only))
        )


@dataclass(frozen=True, slots=True)
class Jump:
    """A link within the lesson whose target is there."""

    link: Link
    target: str
    """Its id."""
    here: Reach
    there: Reach


def jumps(module: Module) -> tuple[Jump, ...]:
    """Every link to a heading of the lesson, in order; those of the last module are kept."""
    seen = survey(module)
    if not _last or _last[0][0] is not seen:
        _last[:] = [(seen, tuple(_jumps(module, seen)))]
    return _last[0][1]


_last: list[tuple[Survey, tuple[Jump, ...]]] = []


def _jumps(module: Module, seen: Survey) -> Iterator[Jump]:
    if not any(link.href.startswith("#") for link in seen.of(Link)):
        return
    if not any(seen.of(kind) for kind in (b.Only, *HIDDEN)):
        return
    places = [*placed(module.blocks)]
    notes = _mentioned(places)
    for note in module.footnotes:
        places += placed(note.blocks, notes.get(note.label, Reach()))
    targets = {one.id: reach for one, reach in places if isinstance(one, b.Section | b.Heading)}
    for block, reach in places:
        for run in own_prose(block):
            for link in walk(run.inlines):
                if isinstance(link, Link) and link.href.startswith("#"):
                    name = unquote(link.href[1:])
                    if name in targets:
                        yield Jump(link, name, reach, targets[name])


def placed(blocks: tuple[b.Block, ...], reach: Reach = Reach()) -> Iterator[tuple[b.Block, Reach]]:
    """Every block below with who meets it, outer before inner."""
    for block in blocks:
        yield block, reach
        yield from placed(children(block), _inside(block, reach))


def _inside(block: b.Block, reach: Reach) -> Reach:
    if isinstance(block, HIDDEN) and not reach.hidden:
        return replace(reach, hidden=type(block).__name__.lower())
    if isinstance(block, b.Only):
        return replace(reach, only=(*reach.only, frozenset(block.audience)))
    return reach


def _mentioned(places: list[tuple[b.Block, Reach]]) -> dict[str, Reach]:
    """Footnotes to where they are first mentioned in sight of a learner, else at all."""
    found: dict[str, Reach] = {}
    for block, reach in places:
        for run in own_prose(block):
            for mark in walk(run.inlines):
                if isinstance(mark, NoteRef) and (
                    mark.label not in found or found[mark.label].hidden
                ):
                    found[mark.label] = reach
    return found
