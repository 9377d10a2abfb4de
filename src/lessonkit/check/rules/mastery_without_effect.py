"""A share of the points is asked for, but viewing alone makes the module done.

Vì sao:
    Với “complete: viewed”, bài xong khi người học đã xem mọi phần. Điểm vẫn được gửi, nhưng không
    ai được ghi là đạt hay không đạt, nên con số ở “mastery” không làm gì cả.

Why:
    With “complete: viewed” a module is done when every section was seen. The score is still sent,
    but nobody is told passed or failed: the number at “mastery” does nothing.

Wrong:
    tracking:
      complete: viewed
      mastery: 0.8

Right:
    tracking:
      complete: answered
      mastery: 0.8

Source:
    The authoring language, what a platform is told: `viewed` knows only `completed`. SCORM 2004
    RTE 4.2.22, cmi.success_status, stays `unknown`.
"""

from collections.abc import Iterator

from lessonkit.base.diag import Finding, Severity
from lessonkit.check.rule import Rule
from lessonkit.model.index import Index
from lessonkit.model.module import Module


def find(module: Module, _index: Index) -> Iterator[Finding]:
    """At the number."""
    tracking = module.meta.tracking
    if tracking.complete == "viewed" and tracking.mastery is not None:
        yield Finding(module.place("tracking.mastery"), {"mastery": f"{tracking.mastery:g}"})


RULE = Rule(
    "LK225",
    "mastery-without-effect",
    Severity.WARNING,
    "0.1",
    find,
    shared=True,
    keys=frozenset({"tracking"}),
)
