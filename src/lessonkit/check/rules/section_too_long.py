"""A section holds more text than a few screens of a phone.

Vì sao:
    Mỗi phần là một bước. Bước quá dài thì khó theo trên điện thoại. Không có chuẩn nào; con số do
    dự án chọn ([check.limits] section_tieng, hoặc [audiences.<id>] cho riêng một nhóm).

Why:
    A section is one step, and a long step is hard to follow on a phone. No standard: the number
    is the project's choice (section_tieng in [check.limits], or for one group in [audiences.<id>]).

Wrong:
    ## Phần dài

    [… 310 tiếng]

    :::{truefalse} Người lạ giục bạn chuyển tiền thì đáng tin.
    :id: giuc-chuyen
    :objective: muc-tieu
    :answer: false

    > true: Giục gấp là dấu hiệu lừa đảo.
    > false: Đúng vậy.
    :::

Right:
    ## Phần vừa

    [… 150 tiếng]

    :::{truefalse} Người lạ giục bạn chuyển tiền thì đáng tin.
    :id: giuc-chuyen
    :objective: muc-tieu
    :answer: false

    > true: Giục gấp là dấu hiệu lừa đảo.
    > false: Đúng vậy.
    :::

Beside: LK206

Source:
    No standard; the project's own choice.
"""

from collections.abc import Iterator

from lessonkit.base.diag import Finding, Severity
from lessonkit.check.groups import bounds
from lessonkit.check.rule import Rule
from lessonkit.check.survey import survey
from lessonkit.model.index import Index
from lessonkit.model.module import Module


def find(module: Module, index: Index) -> Iterator[Finding]:
    """At the heading; questions are not counted."""
    limit_of = bounds("section_tieng", module, index)
    for part in survey(module).estimate.parts:
        if part.section is not None and part.tieng > (limit := limit_of(part.section)):
            title = part.section.title.plain()
            yield Finding(part.section.span, {"title": title, "tieng": part.tieng, "limit": limit})


RULE = Rule("LK208", "section-too-long", Severity.INFO, "0.1", find, shared=True)
