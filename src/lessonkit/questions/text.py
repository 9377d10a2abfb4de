"""`text`: a short answer in words."""

import re
import unicodedata
from typing import Any, ClassVar, Literal, Self

from pydantic import BaseModel, ConfigDict

from lessonkit.base.diag import Fault, fault
from lessonkit.questions.base import Interaction, Question, Reply
from lessonkit.questions.printed import Printed
from lessonkit.text.body import AnswerLine, Body, Value
from lessonkit.text.inline import Prose

Match = Literal["exact", "case", "fold"]


class TextAnswer(BaseModel):
    """One line `= a | b`: ways to write one right answer."""

    model_config = ConfigDict(frozen=True, extra="forbid", strict=True)

    texts: tuple[str, ...]
    feedback: Prose | None


class ShortText(Question):
    """Right when what was typed equals one of the answers under `match`."""

    type_name: ClassVar[str] = "text"
    option_names: ClassVar[frozenset[str]] = frozenset({"match"})
    without: ClassVar[frozenset[str]] = frozenset({"feedback-partly"})

    answers: tuple[TextAnswer, ...]
    match: Match = "case"
    """exact: letter by letter · case: capitals do not matter · fold: nor Latin marks, `đ` is `d`.

    White space at the ends and repeated within never matters.
    """

    @classmethod
    def from_body(
        cls,
        common: dict[str, Any],
        options: dict[str, Value],
        body: Body,
        lang: str,  # noqa: ARG003  (the contract)
    ) -> tuple[Self | None, list[Fault]]:
        """Faults: no answer line, an empty one, a `match` that is none."""
        faults = [fault("LK604", span) for span in body.extra]
        if body.options:
            faults.append(fault("LK607", body.options[0].text.span, type=cls.type_name))
        if not body.answers:
            faults.append(fault("LK608", body.span, type=cls.type_name))
        answers = tuple(
            TextAnswer(texts=variants(line), feedback=line.feedback) for line in body.answers
        )
        faults += [
            fault("LK609", line.span)
            for line, answer in zip(body.answers, answers, strict=True)
            if not answer.texts
        ]
        how = options.get("match")
        if how is not None and how.text not in ("exact", "case", "fold"):
            faults.append(
                fault(
                    "LK120", how.span, option="match", value=how.text, allowed="exact, case, fold"
                )
            )
        if faults:
            return None, faults
        given = {} if how is None else {"match": how.text}
        return cls(**common, answers=answers, **given), []  # type: ignore[arg-type]  # checked just above

    def score(self, answer: Any) -> float:
        """`answer`: what was typed."""
        typed = normal(str(answer), self.match)
        keys = (normal(text, self.match) for line in self.answers for text in line.texts)
        return 1.0 if typed and typed in keys else 0.0

    def interaction(self) -> Interaction:
        """Every accepted way to write it is a pattern of its own."""
        texts = dict.fromkeys(text for line in self.answers for text in line.texts)
        return Interaction("fill-in", tuple((text,) for text in texts))

    def data(self) -> dict[str, Any]:
        """`answers`: lists of ways, in the order of the lines; `match`."""
        lines = [list(line.texts) for line in self.answers]
        return self._common_data() | {"answers": lines, "match": self.match}

    def longest_answer(self) -> Any:
        """Twice the longest answer that is right, or sixty letters; every third with a mark."""
        longest = max(len(text) for line in self.answers for text in line.texts)
        return "aaạ" * (max(60, 2 * longest) // 3)

    def targets(self) -> tuple[Prose, ...]:
        """None: what is typed stays what it is."""
        return ()

    def printed(self) -> Printed:
        """A line to write on."""
        texts = tuple(text for line in self.answers for text in line.texts)
        return Printed("text", rules=1, solution=(texts,))

    def replies(self) -> tuple[Reply, ...]:
        """One an answer line that has one."""
        own = (
            Reply(str(place), line.feedback)
            for place, line in enumerate(self.answers)
            if line.feedback is not None
        )
        return (*own, *self._general())


def variants(line: AnswerLine) -> tuple[str, ...]:
    """The ways of one line, split at bars that are not escaped."""
    parts = re.split(r"(?<!\\)\|", line.text)
    return tuple(text for text in (part.replace("\\|", "|").strip() for part in parts) if text)


_MARKS = re.compile("[\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]")
"""Those of Latin letters: in Khmer, Cham or Thai a mark may be the vowel or the tone."""


def _fold(text: str) -> str:
    """Lower case without marks, `đ` as `d`: how Vietnamese is typed without its keyboard."""
    return _MARKS.sub("", unicodedata.normalize("NFD", text.lower().replace("đ", "d")))


def normal(text: str, match: Match) -> str:
    """The form in which two answers are compared; must agree with player/questions/text.js."""
    tidy = re.sub(r"\s+", " ", unicodedata.normalize("NFC", text)).strip()
    if match == "exact":
        return tidy
    return _fold(tidy) if match == "fold" else tidy.lower()
