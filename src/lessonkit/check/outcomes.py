"""Outcomes that modules claim, and which of them are the same."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from lessonkit.check.phrases import bare
from lessonkit.check.wanted import needs
from lessonkit.model.audiences import Groups, holds
from lessonkit.model.index import Index
from lessonkit.plan.alignment import Alignment, Claim

Key = tuple[str, int | None, str]
"""Skill, level, and the words of the objective without case and punctuation."""


@dataclass(frozen=True, slots=True)
class Place:
    """An objective and its module."""

    module: Alignment
    claim: Claim


def repeated(modules: Iterable[Alignment], index: Index) -> Iterator[tuple[Place, Place]]:
    """Every objective that an earlier module for the same learners has too, with the first such."""
    known: dict[Key, list[Place]] = {}
    for module in modules:
        own = [Place(module, claim) for claim in module.claims]
        for place in own:
            earlier = (one for key in _keys(place.claim, index) for one in known.get(key, ()))
            groups = index.audiences
            for other in earlier:
                if shared(module.audience, other.module.audience, groups):
                    yield place, other
                    break
        for place in own:
            known.setdefault(key_of(place.claim), []).append(place)


def key_of(claim: Claim) -> Key:
    """Under its own framework."""
    return claim.skill, claim.level, bare(claim.text)


def _keys(claim: Claim, index: Index) -> Iterator[Key]:
    """Under its own framework and under those in which its skill is the same."""
    skill, level, words = key_of(claim)
    yield skill, level, words
    for one in needs(index).matched(skill) if skill else ():
        if level is None or level in one.levels:
            yield one.reference, None if level is None else one.levels[level], words


def shared(one: tuple[str, ...], other: tuple[str, ...], groups: Groups) -> bool:
    """Whether anybody belongs to both audiences; an empty one is everybody."""
    if not one or not other:
        return True
    return any(holds(groups, one, name) for name in other) or any(
        holds(groups, other, name) for name in one
    )
