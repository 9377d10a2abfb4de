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
from lessonkit.text.inline import Text

SIGNS = "●•▪◦○■□➢➤►✓✔❖–—"
_MARK = rf"([{SIGNS}])\s+\S|[a-zđ]\)\s+\S"


def find(module: Module, _index: Index) -> Iterator[Finding]:
    """At a paragraph with two such lines, or at the second of two neighbours with one each."""
    seen = survey(module)
    above: tuple[str, int] = ("", 0)
    for paragraph in seen.of(b.Paragraph):
        marks = _marks(paragraph, seen.lines)
        start, end = paragraph.span.start.line, paragraph.span.end.line
        follows = bool(marks) and above == (marks[0], start)
        if len(marks) > 1 or follows:
            yield Finding(paragraph.span, {"mark": marks[0]})
        above = (marks[0], end + 2) if len(marks) == 1 and not follows else ("", 0)


def _marks(paragraph: b.Paragraph, lines: list[str]) -> list[str]:
    first = paragraph.prose.inlines[0] if paragraph.prose else None
    start = first.text.lstrip()[:2] if isinstance(first, Text) else ""
    if not start or (start[0] not in SIGNS and start[1:] != ")"):
        return []
    own = lines[paragraph.span.start.line - 1 : paragraph.span.end.line]
    found = (re.match(_MARK, line.lstrip(" >")) for line in own)
    return [match[1] or "a)" for match in found if match]


RULE = Rule("LK322", "list-faked", Severity.WARNING, "0.1", find)
