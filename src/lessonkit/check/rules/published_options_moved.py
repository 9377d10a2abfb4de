"""What answers to a published question point at is gone or stands elsewhere.

Vì sao:
    Câu trả lời được giữ theo thứ tự bạn viết các lựa chọn. Đổi chỗ hay bớt đi thì câu trả lời cũ
    không còn hiện lại được; trang học cất nó đi để không hiện nhầm sang lựa chọn khác.

Why:
    Answers are kept by the order in which options are written. Where they change places or go,
    old answers cannot be shown again; the page puts them aside, lest they be taken for others.

Wrong:
    :::{choice} Bạn làm gì trước?
    :id: lam-gi
    :objective: muc-tieu

    - [ ] Chuyển tiền
      > Đừng vội.
    - [x] Cúp máy
      > Đúng vậy.
    - [ ] Đọc mã OTP
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
    """At the question; `:shuffle:` changes the order on the screen and harms nothing."""
    for asked, was, now in kept(module, index):
        if was.type == now.type and moved(was.targets, now.targets):
            yield Finding(asked.span, {"id": asked.question.id})


RULE = Rule("LK242", "published-options-moved", Severity.ERROR, "0.1", find, shared=True)
