"""`guide`: what someone who never taught needs to lead a session, as PDF and as a page."""

from base64 import b64encode
from pathlib import PurePosixPath
from typing import Any

from lessonkit.base.files import Bundle, File, text_file
from lessonkit.outputs import sheets
from lessonkit.outputs.base import Derivative, Job, Output, full
from lessonkit.outputs.media import data
from lessonkit.outputs.site import UNTAGGED
from lessonkit.outputs.typeset import picture
from lessonkit.render.print.guide import guide
from lessonkit.render.print.pen import Pen
from lessonkit.render.print.web import page
from lessonkit.render.scripts import sheet_style

_TYPES = {".png": "image/png", ".jpg": "image/jpeg", ".gif": "image/gif", ".svg": "image/svg+xml"}


def _written(job: Job) -> tuple[dict[str, Any], Pen]:
    own = sheets.sheet_pen(job)
    stem = f"{job.page.meta.id}.{job.tag}" if job.tag else job.page.meta.id
    body = guide(full(job), sheets.minutes(job), job.skills, stem, own)
    return sheets.document(job, "guide.label", body, keys=True), own


def needs(job: Job) -> tuple[Derivative, ...]:
    """The PDF, and the pictures of the page."""
    doc, own = _written(job)
    return (sheets.sheet(job, doc, own), *(picture(job, one) for one in own.used))


def render(job: Job) -> Bundle:
    """`guide.pdf` and `guide.html`."""
    doc, own = _written(job)
    made = sheets.sheet(job, doc, own)
    shown = page(doc, _pictures(job, own), sheet_style(job.theme))
    pdf = File(PurePosixPath("guide.pdf"), job.file(made))
    return Bundle((pdf, text_file("guide.html", shown)))


def _pictures(job: Job, own: Pen) -> dict[str, str]:
    """A `data:` URL of each file that the document names."""
    found = {own.files[one]: data(picture(job, one), job) for one in own.used}
    return {
        name: f"data:{_TYPES[PurePosixPath(name).suffix]};base64,{b64encode(one).decode('ascii')}"
        for name, one in found.items()
    }


OUTPUT = Output(
    "guide",
    (("files", ""),),
    UNTAGGED,
    needs,
    render,
    names=("guide.pdf", "guide.html"),
    extras=("pdf",),
    reader="teacher",
)
