"""The module has more objectives than a short lesson should.

Vì sao:
    Bài ngắn nên có một mục tiêu chính: học một điều, làm được một điều. Đây là lời khuyên chung
    trong nghề, không phải chuẩn; bài dài hơn thì đổi số này ở [check.limits] objectives.

Why:
    A short lesson should have one main objective. This is advice widely given, not a standard;
    for longer ones set objectives in [check.limits].

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
      - id: xu-ly
        text: Chọn được cách xử lý an toàn
        skill: tt02-2025:4.2
        level: 2
    authors: [Nhóm thử]
    license: CC-BY-4.0
    ---

    ## Giục gấp

    Người lạ giục bạn chuyển tiền. Hãy cúp máy.

    :::{truefalse} Người lạ giục bạn chuyển tiền thì đáng tin.
    :id: giuc-chuyen
    :objective: muc-tieu
    :answer: false

    > true: Giục gấp là dấu hiệu lừa đảo.
    > false: Đúng vậy.
    :::

    :::{truefalse} Cúp máy là cách xử lý an toàn.
    :id: cup-may
    :objective: xu-ly
    :answer: true

    > true: Đúng vậy.
    > false: Cúp máy thì bạn có thời gian kiểm tra.
    :::

Right:
    objectives:
      - id: muc-tieu
        text: Nêu được ba dấu hiệu của cuộc gọi lừa đảo
        skill: tt02-2025:4.2
        level: 2

Source:
    Widely given advice for microlearning; no standard.
"""

from collections.abc import Iterator

from lessonkit.base.diag import Finding, Severity
from lessonkit.check.rule import Rule
from lessonkit.model.index import Index
from lessonkit.model.module import Module


def find(module: Module, index: Index) -> Iterator[Finding]:
    """At the first one beyond the limit."""
    count, limit = len(module.meta.objectives), index.limits.objectives
    if count > limit:
        yield Finding(module.place(f"objectives[{limit}]"), {"count": count, "limit": limit})


RULE = Rule("LK216", "objectives-many", Severity.WARNING, "0.1", find, shared=True)
