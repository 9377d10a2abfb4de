"""The module names no objective.

Vì sao:
    Không có mục tiêu thì không ai biết học xong làm được gì, và không câu hỏi nào kiểm tra được
    điều đã hứa. Một bài ngắn cần ít nhất một mục tiêu.

Why:
    Without an objective nobody knows what the lesson is for, and no question can test what was
    promised.

Wrong:
    objectives: []

Right:
    objectives:
      - id: muc-tieu
        text: Nhận ra ba dấu hiệu của cuộc gọi lừa đảo
        skill: tt02-2025:4.2
        level: 2

Beside: LK221

Source:
    Biggs 1996, Enhancing teaching through constructive alignment, Higher Education 32, 347-364:
    activities and tests are chosen for stated outcomes.
"""

from collections.abc import Iterator

from lessonkit.base.diag import Finding, Severity
from lessonkit.check.rule import Rule
from lessonkit.model.index import Index
from lessonkit.model.module import Module


def find(module: Module, _index: Index) -> Iterator[Finding]:
    """At the key, or at the front matter that lacks it."""
    if not module.meta.objectives:
        yield Finding(module.place("objectives"))


RULE = Rule(
    "LK201",
    "objectives-missing",
    Severity.WARNING,
    "0.1",
    find,
    shared=True,
    keys=frozenset({"objectives"}),
)
