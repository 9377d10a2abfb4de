"""The facilitator's guide as a document: what someone who never taught needs to lead a session."""

from collections.abc import Iterable, Iterator, Mapping

from lessonkit.framework.model import Framework, Skill, name_in
from lessonkit.model import blocks as b
from lessonkit.plan.page import HIDDEN, Page
from lessonkit.plan.sheet import Session, Turn
from lessonkit.render.print.document import block, blocks, notes
from lessonkit.render.print.kit import Kit
from lessonkit.render.print.minutes import minutes, prepare
from lessonkit.render.print.parts import clock, length, paragraph, part, points, said, ticks
from lessonkit.render.print.quiz import quiz
from lessonkit.render.print.runs import Node, run
from lessonkit.text.inline import Prose
from lessonkit.text.signs import drawable
from lessonkit.text.tieng import sentences

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


def guide(page: Page, plan: Session, skills: Skills, stem: str, kit: Kit) -> list[Node]:
    """The body of the sheet; `stem`: what the names of the lesson's files begin with."""
    words = kit.words
    return [
        *_goals(page, skills, kit),
        part(1, [words("guide.plan")], "lk-plan"),
        minutes(plan, kit),
        part(1, [words("guide.prepare")], "lk-prepare"),
        ticks(prepare(page, stem, kit)),
        part(1, [words("guide.lead")], "lk-lead"),
        points(map(words, _LEAD)),
        part(1, [words("guide.session")], "lk-session"),
        *_session(page, plan, kit),
        *_adapted(stem, kit),
        *_footnotes(page, kit),
    ]


def _goals(page: Page, skills: Skills, kit: Kit) -> Iterator[Node]:
    """What learners will be able to do, each with its skill."""
    if page.meta.objectives:
        yield part(1, [kit.words("guide.goals")], "lk-goals")
        yield {
            "k": "goals",
            "items": [
                {"c": [drawable(one.text)], "skill": skill_line(one.skill, one.level, skills, kit)}
                for one in page.meta.objectives
            ],
        }


def skill_line(name: str | None, level: int | None, skills: Skills, kit: Kit) -> str:
    """`4.2 Bảo vệ dữ liệu cá nhân, bậc 2 (khung …)`; empty where it is not known."""
    found = skills.get(name or "")
    if found is None:
        return ""
    framework, skill = found
    shown = f"{skill.published} {name_in(skill.names, kit.words.lang)}".strip()
    at = framework.levels.get(level) if level is not None else None
    if at is not None:
        bare = at.notation or kit.words("program.level", n=level)
        shown = f"{shown} · {bare}"
    return f"{shown} · {name_in(framework.titles, kit.words.lang)}"


def _session(page: Page, plan: Session, kit: Kit) -> Iterator[Node]:
    words, turns = kit.words, {turn.id: turn for turn in plan.turns if turn.id}
    first, last = plan.turns[0], plan.turns[-1]
    yield part(2, [words("guide.open")], "lk-open", _side(first, kit))
    yield said(words("guide.say"), _greeting(page, kit))
    yield from _content(page.intro, turns, kit)
    for one in page.sections:
        side = "" if one.teacher else _side(turns[one.id], kit)
        yield part(2, run(one.title, kit), one.id, side)
        yield from _content(one.blocks, turns, kit)
    yield part(2, [words("guide.close")], "lk-close", _side(last, kit))
    said_last = ("guide.say-remember", "guide.say-today", "guide.say-thanks")
    yield said(words("guide.say"), map(words, said_last))


def _greeting(page: Page, kit: Kit) -> Iterator[str]:
    words = kit.words
    yield words("guide.say-hello", title=page.meta.title)
    yield words("guide.say-ask")
    if page.meta.objectives:
        yield words("guide.say-goals")


def _side(turn: Turn, kit: Kit) -> str:
    until = clock(turn.start + turn.seconds)
    return f"{clock(turn.start)}–{until} · {length(turn.seconds, kit.words)}"


