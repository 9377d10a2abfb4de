"""`order`: put things in their right order.

With `partial` an order is worth the share of things that stand in their right place, which is what
a learner sees marked; without it, all or nothing. Source: Moodle's ordering question, whose way to
grade is the absolute position; QTI 3 `orderInteraction` knows all or nothing (`match_correct`).
"""

from typing import Any, ClassVar, Self

from lessonkit.base.diag import Fault
from lessonkit.questions.base import Interaction
from lessonkit.questions.printed import Line, Printed
from lessonkit.questions.rows import LETTERS, Rowed, count_faults, twice_faults
from lessonkit.text.body import Body, Value


class Order(Rowed):
    """Rows of one cell, in the right order."""

    type_name: ClassVar[str] = "order"

    @classmethod
    def from_body(
        cls,
        common: dict[str, Any],
        options: dict[str, Value],  # noqa: ARG003  (the contract)
        body: Body,
        lang: str,  # noqa: ARG003  (the contract)
    ) -> tuple[Self | None, list[Fault]]:
        """Faults: fewer than three items, for two are never shown in their order; one twice."""
        items = tuple(row[0] for row in body.rows)
        faults = count_faults(body, cls.type_name, len(items), least=3)
        faults += twice_faults(items)
        if faults or not items:
            return None, faults
        return cls(**common, rows=body.rows, feedbacks=body.feedbacks), []

    def printed(self) -> Printed:
        """Each takes the number of its place."""
        said = self.feedbacks or (None,) * len(self.rows)
        lines = (
            Line("", self.rows[place][0], key=str(place + 1), reply=said[place])
            for place in self.mixed()
        )
        return Printed("order", "blank", tuple(lines))

    def score(self, answer: Any) -> float:
        """`answer`: places in the right order, from 0, as they stand from top to bottom."""
        return self._share(int(one) == place for place, one in enumerate(answer))

    def interaction(self) -> Interaction:
        """Letters in the right order."""
        return Interaction("sequencing", (tuple(LETTERS[: len(self.rows)]),))

    def data(self) -> dict[str, Any]:
        """`count`: how many things there are; the right order is 0, 1 …"""
        return self._common_data() | {"count": len(self.rows)}

    def longest_answer(self) -> Any:
        """Any order is as long."""
        return list(range(len(self.rows)))
