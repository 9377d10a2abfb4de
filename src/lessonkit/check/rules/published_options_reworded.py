"""Options of a published question have other words, or there are more of them.

Vì sao:
    Người học đã chọn theo lời cũ. Trang học giữ điểm nhưng không hiện lại câu trả lời cũ, vì lời
    mới có thể mang nghĩa khác.

Why:
    Learners chose by the old words. The page keeps the score and does not show the old answer
    again, for the new words may mean something else.

Wrong:
    :::{choice} Bạn làm gì trước?
    :id: lam-gi
    :objective: muc-tieu

    - [x] Cúp máy
      > Đúng vậy.
    - [ ] Chuyển tiền
      > Đừng vội.
    - [ ] Đọc to mã OTP
      > Mã này chỉ để bạn tự nhập.
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
from lessonkit.check.published import kept, moved
from lessonkit.check.rule import Rule
from lessonkit.model.index import Index
from lessonkit.model.module import Module


def find(module: Module, index: Index) -> Iterator[Finding]:
    """At the question."""
    for asked, was, now in kept(module, index):
        same = was.type != now.type or was.targets == now.targets
        if not same and not moved(was.targets, now.targets):
            yield Finding(asked.span, {"id": asked.question.id})


RULE = Rule("LK243", "published-options-reworded", Severity.WARNING, "0.1", find, shared=True)
