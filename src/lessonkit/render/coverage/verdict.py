"""The one sentence that a report comes down to."""

from lessonkit.plan.report import Report
from lessonkit.render.coverage.words import Words


def verdict(report: Report, say: Words) -> str:
    """Whether all that is asked for is proved, as far as anything is asked."""
    if not report.cover.modules:
        return say("sum.none")
    if report.gaps:
        return say("sum.some-gaps", count=len(report.gaps))
    if report.needs:
        return say("sum.all-proved")
    if report.part:
        return say("sum.part")
    narrowed = report.audience or report.framework
    return say("sum.narrowed") if narrowed else say("sum.nothing-asked")
