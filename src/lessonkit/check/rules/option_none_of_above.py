"""An option says that none of the others is right.

Vì sao:
    Chọn “không đáp án nào” chỉ cho thấy người học biết điều sai, chưa chắc biết điều đúng. Các
    nghiên cứu không thống nhất, nên đây là thông tin.

Why:
    It shows that a learner knows what is wrong, not what is right. Studies disagree; so this is
    information.

Wrong:
    :::{choice} Ai được hỏi mã OTP của bạn?
    :id: ai-duoc-hoi
    :objective: muc-tieu

    - [ ] Nhân viên ngân hàng
      > Ngân hàng không hỏi mã.
    - [ ] Công an
      > Công an không hỏi mã.
    - [x] Không đáp án nào đúng
      > Đúng. Mã chỉ để bạn tự nhập.
    :::

Right:
    :::{choice} Ai được hỏi mã OTP của bạn?
    :id: ai-duoc-hoi
    :objective: muc-tieu

    - [ ] Nhân viên ngân hàng
      > Ngân hàng không hỏi mã.
    - [ ] Công an
      > Công an không hỏi mã.
    - [x] Không ai cả
      > Đúng. Mã chỉ để bạn tự nhập.
    :::

Source:
    Haladyna, Downing & Rodriguez 2002, Applied Measurement in Education 15(3), 309-334:
    none-of-the-above is to be used with care.
"""

from collections.abc import Iterator

from lessonkit.base.diag import Finding, Severity
from lessonkit.check.items import choices, says, spoken
from lessonkit.check.phrases import phrases
from lessonkit.check.rule import Rule
from lessonkit.model.index import Index
from lessonkit.model.module import Module


def find(module: Module, _index: Index) -> Iterator[Finding]:
    """At the option."""
    said = spoken(module, phrases(module.meta.lang).none_of_above)
    for item in choices(module) if said else ():
        for words, (text, option) in zip(item.bares, item.pairs(), strict=True):
            if says(words, said):
                yield Finding(option.text.span, {"text": text})


RULE = Rule("LK624", "option-none-of-above", Severity.INFO, "0.1", find)
