"""Questions as a book has them: what is asked and what can be answered; never what is right."""

from collections.abc import Iterator
from html import escape
from typing import assert_never

from lessonkit.model.blocks import Ask, Block, Figure, Scene
from lessonkit.questions.base import Question
from lessonkit.questions.hotspot import Hotspot
from lessonkit.questions.printed import Line, Mark, Printed, PrintedScene
from lessonkit.questions.rows import Rowed
from lessonkit.render.book.pen import Inner, Pen
from lessonkit.render.book.rows import label
from lessonkit.render.book.runs import GAP, picture_xhtml, prose_xhtml


def ask_xhtml(block: Ask, pen: Pen, inner: Inner) -> str:
    """The question with its number; below it, where there is one, the way to its answer."""
    question, printed = block.question, block.question.printed()
    number = pen.number("question")
    tag = pen.below()
    parts = (
        f'<section class="lk-q" id="lk-q-{question.id}">',
        f'<{tag} class="lk-q-no">{pen.say("question.number", n=number)}</{tag}>',
        f'<p class="lk-q-ask">{prose_xhtml(question.ask, pen)}</p>',
        inner(_around(block), pen),
        _how(printed, pen),
        _fields(block, printed, pen, inner),
        _hint(question, pen),
        _way(question, printed, pen),
        "</section>",
    )
    return "\n".join(part for part in parts if part)


def is_answered(question: Question, printed: Printed) -> bool:
    """Whether anything is to be said behind it: what is right, or a reply to what was answered."""
    return printed.has_key or bool(question.replies())


def _around(block: Ask) -> tuple[Block, ...]:
    """What stands above the answers; a picture with areas is among these, scenes come below."""
    shown = (one for one in block.blocks if not isinstance(one, Scene))
    if not isinstance(block.question, Hotspot):
        return tuple(shown)
    return tuple(one for one in shown if not isinstance(one, Figure))


def _how(printed: Printed, pen: Pen) -> str:
    """What is to be done: as on a page, where nothing is pressed or typed there."""
    keys = (f"book.how-{printed.how}", f"question.{printed.how}", f"paper.how-{printed.how}")
    key = next(key for key in (*keys, "book.how-text") if key in pen.words.strings)
    return f'<p class="lk-q-how">{pen.say(key)}</p>'


def _fields(block: Ask, printed: Printed, pen: Pen, inner: Inner) -> str:
    parts = [
        _areas(printed, pen),
        *_lists(block.question, printed, pen),
        _scenes(block, printed, pen, inner),
    ]
    if printed.unit:
        parts.append(f'<p class="lk-line">{GAP} {escape(printed.unit, quote=False)}</p>')
    return "\n".join(part for part in parts if part)


def _lists(question: Question, printed: Printed, pen: Pen) -> Iterator[str]:
    """What is asked of each, and what can be said of it, under the heads of their columns."""
    head = question.head if isinstance(question, Rowed) else ()
    lines = () if printed.mark == "gap" else printed.lines
    for place, (shown, mark) in enumerate(((lines, printed.mark), (printed.pool, "none"))):
        above = head[place] if place < len(head) and shown else None
        yield label(above, pen) + lines_xhtml(shown, mark, pen)


def lines_xhtml(lines: tuple[Line, ...], mark: Mark, pen: Pen) -> str:
    """Each with its mark and its letter; a letter to be looked up stands bold."""
    items = "".join(f"<li>{_mark(mark)}{line_xhtml(line, pen)}</li>" for line in lines)
    named = all(line.label for line in lines)
    kind = ' class="lk-lines lk-named"' if named else ""
    kind = ' class="lk-lines"' if mark in ("box", "circle") else kind
    return f"<ul{kind}>{items}</ul>" if items else ""


def line_xhtml(line: Line, pen: Pen) -> str:
    """The letter and the text."""
    label = f"<b>{escape(line.label)}.</b> " if line.label else ""
    return label + (pen.say(f"question.{line.word}") if line.word else prose_xhtml(line.text, pen))


def _mark(mark: Mark) -> str:
    match mark:
        case "box":
            return '<span class="lk-square"></span>'
        case "circle":
            return '<span class="lk-circle"></span>'
        case "blank" | "gap" | "none":
            return ""
        case _:
            assert_never(mark)


def _areas(printed: Printed, pen: Pen) -> str:
    """The picture, with a letter in the middle of each area."""
    if printed.picture is None:
        return ""
    letters = "".join(
        f'<span class="lk-area" style="left:{area.left:g}%;top:{area.top:g}%;'
        f'width:{area.width:g}%;height:{area.height:g}%"><b>{escape(area.label)}</b></span>'
        for area in printed.areas
    )
    return f'<div class="lk-hot">{picture_xhtml(printed.picture, pen)}{letters}</div>'


def _scenes(block: Ask, printed: Printed, pen: Pen, inner: Inner) -> str:
    told = {one.id: one.blocks for one in block.blocks if isinstance(one, Scene)}
    names = {scene.number: scene.id for scene in printed.scenes}
    return "\n".join(
        _scene(scene, inner(told.get(scene.id, ()), pen), names, pen) for scene in printed.scenes
    )


def _scene(scene: PrintedScene, body: str, names: dict[int, str], pen: Pen) -> str:
    """As in a book whose reader turns to another number."""
    number = pen.say("question.scene", n=scene.number)
    tag = f"h{min(pen.level + 2, 6)}"
    head = f"<{tag}>{number}. {prose_xhtml(scene.title, pen)}</{tag}>"
    ways = "".join(
        f"<li>{line_xhtml(way, pen)} "
        f'<a href="{pen.href(names[way.to])}">→ {pen.say("question.scene", n=way.to)}</a></li>'
        for way in scene.ways
    )
    below = f'<ul class="lk-lines lk-named">{ways}</ul>' if ways else ""
    if scene.ends:
        below = f'<p class="lk-scene-end">{pen.say(f"question.{scene.ends}")}</p>'
    return f'<section class="lk-scene" id="{scene.id}">{head}{body}{below}</section>'


def _hint(question: Question, pen: Pen) -> str:
    if question.hint is None:
        return ""
    said = pen.say("book.hint")
    return f'<p class="lk-hint"><b>{said}</b> {prose_xhtml(question.hint, pen)}</p>'


def _way(question: Question, printed: Printed, pen: Pen) -> str:
    if not is_answered(question, printed):
        return ""
    said = pen.say("book.to-answer" if printed.has_key else "book.to-reply")
    link = f'<a href="{pen.href(f"lk-a-{question.id}")}">{said}</a>'
    return f'<p class="lk-way" id="lk-w-{question.id}">{link}</p>'
