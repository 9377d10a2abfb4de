"""A published question is no longer there, so its answers and scores are orphans.

Vì sao:
    Điểm và câu trả lời của người học được giữ theo mã của câu hỏi. Mã không còn thì phần ấy mất,
    dù câu hỏi chỉ được đổi tên.

Why:
    Scores and answers are kept under the id of a question. Where the id is gone they are lost,
    though the question was only renamed.

Wrong:
    :::{choice} Bạn làm gì trước?
    :id: viec-dau-tien
    :objective: muc-tieu

    - [x] Cúp máy
      > Đúng vậy.
    - [ ] Chuyển tiền
      > Đừng vội.
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
from lessonkit.check.published import gone, versions
from lessonkit.check.rule import Rule
from lessonkit.model.index import Index
from lessonkit.model.module import Module


def find(module: Module, index: Index) -> Iterator[Finding]:
    """At the front matter; names the question that now asks the same."""
    was, now = versions(module, index)
    return gone(module, was.questions, now.questions, lambda one: one.ask)


RULE = Rule(
    "LK240", "published-question-gone", Severity.ERROR, "0.1", find, whole=True, shared=True
)
