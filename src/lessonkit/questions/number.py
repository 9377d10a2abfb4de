"""`number`: a number, with a tolerance.

Numbers follow the language of the module: `1.500` is 1500 in Vietnamese and 1.5 in English. Of a
learner's answer both readings are tried where only one can be meant: `2.5` is the same in either.
"""

import re
import unicodedata
from typing import Any, ClassVar, Self

from pydantic import BaseModel, ConfigDict

from lessonkit.base.diag import Fault, fault
from lessonkit.questions.base import Interaction, Question, Reply
from lessonkit.questions.printed import Printed
from lessonkit.text.body import AnswerLine, Body, Value
from lessonkit.text.inline import Prose

_POINT_LANGS = {"en", "zh", "ja", "ko", "th", "km", "lo", "my", "ms", "hi", "bn"}
"""Languages that write the decimal point; every other writes the comma (CLDR), unknown ones too."""


def _meant(text: str) -> str:
    """What a range typed with a dash, or a unit typed behind the number, was meant to be."""
    found = re.fullmatch(r"(\d[\d.,]*)\s*(?:([-–—])\s*(\d[\d.,]*)|([^\W\d_][^\d]*))", text)
    if found is None:
        return ""
    return f"= {found[1]}..{found[3]}" if found[2] else f"= {found[1]}, :unit: {found[4]}"


class NumberAnswer(BaseModel):
    """One line `= 12 ± 0,5`: everything from `low` to `high`, ends included."""

    model_config = ConfigDict(frozen=True, extra="forbid", strict=True)

    low: float
    high: float
    feedback: Prose | None


class Number(Question):
    """Right when the number typed lies in one of the ranges."""

    type_name: ClassVar[str] = "number"
    option_names: ClassVar[frozenset[str]] = frozenset({"unit"})
    without: ClassVar[frozenset[str]] = frozenset({"feedback-partly"})

    answers: tuple[NumberAnswer, ...]
    unit: str = ""
    comma: bool
    """The decimal sign is a comma."""

    @classmethod
    def from_body(
        cls, common: dict[str, Any], options: dict[str, Value], body: Body, lang: str
    ) -> tuple[Self | None, list[Fault]]:
        """Faults: no answer line, or one that is no number in this language."""
        comma = decimal_comma(lang)
        faults = [fault("LK604", span) for span in body.extra]
        if body.options:
            faults.append(fault("LK607", body.options[0].text.span, type=cls.type_name))
        if not body.answers:
            faults.append(fault("LK608", body.span, type=cls.type_name))
        answers = []
        for line in body.answers:
            answer = number_range(line, comma)
            if answer is None and not line.text:
                faults.append(fault("LK609", line.span))
            elif answer is None:
                faults.append(
                    fault(
                        "LK610",
                        line.span,
                        value=line.text,
                        example="12 ± 0,5" if comma else "12 ± 0.5",
                        near=_meant(line.text),
                    )
                )
            else:
                answers.append(answer)
        if faults:
            return None, faults
        unit = options["unit"].text if "unit" in options else ""
        return cls(**common, answers=tuple(answers), unit=unit, comma=comma), []

    def score(self, answer: Any) -> float:
        """`answer`: what was typed; the unit may be typed with it."""
        value = parse_number(str(answer), self.comma, self.unit)
        if value is None:
            return 0.0
        return 1.0 if any(line.low <= value <= line.high for line in self.answers) else 0.0

    def interaction(self) -> Interaction:
        """Least and greatest of each range; SCORM 1.2, which has one number, is told the middle."""
        return Interaction(
            "numeric",
            tuple((plain_number(line.low), plain_number(line.high)) for line in self.answers),
        )

    def data(self) -> dict[str, Any]:
        """`ranges`: [least, greatest] of each line."""
        ranges = [[line.low, line.high] for line in self.answers]
        return self._common_data() | {"ranges": ranges, "comma": self.comma, "unit": self.unit}

    def longest_answer(self) -> Any:
        """A number of nine digits with its unit."""
        return f"-123456,789 {self.unit}"

    def targets(self) -> tuple[Prose, ...]:
        """None: what is typed stays what it is."""
        return ()

    def printed(self) -> Printed:
        """A line to write on, and the unit; a range as `10–14`."""
        ways = tuple(_shown(line, self.comma) for line in self.answers)
        return Printed("number", rules=1, unit=self.unit, solution=(ways,))

    def replies(self) -> tuple[Reply, ...]:
        """One an answer line that has one."""
        own = (
            Reply(str(place), line.feedback)
            for place, line in enumerate(self.answers)
            if line.feedback is not None
        )
        return (*own, *self._general())


def _shown(line: NumberAnswer, comma: bool) -> str:
    ends = (line.low,) if line.low == line.high else (line.low, line.high)
    return "–".join(_grouped(one, comma) for one in ends)


def _grouped(value: float, comma: bool) -> str:
    """As people write it: thousands apart from five digits on, for four may be a year."""
    whole, point, rest = plain_number(abs(value)).partition(".")
    told = f"{int(whole):,}" if len(whole) > 4 else whole
    sign = "-" if value < 0 else ""
    if comma:
        told, point = told.replace(",", "."), point.replace(".", ",")
    return f"{sign}{told}{point}{rest}"


def decimal_comma(lang: str) -> bool:
    """Whether that language (BCP 47) writes the decimal comma."""
    return lang.split("-", maxsplit=1)[0].lower() not in _POINT_LANGS


def number_range(line: AnswerLine, comma: bool) -> NumberAnswer | None:
    """The range of one line, or None where it is no number; `12`, `12 ± 0,5` and `10..14`."""
    spread = re.split(r"±|\+/-|\+-", line.text)
    ends = re.split(r"\.\.\.?|…", line.text)
    if len(spread) == 2:
        middle, around = (_strict(part, comma) for part in spread)
        if middle is None or around is None or around < 0:
            return None
        return NumberAnswer(
            low=_tidy(middle - around), high=_tidy(middle + around), feedback=line.feedback
        )
    if len(ends) == 2:
        low, high = (_strict(part, comma) for part in ends)
        if low is None or high is None or low > high:
            return None
        return NumberAnswer(low=low, high=high, feedback=line.feedback)
    value = _strict(line.text, comma)
    return None if value is None else NumberAnswer(low=value, high=value, feedback=line.feedback)


def parse_number(text: str, comma: bool, unit: str = "") -> float | None:
    """The number a learner means, or None; must agree with player/questions/number.js."""
    bare = re.sub(r"\s", " ", unicodedata.normalize("NFC", text)).replace("\u2212", "-").strip()
    if unit and bare.lower().endswith(unit.lower()):
        bare = bare[: -len(unit)].strip()
    value = _strict(bare, comma)
    return value if value is not None else _strict(bare, not comma)


def plain_number(value: float) -> str:
    """Without exponent and needless zeros: `0.5`, `1500`."""
    return f"{value:.7f}".rstrip("0").rstrip(".") if value % 1 else str(int(value))


def _strict(text: str, comma: bool) -> float | None:
    decimal, group = (",", r"[. ]") if comma else (r"\.", "[, ]")
    shape = rf"[+-]?(\d+|\d{{1,3}}({group}\d{{3}})+)({decimal}\d+)?"
    bare = text.strip()
    if len(bare) > 40 or not re.fullmatch(shape, bare, re.ASCII):
        return None
    digits = re.sub(group, "", bare)
    return float(digits.replace(",", "."))


def _tidy(value: float) -> float:
    return round(value, 7)
