"""`answers`: every question with what is right, why, and what to say to other answers."""

from lessonkit.base.files import Bundle
from lessonkit.outputs import sheets
from lessonkit.outputs.base import Derivative, Job, Output
from lessonkit.outputs.site import UNTAGGED
from lessonkit.render.print.sheets import answers


def _made(job: Job) -> Derivative:
    own = sheets.sheet_pen(job)
    body = answers(job.page, own)
    return sheets.sheet(job, sheets.document(job, "guide.answers", body, keys=True), own)


def needs(job: Job) -> tuple[Derivative, ...]:
    """The PDF; nothing where nothing is asked."""
    return (_made(job),) if job.page.questions else ()


def render(job: Job) -> Bundle:
    """`answers.pdf`."""
    if not job.page.questions:
        return Bundle(())
    return sheets.bundle(job, _made(job), "answers.pdf")


OUTPUT = Output(
    "answers",
    (("files", ""),),
    UNTAGGED,
    needs,
    render,
    names=("answers.pdf",),
    extras=("pdf",),
    reader="teacher",
)
