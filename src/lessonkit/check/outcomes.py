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


@dataclass(frozen=True, slots=True)
class Outcome:
    """An objective with those of earlier modules that say the same."""

    module: Alignment
    claim: Claim
    earlier: tuple[Place, ...]


def outcomes(modules: Iterable[Alignment], index: Index) -> Iterator[Outcome]:
    """Every objective that some earlier module has too, in the order of the files."""
    known: dict[Key, list[Place]] = {}
    for module in modules:
        own: list[tuple[Key, Place]] = []
        for claim in module.claims:
            earlier = [place for key in _keys(claim, index) for place in known.get(key, ())]
            if earlier:
                yield Outcome(module, claim, tuple(earlier))
            own.append((key_of(claim), Place(module, claim)))
        for key, place in own:
            known.setdefault(key, []).append(place)


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
