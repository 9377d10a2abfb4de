"""Questions as paragraphs: what is asked, what may be answered, what is right and why."""

from collections.abc import Iterator
from dataclasses import replace

from lessonkit.questions.base import Question
from lessonkit.questions.printed import Line, Printed
from lessonkit.render import how as words_of
from lessonkit.render.pptx.paragraphs import Para, Pen, label
from lessonkit.render.pptx.runs import GAP, Run, runs
from lessonkit.text.inline import Prose


def how(printed: Printed, pen: Pen) -> Para:
    """What the class is to do."""
    return Para((Run(words_of.how(printed, pen.words)),), colour="accent5", small=True)


def options(printed: Printed, pen: Pen) -> tuple[Para, ...]:
    """The lines to choose from, lettered or numbered."""
    found = tuple(_line(line, place, pen) for place, line in enumerate(printed.lines))
    if printed.rules and not printed.lines and printed.how != "reflect":
        return (Para((Run(f"{GAP}{GAP} {printed.unit}".strip()),)),)
    return () if printed.mark == "gap" else found


def headed(paras: tuple[Para, ...], question: Question, column: int) -> tuple[Para, ...]:
    """Below the name that the author gave the column, if any."""
    head: tuple[Prose, ...] = getattr(question, "head", ())
    named = head[column : column + 1] if any(head) else ()
    return (*(Para(runs(one), colour="tx2", bold=True) for one in named), *paras)


def pool(printed: Printed) -> tuple[Para, ...]:
    """What belongs to the lines, lettered, in an order that tells nothing."""
    return tuple(
        Para(runs(line.text), mark="letter", start=place)
        for place, line in enumerate(printed.pool, 1)
    )


def _line(line: Line, place: int, pen: Pen) -> Para:
    text = _words(line, pen)
    if line.label.isdigit():
        return Para(text, mark="number", start=place + 1)
    return Para(text, mark="letter" if line.label else "dot", start=place + 1)


def answers(question: Question, pen: Pen) -> tuple[Para, ...]:
    """All answers, the right ones told by a word, by weight and by colour."""
    printed = question.printed()
    if printed.solution and printed.mark in ("gap", "none"):
        return tuple(_solutions(printed, pen))
    if printed.pool:
        return tuple(_pairs(printed))
    if printed.how == "order":
        ordered = sorted(printed.lines, key=lambda line: int(line.key))
        return tuple(
            Para(runs(line.text), mark="number", start=place)
            for place, line in enumerate(ordered, 1)
        )
    return tuple(_told(printed, pen))


def right_only(told: tuple[Para, ...]) -> tuple[Para, ...]:
    """Without the options that are wrong, where these are told apart."""
    kept = tuple(one for one in told if one.colour != "accent5")
    return kept or told


def _solutions(printed: Printed, pen: Pen) -> Iterator[Para]:
    several = len(printed.solution) > 1
    yield label(pen.words("question.is-right"), "accent2")
    for place, one in enumerate(printed.solution, 1):
        text = pen.words("question.or").join(one)
        text = f"{text} {printed.unit}" if printed.unit else text
        said = (Run(text, bold=True),)
        yield Para(said, mark="number" if several else "", start=place, colour="accent2")


def _pairs(printed: Printed) -> Iterator[Para]:
    """Each line with what belongs to it."""
    named = {line.label: runs(line.text) for line in printed.pool}
    for place, line in enumerate(printed.lines, 1):
        told = tuple(replace(run, bold=True) for run in named.get(line.key, ()))
        yield Para((*runs(line.text), Run(" → "), *told), mark="number", start=place)


def _told(printed: Printed, pen: Pen) -> Iterator[Para]:
    """Options as they were asked; who cannot tell colours is told by words."""
    right = [line for line in printed.lines if line.key]
    if right and all(line.label for line in right):
        letters = ", ".join(line.label for line in right)
        yield label(f"{pen.words('question.is-right')} {letters}", "accent2")
    elif right:
        yield label(pen.words("question.is-right"), "accent2")
    for place, line in enumerate(printed.lines):
        para = _line(line, place, pen)
        if line.key:
            mark = para.mark if line.label else "right"
            yield replace(para, colour="accent2", bold=True, mark=mark)
        elif line.label or not right:
            yield replace(para, colour="accent5") if right else para


def reasons(question: Question) -> tuple[Para, ...]:
    """Why what is right is right: in one or two sentences, for the slide."""
    printed = question.printed()
    own = [line.reply for line in printed.right if line.reply is not None]
    whole = [one.text for one in question.replies() if one.key in ("right", "any")]
    first = own[:1] if printed.mark in ("circle", "box") else []
    return tuple(Para(runs(one)) for one in (first or whole or own)[:2])


def explained(question: Question, pen: Pen) -> Iterator[Para]:
    """Everything that is said of the answers, for the notes."""
    printed = question.printed()
    for line in printed.lines:
        if line.reply is not None and printed.mark in ("circle", "box"):
            yield _reply(line, pen)
    named = printed.mark in ("circle", "box")
    for one in question.replies():
        if one.key in ("right", "partly", "wrong", "any") or not named:
            yield Para(runs(one.text))
    if question.hint is not None:
        yield Para((Run(f"{pen.words('question.hint')}: ", bold=True), *runs(question.hint)))


def _reply(line: Line, pen: Pen) -> Para:
    """An option, whether it is right, and what is told to who ticks it."""
    head = pen.words("question.is-right" if line.key else "question.is-wrong")
    said = runs(line.reply)
    return Para((Run(f"{head} ", bold=True), *_words(line, pen), Run(" – "), *said))


def _words(line: Line, pen: Pen) -> tuple[Run, ...]:
    if line.text is not None:
        return runs(line.text)
    return (Run(pen.words(f"question.{line.word}")),) if line.word else ()
