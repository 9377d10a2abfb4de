"""What is asked of the lessons, and whether they prove it: profiles of groups, promises.

A cell of a framework that nobody asks for is empty, never a gap: no expectation is made up here.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from lessonkit.framework.reference import Reference, reference
from lessonkit.framework.tree import lineage
from lessonkit.model.program import Program
from lessonkit.plan.coverage import Coverage, Key, Piece
from lessonkit.plan.promises import DISTANCE, Why, lack, promises, reaches


@dataclass(frozen=True, slots=True)
class Need:
    """A skill at a level that a group must have, or that a programme promises."""

    kind: Literal["profile", "promise"]
    by: str
    """Id of the group or of the programme."""
    audience: str
    """The group that it is for."""
    framework: str
    code: str
    level: int | None
    own: bool = False
    """Of a profile that the project made itself."""
    proved_by: tuple[str, ...] = ()
    """Ids of the modules that teach and assess it at that level or above."""
    items: int = 0
    """Questions of theirs that do."""
    why: Why = ""
    """What is missing; empty: it is proved."""

    @property
    def key(self) -> Key:
        """The cell that is asked for."""
        return self.framework, self.code, self.level

    @property
    def proved(self) -> bool:
        """Whether nothing is missing."""
        return not self.why


def needs(cover: Coverage, programs: Iterable[Program] = ()) -> tuple[Need, ...]:
    """Those of profiles, by group, then those of programmes; of the reported frameworks only."""
    claimed = _by_skill(cover)
    profiles = _profiles(cover, claimed)
    promised = (need for program in programs for need in _promised(program, cover, claimed))
    return tuple(need for need in (*profiles, *promised) if need.framework in cover.frameworks)


Claimed = Mapping[tuple[str, str], list[tuple[int | None, Piece]]]


def _by_skill(cover: Coverage) -> Claimed:
    """Every piece with its level, by framework and by the skill and all that it lies in."""
    found: dict[tuple[str, str], list[tuple[int | None, Piece]]] = defaultdict(list)
    for (name, code, level), cell in cover.cells.items():
        for one in lineage(cover.frameworks[name], code):
            found[name, one].extend((level, piece) for piece in cell.pieces)
    return found


def _profiles(cover: Coverage, claimed: Claimed) -> Iterator[Need]:
    for group in cover.audiences.values():
        for text in group.skills:
            asked = reference(text)
            if asked is not None and asked.framework in cover.frameworks:
                pieces = claimed.get((asked.framework, asked.code), [])
                proved, items, why = _standing(cover, pieces, asked, group.id)
                yield Need(
                    "profile", group.id, group.id, asked.framework, asked.code, asked.level,
                    group.own_profile, proved, items, why,
                )  # fmt: skip


def _standing(
    cover: Coverage, pieces: list[tuple[int | None, Piece]], asked: Reference, audience: str
) -> tuple[tuple[str, ...], int, Why]:
    """Who proves it for that group, by how many questions, and what is missing otherwise."""
    if asked.code not in cover.frameworks[asked.framework].skills:
        return (), 0, "unknown"
    groups = cover.audiences
    lacks = [
        (lack(piece.module, piece.claim, reaches(level, asked.level), audience, groups), piece)
        for level, piece in pieces
    ]
    proving = [piece for why, piece in lacks if not why]
    if proving:
        ids = tuple(dict.fromkeys(piece.module.id for piece in proving))
        return ids, sum(piece.items(audience) for piece in proving), ""
    if not lacks:
        return (), 0, "absent"
    return (), 0, min((why for why, _ in lacks), key=DISTANCE.index)


def _promised(program: Program, cover: Coverage, claimed: Claimed) -> Iterator[Need]:
    meta = program.meta
    for one in promises(program, cover.modules, cover.known, cover.audiences):
        asked = Reference(one.framework, one.code, one.level)
        pieces = claimed.get((asked.framework, asked.code), [])
        items = sum(
            piece.items(meta.audience)
            for level, piece in pieces
            if piece.module.id in one.proved_by
            and piece.proved(meta.audience)
            and reaches(level, asked.level)
        )
        yield Need(
            "promise", meta.id, meta.audience, one.framework, one.code, one.level,
            False, one.proved_by, items, one.partly,
        )  # fmt: skip
