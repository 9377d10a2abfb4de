"""What a lesson is for each of its audience groups: who meets a block, and what they can hold."""

from collections.abc import Callable

from lessonkit.check.reach import Reach, placed
from lessonkit.check.survey import survey
from lessonkit.model import blocks as b
from lessonkit.model.audiences import learners, wider
from lessonkit.model.index import Demand, Index, LimitName
from lessonkit.model.module import Module
from lessonkit.plan.estimates import Estimate, estimate

Who = dict[str, frozenset[str]]
"""Groups, each with the wider ones that it is a part of."""


def asking(demand: Demand, module: Module, index: Index) -> Who:
    """The groups that the module names and for which that is asked, as `Reach.of` takes them.

    What is asked for a part of such a group binds only lessons that name the part.
    """
    names = index.asked(demand, module.meta.audience)
    return {name: frozenset(wider(index.audiences, name)) for name in names}


def bounds(limit: LimitName, module: Module, index: Index) -> Callable[[b.Block], int]:
    """How much a block may hold: what is only for some is bound by those alone who meet it."""
    usual = index.bound(limit, module.meta.audience)
    if not survey(module).of(b.Only):
        return lambda _: usual
    everybody = learners(index.audiences, module.meta.audience)
    own = {
        id(block): index.bound(limit, _readers(reach, everybody, module))
        for block, reach in placed(module.blocks)
        if reach.only
    }
    return lambda block: own.get(id(block), usual)


def _readers(reach: Reach, everybody: Who, module: Module) -> tuple[str, ...]:
    """Those of the groups that the module names; else the parts of them for which the block is."""
    met, named = reach.of(everybody), module.meta.audience
    return tuple(name for name in named if name in met) or tuple(sorted(met)) or named


def longest(module: Module, index: Index) -> tuple[Estimate, float]:
    """What the group reads that takes longest, and its minutes.

    A module that names no group, or keeps nothing to some, is the same for all.
    """
    seen, named = survey(module), module.meta.audience
    if not (named and seen.of(b.Only)):
        return seen.estimate, seen.estimate.minutes(index, named)
    parts = {name: estimate(module, frozenset(wider(index.audiences, name))) for name in named}
    minutes = {name: parts[name].minutes(index, (name,)) for name in named}
    slowest = max(named, key=lambda name: minutes[name])
    return parts[slowest], minutes[slowest]
