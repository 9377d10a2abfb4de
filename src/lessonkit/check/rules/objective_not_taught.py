"""A question assesses an objective that no section teaches.

Vì sao:
    Hỏi điều chưa dạy dễ làm người học nản. Dấu hiệu này yếu, vì công cụ chỉ thấy phần nào có nêu
    mục tiêu hoặc có câu hỏi kèm bài đọc, nên đây chỉ là thông tin.

Why:
    Asking what was not taught discourages. The evidence is weak: only headings that name the
    objective, and sections with text and a question, are seen. So this is information.

Wrong:
    ## Câu hỏi

    :::{truefalse} Người lạ giục bạn chuyển tiền thì đáng tin.
    :id: giuc-chuyen
    :objective: muc-tieu
    :answer: false

    > true: Giục gấp là dấu hiệu lừa đảo.
    > false: Đúng vậy.
    :::

Right:
    ## Giục gấp

    Kẻ lừa đảo giục bạn làm ngay để bạn khỏi kịp nghĩ.

    :::{truefalse} Người lạ giục bạn chuyển tiền thì đáng tin.
    :id: giuc-chuyen
    :objective: muc-tieu
    :answer: false

    > true: Giục gấp là dấu hiệu lừa đảo.
    > false: Đúng vậy.
    :::

Source:
    Biggs 1996, Enhancing teaching through constructive alignment, Higher Education 32, 347-364;
    what counts as taught is the project's choice.
"""

from collections.abc import Iterator

from lessonkit.base.diag import Finding, Severity
from lessonkit.check.rule import Rule
from lessonkit.check.survey import survey
from lessonkit.model.index import Index
from lessonkit.model.module import Module


def find(module: Module, _index: Index) -> Iterator[Finding]:
    """At the objective."""
    seen = survey(module)
    for place, objective in enumerate(module.meta.objectives):
        if objective.id in seen.assessed and objective.id not in seen.taught:
            yield Finding(module.place(f"objectives[{place}]"), {"id": objective.id})


RULE = Rule("LK204", "objective-not-taught", Severity.INFO, "0.1", find, whole=True, shared=True)
