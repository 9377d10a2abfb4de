"""What stands behind the objectives of a module: sections, practice and questions, and for whom."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from lessonkit.model import blocks as b
from lessonkit.model.module import Module
from lessonkit.model.walk import children, questions
from lessonkit.plan.page import HIDDEN
from lessonkit.questions.base import Question

Only = tuple[frozenset[str], ...]
"""The groups of each `only` block around a place."""

_TRIED = frozenset({"scenario", "reflect"})
"""Questions that are practice too: a learner acts, or writes for herself."""


@dataclass(frozen=True, slots=True)
class Part:
    """Something that stands behind an objective."""

    id: str
    kind: str
    """`section`, the name of the block, or the type of the question."""
    only: Only

    def met(self, own: Iterable[str]) -> bool:
        """Whether a learner meets it who belongs to these groups."""
        return not any(groups.isdisjoint(own) for groups in self.only)


@dataclass(frozen=True, slots=True)
class _Placed:
    """A question, a practice or a checklist where a learner meets it."""

    part: Part
    section: b.Section | None
    question: Question | None


@dataclass
class Evidence:
    """All of it, in the order of the source; not to be changed once made."""

    sections: list[tuple[b.Section, Only]] = field(default_factory=list)
    banks: list[b.Bank] = field(default_factory=list)
    loose: list[Question] = field(default_factory=list)
    """Questions that count and that no bank draws."""
    groups: set[str] = field(default_factory=set)
    """All that any `only` names."""
    placed: list[_Placed] = field(default_factory=list)
    single: bool = False
    """The module has one objective, and all that is tried is tried for it."""

    def taught(self, objective: str) -> tuple[Part, ...]:
        """Sections that name it at their heading, or tell something and ask about it."""
        asked = {
            one.section.id
            for one in self.placed
            if one.section is not None
            and one.question is not None
            and one.question.objective == objective
            and _tells(one.section)
        }
        return tuple(
            Part(section.id, "section", only)
            for section, only in self.sections
            if objective in section.objectives or section.id in asked
        )

    def practised(self, objective: str) -> tuple[Part, ...]:
        """What is tried in a section that teaches it, or names it, or for the only one there is."""
        teaching = {part.id for part in self.taught(objective)}
        return tuple(
            one.part
            for one in self.placed
            if (one.question is None or one.part.kind in _TRIED)
            and (
                one.question.objective == objective
                if one.question is not None and one.question.objective
                else self.single or (one.section is not None and one.section.id in teaching)
            )
        )

    def items(self, objective: str) -> tuple[Part, ...]:
        """Questions about it that count."""
        return tuple(
            one.part
            for one in self.placed
            if one.question is not None
            and one.question.assessed
            and one.question.points
            and one.question.objective == objective
        )


def evidence(module: Module) -> Evidence:
    """One walk over the blocks that a learner meets."""
    found = Evidence(single=len(module.meta.objectives) == 1)
    _walk(found, module.blocks, None, ())
    for note in module.footnotes:
        _walk(found, note.blocks, None, ())
    banked = {question.id for bank in found.banks for question in questions(bank)}
    found.loose = [question for question in _counted(found) if question.id not in banked]
    return found


def _counted(found: Evidence) -> Iterator[Question]:
    for one in found.placed:
        if one.question is not None and one.question.assessed:
            yield one.question


def _walk(
    found: Evidence, blocks: tuple[b.Block, ...], section: b.Section | None, only: Only
) -> None:
    for block in blocks:
        inside, whom = section, only
        match block:
            case b.Paragraph():
                continue
            case b.Ask(question=question):
                part = Part(question.id, question.type_name, only)
                found.placed.append(_Placed(part, section, question))
            case b.Practice() | b.Checklist():
                part = Part(block.id, type(block).__name__.lower(), only)
                found.placed.append(_Placed(part, section, None))
            case b.Section():
                found.sections.append((block, only))
                inside = block
            case b.Bank():
                found.banks.append(block)
            case b.Only():
                found.groups.update(block.audience)
                whom = (*only, frozenset(block.audience))
            case _ if isinstance(block, HIDDEN):
                continue
            case _:
                pass
        _walk(found, children(block), inside, whom)


def _tells(section: b.Section) -> bool:
    return any(not isinstance(block, (b.Ask, b.Bank, *HIDDEN)) for block in section.blocks)
