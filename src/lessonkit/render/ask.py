"""Questions as forms that work with a keyboard and can be read without scripts."""

from typing import Any

from lessonkit.model.blocks import Ask
from lessonkit.questions.base import Question
from lessonkit.render.inline import prose_ready
from lessonkit.render.pen import Inner, Pen
from lessonkit.text.inline import Prose


def ask_html(block: Ask, pen: Pen, inner: Inner) -> str:
    """The question, its fields by the template of its type, its key for readers without scripts."""
    question = block.question
    values = _values(question, pen)
    return pen.fill(
        "question.html",
        **values,
        number=pen.number("question"),
        body=pen.ready(inner(block.blocks, pen)),
        fields=pen.fill(f"questions/{question.type_name}.html", **values),
    )


def _values(question: Question, pen: Pen) -> dict[str, Any]:
    """Plain data and ready HTML only: templates of a project are not trusted with objects."""
    options = getattr(question, "options", ())
    return {
        "id": question.id,
        "type": question.type_name,
        "ask": prose_ready(question.ask, pen),
        "hint": prose_ready(question.hint, pen) if question.hint is not None else "",
        "assessed": question.assessed,
        "data": question.data(),
        "options": tuple(
            prose_ready(option.text, pen) if isinstance(option.text, Prose) else option.text
            for option in options
        ),
        "replies": {reply.key: prose_ready(reply.text, pen) for reply in question.replies()},
    }
