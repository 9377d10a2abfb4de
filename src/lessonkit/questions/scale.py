"""`scale`: how much, how often, how sure; a list of labels from one end to the other.

There is no right answer, so nothing is scored and nothing counts for completion. A platform is told
the answer as a survey's (`likert`), with the result `neutral`. Source: SCORM 1.2 RTE 3.4.4, SCORM
2004 RTE 4.2.9; QTI 3, whose items without a response processing have no score.
"""

from typing import Any, ClassVar, Self

from lessonkit.base.diag import Fault
from lessonkit.questions.base import Interaction, Question, Reply
from lessonkit.questions.printed import Printed, ticked
from lessonkit.questions.rows import count_faults, row_replies, twice_faults
from lessonkit.text.body import Body, Option, Value


class Scale(Question):
    """Labels, in the author's order; each may have a feedback."""

    type_name: ClassVar[str] = "scale"
    assessed: ClassVar[bool] = False

    options: tuple[Option, ...]

    @classmethod
    def from_body(
        cls,
        common: dict[str, Any],
        options: dict[str, Value],  # noqa: ARG003  (the contract)
        body: Body,
        lang: str,  # noqa: ARG003  (the contract)
    ) -> tuple[Self | None, list[Fault]]:
        """Faults: fewer than two labels, too many, one of them empty or twice."""
        labels = tuple(option.text for option in body.options)
        faults = count_faults(body, cls.type_name, len(labels), least=2)
        faults += twice_faults(labels)
        return (None, faults) if faults or not labels else (cls(**common, options=body.options), [])

    def score(self, answer: Any) -> float:  # noqa: ARG002  (the contract)
        """Never anything."""
        return 0.0

    def interaction(self) -> Interaction:
        """No response is the right one."""
        return Interaction("likert", ())

    def data(self) -> dict[str, Any]:
        """`count`: how many labels there are."""
        return self._common_data() | {"count": len(self.options)}

    def longest_answer(self) -> Any:
        """The place of the last label."""
        return len(self.options) - 1

    def printed(self) -> Printed:
        """Circles; nothing is right."""
        lines = ticked(self.options, range(len(self.options)), keyed=False)
        return Printed("scale", "circle", lines)

    def replies(self) -> tuple[Reply, ...]:
        """One a label that has one."""
        said = tuple(option.feedback for option in self.options)
        return (*row_replies(said), *self._general())
