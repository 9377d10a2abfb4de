"""Options that are numbers are not in order.

Vì sao:
    Các số xếp theo thứ tự thì dễ tìm; xếp lộn xộn thì người học mất công dò.

Why:
    Numbers in order are found at once; in disorder they must be searched.

Wrong:
    :::{choice} Mã OTP thường có mấy chữ số?
    :id: may-chu-so
    :objective: muc-tieu

    - [x] 6
      > Đúng.
    - [ ] 2
      > Ít quá.
    - [ ] 20
      > Nhiều quá.
    :::

Right:
    :::{choice} Mã OTP thường có mấy chữ số?
    :id: may-chu-so
    :objective: muc-tieu

    - [ ] 2
      > Ít quá.
    - [x] 6
      > Đúng.
    - [ ] 20
      > Nhiều quá.
    :::

Source:
    Haladyna, Downing & Rodriguez 2002, Applied Measurement in Education 15(3), 309-334: choices
    stand in logical or numerical order.
"""

import re
from collections.abc import Iterator

from lessonkit.base.diag import Finding, Severity
from lessonkit.check.items import choices
from lessonkit.check.rule import Rule
from lessonkit.model.index import Index
from lessonkit.model.module import Module

_NUMBER = r"([+-]?\d[\d.,]*)\s*(\D{0,12})"


def find(module: Module, _index: Index) -> Iterator[Finding]:
    """At the question, where every option is a number of one unit and nothing is shuffled."""
    for item in choices(module):
        if item.question.shuffle or len(item.texts) < 3:
            continue
        if not all(text.strip()[:1] in "+-0123456789" for text in item.texts):
            continue
        from lessonkit.questions.number import decimal_comma, parse_number

        comma = decimal_comma(module.meta.lang)
        matches = [re.fullmatch(_NUMBER, text.strip()) for text in item.texts]
        numbers = [parse_number(one.group(1), comma) if one else None for one in matches]
        units = {one.group(2).strip() for one in matches if one}
        values = [number for number in numbers if number is not None]
        if len(values) < len(item.texts) or len(units) != 1:
            continue
        if values not in (sorted(values), sorted(values, reverse=True)):
            yield Finding(item.asked.span, {"numbers": " · ".join(item.texts)})


RULE = Rule("LK631", "numbers-unordered", Severity.INFO, "0.1", find)
