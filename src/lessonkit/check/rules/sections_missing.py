"""The text is not divided into sections.

Vì sao:
    Mỗi dòng “## ” mở một phần: một bước của trang, một trang chiếu, một chương của bản ghi âm.
    Không có phần nào thì người học phải cuộn một trang dài và không biết mình đang ở đâu.

Why:
    Each line that begins with “## ” opens a section: a step of the page, a slide, a chapter.
    Without one the learner scrolls and cannot tell where she is.

Wrong:
    ---
    id: bai-thu
    title: Bài thử
    summary: Một bài để thử.
    minutes: 1
    audience: [nguoi-dan]
    objectives:
      - id: muc-tieu
        text: Nêu được ba dấu hiệu lừa đảo
        skill: tt02-2025:4.2
        level: 2
    authors: [Nhóm thử]
    license: CC-BY-4.0
    ---

    Người lạ giục bạn chuyển tiền.

    :::{truefalse} Người lạ giục bạn chuyển tiền thì đáng tin.
    :id: giuc-chuyen
    :objective: muc-tieu
    :answer: false

    > true: Giục gấp là dấu hiệu lừa đảo.
    > false: Đúng vậy.
    :::

Right:
    ## Giục gấp

    Người lạ giục bạn chuyển tiền.

    :::{truefalse} Người lạ giục bạn chuyển tiền thì đáng tin.
    :id: giuc-chuyen
    :objective: muc-tieu
    :answer: false

    > true: Giục gấp là dấu hiệu lừa đảo.
    > false: Đúng vậy.
    :::

Beside: LK204

Source:
    WCAG 2.2, 2.4.10 Section Headings (AAA), and the shape of every output of lessonkit.
"""

from collections.abc import Iterator

from lessonkit.base.diag import Finding, Severity
from lessonkit.check.rule import Rule
from lessonkit.check.survey import survey
from lessonkit.model.index import Index
from lessonkit.model.module import Module


def find(module: Module, _index: Index) -> Iterator[Finding]:
    """At the first block."""
    if module.blocks and not survey(module).sections:
        yield Finding(module.blocks[0].span)


RULE = Rule("LK210", "sections-missing", Severity.WARNING, "0.1", find, whole=True, shared=True)
