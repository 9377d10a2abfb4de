"""A question as JSON: how it stands on paper, with what is right beside each line."""

from typing import Any

from lessonkit.questions.base import Question
from lessonkit.questions.printed import Line, Printed
from lessonkit.render.print.pen import Pen
from lessonkit.render.print.runs import Node, Run, picture, run


def asked(question: Question, pen: Pen) -> Node:
    """Lines, words to be ticked, feedback; a template shows of it what its reader may see."""
    printed, words = question.printed(), pen.words
    number = pen.number(question)
    return {
        "id": question.id,
        "type": question.type_name,
        "number": number,
        "label": words("question.number", n=number) if number else "",
        "ask": run(question.ask, pen),
        "how": words(f"paper.how-{printed.how}"),
        "points": question.points,
        "objective": question.objective or "",
        "hint": run(question.hint, pen),
        "replies": [{"key": one.key, "c": run(one.text, pen)} for one in question.replies()],
        **_printed(printed, pen),
    }


def _printed(printed: Printed, pen: Pen) -> Node:
    words = pen.words
    return {
        "mark": printed.mark,
        "lines": [_line(one, pen) for one in printed.lines],
        "pool": [_line(one, pen) for one in printed.pool],
        "rules": printed.rules,
        "unit": printed.unit,
        "solution": [list(one) for one in printed.solution],
        "keyed": printed.has_key,
        "picture": None if printed.picture is None else picture(printed.picture, pen),
        "areas": [
            {"label": one.label, "left": one.left, "top": one.top, "width": one.width,
             "height": one.height}
            for one in printed.areas
        ],
        "scenes": [
            {
                "number": one.number,
                "id": one.id,
                "label": words("question.scene", n=one.number),
                "title": run(one.title, pen),
                "ways": [_line(way, pen) for way in one.ways],
                "ends": words(f"question.{one.ends}") if one.ends else "",
                "outcome": one.ends.removeprefix("ends").removeprefix("-"),
            }
            for one in printed.scenes
        ],
    }  # fmt: skip


def _line(line: Line, pen: Pen) -> dict[str, Any]:
    text: Run = run(line.text, pen)
    if line.text is None and line.word:
        text = [pen.words(f"question.{line.word}")]
    return {"label": line.label, "c": text, "key": line.key, "reply": run(line.reply, pen),
            "to": line.to}  # fmt: skip
