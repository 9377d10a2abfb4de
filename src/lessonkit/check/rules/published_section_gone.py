"""A published section has another id now, or is gone.

Vì sao:
    Chỗ đang học và dấu đã xem được giữ theo mã của phần. Mã không còn thì người học dở dang phải
    tự tìm lại chỗ, và liên kết đã gửi tới phần ấy dẫn về đầu bài.

Why:
    The place and what was seen are kept under the id of a section. Where it is gone, learners in
    the middle have to find their place again, and links to the section lead to the beginning.

Wrong:
    ## Cúp máy {#cup-may}

    Người lạ giục bạn chuyển tiền.

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

Right:
    ## Cúp máy {#cup-ngay}

    Người lạ giục bạn chuyển tiền.

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
    """At the front matter; names the section that has the same title."""
    was, now = versions(module, index)
    return gone(module, was.sections, now.sections, str)


RULE = Rule(
    "LK244", "published-section-gone", Severity.WARNING, "0.1", find, whole=True, shared=True
)
