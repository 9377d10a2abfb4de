"""How a question is asked aloud: what is asked, its answers, time to think, then what is right."""

from collections.abc import Iterator
from dataclasses import replace

from lessonkit.model import blocks as b
from lessonkit.plan.utterance import BLOCK, ENDS, HEADING, SENTENCE, THINK, Line, Speaker, line
from lessonkit.questions.base import Question
from lessonkit.questions.printed import TICK, Printed, PrintedScene
from lessonkit.questions.printed import Line as Row
from lessonkit.text.inline import Prose, Text

HOW = {
    "choose-several": "question.choose-several",
    "truefalse": "question.truefalse",
    "match": "question.match",
    "sort": "question.sort",
    "order": "question.order",
}
"""What is said of how to answer; of the others, what is asked says it."""


def opening(question: Question, speaker: Speaker) -> Iterator[Line]:
    """Its number and what is asked."""
    number = speaker.numbers.get(question.id)
    if number is not None:
        yield line(speaker, speaker.words("speech.question", n=number), pause=SENTENCE)
    yield line(speaker, question.ask)


def choices(paper: Printed, speaker: Speaker) -> Iterator[Line]:
    """What there is to choose from, then time to think."""
    found = []
    key = HOW.get(paper.how)
    if key is not None:
        found.append(line(speaker, speaker.words(key)))
    rows = paper.lines if paper.mark != "gap" else ()
    asked = [_row(one, speaker) for one in rows if one.text is not None]
    pool = [_row(one, speaker) for one in paper.pool]
    if paper.how == "sort":  # by ear, one has to know the groups first
        groups = line(speaker, speaker.words("speech.groups"), pause=SENTENCE)
        found += [groups, *pool, line(speaker, speaker.words("speech.things"), pause=SENTENCE)]
        found += asked
    else:
        lead = [line(speaker, speaker.words("speech.pool"), pause=SENTENCE)] if pool else []
        found += [*asked, *lead, *pool]
    yield from found[:-1]
    yield replace(found[-1], pause=THINK) if found else Line((), THINK)


def answers(question: Question, paper: Printed, speaker: Speaker) -> Iterator[Line]:
    """What is right, and why."""
    if not paper.has_key:
        yield from _remarks(question, speaker, "any")
        return
    right = paper.right
    ticked = [one for one in right if one.key == TICK]
    if ticked:
        yield from _ticked(ticked, speaker)
    elif right:
        yield from _paired(paper, speaker)
    elif paper.solution:
        said = ", ".join(ways[0] for ways in paper.solution if ways)
        unit = f" {paper.unit}" if paper.unit else ""
        yield line(speaker, f"{speaker.words('speech.answer')} {said}{unit}.")
    if not any(one.reply for one in right):
        yield from _remarks(question, speaker, "right", "0", "any")


def _ticked(rows: list[Row], speaker: Speaker) -> Iterator[Line]:
    for one in rows:
        head = speaker.words("speech.answer") if one is rows[0] else ""
        yield _row(one, speaker, head)
        if one.reply is not None:
            yield from reason(one.reply, speaker)


def _paired(paper: Printed, speaker: Speaker) -> Iterator[Line]:
    """What belongs together; of an order, the things in it; of gaps, what stands in each."""
    yield line(speaker, speaker.words("speech.answer"), pause=SENTENCE)
    pool = {one.label: one for one in paper.pool}
    rows = paper.right
    if not pool and all(one.key.isdecimal() for one in rows):
        rows = tuple(sorted(rows, key=lambda one: int(one.key)))
    for one in rows:
        other = pool.get(one.key)
        if paper.mark == "gap":
            head = speaker.words("speech.gap-number", n=one.label)
            yield line(speaker, f"{head} {one.key}.", pause=SENTENCE)
        elif other is not None and other.text is not None and one.text is not None:
            asks = one.text.plain().endswith(ENDS)
            first = one.text if asks else _with(one.text, ":")
            yield line(speaker, first, other.text, pause=SENTENCE)
        elif one.text is not None:
            yield line(speaker, f"{one.key}.", one.text, pause=SENTENCE)
        if one.reply is not None:
            yield from reason(one.reply, speaker)


def story(paper: Printed, scenes: dict[str, b.Scene]) -> Iterator[tuple[PrintedScene, b.Scene]]:
    """The scenes of one way through a story: by the right choices, else by the first ones."""
    met: set[int] = set()
    place = 1
    while place and place not in met and place <= len(paper.scenes):
        met.add(place)
        one = paper.scenes[place - 1]
        yield one, scenes[one.id]
        place = next((way.to for way in chosen(one)), 0)


def chosen(scene: PrintedScene) -> tuple[Row, ...]:
    """The choice that the story goes on with; none at an end."""
    right = [way for way in scene.ways if way.key]
    return tuple((right or list(scene.ways))[:1])


def turn(scene: PrintedScene, speaker: Speaker) -> Iterator[Line]:
    """The choices of a scene, time to think, and what follows from the one that is taken."""
    rows = [_row(way, speaker) for way in scene.ways]
    yield from rows[:-1]
    if rows:
        yield replace(rows[-1], pause=THINK)
    for way in chosen(scene):
        key = "speech.best" if way.key else "speech.chosen"
        yield _row(way, speaker, speaker.words(key))
        if way.reply is not None:
            yield from reason(way.reply, speaker)
    if scene.ends:
        yield line(speaker, speaker.words(f"question.{scene.ends}"), pause=HEADING)


def reason(reply: Prose, speaker: Speaker) -> Iterator[Line]:
    """Feedback without the praise it may begin with: nobody has answered yet."""
    praises = speaker.words("speech.praise").split("|")
    if reply.plain().rstrip(".! ") in praises:
        return
    first = reply.inlines[0]
    if isinstance(first, Text):
        for praise in praises:
            rest = first.text.removeprefix(praise)
            if rest != first.text and rest[:1] in (".", "!"):
                text = Text(rest[1:].lstrip(), first.span)
                reply = Prose((text, *reply.inlines[1:]), reply.span)
                break
    yield line(speaker, reply)


def _remarks(question: Question, speaker: Speaker, *keys: str) -> Iterator[Line]:
    """The first feedback that there is under one of these keys."""
    found = {one.key: one.text for one in question.replies()}
    said = next((found[key] for key in keys if key in found), None)
    if said is not None:
        yield from reason(said, speaker)


def _row(one: Row, speaker: Speaker, head: str = "") -> Line:
    text = one.text if one.text is not None else speaker.words(f"question.{one.word}")
    label = speaker.words("speech.option", label=one.label) if one.label else ""
    parts = [part for part in (head, label, text) if part]
    return line(speaker, *parts, pause=BLOCK)


def _with(text: Prose, sign: str) -> Prose:
    return Prose((*text.inlines, Text(sign, text.span)), text.span)
