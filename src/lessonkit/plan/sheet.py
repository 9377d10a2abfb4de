"""What is printed for whom: the minutes of a session, what goes on a hand-out or a checklist."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from math import ceil
from typing import Literal

from lessonkit.model import blocks as b
from lessonkit.model.walk import children, prose, walk
from lessonkit.plan.estimates import Estimate, tieng_of
from lessonkit.plan.page import HIDDEN, Page, PageSection
from lessonkit.text.inline import Prose

TurnKind = Literal["opening", "section", "practice", "closing"]
PieceKind = Literal["keypoints", "steps", "tips", "checklist", "practice", "question"]
ORDER: tuple[PieceKind, ...] = (
    "keypoints", "steps", "tips", "checklist", "practice", "question",
)  # fmt: skip
"""What a hand-out keeps first where not all of it has room."""
PRACTICE_MINUTES = 5
"""Of a task for which its author says no minutes; project's choice."""
_FRAME = 60
"""Most seconds that the greeting, and the farewell, take of the lesson."""
_STEPS = (60, 30, 15, 5)
"""Seconds in which a plan is counted: the coarsest that leaves rows of different length."""
_TIPS = ("tip", "important", "warning")


@dataclass(frozen=True, slots=True)
class Acts:
    """What a facilitator does in a turn, by how often."""

    questions: int = 0
    steps: int = 0
    pictures: int = 0
    recordings: int = 0
    ticks: int = 0


@dataclass(frozen=True, slots=True)
class Turn:
    """A row of the plan of a session."""

    kind: TurnKind
    id: str
    """Of the section or task; empty for greeting and farewell."""
    title: Prose | None
    start: int
    """Seconds from the beginning."""
    seconds: int
    acts: Acts = Acts()
    where: str = ""
    """Of a task: where it is done."""


@dataclass(frozen=True, slots=True)
class Piece:
    """Something of the lesson that a hand-out may show."""

    kind: PieceKind
    title: Prose | None
    """Of its section, for what has no name of its own."""
    block: b.Block
    number: int = 0
    """Of a question, from 1, as the lesson counts it."""


@dataclass(frozen=True, slots=True)
class Session:
    """The plan in minutes: the lesson's own and those of its tasks."""

    turns: tuple[Turn, ...]

    @property
    def lesson(self) -> int:
        """Seconds of all that is no task."""
        return sum(one.seconds for one in self.turns if one.kind != "practice")

    @property
    def practice(self) -> int:
        """Seconds of the tasks."""
        return sum(one.seconds for one in self.turns if one.kind == "practice")


def session(page: Page, guess: Estimate, tieng_per_minute: int, question_seconds: int) -> Session:
    """The minutes that the author promises, shared by how long each section takes to read and to
    answer; a task stands behind its section. Without a promise the estimate, rounded up.

    `guess` is of the sections of this page, in order.
    """
    parts = {part.section.id: part for part in guess.parts if part.section is not None}
    weights = []
    for one in _taught(page):
        part = parts[one.id]
        asked = part.questions * question_seconds
        read = max(part.tieng, _told(one)) + part.asked
        weights.append(read * 60 / tieng_per_minute + asked + part.seconds)
    whole = 60 * (page.meta.minutes or max(1, ceil(sum(weights) / 60)))
    frame = min(_FRAME, whole / 10)
    return Session(tuple(_turns(page, shared(whole, (frame, *weights, frame)))))


def _told(section: PageSection) -> int:
    """Tiếng of what the author says in the section, which may be more than what stands there."""
    words = (one for one in walk(section.blocks) if isinstance(one, b.Narration))
    return sum(tieng_of(run) for one in words for run in prose(one.blocks))


