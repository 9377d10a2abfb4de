"""Words of the question come back in the right option only.

Vì sao:
    Người học chọn câu nào nghe giống câu hỏi. Dấu hiệu này yếu, nên đây là thông tin.

Why:
    A learner takes the option that sounds like the question. The evidence is weak; so this is
    information.

Wrong:
    :::{choice} Muốn biết cuộc gọi có thật không, bạn tìm số chính thức ở đâu?
    :id: tim-so
    :objective: muc-tieu

    - [ ] Trong tin nhắn vừa nhận
      > Tin nhắn có thể là giả.
    - [x] Trang có ghi số chính thức
      > Đúng.
    - [ ] Trong nhật ký cuộc điện thoại
      > Đó là số của họ.
    :::

Right:
    :::{choice} Muốn biết cuộc gọi có thật không, bạn tìm số chính thức ở đâu?
    :id: tim-so
    :objective: muc-tieu

    - [ ] Trong tin nhắn vừa nhận
      > Tin nhắn có thể là giả.
    - [x] Trên thẻ ngân hàng
      > Đúng.
    - [ ] Trong nhật ký cuộc điện thoại
      > Đó là số của họ.
    :::

Source:
    Haladyna, Downing & Rodriguez 2002, Applied Measurement in Education 15(3), 309-334: clang
    associations are clues.
"""

from collections.abc import Iterator
from itertools import pairwise

from lessonkit.base.diag import Finding, Severity
from lessonkit.check.items import choices
from lessonkit.check.phrases import phrases
from lessonkit.check.rule import Rule
from lessonkit.model.index import Index
from lessonkit.model.module import Module


def find(module: Module, _index: Index) -> Iterator[Finding]:
    """At the right option; neighbouring words count only, for single tiếng return by chance."""
    common = phrases(module.meta.lang).common
    for item in choices(module):
        if item.question.multiple:
            continue
        options = tuple(zip(item.bares, item.question.options, strict=True))
        asked = frozenset(_pairs(item.asked_bare, common))
        elsewhere = {
            pair for words, one in options if not one.right for pair in _pairs(words, common)
        }
        for words, option in options:
            if option.right:
                shared = [one for one in _pairs(words, common) if one in asked - elsewhere]
                if shared:
                    yield Finding(option.text.span, {"words": " ".join(shared[0])})


def _pairs(bare: str, common: frozenset[str]) -> list[tuple[str, str]]:
    return [pair for pair in pairwise(bare.split()) if common.isdisjoint(pair)]


RULE = Rule("LK629", "key-echoes-question", Severity.INFO, "0.1", find)
