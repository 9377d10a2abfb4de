"""An objective is taught but no question assesses it.

Vì sao:
    Không có câu hỏi thì cả bạn lẫn người học đều không biết mục tiêu đã đạt chưa.

Why:
    Without a question neither you nor the learner can know whether the objective was reached.

Wrong:
    ## Ba dấu hiệu {objective="muc-tieu"}

    Họ xưng danh, giục gấp và đòi tiền.

Right:
    ## Ba dấu hiệu {objective="muc-tieu"}

    Họ xưng danh, giục gấp và đòi tiền.

    :::{truefalse} Người lạ giục bạn chuyển tiền thì đáng tin.
    :id: giuc-chuyen
    :objective: muc-tieu
    :answer: false

    > true: Giục gấp là dấu hiệu lừa đảo.
    > false: Đúng vậy.
    :::

Beside: LK220

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
    """At the objective; one that is not even taught is `objective-unused`."""
    seen = survey(module)
    for place, objective in enumerate(module.meta.objectives):
        if objective.id in seen.taught and objective.id not in seen.assessed:
            yield Finding(module.place(f"objectives[{place}]"), {"id": objective.id})


RULE = Rule(
    "LK203", "objective-not-assessed", Severity.WARNING, "0.1", find, whole=True, shared=True
)
