"""The one sentence that a report comes down to, and the thresholds that are not reached."""

from collections.abc import Iterator

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


def below(report: Report, say: Words) -> Iterator[str]:
    """A sentence for each, with groups and programmes by their names."""
    titles = {one.meta.id: one.meta.title for one in report.programs}
    for one in report.below:
        share = one.kind == "share"
        who = say.audience(one.who, report.cover) if share else titles.get(one.who, one.who)
        yield say(
            f"sum.below-{one.kind}", who=who, value=one.value, least=one.least,
            reference=one.reference,
        )  # fmt: skip
