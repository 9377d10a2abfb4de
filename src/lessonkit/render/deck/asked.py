"""A question on a slide: what may be chosen as cards, and on its answer what is right."""

from typing import Any

from lessonkit.model import blocks as b
from lessonkit.questions.base import Question
from lessonkit.questions.printed import Line, Printed
from lessonkit.render.html import blocks_html
from lessonkit.render.inline import prose_ready
from lessonkit.render.pen import Pen
from lessonkit.render.picture import picture_html

_SHORT = 34
"""Letters of an option that has room beside another."""


def asked_html(ask: b.Ask, pen: Pen, *, told: bool) -> str:
    """Without what is asked, which is the title; `told`: with the answer and its reason."""
    printed = ask.question.printed()
    inner = tuple(one for one in ask.around if not isinstance(one, b.Scene))
    meant = {one.label: one for one in printed.pool}
    shown = _ordered(printed, told=told)
    lines = tuple(_line(one, meant, pen) for one in shown)
    return pen.fill(
        "slides/ask.html",
        body=pen.ready(blocks_html(inner, pen)),
        told=told,
        ticked=printed.mark in ("box", "circle"),
        mark=printed.mark,
        two=_two(shown, told=told),
        ordered=printed.how == "order",
        lines=lines,
        pool=tuple(_line(one, {}, pen) for one in printed.pool),
        solution=printed.solution,
        unit=printed.unit,
        rules=printed.rules,
        reply=_reply(ask.question, pen),
        picture=pen.ready(picture_html(printed.picture, pen)) if printed.picture else "",
        areas=tuple(
            {
                "label": one.label,
                "left": one.left,
                "top": one.top,
                "width": one.width,
                "height": one.height,
            }
            for one in printed.areas
        ),
    )


def _ordered(printed: Printed, *, told: bool) -> tuple[Line, ...]:
    """Its lines; told, in their right order where they have one.

    Gaps stand in the text, and what is right in each is the solution.
    """
    if printed.mark == "gap":
        return ()
    if told and printed.how == "order":
        return tuple(sorted(printed.lines, key=lambda line: int(line.key)))
    return printed.lines


def _line(line: Line, meant: dict[str, Line], pen: Pen) -> dict[str, Any]:
    named = meant.get(line.key)
    text = pen.words(f"question.{line.word}") if line.text is None else prose_ready(line.text, pen)
    return {
        "label": line.label,
        "text": text,
        "key": line.key,
        "reply": prose_ready(line.reply, pen),
        "meant": prose_ready(named.text, pen) if named else "",
    }


def _two(lines: tuple[Line, ...], *, told: bool) -> bool:
    """Whether two stand beside each other."""
    if len(lines) == 2:
        return True
    short = all(one.text is None or len(one.text.plain()) < _SHORT for one in lines)
    return short and len(lines) > 3 and not (told and any(one.reply for one in lines))


def _reply(question: Question, pen: Pen) -> Any:
    """What is said of the right answer, where that is not said of an option."""
    said = (one.text for one in question.replies() if one.key in ("right", "any"))
    return prose_ready(next(said, None), pen)
