"""`slides`: one `.html` file with all slides, what is said of them, and a view for who speaks."""

from dataclasses import replace

from lessonkit.base.files import Bundle, text_file
from lessonkit.outputs import media
from lessonkit.outputs.base import Derivative, Job, Output, full
from lessonkit.outputs.frames import deck_of
from lessonkit.outputs.names import lesson_iri
from lessonkit.outputs.site import UNTAGGED
from lessonkit.render.deck.page import deck_html


def needs(job: Job) -> tuple[Derivative, ...]:
    """Of each file the one form that travels in it."""
    whole = _whole(job)
    left = media.left_outside(whole)
    found = media.forms(whole).items()
    return tuple(media.carried(one).made for name, one in found if name not in left)


def render(job: Job) -> Bundle:
    """The one file."""
    found = media.inside(_whole(job))
    html = deck_html(deck_of(job), job.theme, found, job.audiences, lesson_iri(job))
    return Bundle((text_file("slides.html", html),))


def _whole(job: Job) -> Job:
    """With what no learner's page shows: slides of the author's, and the facilitator's notes."""
    return replace(job, page=full(job))


OUTPUT = Output(
    "slides",
    (("file", ".slides.html"),),
    UNTAGGED,
    needs,
    render,
    leaves=media.left_outside,
    reader="teacher",
)
"""Notes of the facilitator are in it."""
