"""`checklist`: boxes for what to prepare, for steps and tasks, and room for notes."""

from lessonkit.base.files import Bundle
from lessonkit.outputs import sheets
from lessonkit.outputs.base import Derivative, Job, Output
from lessonkit.outputs.site import UNTAGGED
from lessonkit.plan.sheet import checklist as planned
from lessonkit.render.print.sheets import checklist


def _made(job: Job) -> Derivative:
    own = sheets.sheet_pen(job)
    body = checklist(job.page, planned(job.page), own)
    blanks = ("handout.name", "handout.date")
    doc = sheets.document(job, "handout.checklist-label", body, tall=3.5, blanks=blanks)
    return sheets.sheet(job, doc, own)


def needs(job: Job) -> tuple[Derivative, ...]:
    """The PDF."""
    return (_made(job),)


def render(job: Job) -> Bundle:
    """`checklist.pdf`."""
    return sheets.bundle(job, _made(job), "checklist.pdf")


OUTPUT = Output(
    "checklist",
    (("files", ""),),
    UNTAGGED,
    needs,
    render,
    names=("checklist.pdf",),
    extras=("pdf",),
)
