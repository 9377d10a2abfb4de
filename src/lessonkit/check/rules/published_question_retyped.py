"""A published question is of another type now.

Vì sao:
    Câu trả lời cũ không hợp với loại câu hỏi mới, mà điểm cũ thì vẫn được tính cho nó.

Why:
    Old answers do not fit the new type, while their scores still count for it.

Wrong:
    :::{truefalse} Bạn làm gì trước?
    :id: lam-gi
    :objective: muc-tieu
    :answer: true

    > true: Đúng vậy.
    > false: Chưa đúng.
    :::

Right:
    :::{choice} Bạn làm gì trước?
    :id: lam-gi
    :objective: muc-tieu

    - [x] Cúp máy
      > Đúng vậy.
    - [ ] Chuyển tiền
      > Đừng vội.
    - [ ] Đọc mã OTP
      > Mã này chỉ để bạn tự nhập.
    :::

Beside: LK246

Source:
    Project's rule: an update takes nothing from those who have learned.
"""

from collections.abc import Iterator

from lessonkit.base.diag import Finding, Severity
from lessonkit.check.published import kept
from lessonkit.check.rule import Rule
from lessonkit.model.index import Index
from lessonkit.model.module import Module


def find(module: Module, index: Index) -> Iterator[Finding]:
    """At the question."""
    for asked, was, now in kept(module, index):
        if was.type != now.type:
            yield Finding(
                asked.span, {"id": asked.question.id, "type": now.type, "before": was.type}
            )


RULE = Rule("LK241", "published-question-retyped", Severity.ERROR, "0.1", find, shared=True)
