"""A question has more options than a learner can weigh.

Vì sao:
    Thêm lựa chọn sai không làm câu hỏi tốt hơn, chỉ làm nó dài. Con số do dự án chọn
    ([check.limits] options).

Why:
    More wrong options do not make a better question, only a longer one. The number is the
    project's choice (options in [check.limits]).

Wrong:
    :::{choice} Bạn gọi số nào để phản ánh cuộc gọi lừa đảo?
    :id: so-nao
    :objective: muc-tieu
    :feedback-wrong: Hãy xem lại bài.

    - [ ] 111
    - [ ] 112
    - [ ] 113
    - [ ] 114
    - [ ] 115
    - [x] 156
      > Đúng.
    - [ ] 1080
    :::

Right:
    :::{choice} Bạn gọi số nào để phản ánh cuộc gọi lừa đảo?
    :id: so-nao
    :objective: muc-tieu
    :feedback-wrong: Hãy xem lại bài.

    - [ ] 113
    - [ ] 115
    - [x] 156
      > Đúng.
    :::

Source:
    Haladyna, Downing & Rodriguez 2002, Applied Measurement in Education 15(3), 309-334: as many
    choices as work, three mostly. The limit is the project's choice.
"""

from collections.abc import Iterator

from lessonkit.base.diag import Finding, Severity
from lessonkit.check.items import choices
from lessonkit.check.rule import Rule
from lessonkit.model.index import Index
from lessonkit.model.module import Module


def find(module: Module, index: Index) -> Iterator[Finding]:
    """At the question."""
    limit = index.limits.options
    for item in choices(module):
        if len(item.texts) > limit:
            yield Finding(item.asked.span, {"count": len(item.texts), "limit": limit})


RULE = Rule("LK637", "options-many", Severity.INFO, "0.1", find, shared=True)
