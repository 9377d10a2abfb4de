"""Words such as “always” stand in wrong options only.

Vì sao:
    Người học biết rằng câu có “luôn luôn”, “tuyệt đối” thường sai, nên loại ngay mà không cần
    hiểu.

Why:
    Learners know that “always” and “never” are mostly wrong, and drop such options without
    thinking.

Wrong:
    :::{choice} Số điện thoại lạ gọi đến thì sao?
    :id: so-la
    :objective: muc-tieu

    - [x] Có thể là người quen đổi số
      > Đúng.
    - [ ] Luôn luôn là kẻ lừa đảo
      > Không phải lúc nào cũng vậy.
    - [ ] Là số của cơ quan
      > Chưa chắc.
    :::

Right:
    :::{choice} Số điện thoại lạ gọi đến thì sao?
    :id: so-la
    :objective: muc-tieu

    - [x] Có thể là người quen đổi số
      > Đúng.
    - [ ] Đó là kẻ lừa đảo
      > Không phải lúc nào cũng vậy.
    - [ ] Đó là số của cơ quan
      > Chưa chắc.
    :::

Source:
    Haladyna, Downing & Rodriguez 2002, Applied Measurement in Education 15(3), 309-334: specific
    determiners are clues.
"""

from collections.abc import Iterator

from lessonkit.base.diag import Finding, Severity
from lessonkit.check.items import choices, spoken
from lessonkit.check.phrases import first_of, phrases
from lessonkit.check.rule import Rule
from lessonkit.model.index import Index
from lessonkit.model.module import Module


def find(module: Module, _index: Index) -> Iterator[Finding]:
    """At the wrong option."""
    said = spoken(module, phrases(module.meta.lang).absolutes)
    for item in choices(module) if said else ():
        found = [first_of(said, words) for words in item.bares]
        options = item.question.options
        if any(word and one.right for word, one in zip(found, options, strict=True)):
            continue
        for word, option in zip(found, options, strict=True):
            if word:
                yield Finding(option.text.span, {"word": word})


RULE = Rule("LK628", "absolutes-only-wrong", Severity.INFO, "0.1", find)
