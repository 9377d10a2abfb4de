"""The script of a job, planned once for sound, film, slides and the facilitator's guide."""

from lessonkit.base.lately import lately
from lessonkit.outputs.base import Job, full
from lessonkit.plan.script import Script, script


@lately(lambda job: (job.page, job.theme, job.lexicon))
def script_of(job: Job) -> Script:
    """What is said of the lesson."""
    words = job.theme.words(job.page.meta.lang)
    groups = {} if job.page.audience else job.audiences
    return script(full(job), words, job.lexicon, groups)
