"""Whether a platform can ever count a lesson as done."""

from collections.abc import Iterator

from lessonkit.base.diag import Diagnostic, line_span
from lessonkit.build.reported import reported
from lessonkit.model.index import Index
from lessonkit.outputs.base import Job, Output
from lessonkit.outputs.cmi5 import mastery

_BY_PASSING = ("Passed", "CompletedAndPassed")


def never_satisfied(
    job: Job, outputs: tuple[Output, ...], index: Index, lang: str
) -> Iterator[Diagnostic]:
    """LK519: the project lets nobody move on without a pass, and this lesson has none to give."""
    asked = job.settings.move_on
    built = any(one.name == "cmi5" for one in outputs)
    if built and asked in _BY_PASSING and mastery(job) is None:
        module = job.checked.module
        span = module.places.get("tracking", line_span(module.source))
        yield from reported("LK519", span, index, lang, value=asked)
