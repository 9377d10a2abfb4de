"""Two options of a question are the same.

Vì sao:
    Hai lựa chọn giống nhau thì chọn cái nào cũng như nhau, mà một cái được tính đúng, một cái bị
    tính sai.

Why:
    The learner cannot tell them apart, yet one may count and the other not.

Wrong:
    :::{choice} Bạn nên gọi số nào để kiểm tra?
    :id: goi-so
    :objective: muc-tieu

    - [x] Số in trên thẻ
      > Đúng. Số này là thật.
    - [ ] Số vừa gọi đến
      > Đó là số của họ.
    - [ ] số in trên thẻ.
      > Đúng rồi mà.
    :::

Right:
    :::{choice} Bạn nên gọi số nào để kiểm tra?
    :id: goi-so
    :objective: muc-tieu

    - [x] Số in trên thẻ
      > Đúng. Số này là thật.
    - [ ] Số vừa gọi đến
      > Đó là số của họ.
    - [ ] Số trong tin nhắn
      > Đó cũng là số của họ.
    :::

Source:
    Haladyna, Downing & Rodriguez 2002, Applied Measurement in Education 15(3), 309-334: choices
    do not overlap.
"""

from collections.abc import Iterator

from lessonkit.base.diag import Finding, Severity
from lessonkit.check.items import choices
from lessonkit.check.rule import Rule
from lessonkit.model.index import Index
from lessonkit.model.module import Module


def find(module: Module, _index: Index) -> Iterator[Finding]:
    """At the second one; case, spaces and a full stop at the end make no difference."""
    for item in choices(module):
        first: dict[str, int] = {}
        for text, option in zip(item.texts, item.question.options, strict=True):
            key = text.casefold().strip(" .;,")
            line = first.setdefault(key, option.text.span.start.line)
            if key and line != option.text.span.start.line:
                yield Finding(option.text.span, {"text": text, "line": line})


RULE = Rule("LK620", "options-repeated", Severity.ERROR, "0.1", find)
