"""An objective is taught and assessed, but nothing lets a learner try it first.

Vì sao:
    Đọc xong rồi bị hỏi ngay thì người học chưa kịp làm thử. Một việc để tự làm (`practice`), một
    danh sách tự kiểm (`checklist`), một tình huống (`scenario`) hay một câu để tự ghi (`reflect`)
    trong phần dạy là đủ. Công cụ chỉ thấy khối, không thấy việc luyện tập trên lớp, nên đây là
    thông tin.

Why:
    Who reads and is asked at once has not tried yet. Something to do (`practice`), to tick
    (`checklist`), to act out (`scenario`) or to write for oneself (`reflect`) in a section that
    teaches it is enough. Only blocks are seen, not what happens in a class: so this is information.

Wrong:
    ## Ba dấu hiệu

    Người lạ giục bạn chuyển tiền. Hãy cúp máy.

    :::{truefalse} Người lạ giục bạn chuyển tiền thì đáng tin.
    :id: giuc-chuyen
    :objective: muc-tieu
    :answer: false

    > true: Giục gấp là dấu hiệu lừa đảo.
    > false: Đúng vậy.
    :::

Right:
    ## Ba dấu hiệu

    Người lạ giục bạn chuyển tiền. Hãy cúp máy.

    :::{practice}
    :where: Ở nhà

    Kể lại một cuộc gọi lạ cho người thân và cùng tìm ba dấu hiệu.
    :::

    :::{truefalse} Người lạ giục bạn chuyển tiền thì đáng tin.
    :id: giuc-chuyen
    :objective: muc-tieu
    :answer: false

    > true: Giục gấp là dấu hiệu lừa đảo.
    > false: Đúng vậy.
    :::

Source:
    Biggs 1996, Enhancing teaching through constructive alignment, Higher Education 32, 347-364:
    learners reach an outcome by doing what it says. Which blocks count is the project's choice.
"""

from collections.abc import Iterator

from lessonkit.base.diag import Finding, Severity
from lessonkit.check.rule import Rule
from lessonkit.check.survey import aligned
from lessonkit.model.index import Index
from lessonkit.model.module import Module


def find(module: Module, index: Index) -> Iterator[Finding]:
    """At the objective; of one that is not taught or not assessed that is told."""
    for claim in aligned(module, index).claims:
        if claim.proved and not claim.practised:
            yield Finding(claim.span, {"id": claim.id})


RULE = Rule("LK411", "objective-not-practised", Severity.INFO, "0.1", find, whole=True, shared=True)
