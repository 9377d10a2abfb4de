"""Questions of a bank that it does not draw, on slides that are passed over until wanted."""

from collections.abc import Iterator
from dataclasses import replace

from lessonkit.model import blocks as b
from lessonkit.plan.slide import Slide
from lessonkit.render.pptx.answers import answered
from lessonkit.render.pptx.asking import explained
from lessonkit.render.pptx.paragraphs import Pen, label
from lessonkit.render.pptx.questions import asked
from lessonkit.render.pptx.runs import Run
from lessonkit.render.pptx.screen import Screen
from lessonkit.render.pptx.screens import numbered


def in_reserve(slide: Slide, ask: b.Ask, number: int, pen: Pen) -> Iterator[Screen]:
    """The question and its answer, hidden; `number` counts the spare ones of the lesson."""
    own = replace(slide, id=f"{slide.id}.{ask.question.id}")
    head = pen.words("pptx.spare", n=number)
    for one in numbered(asked(own, ask, (Run(head),), pen)):
        yield replace(one, hidden=True)
    if not (ask.question.assessed and ask.question.printed().has_key):
        return
    own = replace(own, id=f"{own.id}.lk-key")
    title = (Run(f"{head} – {pen.words('pptx.layout.answer').lower()}"),)
    why = tuple(explained(ask.question, pen))
    notes = (label(pen.words("pptx.reasons")), *why) if why else ()
    for place, one in enumerate(numbered(answered(own, ask, title, pen))):
        yield replace(one, hidden=True, notes=() if place else notes)
