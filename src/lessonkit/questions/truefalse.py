"""`truefalse`: is the statement true?"""

from typing import Any, ClassVar, Self

from lessonkit.base.diag import Fault, fault
from lessonkit.questions.base import Interaction, Question, Reply
from lessonkit.questions.printed import TICK, Line, Printed
from lessonkit.text.body import Body, Value
from lessonkit.text.inline import Prose

_TRUE = {"true", "đúng", "dung", "có"}
_FALSE = {"false", "sai", "không"}


class TrueFalse(Question):
    """A statement and whether it holds."""

    type_name: ClassVar[str] = "truefalse"
    option_names: ClassVar[frozenset[str]] = frozenset({"answer"})
    without: ClassVar[frozenset[str]] = frozenset({"feedback-partly"})

    answer: bool
    feedback_true: Prose | None = None
    """Shown to who says that it is true."""
    feedback_false: Prose | None = None

    @classmethod
    def from_body(
        cls,
        common: dict[str, Any],
        options: dict[str, Value],
        body: Body,
        lang: str,  # noqa: ARG003  (the contract)
    ) -> tuple[Self | None, list[Fault]]:
        """Faults: no answer, or one that is neither true nor false; a list; a feedback twice."""
        given = options.get("answer")
        faults = [fault("LK604", span) for span in body.extra]
        if given is None:
            faults.append(fault("LK606", body.span))
        elif given.text.lower() not in _TRUE | _FALSE:
            faults.append(
                fault("LK120", given.span, option="answer", value=given.text, allowed="true, false")
            )
        if body.options:
            faults.append(fault("LK607", body.options[0].text.span, type=cls.type_name))
        faults += _twice(body)
        if faults or given is None:
            return None, faults
        said = {line.text: line.feedback for line in body.keyed}
        return cls(
            **common,
            answer=given.text.lower() in _TRUE,
            feedback_true=said.get("true"),
            feedback_false=said.get("false"),
        ), []

    def score(self, answer: Any) -> float:
        """`answer`: a boolean."""
        return 1.0 if answer is self.answer else 0.0

    def interaction(self) -> Interaction:
        """The pattern is `true` or `false`; 1.2 writes its first letter."""
        return Interaction("true-false", (("true" if self.answer else "false",),))

    def data(self) -> dict[str, Any]:
        """`answer`: the boolean."""
        return self._common_data() | {"answer": self.answer}

    def longest_answer(self) -> Any:
        """The longer word."""
        return False

    def targets(self) -> tuple[Prose, ...]:
        """None: true and false stay what they are."""
        return ()

    def printed(self) -> Printed:
        """Two circles."""
        pairs = (("true", self.feedback_true), ("false", self.feedback_false))
        right = "true" if self.answer else "false"
        lines = (
            Line("", None, word=word, key=TICK if word == right else "", reply=said)
            for word, said in pairs
        )
        return Printed("truefalse", "circle", tuple(lines))

    def replies(self) -> tuple[Reply, ...]:
        """Up to one for each truth."""
        pairs = (("true", self.feedback_true), ("false", self.feedback_false))
        return (*(Reply(key, text) for key, text in pairs if text is not None), *self._general())


def _twice(body: Body) -> list[Fault]:
    """A second feedback on the same answer would be lost."""
    seen = set()
    faults = []
    for line in body.keyed:
        if line.text in seen:
            faults.append(fault("LK614", line.span, answer=line.text))
        seen.add(line.text)
    return faults
