"""The module asks for a share of the points, but no question gives any.

Vì sao:
    Không có câu hỏi nào cho điểm thì không ai đạt được mức đã đòi, và nền tảng không bao giờ ghi
    “đạt”.

Why:
    Where nothing gives points nobody reaches the mark, and a platform never hears “passed”.

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
    tracking:
      mastery: 0.8
    ---

    ## Giục gấp

    Người lạ giục bạn chuyển tiền. Hãy cúp máy.

    :::{truefalse} Người lạ giục bạn chuyển tiền thì đáng tin.
    :id: giuc-chuyen
    :objective: muc-tieu
    :points: 0
    :answer: false

    > true: Giục gấp là dấu hiệu lừa đảo.
    > false: Đúng vậy.
    :::

Right:
    tracking:
      mastery: 0.8

Beside: LK203 LK634

Source:
    SCORM 2004 RTE 4.2, success status and scaled passing score: `passed` needs a score.
"""

from collections.abc import Iterator

from lessonkit.base.diag import Finding, Severity
from lessonkit.check.rule import Rule
from lessonkit.check.survey import survey
from lessonkit.model.index import Index
from lessonkit.model.module import Module


def find(module: Module, _index: Index) -> Iterator[Finding]:
    """At the number; with `complete: viewed` it is `mastery-without-effect`."""
    tracking = module.meta.tracking
    if tracking.mastery is None or tracking.complete == "viewed" or survey(module).points:
        return
    percent = round(tracking.mastery * 100)
    yield Finding(module.place("tracking.mastery"), {"percent": percent})


RULE = Rule("LK223", "mastery-unreachable", Severity.ERROR, "0.1", find, whole=True, shared=True)
