"""Questions as forms that work with a keyboard and can be read without scripts."""

from dataclasses import replace
from functools import partial
from typing import Any

from lessonkit.model.blocks import Ask, Block, Figure, Scene
from lessonkit.questions.base import Question
from lessonkit.questions.hotspot import Hotspot
from lessonkit.questions.number import decimal_comma, plain_number
from lessonkit.questions.rows import Rowed
from lessonkit.questions.scenario import Scenario
from lessonkit.render.inline import prose_ready
from lessonkit.render.pen import Inner, Pen
from lessonkit.render.picture import picture_html
from lessonkit.text.inline import Prose


def ask_html(block: Ask, pen: Pen, inner: Inner) -> str:
    """By the template of its type: fields, and the key for readers without scripts."""
    return pen.fill(
        f"questions/{block.question.type_name}.html",
        **_values(block.question, pen),
        **_picture(block, pen),
        **_scenes(block, pen, inner),
        number=pen.number("question"),
        body=pen.ready(inner(_around(block), pen)),
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


def _around(block: Ask) -> tuple[Block, ...]:
    """What stands above the answers; a picture with areas is among these."""
    if not isinstance(block.question, Hotspot):
        return block.blocks
    return tuple(one for one in block.blocks if not isinstance(one, Figure))


def _picture(block: Ask, pen: Pen) -> dict[str, Any]:
    """The picture of areas, as wide as it is, and its caption."""
    if not isinstance(block.question, Hotspot):
        return {}
    picture = picture_html(replace(block.question.picture, width=""), pen)
    captions = (one.caption for one in block.blocks if isinstance(one, Figure))
    caption = next((one for one in captions if one is not None), None)
    return {"picture": pen.ready(picture), "caption": prose_ready(caption, pen) if caption else ""}


def _scenes(block: Ask, pen: Pen, inner: Inner) -> dict[str, Any]:
    """What stands in each scene, where its choices lead, and how it ends."""
    story = block.question
    if not isinstance(story, Scenario):
        return {}
    told = {one.id: one.blocks for one in block.blocks if isinstance(one, Scene)}
    return {
        "scenes": tuple(
            {
                "id": scene.id,
                "title": prose_ready(scene.title, pen),
                "body": pen.ready(inner(told[scene.id], pen)),
                "ways": tuple((prose_ready(way.text, pen), way.to) for way in scene.ways),
                "next": story.next(place),
                "outcome": story.outcome(place),
            }
            for place, scene in enumerate(story.scenes)
        )
    }


def _rows(question: Question, pen: Pen) -> dict[str, Any]:
    """Cells as HTML and as words, and the order in which they are shown."""
    if not isinstance(question, Rowed):
        return {}
    rows = tuple(tuple(_cell(one, pen) for one in row) for row in question.rows)
    extra = tuple(_cell(one, pen) for one in getattr(question, "extra", ()))
    return {
        "rows": rows,
        "head": tuple(prose_ready(one, pen) for one in question.head),
        "members": (*(cell for row in rows for cell in row[1:]), *extra),
        "extra": extra,
        "mixed": question.mixed(),
    }


def _cell(prose: Prose, pen: Pen) -> tuple[Any, str]:
    """As HTML and as words."""
    return prose_ready(prose, pen), " ".join(prose.plain().split())


def _number(value: float, *, comma: bool) -> str:
    """As the language writes it."""
    plain = plain_number(value)
    return plain.replace(".", ",") if comma else plain
