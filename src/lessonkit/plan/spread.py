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
    and an answer comes with what follows the longest silence, in which the learner thinks. What
    belongs to no block stays with the slide that is seen, or, where nothing else is said, is shared
    out among all.
    """
    found: list[list[Said]] = [[] for _ in slides]
    placed = any(_holding(slides, one.place, 0) for one in cues)
    at = 0
    for place, group in groupby(cues, lambda one: one.place):
        said = tuple(group)
        there = _holding(slides, place, at) if placed else tuple(range(len(slides)))
        for number, part in zip(there or (at,), _shared(slides, there or (at,), said), strict=True):
            found[number] += part
        at = (there or (at,))[-1]
    return [(slide, tuple(said)) for slide, said in zip(slides, found, strict=True)]


def _holding(slides: Sequence[Slide], place: int, at: int) -> tuple[int, ...]:
    """Numbers of the slides that show that block, none before the one that is seen."""
    numbers = range(at, len(slides))
    return tuple(one for one in numbers if place >= 0 and place in slides[one].places)


def _shared(
    slides: Sequence[Slide], there: tuple[int, ...], said: tuple[Said, ...]
) -> list[tuple[Said, ...]]:
    """The sentences of one block for each of the slides that show it."""
    answer = next((at for at, one in enumerate(there) if slides[one].kind == "answer"), 0)
    if answer and len(said) > 1:
        cut = _longest_pause(said)
        asked = _by_words(slides, there[:answer], said[:cut])
        return asked + _by_words(slides, there[answer:], said[cut:])
    return _by_words(slides, there, said)


def _longest_pause(said: tuple[Said, ...]) -> int:
    """The number of the sentence behind it; of equal ones the last."""
    pauses = [(said[at].start - said[at - 1].end, at) for at in range(1, len(said))]
    return max(pauses)[1]


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
