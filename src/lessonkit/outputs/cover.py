"""`cover`: pictures to hand on: the cover of a lesson, a card of its points, art for a podcast."""

from collections.abc import Iterator
from pathlib import PurePosixPath

from lessonkit.base.files import Bundle, File
from lessonkit.outputs.base import Derivative, Job, Output
from lessonkit.outputs.drawing import PICTURES, Subject, drawn
from lessonkit.outputs.names import lesson_address
from lessonkit.outputs.site import SHOWN
from lessonkit.plan.card import card


def needs(job: Job) -> tuple[Derivative, ...]:
    """A picture each."""
    return tuple(drawn(_subject(job)).values())


def render(job: Job) -> Bundle:
    """The pictures."""
    made = drawn(_subject(job)).items()
    return Bundle(File(PurePosixPath(f"{name}.png"), job.file(one)) for name, one in made)


def _subject(job: Job) -> Subject:
    readers, address = tuple(_readers(job)), lesson_address(job)
    lang = job.page.meta.lang
    return Subject(card(job.page), lang, readers, address, job.theme, job.epoch)


def _readers(job: Job) -> Iterator[str]:
    """Names of the groups that it is for."""
    group = job.page.audience
    named = job.page.meta.audience if group is None else (group,)
    return (job.audiences[one] for one in named if one in job.audiences)


OUTPUT = Output(
    "cover",
    (("files", ""),),
    SHOWN,
    needs,
    render,
    names=tuple(f"{name}.png" for name in PICTURES),
    extras=("pdf",),
)
