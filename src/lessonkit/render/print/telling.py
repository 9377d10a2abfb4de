"""How a section is told: the author's advice, words to say, then what is shown, asked and done."""

from collections.abc import Iterable, Iterator, Mapping

from lessonkit.model import blocks as b
from lessonkit.plan.echo import Spoken, unheard
from lessonkit.plan.page import HIDDEN
from lessonkit.plan.sayings import by_sentence
from lessonkit.plan.sheet import Turn
from lessonkit.render.print.document import block, blocks
from lessonkit.render.print.parts import paragraph, said, side
from lessonkit.render.print.pen import Pen
from lessonkit.render.print.quiz import quiz
from lessonkit.render.print.runs import Node, Run, run

_CUES: Mapping[type, str] = {
    b.List: "guide.cue-list",
    b.Table: "guide.cue-table",
    b.Figure: "guide.cue-picture",
    b.Glossary: "guide.cue-terms",
    b.Steps: "guide.cue-steps",
    b.Cards: "guide.cue-cards",
    b.Checklist: "guide.cue-checklist",
    b.Audio: "guide.cue-play",
    b.Video: "guide.cue-play",
    b.Tabs: "guide.cue-tabs",
}
"""What to do with a block, said above it."""
_WORDS = (b.Paragraph, b.List, b.Quote)


def telling(found: tuple[b.Block, ...], turns: Mapping[str, Turn], pen: Pen) -> Iterator[Node]:
    """In the order of the lesson; `turns` are the minutes of its tasks by id."""
    yield from _teacher(found, pen)
    voiced = tuple(one for one in found if isinstance(one, b.Narration) and one.blocks)
    shown = tuple(one for one in found if not isinstance(one, HIDDEN))
    lines = [line for one in voiced for line in _lines(one.blocks, pen)]
    if any(not one.add for one in voiced):
        yield from _beside(shown, Spoken(voiced, pen.words.lang), lines, turns, pen)
        return
    if lines:
        yield said(pen.words("guide.say"), lines)
    yield from _aloud(shown, turns, pen)


def _aloud(found: Iterable[b.Block], turns: Mapping[str, Turn], pen: Pen) -> Iterator[Node]:
    """Where nothing else is to be said, the paragraphs are."""
    loose: list[b.Block] = []
    for one in (*found, None):
        if isinstance(one, b.Paragraph):
            loose.append(one)
            continue
        if loose:
            yield said(pen.words("guide.say"), _lines(tuple(loose), pen))
            loose.clear()
        if one is not None:
            yield from _shown(one, turns, pen, cued=True)


def _beside(
    found: tuple[b.Block, ...], voice: Spoken, lines: list[Run], turns: Mapping[str, Turn], pen: Pen
) -> Iterator[Node]:
    """What is said, and what the page has beside it: nothing is there to be read twice."""
    left = tuple(unheard(found, voice))
    again = left != found
    cue = "guide.cue-more" if again else "guide.cue-page"
    yield said(pen.words("guide.say"), lines, pen.words("guide.say-same") if again else "")
    for one in left:
        if cue and isinstance(one, _WORDS):
            yield _cue(cue, pen)
            cue = ""
        yield from _shown(one, turns, pen, cued=not isinstance(one, b.List))


def _shown(one: b.Block, turns: Mapping[str, Turn], pen: Pen, *, cued: bool) -> Iterator[Node]:
    match one:
        case b.Ask():
            yield quiz(one, pen)
        case b.Bank():
            yield paragraph(pen.words.count("bank.how", one.draw, count=len(one.blocks)))
            for inner in one.blocks:
                yield from _shown(inner, turns, pen, cued=cued)
        case b.Practice():
            yield _practice(one, turns.get(one.id), pen)
        case _:
            if cued and type(one) in _CUES:
                yield _cue(_CUES[type(one)], pen)
            yield block(one, pen)


def _cue(key: str, pen: Pen) -> Node:
    return {"k": "cue", "text": pen.words(key)}


def _practice(one: b.Practice, turn: Turn | None, pen: Pen) -> Node:
    """The task, and how to set it up with and without a network."""
    words = pen.words
    return {
        **block(one, pen),
        "k": "task",
        "minutes": "",
        "side": "" if turn is None else side(turn, words),
        "ways": [
            {"label": words("guide.online"), "text": words("guide.online-how")},
            {"label": words("guide.offline"), "text": words("guide.offline-how")},
        ],
    }


def _teacher(found: Iterable[b.Block], pen: Pen) -> Iterator[Node]:
    """The author's own words to who teaches."""
    label = pen.words("guide.author")
    for one in found:
        if isinstance(one, b.Teacher):
            yield {"k": "advice", "label": label, "b": blocks(one.blocks, pen)}


def _lines(found: tuple[b.Block, ...], pen: Pen) -> Iterator[Run]:
    """Sentence by sentence."""
    for one in found:
        match one:
            case b.Paragraph():
                yield from (run(sentence, pen) for sentence in by_sentence(one.prose))
            case b.List():
                for item in one.items:
                    yield from _lines(item.blocks, pen)
            case b.Quote():
                yield from _lines(one.blocks, pen)
            case _:
                pass
