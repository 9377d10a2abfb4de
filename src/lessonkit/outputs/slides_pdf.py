"""`slides-pdf`: the slides as a tagged document (PDF/UA-1), with a bookmark for each title."""

from pathlib import PurePosixPath

from lessonkit.base.files import Bundle, File
from lessonkit.outputs.base import Derivative, Job, Output
from lessonkit.outputs.frames import TEMPLATE, deck_of
from lessonkit.outputs.site import UNTAGGED
from lessonkit.outputs.typeset import pen, typeset
from lessonkit.render.print.slides import slide

NAME = "slides.pdf"


def needs(job: Job) -> tuple[Derivative, ...]:
    """The one document."""
    deck, own = deck_of(job), pen(job)
    shown = [slide(one, deck, own, number=n) for n, one in enumerate(deck.slides, start=1)]
    meta = job.page.meta
    document = {"lang": meta.lang, "title": meta.title, "slides": shown}
    return (typeset(job, TEMPLATE, document, own, format="pdf", standard="ua-1"),)


def render(job: Job) -> Bundle:
    """The one file."""
    (made,) = needs(job)
    return Bundle((File(PurePosixPath(NAME), job.file(made)),))


OUTPUT = Output("slides-pdf", (("file", f".{NAME}"),), UNTAGGED, needs, render, extras=("pdf",))
