"""A coverage laid flat: a row for each cell and group, as tables and earlier reports have it."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from lessonkit.model.settings import CoverageSettings
from lessonkit.plan.coverage import Cell, Coverage, Key
from lessonkit.plan.needs import Need
from lessonkit.plan.spots import is_thin

State = Literal["gap", "claimed", "thin", "proved", "above"]
"""In the order of how much is to be done: asked and not proved; claimed, not proved; proved by
little; proved; asked, and proved by lessons of a higher level only."""


@dataclass(frozen=True, slots=True)
class Row:
    """A cell as one group meets it."""

    framework: str
    code: str
    level: int | None
    audience: str | None
    """None: all modules together."""
    state: State
    modules: tuple[str, ...] = ()
    """Ids of those that claim it."""
    proved_by: tuple[str, ...] = ()
    """Ids of those that teach and assess it."""
    matched: tuple[str, ...] = ()
    """Ids of those that claim it by crosswalk only."""
    minutes: float = 0
    items: int = 0
    asked_by: tuple[str, ...] = ()
    """Ids of groups, by their profiles, and of programmes."""

    @property
    def key(self) -> Key:
        """Of the cell."""
        return self.framework, self.code, self.level


def rows(
    cover: Coverage,
    asked: Iterable[Need],
    limits: CoverageSettings,
    audiences: Iterable[str | None],
) -> Iterator[Row]:
    """Cells that are claimed or asked for, group by group, in the order of the frameworks."""
    needs = tuple(asked)
    for audience in audiences:
        cells = cover.seen_by(audience)
        by_cell = _by_cell(needs, audience)
        for key in cover.ordered((*cells, *by_cell)):
            yield _row(key, audience, cells.get(key), by_cell.get(key, ()), limits)


def groups(cover: Coverage, asked: Iterable[Need]) -> tuple[str, ...]:
    """The groups that some module is for, or of which something is asked, as they are listed."""
    met = {one for module in cover.modules.values() for one in module.audience}
    met.update(need.audience for need in asked)
    return tuple(name for name in cover.audiences if name in met)


def _by_cell(needs: Iterable[Need], audience: str | None) -> Mapping[Key, list[Need]]:
    found: dict[Key, list[Need]] = defaultdict(list)
    for need in needs:
        if need.why != "unknown" and audience in (None, need.audience):
            found[need.key].append(need)
    return found


def _row(
    key: Key,
    audience: str | None,
    cell: Cell | None,
    asked: Iterable[Need],
    limits: CoverageSettings,
) -> Row:
    here = cell or Cell((), audience)
    state = _state(here, tuple(asked), limits)
    own = frozenset(here.own)
    return Row(
        *key, audience, state,
        modules=here.modules,
        proved_by=here.proved_by,
        matched=tuple(name for name in here.modules if name not in own),
        minutes=round(here.minutes, 2),
        items=here.items,
        asked_by=tuple(dict.fromkeys(need.by for need in asked)),
    )  # fmt: skip


def _state(cell: Cell, asked: tuple[Need, ...], limits: CoverageSettings) -> State:
    if any(not need.proved for need in asked):
        return "gap"
    if cell.proved_by:
        return "thin" if is_thin(len(cell.proved_by), cell.items, limits) else "proved"
    return "above" if asked else "claimed"
