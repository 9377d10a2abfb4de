"""A question that is scored gives no points.

Vì sao:
    Câu hỏi này không ảnh hưởng đến điểm. Nếu bạn muốn thế thì không sao.

Why:
    It does not change the score. That may be what you want.

Wrong:
    :::{truefalse} Số lạ gọi thì luôn là lừa đảo.
    :id: so-la
    :objective: muc-tieu
    :points: 0
    :answer: false

    > true: Có khi là người quen đổi số.
    > false: Đúng vậy.
    :::

Right:
    :::{truefalse} Số lạ gọi thì luôn là lừa đảo.
    :id: so-la
    :objective: muc-tieu
    :answer: false

    > true: Có khi là người quen đổi số.
    > false: Đúng vậy.
    :::

Source:
    A measured value; no verdict.
"""

from collections.abc import Iterator

from lessonkit.base.diag import Finding, Severity
from lessonkit.check.option_lines import option_line
from lessonkit.check.rule import Rule
from lessonkit.check.survey import survey
from lessonkit.model.index import Index
from lessonkit.model.module import Module


def find(module: Module, _index: Index) -> Iterator[Finding]:
    """At the option line."""
    for asked in survey(module).asked:
        if asked.question.assessed and asked.question.points == 0:
            span = option_line(module, asked, "points", "0")
            yield Finding(span, {"id": asked.question.id})


RULE = Rule("LK634", "points-zero", Severity.INFO, "0.1", find, shared=True)
