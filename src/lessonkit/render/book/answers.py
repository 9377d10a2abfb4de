"""Answers with their reasons, at the end of the chapter that asks."""

from html import escape

from lessonkit.model.blocks import Ask
from lessonkit.questions.base import Question
from lessonkit.questions.match import Match
from lessonkit.questions.printed import TICK, Line, Printed
from lessonkit.render.book.asks import is_answered, line_xhtml
from lessonkit.render.book.pen import Pen
from lessonkit.render.book.runs import prose_xhtml
from lessonkit.text.inline import Prose

_CAME_OUT = ("right", "partly", "wrong")


def answers_xhtml(asks: tuple[Ask, ...], pen: Pen) -> str:
    """Of all that has one; each leads back to its question. Nothing where none has."""
    found = []
    for block in asks:
        number = pen.number("answer")
        printed = block.question.printed()
        if is_answered(block.question, printed):
            found.append(_answer(block.question, printed, number, pen))
    if not found:
        return ""
    head = f"<h2>{pen.say('book.answers')}</h2>"
    return f'<section class="lk-answers" role="doc-qna">{head}{"".join(found)}</section>'


def _answer(question: Question, printed: Printed, number: int, pen: Pen) -> str:
    parts = (
        f'<section id="lk-a-{question.id}">',
        f"<h3>{pen.say('question.number', n=number)}</h3>",
        f'<p class="lk-asked">{prose_xhtml(question.ask, pen)}</p>',
        _key(printed, pen),
        _extra(question, pen),
        _stories(printed, pen),
        _replies(question, printed, pen),
        f'<p class="lk-way"><a href="{pen.href(f"lk-q-{question.id}")}">',
        f"{pen.say('book.to-question', n=number)}</a></p></section>",
    )
    return "".join(part for part in parts if part)


def _key(printed: Printed, pen: Pen) -> str:
    """Each line with what is right at its mark, and why; what is written in, in words."""
    if printed.mark == "gap":
        return _gaps(printed, pen)
    if printed.how == "order":
        ordered = sorted(printed.lines, key=lambda line: int(line.key or 0))
        items = "".join(
            f"<li>{line_xhtml(one, pen)}{_reply(one.reply, pen)}</li>" for one in ordered
        )
        return f'<p class="lk-label">{pen.say("book.right-order")}</p><ol>{items}</ol>'
    written = "".join(_written(ways, printed.unit, pen) for ways in printed.solution)
    lines = "".join(_line(one, printed, pen) for one in printed.lines if one.key or one.reply)
    kind = "lk-lines lk-named" if printed.pool else "lk-lines lk-signed"
    return written + (f'<ul class="{kind}">{lines}</ul>' if lines else "")


def _written(ways: tuple[str, ...], unit: str, pen: Pen) -> str:
    shown = pen.words("question.or").join(ways) + (f" {unit}" if unit else "")
    right = pen.say("question.is-right")
    return f"<p><strong>{right}</strong> {escape(shown, quote=False)}</p>"


def _line(line: Line, printed: Printed, pen: Pen) -> str:
    text = line_xhtml(line, pen)
    if line.key not in ("", TICK):
        pool = {one.label: one for one in printed.pool}
        found = pool.get(line.key)
        named = line_xhtml(found, pen) if found is not None else escape(line.key)
        return f"<li>{text} → <strong>{named}</strong>{_reply(line.reply, pen)}</li>"
    said = ""
    if printed.has_key:
        right = pen.say("question.is-right" if line.key else "question.is-wrong")
        said = f"{pen.sign('check' if line.key else 'cross')} <strong>{right}</strong> "
    return f"<li>{said}{text}{_reply(line.reply, pen)}</li>"


def _gaps(printed: Printed, pen: Pen) -> str:
    either = pen.words("question.or")
    items = "".join(
        f"<li>{escape(either.join(ways), quote=False)}{_reply(line.reply, pen)}</li>"
        for line, ways in zip(printed.lines, printed.solution, strict=True)
    )
    return f'<p class="lk-label">{pen.say("question.is-right")}</p><ol>{items}</ol>'


def _stories(printed: Printed, pen: Pen) -> str:
    """Of each choice in a story what follows from it."""
    parts = []
    for scene in printed.scenes:
        told = [way for way in scene.ways if way.reply is not None or way.key]
        if told:
            number = pen.say("question.scene", n=scene.number)
            lines = "".join(_line(way, printed, pen) for way in told)
            parts.append(f'<p class="lk-label">{number}</p><ul class="lk-lines">{lines}</ul>')
    return "".join(parts)


def _extra(question: Question, pen: Pen) -> str:
    """Choices of a match that belong to no row, and why."""
    if not isinstance(question, Match) or not question.extra:
        return ""
    said = {reply.key: reply.text for reply in question.replies()}
    items = "".join(
        f"<li>{prose_xhtml(one, pen)}{_reply(said.get(str(place)), pen)}</li>"
        for place, one in enumerate(question.extra, len(question.rows))
    )
    return f'<p class="lk-label">{pen.say("question.no-row")}</p><ul>{items}</ul>'


def _replies(question: Question, printed: Printed, pen: Pen) -> str:
    """What is said besides: to one way of writing it, to what came out, to all."""
    ways = (way for scene in printed.scenes for way in scene.ways)
    shown = [line.reply for line in (*printed.lines, *ways)]
    shown += question.feedbacks if isinstance(question, Match) else ()
    return "".join(
        f'<p class="lk-reply">{_to(reply.key, pen)}{prose_xhtml(reply.text, pen)}</p>'
        for reply in question.replies()
        if not any(reply.text is one for one in shown)
    )


def _to(key: str, pen: Pen) -> str:
    return f"<b>{pen.say(f'book.reply-{key}')}</b> " if key in _CAME_OUT else ""


def _reply(reply: Prose | None, pen: Pen) -> str:
    return "" if reply is None else f'<div class="lk-reply">{prose_xhtml(reply, pen)}</div>'
