"""A question has only two options.

Vì sao:
    Hai lựa chọn thì đoán bừa cũng đúng một nửa. Ba lựa chọn thường là vừa.

Why:
    With two options half the guesses are right. Three are mostly enough.

Wrong:
    :::{choice} Bạn nên gọi số nào để kiểm tra?
    :id: goi-so
    :objective: muc-tieu

    - [x] Số in trên thẻ
      > Đúng. Số này do bạn tự tìm.
    - [ ] Số vừa gọi đến
      > Đó là số của họ.
    :::

Right:
    :::{choice} Bạn nên gọi số nào để kiểm tra?
    :id: goi-so
    :objective: muc-tieu

    - [x] Số in trên thẻ
      > Đúng. Số này do bạn tự tìm.
    - [ ] Số vừa gọi đến
      > Đó là số của họ.
    - [ ] Số trong tin nhắn
      > Đó cũng là số của họ.
    :::

Source:
    Rodriguez 2005, Three options are optimal for multiple-choice items, Educational Measurement:
    Issues and Practice 24(2), 3-13.
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
        if len(item.texts) == 2:
            yield Finding(item.asked.span)


RULE = Rule("LK638", "options-few", Severity.WARNING, "0.1", find, shared=True)
