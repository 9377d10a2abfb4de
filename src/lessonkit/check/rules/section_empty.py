"""A section holds nothing.

Vì sao:
    Phần trống là một bước không có gì để xem: người học tưởng trang bị lỗi.

Why:
    An empty section is a step with nothing to see: a learner thinks that the page is broken.

Wrong:
    ## Phần một

    Người lạ giục bạn chuyển tiền.

    :::{truefalse} Người lạ giục bạn chuyển tiền thì đáng tin.
    :id: giuc-chuyen
    :objective: muc-tieu
    :answer: false

    > true: Giục gấp là dấu hiệu lừa đảo.
    > false: Đúng vậy.
    :::

    ## Phần hai

Right:
    ## Phần một

    Người lạ giục bạn chuyển tiền.

    :::{truefalse} Người lạ giục bạn chuyển tiền thì đáng tin.
    :id: giuc-chuyen
    :objective: muc-tieu
    :answer: false

    > true: Giục gấp là dấu hiệu lừa đảo.
    > false: Đúng vậy.
    :::

    ## Phần hai

    Hãy cúp máy rồi tự tìm số chính thức.

Source:
    WCAG 2.2, 2.4.6 Headings and Labels (AA): a heading describes what stands below it.
"""

from collections.abc import Iterator

from lessonkit.base.diag import Finding, Severity
from lessonkit.check.rule import Rule
from lessonkit.check.survey import survey
from lessonkit.model import blocks as b
from lessonkit.model.index import Index
from lessonkit.model.module import Module


def find(module: Module, _index: Index) -> Iterator[Finding]:
    """At the heading; what only the facilitator reads, or is only spoken, is nothing to see."""
    for section in survey(module).of(b.Section):
        if all(isinstance(block, _UNSEEN) for block in section.blocks):
            yield Finding(section.span, {"title": section.title.plain()})


_UNSEEN = (b.Narration, b.Slide, b.Divider, b.Teacher)


RULE = Rule("LK209", "section-empty", Severity.WARNING, "0.1", find, whole=True)
