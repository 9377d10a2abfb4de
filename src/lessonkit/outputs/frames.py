"""A lesson's slides, planned once for all outputs, and pictures of single ones."""

from lessonkit.base.lately import lately
from lessonkit.outputs.base import Derivative, Job, full
from lessonkit.outputs.typeset import pen, typeset
from lessonkit.plan.deck import Deck, deck
from lessonkit.plan.slide import Slide
from lessonkit.render.print.slides import slide

TEMPLATE = "slides.typ"
WIDTH, HEIGHT = 1280, 720
"""Pixels of a picture of a slide; in print, points of a page."""


@lately(lambda job: (full(job),))
def deck_of(job: Job) -> Deck:
    """The slides of the lesson."""
    return deck(full(job))


def frame(job: Job, shown: Slide) -> Derivative:
    """A PNG of 1280 × 720 pixels, without a number: where it stands in a film, the film says.

    Its foot is left to captions, drawn or shown by a player.
    """
    own = pen(job)
    document = {"lang": job.page.meta.lang, "title": job.page.meta.title,
                "slides": [slide(shown, deck_of(job), own)], "captions": True}  # fmt: skip
    return typeset(job, TEMPLATE, document, own, name=_section(shown), format="png", ppi=72)


def _section(shown: Slide) -> str:
    """Where an author is told of a problem; what stands before the first section has no place."""
    return "" if shown.section.startswith("lk-") else shown.section
