"""The module must be passed, but no share of the points is said to be enough.

Vì sao:
    “complete: passed” là xong khi đạt. Chưa nói bao nhiêu điểm thì đạt, nền tảng sẽ không bao giờ
    ghi “đạt”.

Why:
    “complete: passed” means done when passed. Without a mark to reach, a platform waits for ever.

Wrong:
    tracking:
      complete: passed

Right:
    tracking:
      complete: passed
      mastery: 0.8

Source:
    SCORM 2004 RTE 4.2, success status and scaled passing score: `passed` needs a score and a
    measure for it.
"""

from collections.abc import Iterator

from lessonkit.base.diag import Finding, Severity
from lessonkit.check.rule import Rule
from lessonkit.model.index import Index
from lessonkit.model.module import Module


def find(module: Module, _index: Index) -> Iterator[Finding]:
    """At the word."""
    tracking = module.meta.tracking
    if tracking.complete == "passed" and tracking.mastery is None:
        yield Finding(module.place("tracking.complete"))


RULE = Rule(
    "LK219",
    "mastery-missing",
    Severity.ERROR,
    "0.1",
    find,
    shared=True,
    keys=frozenset({"tracking"}),
)
