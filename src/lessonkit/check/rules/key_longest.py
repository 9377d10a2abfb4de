"""The right option is much longer than every wrong one.

Vì sao:
    Người học tinh ý sẽ chọn câu dài nhất mà không cần đọc. Tỉ lệ do dự án chọn ([check.limits]
    key_ratio).

Why:
    A test-wise learner takes the longest one without reading. The ratio is the project's choice
    (key_ratio in [check.limits]).

Wrong:
    :::{choice} Bạn nên làm gì khi người lạ giục chuyển tiền?
    :id: khi-bi-giuc
    :objective: muc-tieu

    - [ ] Chuyển ngay
      > Chuyển rồi thì khó lấy lại.
    - [x] Cúp máy, tự tìm số chính thức của cơ quan rồi gọi lại để hỏi
      > Đúng. Bạn có thời gian kiểm tra.
    - [ ] Chuyển một nửa
      > Chuyển ít cũng khó lấy lại.
    :::

Right:
    :::{choice} Bạn nên làm gì khi người lạ giục chuyển tiền?
    :id: khi-bi-giuc
    :objective: muc-tieu

    - [ ] Chuyển ngay cho kịp
      > Chuyển rồi thì khó lấy lại.
    - [x] Cúp máy và gọi lại
      > Đúng. Bạn có thời gian kiểm tra.
    - [ ] Chuyển trước một nửa
      > Chuyển ít cũng khó lấy lại.
    :::

Source:
    Haladyna, Downing & Rodriguez 2002, Applied Measurement in Education 15(3), 309-334: choices
    are of about equal length. The ratio is the project's choice.
"""

from collections.abc import Iterator

from lessonkit.base.diag import Finding, Severity
from lessonkit.check.items import choices
from lessonkit.check.rule import Rule
from lessonkit.model.index import Index
from lessonkit.model.module import Module
from lessonkit.text.tieng import count

LEAST = 4
"""Tiếng by which it must be longer: among options of one or two words a ratio says nothing."""


def find(module: Module, index: Index) -> Iterator[Finding]:
    """At the right option; where several are right, all of them must stand out."""
    ratio = index.limits.key_ratio
    for item in choices(module):
        right = [(count(text), one) for text, one in item.pairs() if one.right]
        wrong = max((count(text) for text, one in item.pairs() if not one.right), default=0)
        if not right or not wrong:
            continue
        key, option = min(right, key=lambda pair: pair[0])
        if key > wrong * ratio and key >= wrong + LEAST:
            yield Finding(option.text.span, {"key": key, "wrong": wrong})


RULE = Rule("LK626", "key-longest", Severity.WARNING, "0.1", find)
