"""A question for who leads a group: what is right, why, and what to say to other answers."""

from lessonkit.model.blocks import Ask
from lessonkit.questions.printed import TICK, Line, Printed
from lessonkit.render.print.document import block
from lessonkit.render.print.pen import Pen
from lessonkit.render.print.runs import Node, Run, run

Row = tuple[Run, Run]


def quiz(ask: Ask, pen: Pen) -> Node:
    """The question with its key and, as a table, what learners get wrong and what to answer."""
    node, words = block(ask, pen), pen.words
    rows = misses(ask, pen)
    for line in (*node["lines"], *(way for scene in node["scenes"] for way in scene["ways"])):
        line["reply"] = line["reply"] if node["scenes"] else []
    return {
        **node,
        "k": "quiz",
        "why": reasons(ask, pen),
        "why-label": words("guide.why"),
        "hint-label": words("guide.hint"),
        "open": "" if node["keyed"] else words("guide.no-key"),
        "table": [words("guide.if-said"), words("guide.then-say")] if rows else [],
        "rows": [list(row) for row in rows],
    }


def reasons(ask: Ask, pen: Pen) -> list[Run]:
    """Why what is right is right; of rows and gaps, what is said of each."""
    printed, replies = ask.question.printed(), ask.question.replies()
    right = [line for line in printed.lines if line.key == TICK and line.reply is not None]
    many = len(right) > 1
    ticked = [
        [f"{one.label}. " if many and one.label else "", *run(one.reply, pen)] for one in right
    ]
    typed = printed.mark == "none" and bool(printed.solution)
    keys = ("right", "any")
    said = [one.text for one in replies if one.key in keys or (typed and one.key.isdecimal())]
    between = " " if printed.mark == "gap" else " – "
    rows = [
        [*_named(line, printed, pen), between, *run(line.reply, pen)]
        for line in printed.lines
        if line.reply is not None and printed.mark in ("blank", "gap")
    ]
    return [*ticked, *(run(one, pen) for one in said), *rows]


def misses(ask: Ask, pen: Pen) -> list[Row]:
    """What learners may answer that is not right, and what to say to it."""
    printed = ask.question.printed()
    general = {one.key: one.text for one in ask.question.replies()}
    own = [
        (_named(line, printed, pen), run(line.reply, pen))
        for line in printed.lines
        if line.key != TICK and line.reply is not None and printed.mark in ("box", "circle")
    ]
    others = (("partly", "guide.partly"), ("wrong", "guide.other-answer"))
    rest: list[Row] = [
        ([pen.words(name)], run(general[x], pen)) for x, name in others if x in general
    ]
    return [*own, *rest]


def _named(line: Line, printed: Printed, pen: Pen) -> Run:
    """What was said, as the sheet calls it; of a row, the row itself."""
    if line.word:
        return [pen.words(f"question.{line.word}")]
    label: Run = [f"{line.label}. "] if line.label else []
    if line.text is None:
        return [pen.words("question.gap-no", i=line.label)] if printed.mark == "gap" else label
    return [*label, *run(line.text, pen)]


def key(ask: Ask, pen: Pen) -> list[Run]:
    """What a right sheet has, in words: a line each."""
    printed = ask.question.printed()
    if printed.solution:
        return [_written(ways, n, printed, pen) for n, ways in enumerate(printed.solution, 1)]
    if printed.how == "order":
        placed = sorted(printed.right, key=lambda line: int(line.key))
        return [[f"{line.key}. ", *run(line.text, pen)] for line in placed]
    if printed.pool:
        pool = {one.label: run(one.text, pen) for one in printed.pool}
        pairs = ((line, run(line.text, pen)) for line in printed.right)
        return [
            [f"{line.label}. ", *text, f" → {line.key}. ", *pool[line.key]] for line, text in pairs
        ]
    if printed.scenes:
        return [
            [f"{pen.words('question.scene', n=scene.number)}: {way.label}. ", *run(way.text, pen)]
            for scene in printed.scenes
            for way in scene.ways
            if way.key
        ]
    return [_named(line, printed, pen) for line in printed.right]


def _written(ways: tuple[str, ...], number: int, printed: Printed, pen: Pen) -> Run:
    shown = pen.words("question.or").join(ways) + (f" {printed.unit}" if printed.unit else "")
    many = len(printed.solution) > 1
    return [f"({number}) {shown}" if many else shown]
