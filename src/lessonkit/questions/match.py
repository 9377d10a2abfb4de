"""`match`: which of the right column belongs to each of the left.

A row with an empty left cell adds a wrong choice to the right column. It counts for nothing.
Every row takes one answer, so nobody gains by choosing all of them, and wrong ones are not taken
off: with `partial` a match is worth its right pairs as a share of all, without it all or nothing.
Source: Moodle's matching question; QTI 3 `matchInteraction` with a `mapResponse` of equal pairs.
"""

from typing import Any, ClassVar, Self

from lessonkit.base.diag import Fault, fault
from lessonkit.questions.base import Interaction
from lessonkit.questions.printed import LETTERS as CAPITALS
from lessonkit.questions.printed import Line, Printed
from lessonkit.questions.rows import (
    LETTERS,
    Rowed,
    count_faults,
    keyed_feedbacks,
    mixed,
    twice_faults,
)
from lessonkit.text.body import Body, Value
from lessonkit.text.inline import Prose

MOST = 26
"""Choices: the right column is named by the letters of the alphabet."""


class Match(Rowed):
    """Rows of two cells: what is asked, and what belongs to it."""

    type_name: ClassVar[str] = "match"

    extra: tuple[Prose, ...] = ()
    """Choices that belong to no row; their places, and feedbacks, come after those of the rows."""

    @classmethod
    def from_body(
        cls,
        common: dict[str, Any],
        options: dict[str, Value],  # noqa: ARG003  (the contract)
        body: Body,
        lang: str,  # noqa: ARG003  (the contract)
    ) -> tuple[Self | None, list[Fault]]:
        """Faults: not two columns; too few pairs or too many choices; a cell empty or twice."""
        if body.head and len(body.head) != 2:
            return None, [fault("LK655", body.head[0].span, count=len(body.head))]
        faults = [
            fault("LK653", right.span, block=cls.type_name)
            for _, right in body.rows
            if not right.plain()
        ]
        rows = tuple(row for row in body.rows if row[0])
        faults += count_faults(body, cls.type_name, len(rows), least=2)
        if len(body.rows) > MOST:
            faults.append(fault("LK605", body.span, count=len(body.rows), limit=MOST))
        for column in (0, 1):
            faults += twice_faults(row[column] for row in body.rows)
        said, more = keyed_feedbacks(body.keyed, len(body.rows))
        faults += more
        if faults or not rows:
            return None, faults
        ordered = sorted(range(len(body.rows)), key=lambda place: not body.rows[place][0])
        return cls(
            **common,
            head=body.head,
            rows=rows,
            extra=tuple(right for left, right in body.rows if not left),
            feedbacks=tuple(said[place] for place in ordered),
        ), []

    def mixed(self) -> tuple[int, ...]:
        """The right column."""
        return mixed(self.id, len(self.rows) + len(self.extra))

    def printed(self) -> Printed:
        """Each row takes the letter of what belongs to it."""
        order = self.mixed()
        right = (*(row[1] for row in self.rows), *self.extra)
        letter = {place: CAPITALS[number] for number, place in enumerate(order)}
        said = self.feedbacks or (None,) * len(right)
        lines = (
            Line(str(place + 1), row[0], key=letter[place], reply=said[place])
            for place, row in enumerate(self.rows)
        )
        pool = tuple(Line(letter[place], right[place]) for place in order)
        return Printed("match", "blank", tuple(lines), pool)

    def score(self, answer: Any) -> float:
        """`answer`: for each row the place, from 0, of the right cell that was chosen."""
        return self._share(int(chosen) == place for place, chosen in enumerate(answer))

    def interaction(self) -> Interaction:
        """Both columns are letters in the author's order."""
        pairs = tuple(f"{letter}.{letter}" for letter in LETTERS[: len(self.rows)])
        return Interaction("matching", (pairs,))

    def data(self) -> dict[str, Any]:
        """`count`: of rows, each answered rightly by its own place; `extra`: of other choices."""
        extra = {"extra": len(self.extra)} if self.extra else {}
        return self._common_data() | {"count": len(self.rows)} | extra

    def longest_answer(self) -> Any:
        """The last choice for all."""
        return [len(self.rows) + len(self.extra) - 1] * len(self.rows)

    def pieces(self) -> tuple[Prose, ...]:
        """Every cell."""
        return (*super().pieces(), *self.extra)

    def targets(self) -> tuple[Prose, ...]:
        """Every cell but the heads of columns."""
        return (*super().targets(), *self.extra)