def shared(whole: int, weights: tuple[float, ...]) -> tuple[int, ...]:
    """Seconds that add up to `whole`, each a multiple of one of `_STEPS` and none of them 0.

    By largest remainders; where even the finest step leaves too little, in single seconds.
    """
    least = len(weights)
    step = next((one for one in _STEPS if whole // one >= 1.5 * least), 1)
    units = whole // step
    free = units - least
    total = sum(weights)
    ideal = [max(0.0, weight * units / total - 1) if total else 1.0 for weight in weights]
    scale = free / (sum(ideal) or 1.0)
    given = [int(one * scale) for one in ideal]
    left = free - sum(given)
    by_rest = sorted(range(least), key=lambda place: given[place] - ideal[place] * scale)
    for place in by_rest[:left]:
        given[place] += 1
    return tuple((one + 1) * step for one in given)


def _turns(page: Page, seconds: tuple[int, ...]) -> Iterator[Turn]:
    start = 0
    for turn in _rows(page, seconds):
        yield Turn(
            turn.kind, turn.id, turn.title, start, turn.seconds, turn.acts, turn.where
        )  # fmt: skip
        start += turn.seconds


def _rows(page: Page, seconds: tuple[int, ...]) -> Iterator[Turn]:
    first, *middle, last = seconds
    yield Turn("opening", "", None, 0, first)
    yield from _tasks(page.intro)
    for one, taken in zip(_taught(page), middle, strict=True):
        yield Turn("section", one.id, one.title, 0, taken, acts(one))
        yield from _tasks(one.blocks)
    yield Turn("closing", "", None, 0, last)


def _tasks(blocks: tuple[b.Block, ...]) -> Iterator[Turn]:
    for one in walk(blocks):
        if isinstance(one, b.Practice):
            seconds = 60 * (one.minutes or PRACTICE_MINUTES)
            yield Turn("practice", one.id, one.title, 0, seconds, where=one.where)


def _taught(page: Page) -> tuple[PageSection, ...]:
    return tuple(one for one in page.sections if not one.teacher)


def acts(section: PageSection) -> Acts:
    """What there is to be done in a section; of banks as many questions as are asked."""
    found = tuple(_seen(section.blocks))
    banks = [one for one in found if isinstance(one, b.Bank)]
    asked = sum(isinstance(one, b.Ask) for one in found)
    asked -= sum(len(one.blocks) - one.draw for one in banks)
    return Acts(
        asked,
        sum(len(one.items) for one in found if isinstance(one, b.Steps)),
        sum(len(one.pictures) for one in found if isinstance(one, b.Figure)),
        sum(isinstance(one, b.Audio | b.Video) for one in found),
        sum(len(one.items) for one in found if isinstance(one, b.Checklist)),
    )


def _seen(blocks: tuple[b.Block, ...]) -> Iterator[b.Block]:
    """What learners meet, outer before inner: not what only slides show or a voice says."""
    for block in blocks:
        if not isinstance(block, HIDDEN):
            yield block
            yield from _seen(children(block))


def handout(page: Page) -> tuple[Piece, ...]:
    """All that a hand-out would like to show, what matters most first.

    Without a summary of the author's, the lists of the lesson are what is to be remembered.
    """
    found = tuple(_pieces(page))
    if not any(one.kind == "keypoints" for one in found):
        found = (*_lists(page), *found)
    return tuple(sorted(found, key=lambda one: ORDER.index(one.kind)))


def _pieces(page: Page) -> Iterator[Piece]:
    numbers = {question.id: number for number, question in enumerate(page.questions, 1)}
    for title, block in _shown(page):
        match block:
            case b.Callout(kind="keypoints"):
                yield Piece("keypoints", None, block)
            case b.Callout(kind=kind) if kind in _TIPS:
                yield Piece("tips", None, block)
            case b.Steps():
                yield Piece("steps", title, block)
            case b.Checklist():
                yield Piece("checklist", title, block)
            case b.Practice():
                yield Piece("practice", title, block)
            case b.Ask():
                yield Piece("question", None, block, numbers[block.question.id])
            case _:
                pass


def _lists(page: Page) -> Iterator[Piece]:
    for one in _taught(page):
        for block in one.blocks:
            if isinstance(block, b.List) and len(block.items) > 1:
                yield Piece("keypoints", one.title, block)


def _shown(page: Page) -> Iterator[tuple[Prose | None, b.Block]]:
    """Every block that stands for itself, with the title of its section."""
    for title, blocks in (
        (None, page.intro),
        *((one.title, one.blocks) for one in _taught(page)),
    ):
        for block in _open(blocks):
            yield title, block


def _open(blocks: Iterable[b.Block]) -> Iterator[b.Block]:
    """What boxes that only gather or hide hold stands for itself."""
    for block in blocks:
        match block:
            case b.Details() | b.Only() | b.Bank():
                yield from _open(block.blocks)
            case b.Tabs():
                for tab in block.tabs:
                    yield from _open(tab.blocks)
            case _:
                yield block


@dataclass(frozen=True, slots=True)
class Practised:
    """What a learner ticks when it is done."""

    steps: tuple[Piece, ...]
    lists: tuple[Piece, ...]
    tasks: tuple[Piece, ...]


def checklist(page: Page) -> Practised:
    """Steps to follow, things to prepare and tasks to do."""
    pieces = handout(page)
    kinds: tuple[PieceKind, ...] = ("steps", "checklist", "practice")
    return Practised(*(tuple(x for x in pieces if x.kind == kind) for kind in kinds))
