"""A question is tied to no objective.

Vì sao:
    Kết quả của câu này không được tính cho mục tiêu nào.

Why:
    What is answered here counts for no objective.

Wrong:
    :::{truefalse} Số lạ gọi thì luôn là lừa đảo.
    :id: so-la
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
    Biggs 1996, Enhancing teaching through constructive alignment, Higher Education 32, 347-364.
"""

from collections.abc import Iterator

from lessonkit.base.diag import Finding, Severity
from lessonkit.check.rule import Rule
from lessonkit.check.survey import survey
from lessonkit.model.index import Index
from lessonkit.model.module import Module


def find(module: Module, _index: Index) -> Iterator[Finding]:
    """At the question, where the module has objectives."""
    known = ", ".join(objective.id for objective in module.meta.objectives)
    for asked in survey(module).asked:
        if known and asked.question.assessed and not asked.question.objective:
            yield Finding(asked.span, {"id": asked.question.id, "known": known})


RULE = Rule(
    "LK635",
    "question-without-objective",
    Severity.INFO,
    "0.1",
    find,
    shared=True,
    keys=frozenset({"objectives"}),
)
