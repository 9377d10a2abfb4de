"""What comes first in a report that people read."""

from lessonkit.framework.model import Framework
from lessonkit.plan.report import Report


def frameworks(report: Report) -> tuple[Framework, ...]:
    """Those that something is told of: named by most lessons first, by crosswalk alone last."""
    own: dict[str, int] = {}
    for (name, _, _), cell in report.cover.seen_by(report.audience).items():
        own[name] = own.get(name, 0) + len(cell.own)
    for need in report.needs:
        own[need.framework] = own.get(need.framework, 0) + 1
    known = (report.cover.frameworks[name] for name in own)
    return tuple(sorted(known, key=lambda one: -own[one.id]))
