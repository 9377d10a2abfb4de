"""The module asks nothing.

Vì sao:
    Tự nhớ lại giúp nhớ lâu hơn đọc lại. Bài không có câu hỏi cũng làm nền tảng ghi “hoàn thành”
    ngay khi mở, nếu không chọn complete: viewed.

Why:
    Recalling makes memories last longer than rereading. And without a question a platform is told
    “completed” at once, unless `complete: viewed` is chosen.

Wrong:
    ## Ba dấu hiệu

    Họ xưng danh, giục gấp và đòi tiền.

Right:
    ## Ba dấu hiệu

    Họ xưng danh, giục gấp và đòi tiền.

    :::{truefalse} Người lạ giục bạn chuyển tiền thì đáng tin.
    :id: giuc-chuyen
    :objective: muc-tieu
    :answer: false

    > true: Giục gấp là dấu hiệu lừa đảo.
    > false: Đúng vậy.
    :::

Beside: LK202

Source:
    Roediger & Karpicke 2006, Test-enhanced learning, Psychological Science 17(3), 249-255.
"""

from collections.abc import Iterator

from lessonkit.base.diag import Finding, Severity
from lessonkit.check.rule import Rule
from lessonkit.check.survey import survey
from lessonkit.model.index import Index
from lessonkit.model.module import Module


def find(module: Module, _index: Index) -> Iterator[Finding]:
    """At the front matter; what only the facilitator sees asks nobody."""
    if not survey(module).met:
        yield Finding(module.place("tracking"))


RULE = Rule("LK220", "questions-missing", Severity.INFO, "0.1", find, whole=True, shared=True)
