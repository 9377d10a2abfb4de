"""A link that learners see leads to a place that they do not have.

Vì sao:
    Khối “teacher” chỉ dành cho người dạy, “narration” để nghe, “slide” để chiếu: trang của người
    học không có chúng. Liên kết từ bài tới một tiêu đề trong đó bấm vào không đi đâu cả.

Why:
    `teacher` is for the facilitator, `narration` for the ear, `slide` for the screen: a learner's
    page has none of them. A link to a heading in there leads nowhere.

Wrong:
    Xem [gợi ý trả lời](#goi-y).

    :::{teacher}
    ### Gợi ý trả lời {#goi-y}

    Số chính thức in trên thẻ ngân hàng.
    :::

Right:
    Xem [gợi ý trả lời](#goi-y).

    ### Gợi ý trả lời {#goi-y}

    Số chính thức in trên thẻ ngân hàng.

Source:
    A dangling reference on the page that learners get, as LK160 is in the source.
"""

from collections.abc import Iterator

from lessonkit.base.diag import Finding, Severity
from lessonkit.check.reach import jumps
from lessonkit.check.rule import Rule
from lessonkit.model.index import Index
from lessonkit.model.module import Module


def find(module: Module, _index: Index) -> Iterator[Finding]:
    """At the link; who reads the facilitator's text has the target too."""
    for jump in jumps(module):
        if jump.there.hidden and not jump.here.hidden:
            args = {"id": jump.target, "block": jump.there.hidden}
            yield Finding(jump.link.span, args)


RULE = Rule("LK226", "link-target-hidden", Severity.ERROR, "0.1", find)
