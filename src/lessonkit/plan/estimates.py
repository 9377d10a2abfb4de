"""How long a lesson takes, estimated; no standard fixes the numbers."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from lessonkit.model import blocks as b
from lessonkit.model.index import Index
from lessonkit.model.module import Module
from lessonkit.model.walk import children, own_prose, prose
from lessonkit.plan.page import HIDDEN, Who
from lessonkit.questions.scenario import Scenario
from lessonkit.text.inline import Prose
from lessonkit.text.tieng import count

Tieng = Callable[[Prose], int]


def tieng_of(prose: Prose) -> int:
    """How many tiếng a run of text has."""
    return count(prose.plain())


@dataclass(frozen=True, slots=True)
class Part:
    """A section, or what stands before the first one."""

    section: b.Section | None
    tieng: int
    """What is read, questions not counted."""
    asked: int
    """Tiếng of questions and their options, without feedback."""
    questions: int
    seconds: float
    """Of recordings whose begin and end the author gives; others are not known."""


@dataclass(frozen=True, slots=True)
class Estimate:
    """What a learner's page holds; practice away from the screen is not counted."""

    parts: tuple[Part, ...]

    @property
    def tieng(self) -> int:
        """All that is read."""
        return sum(part.tieng + part.asked for part in self.parts)

    @property
    def questions(self) -> int:
        """How many are asked."""
        return sum(part.questions for part in self.parts)

    def minutes(self, index: Index, audience: tuple[str, ...] = ()) -> float:
        """At the reading speed of these groups, and the seconds a question, as the project says."""
        playing = sum(part.seconds for part in self.parts)
        thinking = self.questions * index.limits.question_seconds
        return self.tieng / index.bound("tieng_per_minute", audience) + (thinking + playing) / 60


def estimate(module: Module, who: Who = None, tieng: Tieng = tieng_of) -> Estimate:
    """The estimate for learners of these groups; for None, all groups' blocks count.

    `tieng` counts a run of text; who has counted already may say it.
    """
    return Estimate(tuple(_parts(module.blocks, who, tieng)))


def _parts(blocks: tuple[b.Block, ...], who: Who, tieng: Tieng) -> Iterator[Part]:
    loose: list[b.Block] = []
    for block in blocks:
        match block:
            case b.Section():
                yield _part(block, block.blocks, who, tieng)
            case b.Only() if any(isinstance(one, b.Section) for one in block.blocks):
                if who is None or not who.isdisjoint(block.audience):
                    yield from _parts(block.blocks, who, tieng)
            case _:
                loose.append(block)
    if loose:
        yield _part(None, tuple(loose), who, tieng)


def _part(section: b.Section | None, blocks: tuple[b.Block, ...], who: Who, tieng: Tieng) -> Part:
    read = asked = questions = 0
    seconds = 0.0
    stack = list(blocks)
    while stack:
        block = stack.pop()
        if type(block) is b.Paragraph:  # most blocks are, and hold nothing else
            read += tieng(block.prose)
            continue
        if isinstance(block, HIDDEN):
            continue
        if isinstance(block, b.Only) and who is not None and who.isdisjoint(block.audience):
            continue
        if isinstance(block, b.Bank):
            stack += _longest(block, tieng)
            continue
        if isinstance(block, b.Ask):
            questions += 1
            asked += _asked(block, tieng)
            stack += met_blocks(block, tieng)
            continue
        read += sum(tieng(prose) for prose in own_prose(block))
        if isinstance(block, b.Audio | b.Video):
            seconds += _seconds(block)
            continue  # the transcript is another form of what is heard
        stack += children(block)
    return Part(section, read, asked, questions, seconds)


def _longest(bank: b.Bank, tieng: Tieng) -> list[b.Block]:
    """Those that take longest to read, as many as are drawn."""
    asks = [block for block in bank.blocks if isinstance(block, b.Ask)]
    return [*sorted(asks, key=lambda one: -_asked(one, tieng))[: bank.draw]]


def met_blocks(ask: b.Ask, tieng: Tieng = tieng_of) -> tuple[b.Block, ...]:
    """What a learner reads in a question; of a story, one way through it.

    Of the shortest ways to each end that with most to read.
    """
    story = ask.question
    if not isinstance(story, Scenario):
        return ask.blocks
    met = _met(story, ask.blocks, tieng)
    names = {scene.id for place, scene in enumerate(story.scenes) if place not in met}
    return tuple(one for one in ask.blocks if not (isinstance(one, b.Scene) and one.id in names))


def _met(story: Scenario, blocks: tuple[b.Block, ...], tieng: Tieng) -> tuple[int, ...]:
    scenes = (one for one in blocks if isinstance(one, b.Scene))
    length = {one.id: sum(tieng(run) for run in prose((one,))) for one in scenes}
    ways = (story.scenes_on(answer) for answer in story.ends())
    return max(ways, key=lambda way: sum(length[story.scenes[place].id] for place in way))


def _asked(ask: b.Ask, tieng: Tieng) -> int:
    """A story's choices are those of the way that is counted."""
    question, pieces = ask.question, ask.question.pieces()
    if isinstance(question, Scenario):
        met = _met(question, ask.blocks, tieng)
        pieces = tuple(way.text for place in met for way in question.scenes[place].ways)
    return tieng(question.ask) + sum(tieng(one) for one in pieces)


def _seconds(block: b.Audio | b.Video) -> float:
    if block.end is None:
        return 0.0
    return max(0.0, block.end - (block.start or 0.0))
