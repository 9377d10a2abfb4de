"""What became of each cell and of each thing asked, from an earlier state to this one."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Literal

from lessonkit.plan.needs import Need
from lessonkit.plan.rows import Row

Kind = Literal["added", "lost", "changed"]


@dataclass(frozen=True, slots=True)
class Change:
    """A cell of one group that is not what it was."""

    kind: Kind
    """`lost`: no module claims it any more."""
    before: Row | None
    after: Row | None

    @property
    def row(self) -> Row:
        """The cell as it is, or as it was where it is no more."""
        found = self.after or self.before
        assert found is not None  # noqa: S101  (one of the two is always there)
        return found

    @property
    def proof(self) -> int:
        """1: proved now and not before; -1: no longer; 0: as before."""
        return _proved(self.after) - _proved(self.before)


def changes(before: Iterable[Row], after: Iterable[Row]) -> Iterator[Change]:
    """In the order of the cells that are; those that are no more come behind."""
    was = {(row.key, row.audience): row for row in before if row.modules}
    now = {(row.key, row.audience): row for row in after if row.modules}
    for place, row in now.items():
        old = was.get(place)
        if old is None:
            yield Change("added", None, row)
        elif _facts(old) != _facts(row):
            yield Change("changed", old, row)
    for place, row in was.items():
        if place not in now:
            yield Change("lost", row, None)


def turned(before: Iterable[Need], after: Iterable[Need]) -> Iterator[Need]:
    """What is asked now and was, and is proved where it was not, or the other way round."""
    was = {(need.kind, need.by, need.key): need.proved for need in before}
    for need in after:
        if was.get((need.kind, need.by, need.key), need.proved) != need.proved:
            yield need


def _proved(row: Row | None) -> int:
    return int(bool(row and row.proved_by))


def _facts(row: Row) -> Row:
    """What counts as a change: who asks for a cell, and how many are few, are no facts of it."""
    return replace(
        row, state="proved", asked_by=(), modules=tuple(sorted(row.modules)),
        proved_by=tuple(sorted(row.proved_by)), matched=(),
    )  # fmt: skip
