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


def direct(report: Report) -> frozenset[str]:
    """Ids of frameworks that are named, by lessons or by who asks; others follow by crosswalk."""
    moved = report.since.changes if report.since is not None else ()
    rows = (*report.rows, *(one.row for one in moved))
    named = {row.framework for row in rows if len(row.matched) < len(row.modules)}
    asked = {need.framework for need in report.needs}
    return frozenset(named | asked | ({report.framework} if report.framework else set()))


def origins(report: Report, framework: str) -> tuple[Framework, ...]:
    """The frameworks that lessons name where they count in this one by crosswalk."""
    met: dict[str, None] = {}
    for key, cell in report.cover.cells.items():
        if key[0] == framework:
            met.update((one.origin[0], None) for one in cell.pieces if one.origin)
    return tuple(report.cover.known[name] for name in met)
