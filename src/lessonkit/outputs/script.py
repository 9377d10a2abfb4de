"""The script of a job, planned once for sound, film, slides and the facilitator's guide."""

from lessonkit.outputs.base import Job, full
from lessonkit.plan.script import Script, script

_last: list[tuple[Job, Script]] = []


def script_of(job: Job) -> Script:
    """What is said of the lesson; the last is kept, also where more of it has been made since."""
    if not _last or not _same(_last[0][0], job):
        words = job.theme.words(job.page.meta.lang)
        groups = {} if job.page.audience else job.audiences
        _last[:] = [(job, script(full(job), words, job.lexicon, groups))]
    return _last[0][1]


def _same(one: Job, other: Job) -> bool:
    return one.page is other.page and one.theme is other.theme and one.lexicon == other.lexicon
