"""The module promises more minutes than a short lesson should take.

Vì sao:
    Bài ngắn là bài học xong trong một lần ngồi. Không có chuẩn nào quy định độ dài; con số này do
    dự án chọn, đổi được ở [check.limits] module_minutes, hoặc cho riêng một nhóm ở
    [audiences.<id>] minutes. Bài cho nhiều nhóm thì số nhỏ nhất được tính.

Why:
    A short lesson is done in one sitting. No standard fixes its length: the number is the
    project's choice, set by module_minutes in [check.limits], or for one group by minutes in
    [audiences.<id>]. Of several groups the least counts.

Wrong:
    minutes: 25

Right:
    minutes: 1

Beside: LK206

Source:
    No standard. Industry advice for microlearning lies between 3 and 10 minutes; the project's
    own choice.
"""

from collections.abc import Iterator

from lessonkit.base.diag import Finding, Severity
from lessonkit.check.rule import Rule
from lessonkit.model.index import Index
from lessonkit.model.module import Module


def find(module: Module, index: Index) -> Iterator[Finding]:
    """At the number."""
    minutes, limit = module.meta.minutes, index.bound("minutes", module.meta.audience)
    if minutes is not None and minutes > limit:
        yield Finding(module.place("minutes"), {"minutes": minutes, "limit": limit})


RULE = Rule("LK205", "minutes-too-many", Severity.WARNING, "0.1", find, shared=True)
