"""A programme promises the same skill twice.

Vì sao:
    Hai cam kết cho một kỹ năng thì người học và người duyệt không biết tin cam kết nào; ở hai bậc
    khác nhau thì bậc cao đã gồm bậc thấp.

Why:
    Of two promises of one skill nobody knows which holds; at two levels the higher one holds the
    lower.

Wrong:
    === thu.program.yaml
    covers: [tt02-2025:4.2@1, tt02-2025:4.2@2]

Right:
    === thu.program.yaml
    covers: [tt02-2025:4.2@2]

Source:
    Levels of a framework build on each other: Circular 02/2025/TT-BGDĐT.
"""

from collections.abc import Iterator

from lessonkit.base.diag import Finding, Severity
from lessonkit.check.courses import courses
from lessonkit.check.gate import Catalogue
from lessonkit.check.rule import Rule
from lessonkit.model.index import Index


def find(catalogue: Catalogue, index: Index) -> Iterator[Finding]:
    """At each promise that a stronger or earlier one makes needless."""
    for course in courses(catalogue, index):
        best: dict[str, tuple[int, int]] = {}
        known = (one for one in course.promises if one.partly != "unknown")
        asked = [(one.place, one.skill, one.level or 0) for one in known]
        for place, skill, level in asked:
            if skill not in best or level > best[skill][1]:
                best[skill] = (place, level)
        for place, skill, _ in asked:
            if best[skill][0] != place:
                kept = course.program.meta.covers[best[skill][0]]
                yield Finding(
                    course.program.place(f"covers[{place}]"), {"skill": skill, "other": kept}
                )


RULE = Rule("LK440", "promise-twice", Severity.WARNING, "0.1", find)
