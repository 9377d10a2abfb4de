"""The plan of a session as a table that adds up, and what to prepare for it."""

from collections.abc import Iterator

from lessonkit.model import blocks as b
from lessonkit.plan.page import Page
from lessonkit.plan.sheet import Session, Turn, acts
from lessonkit.render.print.parts import clock, length
from lessonkit.render.print.pen import Pen
from lessonkit.render.print.runs import Node, run
from lessonkit.text.signs import drawable

_COLUMNS = ("guide.plan-at", "guide.plan-what", "guide.plan-how", "guide.plan-length")


def minutes(plan: Session, pen: Pen) -> Node:
    """A row for each turn, then the sums."""
    words = pen.words
    rows = [
        {
            "at": clock(turn.start),
            "c": _title(turn, pen),
            "acts": _acts(turn, pen),
            "length": length(turn.seconds, words),
            "task": turn.kind == "practice",
        }
        for turn in plan.turns
    ]
    sums = [(words("guide.sum-lesson"), plan.lesson), (words("guide.sum-practice"), plan.practice)]
    if not plan.practice:
        sums = []
    sums.append((words("guide.sum"), plan.lesson + plan.practice))
    return {
        "k": "plan",
        "head": list(map(words, _COLUMNS)),
        "rows": rows,
        "sums": [{"label": label, "length": length(seconds, words)} for label, seconds in sums],
        "note": words("guide.plan-note"),
    }


def _title(turn: Turn, pen: Pen) -> list[str | Node]:
    if turn.kind in ("opening", "closing"):
        return [pen.words("guide.open" if turn.kind == "opening" else "guide.close")]
    return run(turn.title, pen) or [pen.words("practice.title")]


def _acts(turn: Turn, pen: Pen) -> str:
    """What the facilitator does, in a few words."""
    words, done = pen.words, turn.acts
    if turn.kind == "opening":
        return words("guide.do-open")
    if turn.kind == "closing":
        return words("guide.do-close")
    if turn.kind == "practice":
        return drawable(turn.where) or words("guide.do-practice")
    found = [words("guide.do-tell")]
    found += [words.count("guide.do-show", done.pictures)] if done.pictures else []
    found += [words.count("guide.do-play", done.recordings)] if done.recordings else []
    found += [words.count("guide.do-steps", done.steps)] if done.steps else []
    found += [words.count("guide.do-ask", done.questions)] if done.questions else []
    found += [words.count("guide.do-tick", done.ticks)] if done.ticks else []
    shown = ", ".join(found)
    return shown[:1].upper() + shown[1:]


def prepare(page: Page, stem: str, pen: Pen) -> Iterator[str]:
    """What to do before learners come, by what the lesson has."""
    words = pen.words
    every = [acts(one) for one in page.sections if not one.teacher]
    yield words("guide.prepare-read")
    if any(isinstance(one, b.Teacher) for one in page.every):
        yield words("guide.prepare-author")
    yield words("guide.prepare-handout", file=f"{stem}.handout.pdf")
    if any(one.ticks for one in every) or any(isinstance(x, b.Practice) for x in page.every):
        yield words("guide.prepare-checklist", file=f"{stem}.checklist.pdf")
    yield words("guide.prepare-pen")
    pictures, sounds = sum(one.pictures for one in every), sum(one.recordings for one in every)
    if pictures:
        yield words.count("guide.prepare-pictures", pictures)
    if sounds:
        yield words.count("guide.prepare-sound", sounds)
    yield words("guide.prepare-phone")
    for one in page.every:
        if isinstance(one, b.Practice) and one.where:
            yield words("guide.prepare-where", where=one.where)
    yield words("guide.prepare-room")
