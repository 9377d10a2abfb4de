"""What is said of the answers of a question: for who speaks, where a class asks why."""

from collections.abc import Iterator
from typing import Any

from lessonkit.model import blocks as b
from lessonkit.plan.slide import Slide
from lessonkit.questions.base import Question
from lessonkit.render.inline import prose_ready
from lessonkit.render.pen import Pen
from lessonkit.text.inline import Prose

_GENERAL = ("right", "partly", "wrong")


def reasons_html(found: Slide, pen: Pen) -> str:
    """The hint beside the question, all replies beside its answer or, without one, the question."""
    asks = [one.question for one in found.blocks if isinstance(one, b.Ask)]
    said = [told for one in asks for told in _said(one, found.kind, pen)]
    return pen.fill("slides/reasons.html", said=said) if said else ""


def _said(question: Question, kind: str, pen: Pen) -> Iterator[dict[str, Any]]:
    answered = question.assessed and question.printed().has_key
    if kind == "question" and question.hint is not None:
        yield _told(pen.words("book.hint"), question.hint, pen)
    if kind == "answer" or not answered:
        yield from _replies(question, pen)


def _replies(question: Question, pen: Pen) -> Iterator[dict[str, Any]]:
    printed = question.printed()
    named = printed.mark in ("circle", "box")
    for line in printed.lines if named else ():
        if line.reply is None:
            continue
        head = ("question.is-right" if line.key else "question.is-wrong") if printed.right else ""
        of = prose_ready(line.text, pen) or (pen.words(f"question.{line.word}"))
        yield _told(pen.words(head) if head else "", line.reply, pen) | {"of": of}
    for one in question.replies():
        if one.key in _GENERAL:
            yield _told(pen.words(f"book.reply-{one.key}"), one.text, pen)
        elif one.key == "any" or not named:
            yield _told("", one.text, pen)


def _told(label: str, text: Prose, pen: Pen) -> dict[str, Any]:
    return {"label": label, "of": "", "text": prose_ready(text, pen)}
