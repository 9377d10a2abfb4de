"""A short paragraph in bold looks like a heading but is none.

Vì sao:
    Người dùng máy đọc màn hình đi lại theo tiêu đề thật. Dòng in đậm không nằm trong đó. Có dòng
    in đậm chỉ để nhấn mạnh, nên đây là thông tin.

Why:
    People with a screen reader move by real headings, and a bold line is none. Some bold lines
    only stress; so this is information.

Wrong:
    **Ba dấu hiệu của kẻ lừa đảo**

    Họ xưng danh, giục gấp và đòi tiền.

Right:
    ### Ba dấu hiệu của kẻ lừa đảo

    Họ xưng danh, giục gấp và đòi tiền.

Source:
    WCAG 2.2, 1.3.1 Info and Relationships (A), failure F2
"""

from collections.abc import Iterator
from itertools import pairwise

from lessonkit.base.diag import Finding, Severity
from lessonkit.check.rule import Rule
from lessonkit.check.survey import survey
from lessonkit.model import blocks as b
from lessonkit.model.index import Index
from lessonkit.model.module import Module
from lessonkit.text.inline import Strong
from lessonkit.text.tieng import count

MOST = 10
"""Words: a heading is short."""


def find(module: Module, _index: Index) -> Iterator[Finding]:
    """At a paragraph all in bold, without a full stop, with text below it."""
    for section in survey(module).of(b.Section):
        for block, following in pairwise(section.blocks):
            if isinstance(block, b.Paragraph) and isinstance(following, b.Paragraph | b.List):
                text = block.prose.plain()
                if _all_bold(block) and count(text) <= MOST and text[-1:] not in ".!?…:":
                    yield Finding(block.span, {"text": text})


def _all_bold(block: b.Paragraph) -> bool:
    inlines = block.prose.inlines
    return len(inlines) == 1 and isinstance(inlines[0], Strong)


RULE = Rule("LK323", "heading-faked", Severity.INFO, "0.1", find)
