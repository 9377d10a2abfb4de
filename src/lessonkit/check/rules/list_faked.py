"""Lines that begin with a sign look like a list but are none.

Vì sao:
    Máy đọc màn hình báo “danh sách ba mục” chỉ khi đó là danh sách thật. Gõ dấu “•” thì người
    nghe chỉ nghe một đoạn dài.

Why:
    A screen reader says “list of three items” only for a real list. With a typed “•” there is
    only one long paragraph.

Wrong:
    • Xưng danh
    • Giục gấp
    • Đòi tiền

Right:
    - Xưng danh
    - Giục gấp
    - Đòi tiền

Source:
    WCAG 2.2, 1.3.1 Info and Relationships (A), technique H48
"""

import re
from collections.abc import Iterator

from lessonkit.base.diag import Finding, Severity
from lessonkit.check.rule import Rule
from lessonkit.check.survey import survey
from lessonkit.model import blocks as b
from lessonkit.model.index import Index
from lessonkit.model.module import Module

_MARK = re.compile(r"(?:^|(?<=\s))([•●▪◦○■□➢➤►✓✔❖–—])\s+(?=\S)")


def find(module: Module, _index: Index) -> Iterator[Finding]:
    """At the first such line of a paragraph that has two."""
    seen = survey(module)
    last: tuple[str, int] = ("", 0)
    for paragraph in seen.of(b.Paragraph):
        start = paragraph.span.start.line
        lines = seen.lines[start - 1 : max(start, paragraph.span.end.line)]
        marks = [match.group(1) for line in lines if (match := _MARK.match(line.lstrip()))]
        follows = marks and last == (marks[0], start)
        if len(marks) >= 2 or follows:
            yield Finding(paragraph.span, {"mark": marks[0]})
        last = (marks[0], paragraph.span.end.line + 2) if len(marks) == 1 else ("", 0)


RULE = Rule("LK322", "list-faked", Severity.WARNING, "0.1", find)
