"""An option says that all, or several, of the others are right.

Vì sao:
    Chỉ cần thấy hai lựa chọn đúng là đoán ra “tất cả”, không cần biết cái thứ ba. Muốn nhiều đáp
    án thì đánh dấu [x] nhiều dòng.

Why:
    Seeing two right ones is enough to guess “all”, without knowing the third. For several right
    answers mark several with [x].

Wrong:
    :::{choice} Kẻ lừa đảo thường làm gì?
    :id: thuong-lam-gi
    :objective: muc-tieu

    - [ ] Xưng danh công an
      > Chưa đủ.
    - [ ] Giục bạn làm ngay
      > Chưa đủ.
    - [x] Tất cả các đáp án trên
      > Đúng.
    :::

Right:
    :::{choice} Kẻ lừa đảo thường làm gì?
    :id: thuong-lam-gi
    :objective: muc-tieu

    - [x] Xưng danh công an
      > Đúng.
    - [x] Giục bạn làm ngay
      > Đúng.
    - [ ] Mời bạn đến trụ sở
      > Đó là cách làm việc của công an thật.
    :::

Source:
    Haladyna, Downing & Rodriguez 2002, Applied Measurement in Education 15(3), 309-334:
    all-of-the-above is to be avoided.
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
    said = spoken(module, phrases(module.meta.lang).all_of_above)
    for item in choices(module) if said else ():
        for words, (text, option) in zip(item.bares, item.pairs(), strict=True):
            if says(words, said):
                yield Finding(option.text.span, {"text": text})


RULE = Rule("LK623", "option-all-of-above", Severity.WARNING, "0.1", find)
