"""`match`: which of the right column belongs to each of the left.

Every row takes one answer, so nobody gains by choosing all of them, and wrong ones are not taken
off: with `partial` a match is worth its right pairs as a share of all, without it all or nothing.
Source: Moodle's matching question; QTI 3 `matchInteraction` with a `mapResponse` of equal pairs.
"""

from typing import Any, ClassVar, Self

from lessonkit.base.diag import Fault, fault
from lessonkit.questions.base import Interaction
from lessonkit.questions.rows import LETTERS, Rowed, count_faults, keyed_feedbacks, twice_faults
from lessonkit.text.body import Body, Value

MOST = 26
"""Rows: the right column is named by the letters of the alphabet."""


class Match(Rowed):
    """Rows of two cells: what is asked, and what belongs to it."""

    type_name: ClassVar[str] = "match"

    @classmethod
    def from_body(
        cls,
        common: dict[str, Any],
        options: dict[str, Value],  # noqa: ARG003  (the contract)
        body: Body,
        lang: str,  # noqa: ARG003  (the contract)
    ) -> tuple[Self | None, list[Fault]]:
        """Faults: not two columns; fewer than two rows, or too many; a cell empty or twice."""
        if body.head and len(body.head) != 2:
            return None, [fault("LK655", body.head[0].span, count=len(body.head))]
        faults = [
            fault("LK653", cell.span, block=cls.type_name)
            for row in body.rows
            for cell, words in zip(row, (bool(row[0]), row[1].plain()), strict=True)
            if not words
        ]
        faults += count_faults(body, cls.type_name, len(body.rows), least=2, most=MOST)
        for column in (0, 1):
            faults += twice_faults(row[column] for row in body.rows)
        said, more = keyed_feedbacks(body.keyed, len(body.rows))
        faults += more
        if faults or not body.rows:
            return None, faults
        return cls(**common, head=body.head, rows=body.rows, feedbacks=said), []

    def score(self, answer: Any) -> float:
        """`answer`: for each row the place, from 0, of the row whose right cell was chosen."""
        return self._share(int(chosen) == place for place, chosen in enumerate(answer))

    def interaction(self) -> Interaction:
        """Both columns are letters in the author's order."""
        pairs = tuple(f"{letter}.{letter}" for letter in LETTERS[: len(self.rows)])
        return Interaction("matching", (pairs,))

    def data(self) -> dict[str, Any]:
        """`count`: how many rows there are; the right answer to each is its own place."""
        return self._common_data() | {"count": len(self.rows)}

    def longest_answer(self) -> Any:
        """The last one for all."""
        return [len(self.rows) - 1] * len(self.rows)
