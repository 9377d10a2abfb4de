"""A question as JSON: how it stands on paper, with what is right beside each line."""

from typing import Any

from lessonkit.questions.base import Question
from lessonkit.questions.printed import Line, Printed
from lessonkit.render.print.kit import Kit
from lessonkit.render.print.runs import Node, Run, picture, run


def asked(question: Question, kit: Kit) -> Node:
    """Lines, words to be ticked, feedback; a template shows of it what its reader may see."""
    printed, words = question.printed(), kit.words
    number = kit.number(question)
    return {
        "id": question.id,
        "type": question.type_name,
        "number": number,
        "label": words("question.number", n=number) if number else "",
        "ask": run(question.ask, kit),
        "how": words(f"paper.how-{printed.how}"),
        "points": question.points,
        "objective": question.objective or "",
        "hint": run(question.hint, kit),
        "replies": [{"key": one.key, "c": run(one.text, kit)} for one in question.replies()],
        **_printed(printed, kit),
    }


def _printed(printed: Printed, kit: Kit) -> Node:
    words = kit.words
    return {
        "mark": printed.mark,
        "lines": [_line(one, kit) for one in printed.lines],
        "pool": [_line(one, kit) for one in printed.pool],
        "rules": printed.rules,
        "unit": printed.unit,
        "solution": [list(one) for one in printed.solution],
        "keyed": printed.has_key,
        "picture": None if printed.picture is None else picture(printed.picture, kit),
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
                "title": run(one.title, kit),
                "ways": [_line(way, kit) for way in one.ways],
                "ends": words(f"question.{one.ends}") if one.ends else "",
                "outcome": one.ends.removeprefix("ends").removeprefix("-"),
            }
            for one in printed.scenes
        ],
    }  # fmt: skip


def _line(line: Line, kit: Kit) -> dict[str, Any]:
    text: Run = run(line.text, kit)
    if line.text is None and line.word:
        text = [kit.words(f"question.{line.word}")]
    return {"label": line.label, "c": text, "key": line.key, "reply": run(line.reply, kit),
            "to": line.to}  # fmt: skip
