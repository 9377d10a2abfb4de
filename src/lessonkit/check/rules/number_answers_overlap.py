"""Two answer lines of a number question overlap.

Vì sao:
    Số nằm trong cả hai dòng thì chỉ lời phản hồi của dòng đầu hiện ra; dòng sau như không có.

Why:
    For a number in both only the first line's feedback is shown; the second is dead.

Wrong:
    :::{number} Số điện thoại phản ánh cuộc gọi lừa đảo là số mấy?
    :id: so-may
    :objective: muc-tieu

    = 156
    > Đúng, số 156.

    = 150..160
    > Gần đúng.
    :::

Right:
    :::{number} Số điện thoại phản ánh cuộc gọi lừa đảo là số mấy?
    :id: so-may
    :objective: muc-tieu

    = 156
    > Đúng, số 156.
    :::

Source:
    A format rule of lessonkit: the first line that holds the number answers.
"""

from collections.abc import Iterator
from itertools import combinations

from lessonkit.base.diag import Finding, Severity
from lessonkit.check.rule import Rule
from lessonkit.check.survey import survey
from lessonkit.model.index import Index
from lessonkit.model.module import Module
from lessonkit.questions.number import Number, NumberAnswer, plain_number


def find(module: Module, _index: Index) -> Iterator[Finding]:
    """At the question."""
    for asked in survey(module).asked:
        if not isinstance(asked.question, Number):
            continue
        for one, other in combinations(asked.question.answers, 2):
            if one.low <= other.high and other.low <= one.high:
                yield Finding(asked.span, {"first": _shown(one), "second": _shown(other)})


def _shown(answer: NumberAnswer) -> str:
    low, high = plain_number(answer.low), plain_number(answer.high)
    return low if low == high else f"{low}..{high}"


RULE = Rule("LK622", "number-answers-overlap", Severity.WARNING, "0.1", find)
