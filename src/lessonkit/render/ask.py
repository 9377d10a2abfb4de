"""Questions as forms that work with a keyboard and can be read without scripts."""

from functools import partial
from typing import Any

from lessonkit.model.blocks import Ask
from lessonkit.questions.base import Question
from lessonkit.questions.number import decimal_comma, plain_number
from lessonkit.questions.rows import Rowed
from lessonkit.render.inline import prose_ready
from lessonkit.render.pen import Inner, Pen
from lessonkit.text.inline import Prose


def ask_html(block: Ask, pen: Pen, inner: Inner) -> str:
    """By the template of its type: fields, and the key for readers without scripts."""
    return pen.fill(
        f"questions/{block.question.type_name}.html",
        **_values(block.question, pen),
        number=pen.number("question"),
        body=pen.ready(inner(block.blocks, pen)),
        num=partial(_number, comma=decimal_comma(pen.lang)),
    )


def _values(question: Question, pen: Pen) -> dict[str, Any]:
    """Plain data and ready HTML only: templates of a project are not trusted with objects."""
    options = getattr(question, "options", ())
    return {
        "id": question.id,
        "ask": prose_ready(question.ask, pen),
        "hint": prose_ready(question.hint, pen) if question.hint is not None else "",
        "data": question.data(),
        "options": tuple(
            prose_ready(option.text, pen) if isinstance(option.text, Prose) else option.text
            for option in options
        ),
        "solutions": getattr(question, "solutions", tuple)(),
        **_rows(question, pen),
        "replies": {reply.key: prose_ready(reply.text, pen) for reply in question.replies()},
    }


def _rows(question: Question, pen: Pen) -> dict[str, Any]:
    """Cells as HTML and as words, and the order in which they are shown."""
    if not isinstance(question, Rowed):
        return {}
    rows = tuple(
        tuple((prose_ready(one, pen), _line(one)) for one in row) for row in question.rows
    )
    return {
        "rows": rows,
        "head": tuple(prose_ready(one, pen) for one in question.head),
        "members": tuple(cell for row in rows for cell in row[1:]),
        "mixed": question.mixed(),
    }


def _line(prose: Prose) -> str:
    return " ".join(prose.plain().split())


def _number(value: float, *, comma: bool) -> str:
    """As the language writes it."""
    plain = plain_number(value)
    return plain.replace(".", ",") if comma else plain
