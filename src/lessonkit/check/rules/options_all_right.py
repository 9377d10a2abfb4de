"""Every option of a question is right.

Vì sao:
    Chọn hết là đúng, không cần đọc. Thêm một lựa chọn sai thì câu hỏi mới kiểm tra được.

Why:
    Ticking all is right without reading. One wrong option makes it a question.

Wrong:
    :::{choice} Dấu hiệu nào là của kẻ lừa đảo?
    :id: dau-hieu-nao
    :objective: muc-tieu

    - [x] Xưng danh công an
      > Đúng.
    - [x] Giục bạn làm ngay
      > Đúng.
    - [x] Đòi mã OTP
      > Đúng.
    :::

Right:
    :::{choice} Dấu hiệu nào là của kẻ lừa đảo?
    :id: dau-hieu-nao
    :objective: muc-tieu

    - [x] Xưng danh công an
      > Đúng.
    - [x] Giục bạn làm ngay
      > Đúng.
    - [ ] Mời bạn đến trụ sở
      > Công an thật làm như vậy.
    :::

Source:
    The project's own choice: an item that cannot be answered wrongly measures nothing.
"""

from collections.abc import Iterator

from lessonkit.base.diag import Finding, Severity
from lessonkit.check.items import choices
from lessonkit.check.rule import Rule
from lessonkit.model.index import Index
from lessonkit.model.module import Module


def find(module: Module, _index: Index) -> Iterator[Finding]:
    """At the question."""
    for item in choices(module):
        if not item.wrong():
            yield Finding(item.asked.span)


RULE = Rule("LK640", "options-all-right", Severity.INFO, "0.1", find, shared=True)
