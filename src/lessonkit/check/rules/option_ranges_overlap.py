"""Two options are ranges of numbers that overlap.

Vì sao:
    Một số nằm trong cả hai khoảng thì người học không biết chọn khoảng nào.

Why:
    A number that lies in both leaves the learner to guess which is meant.

Wrong:
    :::{choice} Bạn nên đợi bao lâu rồi gọi lại?
    :id: doi-bao-lau
    :objective: muc-tieu

    - [x] 5–10 phút
      > Đúng.
    - [ ] 10–20 phút
      > Lâu quá.
    - [ ] 30–60 phút
      > Lâu quá.
    :::

Right:
    :::{choice} Bạn nên đợi bao lâu rồi gọi lại?
    :id: doi-bao-lau
    :objective: muc-tieu

    - [x] 5–10 phút
      > Đúng.
    - [ ] 11–20 phút
      > Lâu quá.
    - [ ] 30–60 phút
      > Lâu quá.
    :::

Source:
    Haladyna, Downing & Rodriguez 2002, Applied Measurement in Education 15(3), 309-334: choices
    do not overlap.
"""

import re
from collections.abc import Iterator

from lessonkit.base.diag import Finding, Severity
from lessonkit.check.items import choices
from lessonkit.check.rule import Rule
from lessonkit.model.index import Index
from lessonkit.model.module import Module

_RANGE = r"(\D{0,20}?)(\d[\d.,]*)\s*(?:-|–|—|đến|tới|to)\s*(\d[\d.,]*)(\D{0,20})"


def find(module: Module, _index: Index) -> Iterator[Finding]:
    """At the later option; ranges with other words around their numbers are other things."""
    for item in choices(module):
        seen: list[tuple[str, float, float, str]] = []
        for text, option in zip(item.texts, item.question.options, strict=True):
            found = _range(text, module.meta.lang)
            if found is None:
                continue
            words, low, high = found
            for other_words, other_low, other_high, other in seen:
                same = words == other_words and (low, high) != (other_low, other_high)
                if same and low <= other_high and other_low <= high:
                    yield Finding(option.text.span, {"text": text, "other": other})
                    break
            seen.append((words, low, high, text))


def _range(text: str, lang: str) -> tuple[str, float, float] | None:
    match = re.fullmatch(_RANGE, text.strip()) if re.search(r"\d", text) else None
    if match is None:
        return None
    from lessonkit.questions.number import decimal_comma, parse_number

    before, first, last, after = match.groups()
    comma = decimal_comma(lang)
    low, high = parse_number(first, comma), parse_number(last, comma)
    if low is None or high is None or low > high:
        return None
    return f"{before.strip()} {after.strip()}".casefold(), low, high


RULE = Rule("LK621", "option-ranges-overlap", Severity.WARNING, "0.1", find)
