"""`reflect`: an open question for the learner's own notes.

Nothing is right or wrong, so nothing is scored and nothing counts for completion. The note is the
learner's: it is kept with the state, as far as it fits, and never told a platform as an answer,
though SCORM 2004 has `long-fill-in` with `neutral` for it (RTE 4.2.9); 1.2 has no more than 255
characters. Who knows that a teacher reads along writes something else.
"""

from typing import Any, ClassVar, Self

from lessonkit.base.diag import Fault, fault
from lessonkit.questions.base import Interaction, Question, Reply
from lessonkit.questions.printed import Printed
from lessonkit.text.body import Body, Value
from lessonkit.text.inline import Prose

LONGEST = 2000
"""Characters of a note that the field takes."""


class Reflect(Question):
    """What is asked is enough."""

    type_name: ClassVar[str] = "reflect"
    assessed: ClassVar[bool] = False

    @classmethod
    def from_body(
        cls,
        common: dict[str, Any],
        options: dict[str, Value],  # noqa: ARG003  (the contract)
        body: Body,
        lang: str,  # noqa: ARG003  (the contract)
    ) -> tuple[Self | None, list[Fault]]:
        """Faults: options to choose from."""
        if body.options:
            return None, [fault("LK607", body.options[0].text.span, type=cls.type_name)]
        return cls(**common), []

    def score(self, answer: Any) -> float:  # noqa: ARG002  (the contract)
        """Never anything."""
        return 0.0

    def interaction(self) -> Interaction:
        """What it would be; the player tells none."""
        return Interaction("long-fill-in", ())

    def data(self) -> dict[str, Any]:
        """`most`: characters that a note may have."""
        return self._common_data() | {"most": LONGEST}

    def longest_answer(self) -> Any:
        """A note of three hundred letters; every third with a mark."""
        return "aaạ" * 100

    def targets(self) -> tuple[Prose, ...]:
        """None: what is typed stays what it is."""
        return ()

    def printed(self) -> Printed:
        """Room to write."""
        return Printed("reflect", rules=4)

    def replies(self) -> tuple[Reply, ...]:
        """What is said whatever was noted."""
        return self._general()