def _content(found: tuple[b.Block, ...], turns: Mapping[str, Turn], kit: Kit) -> Iterator[Node]:
    """The author's advice, words to say, then what is shown and asked, as the lesson has it."""
    words = kit.words
    yield from _teacher(found, kit)
    spoken = [one for one in found if isinstance(one, b.Narration) and one.blocks]
    if spoken:
        yield said(words("guide.say"), (x for one in spoken for x in _sentences(one.blocks)))
    told = any(not one.add for one in spoken)
    if told and any(isinstance(one, b.Paragraph) for one in found):
        yield _cue("guide.cue-page", kit)
    loose: list[b.Block] = []
    for one in _learners(found):
        if isinstance(one, b.Paragraph) and not told:
            loose.append(one)
            continue
        if loose:
            yield said(words("guide.say"), _sentences(tuple(loose)))
            loose.clear()
        yield from _shown(one, turns, told, kit)
    if loose:
        yield said(words("guide.say"), _sentences(tuple(loose)))


def _shown(one: b.Block, turns: Mapping[str, Turn], told: bool, kit: Kit) -> Iterator[Node]:
    match one:
        case b.Ask():
            yield quiz(one, kit)
        case b.Bank():
            yield paragraph(kit.words.count("bank.how", one.draw, count=len(one.blocks)))
            for inner in one.blocks:
                yield from _shown(inner, turns, told, kit)
        case b.Practice():
            yield _practice(one, turns.get(one.id), kit)
        case _:
            if type(one) in _CUES and not (told and isinstance(one, b.List)):
                yield _cue(_CUES[type(one)], kit)
            yield block(one, kit)


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


def _cue(key: str, kit: Kit) -> Node:
    return {"k": "cue", "text": kit.words(key)}


def _practice(one: b.Practice, turn: Turn | None, kit: Kit) -> Node:
    """The task, and how to set it up with and without a network."""
    words = kit.words
    return {
        **block(one, kit),
        "k": "task",
        "minutes": "",
        "side": "" if turn is None else _side(turn, kit),
        "ways": [
            {"label": words("guide.online"), "text": words("guide.online-how")},
            {"label": words("guide.offline"), "text": words("guide.offline-how")},
        ],
    }


def _learners(found: Iterable[b.Block]) -> Iterator[b.Block]:
    """What learners see, and nothing else."""
    return (one for one in found if not isinstance(one, HIDDEN))


def _teacher(found: Iterable[b.Block], kit: Kit) -> Iterator[Node]:
    """The author's own words to who teaches."""
    for one in found:
        if isinstance(one, b.Teacher):
            yield {
                "k": "advice", "label": kit.words("guide.author"), "b": blocks(one.blocks, kit)
            }  # fmt: skip


def _sentences(found: tuple[b.Block, ...]) -> Iterator[str]:
    for one in found:
        match one:
            case b.Paragraph():
                yield from _spoken(one.prose)
            case b.List():
                for item in one.items:
                    yield from _sentences(item.blocks)
            case b.Quote():
                yield from _sentences(one.blocks)
            case _:
                pass


def _spoken(prose: Prose) -> list[str]:
    return sentences(" ".join(prose.plain().split()))


def _adapted(stem: str, kit: Kit) -> Iterator[Node]:
    words = kit.words
    for title, name, keys in (
        ("guide.elder", "lk-elder", _ELDER),
        ("guide.shared", "lk-shared", _SHARED),
        ("guide.offline-title", "lk-offline", _OFFLINE),
    ):
        yield part(1, [words(title)], name)
        yield points(words(key, file=f"{stem}.html") for key in keys)


def _footnotes(page: Page, kit: Kit) -> Iterator[Node]:
    if page.footnotes:
        yield part(1, [kit.words("text.notes")], "lk-notes")
        yield {"k": "notes", "items": notes(page.footnotes, kit)}
