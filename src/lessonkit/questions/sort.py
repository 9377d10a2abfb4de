"""`sort`: which group does each thing belong to?

Every thing takes one answer, so wrong ones are not taken off: with `partial` a sort is worth its
right answers as a share of all, without it all or nothing. Source: as for `match`.
"""

from typing import Any, ClassVar, Self

from lessonkit.base.diag import Fault, fault
from lessonkit.questions.base import Interaction
from lessonkit.questions.printed import LETTERS as CAPITALS
from lessonkit.questions.printed import Line, Printed
from lessonkit.questions.rows import LETTERS, Rowed, count_faults, mixed, twice_faults
from lessonkit.text.body import Body, Value


class Sort(Rowed):
    """Rows of a group and its members."""

    type_name: ClassVar[str] = "sort"

    @classmethod
    def from_body(
        cls,
        common: dict[str, Any],
        options: dict[str, Value],  # noqa: ARG003  (the contract)
        body: Body,
        lang: str,  # noqa: ARG003  (the contract)
    ) -> tuple[Self | None, list[Fault]]:
        """Faults: one group only; too many members; a group or a member twice."""
        members = [cell for row in body.rows for cell in row[1:]]
        faults = count_faults(body, cls.type_name, len(members), least=2)
        if len(body.rows) == 1:
            faults = [fault("LK652", body.rows[0][0].span)]
        faults += twice_faults(row[0] for row in body.rows)
        faults += twice_faults(members)
        if faults or not body.rows:
            return None, faults
        return cls(**common, rows=body.rows, feedbacks=body.feedbacks), []

    def groups(self) -> tuple[int, ...]:
        """For each member, in the author's order, the place of its group."""
        return tuple(place for place, row in enumerate(self.rows) for _ in row[1:])

    def mixed(self) -> tuple[int, ...]:
        """Members, not groups."""
        return mixed(self.id, len(self.groups()))

    def printed(self) -> Printed:
        """Each member takes the letter of its group."""
        groups = self.groups()
        members = tuple(cell for row in self.rows for cell in row[1:])
        said = self.feedbacks or (None,) * len(members)
        lines = (
            Line(str(number), members[one], key=CAPITALS[groups[one]], reply=said[one])
            for number, one in enumerate(self.mixed(), start=1)
        )
        heads = enumerate(row[0] for row in self.rows)
        pool = tuple(Line(CAPITALS[place], head) for place, head in heads)
        return Printed("sort", "blank", tuple(lines), pool)

    def score(self, answer: Any) -> float:
        """`answer`: for each member the place, from 0, of the group that was chosen."""
        pairs = zip(answer, self.groups(), strict=True)
        return self._share(int(chosen) == group for chosen, group in pairs)

    def interaction(self) -> Interaction:
        """Members and groups are letters in the author's order."""
        pairs = zip(LETTERS, self.groups(), strict=False)
        return Interaction("matching", (tuple(f"{one}.{LETTERS[group]}" for one, group in pairs),))

    def data(self) -> dict[str, Any]:
        """`groups`: of each member; `count`: how many groups there are."""
        return self._common_data() | {"groups": list(self.groups()), "count": len(self.rows)}

    def longest_answer(self) -> Any:
        """The last group for all."""
        return [len(self.rows) - 1] * len(self.groups())
