"""What the modules of a project teach and assess: framework × level × audience group.

The minutes of a module are divided among its objectives by their shares of it, so that the cells
of a framework never add up to more than its modules have. A module counts for every group it is
for, once in each, and once in the whole.
"""

import sys
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass

from lessonkit.framework.crosswalk import Crosswalk
from lessonkit.framework.model import Audience, Framework
from lessonkit.model.audiences import holds
from lessonkit.plan.alignment import Alignment, Claim

Key = tuple[str, str, int | None]
"""Framework, code, level; None: the framework has no levels, or the objective names none."""


@dataclass(frozen=True, slots=True)
class Piece:
    """What one objective of a module brings to a cell."""

    module: Alignment
    claim: Claim
    minutes: float
    """Its part of the module's."""
    origin: Key | None = None
    """By crosswalk: the cell that the module itself names; None: it names this very one."""

    def items(self, audience: str | None) -> int:
        """Questions that assess it and that the group meets; None: anybody."""
        return self.claim.items_for(audience)

    def proved(self, audience: str | None) -> bool:
        """Whether it is taught and assessed, for that group or for anybody."""
        return self.claim.proved if audience is None else self.claim.proved_for(audience)


@dataclass(frozen=True, slots=True)
class Cell:
    """A skill at a level, and who claims it, in the order of the modules."""

    pieces: tuple[Piece, ...]
    audience: str | None = None
    """Whose view it is; None: of all together."""

    @property
    def proving(self) -> tuple[Piece, ...]:
        """What is taught and assessed."""
        return tuple(one for one in self.pieces if one.proved(self.audience))

    @property
    def modules(self) -> tuple[str, ...]:
        """Ids of the modules, each once."""
        return tuple(dict.fromkeys(one.module.id for one in self.pieces))

    @property
    def proved_by(self) -> tuple[str, ...]:
        """Ids of those that teach and assess it."""
        return tuple(dict.fromkeys(one.module.id for one in self.proving))

    @property
    def own(self) -> tuple[str, ...]:
        """Ids of those that name this very cell, not one that is matched to it."""
        return tuple(dict.fromkeys(one.module.id for one in self.pieces if not one.origin))

    @property
    def minutes(self) -> float:
        """Of the objectives, not of the whole modules."""
        return sum(one.minutes for one in self.pieces)

    @property
    def items(self) -> int:
        """Questions behind what is taught and assessed here."""
        return sum(one.items(self.audience) for one in self.proving)


@dataclass(frozen=True, slots=True)
class Coverage:
    """All cells that somebody claims, and the modules behind them."""

    frameworks: Mapping[str, Framework]
    """Those that are reported."""
    known: Mapping[str, Framework]
    """All in use: a claim may count here by crosswalk from any."""
    audiences: Mapping[str, Audience]
    """All that are known, for groups lie within others."""
    modules: Mapping[str, Alignment]
    cells: Mapping[Key, Cell]
    """In the order of the frameworks, their skills and levels; empty ones are left out."""
    adrift: tuple[tuple[str, Claim], ...] = ()
    """Module and objective where no known skill is named: it can be in no cell."""

    def seen_by(self, audience: str | None) -> dict[Key, Cell]:
        """The cells as that group meets them; None: all modules, each once."""
        if audience is None:
            return dict(self.cells)
        found = {}
        for key, cell in self.cells.items():
            pieces = tuple(
                one for one in cell.pieces if holds(self.audiences, one.module.audience, audience)
            )
            if pieces:
                found[key] = Cell(pieces, audience)
        return found

    def ordered(self, keys: Iterable[Key]) -> list[Key]:
        """Cells in the order of the frameworks, each once."""
        return sorted(set(keys), key=_order(self.frameworks))

    def minutes(self, audience: str | None = None) -> int:
        """Of the modules for that group, whatever they are aligned to."""
        return sum(one.minutes or 0 for one in self.modules_for(audience))

    def modules_for(self, audience: str | None) -> Iterator[Alignment]:
        """Those for that group; None: all."""
        for one in self.modules.values():
            if audience is None or holds(self.audiences, one.audience, audience):
                yield one


def coverage(
    alignments: Iterable[Alignment],
    frameworks: Mapping[str, Framework],
    audiences: Mapping[str, Audience],
    only: str | None = None,
) -> Coverage:
    """One pass over the modules; `only` names the one framework to report."""
    reported = frameworks if only is None else {only: frameworks[only]}
    crosswalk = Crosswalk(frameworks)
    modules: dict[str, Alignment] = {}
    pieces: dict[Key, list[Piece]] = {}
    adrift: list[tuple[str, Claim]] = []
    for alignment in alignments:
        modules[alignment.id] = alignment
        for claim, minutes in shared(alignment):
            places = dict(_places(claim, frameworks, crosswalk))
            if not places:
                adrift.append((alignment.id, claim))
            for key, (origin, share) in places.items():
                if key[0] in reported:
                    piece = Piece(alignment, claim, minutes * share, origin)
                    pieces.setdefault(key, []).append(piece)
    ordered = sorted(pieces, key=_order(reported))
    cells = {key: Cell(tuple(pieces[key])) for key in ordered}
    return Coverage(reported, frameworks, audiences, modules, cells, tuple(adrift))


def shared(alignment: Alignment) -> Iterator[tuple[Claim, float]]:
    """Each objective with its minutes: by its share of the module, equal where none is said."""
    whole = sum(claim.share for claim in alignment.claims)
    for claim in alignment.claims:
        part = claim.share / whole if whole else 1 / len(alignment.claims)
        yield claim, (alignment.minutes or 0) * part


def _places(
    claim: Claim, frameworks: Mapping[str, Framework], crosswalk: Crosswalk
) -> Iterator[tuple[Key, tuple[Key | None, float]]]:
    """The cells of a claim, each with its origin and the part of the minutes that falls on it."""
    name, _, code = claim.skill.partition(":")
    framework = frameworks.get(name)
    if framework is None or code not in framework.skills:
        return
    own = name, code, claim.level
    others = [
        (one.framework, one.code, None if claim.level is None else one.levels.get(claim.level))
        for one in crosswalk.matched(claim.skill)
        if one.framework in frameworks
    ]
    for key in others:
        yield key, (own, 1 / sum(1 for one in others if one[0] == key[0]))
    yield own, (None, 1.0)


def _order(frameworks: Mapping[str, Framework]) -> Callable[[Key], tuple[int, int, int]]:
    """As the frameworks list their skills; no level comes behind all levels."""
    first = {name: place for place, name in enumerate(frameworks)}
    skills = {
        name: {code: place for place, code in enumerate(one.skills)}
        for name, one in frameworks.items()
    }

    def place(key: Key) -> tuple[int, int, int]:
        name, code, level = key
        return first[name], skills[name].get(code, 0), sys.maxsize if level is None else level

    return place
