"""Which slide of a section is seen while which of its sentences is said."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate, groupby

from lessonkit.model.walk import prose
from lessonkit.plan.deck import Slide
from lessonkit.text.tieng import count


@dataclass(frozen=True, slots=True)
class Said:
    """A sentence with its exact times."""

    id: str
    place: int
    """As `plan.script.Cue` has it."""
    start: float
    """Seconds from the beginning of the chapter."""
    end: float
    text: str


Spread = list[tuple[Slide, tuple[Said, ...]]]


def spread(slides: Sequence[Slide], cues: Sequence[Said]) -> Spread:
    """Every slide in order, with its sentences; none is said twice and none is lost.

    A sentence goes to the slide that shows its block; of several, the words shown share them out,
    and an answer comes with what follows a long silence, in which the learner thinks. What belongs
    to no block is shared out among the slides until the one that shows what is said next.
    """
    found: list[list[Said]] = [[] for _ in slides]
    groups = [(place, tuple(said)) for place, said in groupby(cues, lambda one: one.place)]
    at = 0
    for number, (place, said) in enumerate(groups):
        there = _holding(slides, place, at) or _until_next(slides, groups[number + 1 :], at)
        for slide, part in zip(there, _shared(slides, there, said), strict=True):
            found[slide] += part
        at = there[-1]
    return [(slide, tuple(said)) for slide, said in zip(slides, found, strict=True)]


def _holding(slides: Sequence[Slide], place: int, at: int) -> tuple[int, ...]:
    """Numbers of the slides that show that block, none before the one that is seen."""
    numbers = range(at, len(slides))
    return tuple(one for one in numbers if place >= 0 and place in slides[one].places)


def _until_next(
    slides: Sequence[Slide], later: Sequence[tuple[int, tuple[Said, ...]]], at: int
) -> tuple[int, ...]:
    """Numbers of the slides from the one that is seen to the one of which is said next."""
    held = (_holding(slides, place, at) for place, _ in later)
    following = next((numbers[0] for numbers in held if numbers), len(slides))
    return tuple(range(at, max(at + 1, following)))


def _shared(
    slides: Sequence[Slide], there: tuple[int, ...], said: tuple[Said, ...]
) -> list[tuple[Said, ...]]:
    """The sentences of one block for each of the slides that show it."""
    answers = [at for at, one in enumerate(there) if at and slides[one].kind == "answer"]
    cuts = _longest_pauses(said, len(answers))
    if not answers or len(cuts) < len(answers):
        return _by_words(slides, there, said)
    parts: list[tuple[Said, ...]] = []
    borders = zip(
        (0, *answers), (*answers, len(there)), (0, *cuts), (*cuts, len(said)), strict=True
    )
    for first, last, start, end in borders:
        parts += _by_words(slides, there[first:last], said[start:end])
    return parts


def _longest_pauses(said: tuple[Said, ...], count: int) -> list[int]:
    """Numbers of the sentences behind them, in order; of equal pauses the later."""
    pauses = [(said[at].start - said[at - 1].end, at) for at in range(1, len(said))]
    return sorted(at for _, at in sorted(pauses, reverse=True)[:count])


def _by_words(
    slides: Sequence[Slide], there: tuple[int, ...], said: tuple[Said, ...]
) -> list[tuple[Said, ...]]:
    """Parts as long as the words shown on each; each gets one sentence where there are enough."""
    weights = [_words(slides[one]) for one in there]
    whole, borders = sum(weights), list(accumulate(weights))
    lengths = [len(one.text) + 1 for one in said]
    parts: list[list[Said]] = [[] for _ in there]
    at = 0
    for number, one in enumerate(said):
        middle = (sum(lengths[:number]) + lengths[number] / 2) / sum(lengths) * whole
        left = len(said) - number
        while at < len(there) - 1 and (
            (parts[at] and middle > borders[at])
            or (parts[at] and len(said) >= len(there) and left <= len(there) - 1 - at)
        ):
            at += 1
        parts[at].append(one)
    return [tuple(part) for part in parts]


def _words(slide: Slide) -> int:
    """Tiếng shown, at least one."""
    return 1 + sum(count(run.plain()) for run in prose(slide.blocks))
