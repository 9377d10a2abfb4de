"""A published objective has another id now, or is gone.

Vì sao:
    Nền tảng ghi điểm của từng mục tiêu theo mã. Mã không còn thì kết quả cũ nằm lại ở một mục tiêu
    không ai cập nhật nữa.

Why:
    Platforms keep the score of each objective under its id. Where it is gone, the old result stays
    with an objective that nobody brings up to date.

Wrong:
    ---
    id: bai-thu
    title: Bài thử
    summary: Một bài để thử.
    lang: vi
    minutes: 1
    audience: [nguoi-dan]
    objectives:
      - id: neu-dau-hieu
        text: Nêu được ba dấu hiệu lừa đảo
        skill: tt02-2025:4.2
        level: 2
    authors: [Nhóm thử]
    license: CC-BY-4.0
    ---

    ## Cúp máy

    Người lạ giục bạn chuyển tiền.

    :::{truefalse} Người lạ giục bạn chuyển tiền thì đáng tin.
    :id: giuc-chuyen-tien
    :objective: neu-dau-hieu
    :answer: false

    > true: Giục gấp là dấu hiệu lừa đảo.
    > false: Đúng vậy.
    :::

Right:
    ---
    id: bai-thu
    title: Bài thử
    summary: Một bài để thử.
    lang: vi
    minutes: 1
    audience: [nguoi-dan]
    objectives:
      - id: dau-hieu
        text: Nêu được ba dấu hiệu lừa đảo
        skill: tt02-2025:4.2
        level: 2
    authors: [Nhóm thử]
    license: CC-BY-4.0
    ---

    ## Cúp máy

    Người lạ giục bạn chuyển tiền.

    :::{truefalse} Người lạ giục bạn chuyển tiền thì đáng tin.
    :id: giuc-chuyen-tien
    :objective: dau-hieu
    :answer: false

    > true: Giục gấp là dấu hiệu lừa đảo.
    > false: Đúng vậy.
    :::

Beside: LK246

Source:
    Project's rule: an update takes nothing from those who have learned.
"""

from collections.abc import Iterator

from lessonkit.base.diag import Finding, Severity
from lessonkit.base.near import nearest
from lessonkit.check.published import versions
from lessonkit.check.rule import Rule
from lessonkit.model.index import Index
from lessonkit.model.module import Module


def find(module: Module, index: Index) -> Iterator[Finding]:
    """At `objectives`."""
    was, now = versions(module, index)
    new = tuple(name for name in now.objectives if name not in was.objectives)
    for name in was.objectives:
        if name not in now.objectives:
            near = nearest(name, new) or ""
            yield Finding(module.place("objectives"), {"id": name, "near": near})


RULE = Rule(
    "LK247",
    "published-objective-gone",
    Severity.WARNING,
    "0.1",
    find,
    shared=True,
    keys=frozenset({"objectives"}),
)
