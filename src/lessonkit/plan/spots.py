"""What stands weakly in a coverage: thin cells, several modules of one outcome, claims unproved."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from lessonkit.model.audiences import Groups, learners
from lessonkit.model.settings import CoverageSettings
from lessonkit.plan.alignment import Alignment, Claim
from lessonkit.plan.coverage import Cell, Coverage, Key


@dataclass(frozen=True, slots=True)
class Spot:
    """A cell that is proved by little, or claimed by several."""

    key: Key
    modules: tuple[str, ...]
    items: int


def is_thin(modules: int, items: int, limits: CoverageSettings) -> bool:
    """Whether so few modules and questions are little proof, by the numbers of the project."""
    return modules < limits.thin_modules or items < limits.thin_items


def thin(cells: Mapping[Key, Cell], limits: CoverageSettings) -> Iterator[Spot]:
    """Proved cells with too few questions or modules; those by crosswalk alone are not repeated."""
    for key, cell in cells.items():
        by = cell.proved_by
        if cell.own and by and is_thin(len(by), cell.items, limits):
            yield Spot(key, by, cell.items)


def overlaps(cells: Mapping[Key, Cell], groups: Groups) -> Iterator[Spot]:
    """Cells that several modules name for one group, the fullest first: maybe meant, maybe not."""
    found = []
    for key, cell in cells.items():
        own = {one.module.id: one.module for one in cell.pieces if not one.origin}
        if len(own) > 1 and (names := _together(own, groups)):
            found.append(Spot(key, names, cell.items))
    return iter(sorted(found, key=lambda one: -len(one.modules)))


def _together(modules: Mapping[str, Alignment], groups: Groups) -> tuple[str, ...]:
    """Those that share a group with another one; a module for nobody in particular shares all.

    Who belongs to a part of a group meets what is for the wider group, too.
    """
    met: dict[str, int] = defaultdict(int)
    whom = {
        name: learners(groups, one.audience) if one.audience else ("",)
        for name, one in modules.items()
    }
    for named in whom.values():
        for group in named:
            met[group] += 1
    return tuple(
        name
        for name, named in whom.items()
        if "" in named or met[""] or any(met[group] > 1 for group in named)
    )


def unproved(cover: Coverage, audience: str | None) -> Iterator[tuple[Alignment, Claim]]:
    """Objectives with a skill of these frameworks that are not taught, or not assessed."""
    for module in cover.modules_for(audience):
        for claim in module.claims:
            named = claim.skill.partition(":")[0] in cover.frameworks
            proved = claim.proved if audience is None else claim.proved_for(audience)
            if named and not proved:
                yield module, claim
