"""Which slide of a section is seen while which of its sentences is said."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate, groupby, pairwise

from lessonkit.model.walk import prose
from lessonkit.plan.slide import Slide

_WORD = re.compile(r"\w+")


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
    filmed: bool = False
    """As `plan.script.Cue` has it."""
    scene: str = ""
    """Likewise."""


Spread = list[tuple[Slide, tuple[Said, ...]]]


def spread(slides: Sequence[Slide], cues: Sequence[Said]) -> Spread:
    """Every slide in order, with its sentences; none is said twice and none is lost.

    A sentence goes to the slide that shows its block; of several, to the one that shows its words,
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
    if any(slides[one].scene for one in there):
        return _by_scene(slides, there, said)
    answers = [at for at, one in enumerate(there) if at and slides[one].kind == "answer"]
    cuts = _longest_pauses(said, len(answers))
    if not answers or len(cuts) < len(answers):
        return _matched(slides, there, said)
    parts: list[tuple[Said, ...]] = []
    borders = zip(
        (0, *answers), (*answers, len(there)), (0, *cuts), (*cuts, len(said)), strict=True
    )
    for first, last, start, end in borders:
        parts += _matched(slides, there[first:last], said[start:end])
    return parts


def _by_scene(
    slides: Sequence[Slide], there: tuple[int, ...], said: tuple[Said, ...]
) -> list[tuple[Said, ...]]:
    parts: list[tuple[Said, ...]] = []
    for scene, numbers in groupby(there, lambda one: slides[one].scene):
        parts += _matched(slides, tuple(numbers), tuple(one for one in said if one.scene == scene))
    return parts


def _longest_pauses(said: tuple[Said, ...], count: int) -> list[int]:
    """Numbers of the sentences behind them, in order; of equal pauses the later."""
    pauses = [(said[at].start - said[at - 1].end, at) for at in range(1, len(said))]
    return sorted(at for _, at in sorted(pauses, reverse=True)[:count])


def _matched(
    slides: Sequence[Slide], there: tuple[int, ...], said: tuple[Said, ...]
) -> list[tuple[Said, ...]]:
    """Each sentence with the slide that shows most of its words, in order, none left out.

    Where words do not tell, as of what is said instead of a text, their number does.
    """
    if len(said) <= len(there):
        return [said[at : at + 1] for at in range(len(there))]
    shown = [_shown(slides[one]) for one in there]
    aims = _aims([len(words) for words in shown], [len(one.text) for one in said])
    worth = [
        [_common(one.text, words) - abs(aim - at) / 100 for at, words in enumerate(shown)]
        for one, aim in zip(said, aims, strict=True)
    ]
    borders = _best(worth)
    return [said[start:end] for start, end in pairwise((0, *borders, len(said)))]


def _best(worth: list[list[float]]) -> list[int]:
    """Numbers of the first sentences of all slides but the first, that are worth most together."""
    count = len(worth[0])
    ways: list[tuple[float, tuple[int, ...]] | None] = [(worth[0][0], ()), *[None] * (count - 1)]
    for number, here in enumerate(worth[1:], 1):
        for at in range(count - 1, -1, -1):
            stay = ways[at]
            come = ways[at - 1] if at else None
            if come is not None and (stay is None or come[0] > stay[0]):
                stay = (come[0], (*come[1], number))
            ways[at] = stay and (stay[0] + here[at], stay[1])
    found = ways[-1]
    return list(found[1]) if found else []


def _aims(words: list[int], lengths: list[int]) -> list[float]:
    """For each sentence the slide that its share of all that is said leads to, as a fraction."""
    borders = [0, *accumulate(one + 1 for one in words)]
    found, done, total = [], 0.0, sum(lengths) or 1
    for one in lengths:
        middle = (done + one / 2) / total * borders[-1]
        at = max(n for n, border in enumerate(borders[:-1]) if border <= middle)
        found.append(at + (middle - borders[at]) / (borders[at + 1] - borders[at]) - 0.5)
        done += one
    return found


def _common(text: str, shown: list[str]) -> float:
    """The share of the words that are shown."""
    words = _WORD.findall(text.casefold())
    return sum(one in shown for one in words) / (len(words) or 1)


def _shown(slide: Slide) -> list[str]:
    text = " ".join(run.plain() for run in prose(slide.blocks))
    return _WORD.findall(text.casefold())
