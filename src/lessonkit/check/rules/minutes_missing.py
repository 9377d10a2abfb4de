"""The module does not say how long it takes.

Vì sao:
    Người học muốn biết mình cần bao nhiêu phút trước khi bắt đầu. Trang bài học và nền tảng cho
    thấy con số này.

Why:
    Learners want to know how long it takes before they begin. The page and the platform show it.

Wrong:
    minutes:

Right:
    minutes: 1

Source:
    The project's own choice; LOM 5.9 typicalLearningTime is filled from it.
"""

from collections.abc import Iterator

from lessonkit.base.diag import Finding, Severity
from lessonkit.check.groups import longest
from lessonkit.check.rule import Rule
from lessonkit.model.index import Index
from lessonkit.model.module import Module


def find(module: Module, index: Index) -> Iterator[Finding]:
    """At the front matter."""
    if module.meta.minutes is None:
        _, likely = longest(module, index)
        yield Finding(module.place("minutes"), {"estimate": max(1, round(likely))})


RULE = Rule(
    "LK207", "minutes-missing", Severity.INFO, "0.1", find, shared=True, keys=frozenset({"minutes"})
)
