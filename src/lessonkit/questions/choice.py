"""`choice`: one or several of a list.

With `partial`, a multiple choice is worth its right ticks less its wrong ones, as a share of the
right options, never below 0: ticking everything earns nothing. Without it, it is all or nothing.
"""

from typing import Any, ClassVar, Self

from lessonkit.base.diag import Fault, fault
from lessonkit.questions.base import Interaction, Question, Reply
from lessonkit.questions.printed import Printed, ticked
from lessonkit.questions.rows import LETTERS, mixed
from lessonkit.text.body import Body, Option, Value


class Choice(Question):
    """Options, at least one of them right."""

    type_name: ClassVar[str] = "choice"
    option_names: ClassVar[frozenset[str]] = frozenset({"kind"})

    options: tuple[Option, ...]
    multiple: bool

    @classmethod
    def from_body(
        cls,
        common: dict[str, Any],
        options: dict[str, Value],
        body: Body,
        lang: str,  # noqa: ARG003  (the contract)
    ) -> tuple[Self | None, list[Fault]]:
        """Faults: no options, none or too many of them right, a `kind` that is none."""
        right = sum(option.right for option in body.options)
        faults = _shape_faults(body, right)
        multiple = right > 1
        kind = options.get("kind")
        if kind is not None:
            if kind.text not in ("single", "multiple"):
                faults.append(
                    fault(
                        "LK120",
                        kind.span,
                        option="kind",
                        value=kind.text,
                        allowed="single, multiple",
                    )
                )
            elif kind.text == "single" and right > 1:
                faults.append(fault("LK603", kind.span, count=right))
            multiple = kind.text == "multiple"
        if faults:
            return None, faults
        return cls(**common, options=body.options, multiple=multiple), []

    def score(self, answer: Any) -> float:
        """`answer`: the places, from 0, of the ticked options."""
        ticked = {int(place) for place in answer}
        right = {place for place, option in enumerate(self.options) if option.right}
        if ticked == right:
            return 1.0
        if not (self.partial and self.multiple):
            return 0.0
        return max(0.0, (len(ticked & right) - len(ticked - right)) / len(right))

    def interaction(self) -> Interaction:
        """Options are letters in the author's order, so that shuffling changes no report."""
        right = tuple(LETTERS[place] for place, option in enumerate(self.options) if option.right)
        return Interaction("choice", (right,))

    def data(self) -> dict[str, Any]:
        """`right`: places of the right options; `count`: how many there are."""
        right = [place for place, option in enumerate(self.options) if option.right]
        return self._common_data() | {
            "right": right,
            "count": len(self.options),
            "multiple": self.multiple,
        }

    def longest_answer(self) -> Any:
        """All of them, or the last."""
        places = list(range(len(self.options)))
        return places if self.multiple else places[-1:]

    def can_be_partly(self) -> bool:
        """Of one tick nothing is half right."""
        return self.partial and self.multiple

    def printed(self) -> Printed:
        """Lettered; where each learner meets another order, in one that hangs on the id."""
        count = len(self.options)
        order = mixed(self.id, count) if self.shuffle else range(count)
        lines = ticked(self.options, order, keyed=True)
        if self.multiple:
            return Printed("choose-several", "box", lines)
        return Printed("choose-one", "circle", lines)

    def replies(self) -> tuple[Reply, ...]:
        """One an option that has one."""
        own = (
            Reply(str(place), option.feedback)
            for place, option in enumerate(self.options)
            if option.feedback is not None
        )
        return (*own, *self._general())


def _shape_faults(body: Body, right: int) -> list[Fault]:
    faults = [fault("LK604", span) for span in body.extra]
    if len(body.options) < 2 and not faults:
        faults.append(fault("LK601", body.span, count=len(body.options)))
    elif right == 0 and len(body.options) > 1:
        faults.append(fault("LK602", body.span))
    if len(body.options) > len(LETTERS):
        faults.append(fault("LK605", body.span, count=len(body.options), limit=len(LETTERS)))
    return faults
