"""The facilitator's guide as a document: what someone who never taught needs to lead a session."""

from collections.abc import Iterator, Mapping

from lessonkit.framework.model import Framework, Skill, name_in
from lessonkit.plan.page import Page
from lessonkit.plan.sheet import Session
from lessonkit.render.print.document import notes
from lessonkit.render.print.minutes import minutes, prepare
from lessonkit.render.print.parts import part, points, said, side, ticks
from lessonkit.render.print.pen import Pen
from lessonkit.render.print.runs import Node, run
from lessonkit.render.print.telling import telling
from lessonkit.text.signs import drawable

Skills = Mapping[str, tuple[Framework, Skill]]

_LEAD = (
    "guide.lead-tell", "guide.lead-show", "guide.lead-try", "guide.lead-ask", "guide.lead-know",
)  # fmt: skip
_OFFLINE = (
    "guide.offline-before", "guide.offline-say", "guide.offline-ask", "guide.offline-practice",
)  # fmt: skip
_SHARED = (
    "guide.shared-group", "guide.shared-turn", "guide.shared-slow", "guide.shared-own",
    "guide.shared-paper",
)  # fmt: skip
_ELDER = (
    "guide.elder-slow", "guide.elder-large", "guide.elder-hands", "guide.elder-again",
    "guide.elder-pause",
)  # fmt: skip


def guide(page: Page, plan: Session, skills: Skills, stem: str, pen: Pen) -> list[Node]:
    """The body of the sheet; `stem`: what the names of the lesson's files begin with."""
    words = pen.words
    return [
        *_goals(page, skills, pen),
        part(1, [words("guide.plan")], "lk-plan"),
        minutes(plan, pen),
        part(1, [words("guide.prepare")], "lk-prepare"),
        ticks(prepare(page, stem, pen)),
        part(1, [words("guide.lead")], "lk-lead"),
        points(map(words, _LEAD)),
        part(1, [words("guide.session")], "lk-session"),
        *_session(page, plan, pen),
        *_adapted(stem, pen),
        *_footnotes(page, pen),
    ]


def _goals(page: Page, skills: Skills, pen: Pen) -> Iterator[Node]:
    """What learners will be able to do, each with its skill."""
    if page.meta.objectives:
        yield part(1, [pen.words("guide.goals")], "lk-goals")
        yield {
            "k": "goals",
            "items": [
                {"c": [drawable(one.text)], "skill": skill_line(one.skill, one.level, skills, pen)}
                for one in page.meta.objectives
            ],
        }


def skill_line(name: str | None, level: int | None, skills: Skills, pen: Pen) -> str:
    """`4.2 Bảo vệ dữ liệu cá nhân, bậc 2 (khung …)`; empty where it is not known."""
    found = skills.get(name or "")
    if found is None:
        return ""
    framework, skill = found
    shown = f"{skill.published} {name_in(skill.names, pen.words.lang)}".strip()
    at = framework.levels.get(level) if level is not None else None
    if at is not None:
        bare = at.notation or pen.words("program.level", n=level)
        shown = f"{shown} · {bare}"
    return f"{shown} · {name_in(framework.titles, pen.words.lang)}"


def _session(page: Page, plan: Session, pen: Pen) -> Iterator[Node]:
    words, turns = pen.words, {turn.id: turn for turn in plan.turns if turn.id}
    first, last = plan.turns[0], plan.turns[-1]
    yield part(2, [words("guide.open")], "lk-open", side(first, words))
    yield said(words("guide.say"), ([drawable(one)] for one in _greeting(page, pen)))
    yield from telling(page.intro, turns, pen)
    for one in page.sections:
        taken = "" if one.teacher else side(turns[one.id], words)
        yield part(2, run(one.title, pen), one.id, taken)
        yield from telling(one.blocks, turns, pen)
    yield part(2, [words("guide.close")], "lk-close", side(last, words))
    said_last = ("guide.say-remember", "guide.say-today", "guide.say-thanks")
    yield said(words("guide.say"), ([words(one)] for one in said_last))


def _greeting(page: Page, pen: Pen) -> Iterator[str]:
    words = pen.words
    yield words("guide.say-hello", title=page.meta.title)
    yield words("guide.say-ask")
    if page.meta.objectives:
        yield words("guide.say-goals")


def _adapted(stem: str, pen: Pen) -> Iterator[Node]:
    words = pen.words
    for title, name, keys in (
        ("guide.elder", "lk-elder", _ELDER),
        ("guide.shared", "lk-shared", _SHARED),
        ("guide.offline-title", "lk-offline", _OFFLINE),
    ):
        yield part(1, [words(title)], name)
        yield points(words(key, file=f"{stem}.html") for key in keys)


def _footnotes(page: Page, pen: Pen) -> Iterator[Node]:
    if page.footnotes:
        yield part(1, [pen.words("text.notes")], "lk-notes")
        yield {"k": "notes", "items": notes(page.footnotes, pen)}
