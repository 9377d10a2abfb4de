"""What who speaks has before them beside a slide: what to say, and what else the lesson tells."""

from dataclasses import dataclass

from lessonkit.model import blocks as b
from lessonkit.model.walk import prose
from lessonkit.plan.slide import Slide
from lessonkit.text.tieng import words

_ALIKE = 0.9
"""The share of its words that are said anyway, from which on a passage is not read again."""


@dataclass(frozen=True, slots=True)
class Aside:
    """The notes of a slide, each thing once."""

    said: tuple[b.Block, ...]
    """What to say; the text that is not shown, where the author wrote nothing to be said."""
    left: tuple[b.Block, ...]
    """What is neither shown nor said, though the lesson tells it."""
    spare: tuple[b.Ask, ...]
    """Questions of a bank beyond those that it draws."""


def aside(slide: Slide) -> Aside:
    """The notes of a slide; what is said comes first, and what repeats it is left out."""
    spare = tuple(one for one in slide.notes if isinstance(one, b.Ask))
    told = tuple(one for one in slide.notes if isinstance(one, b.Narration) and one.blocks)
    rest = tuple(one for one in slide.notes if not isinstance(one, b.Ask | b.Narration))
    if not told:
        return Aside(rest, (), spare)
    heard = frozenset(_words(told))
    return Aside(told, tuple(one for one in rest if not _repeats(one, heard)), spare)


def _repeats(block: b.Block, heard: frozenset[str]) -> bool:
    found = _words((block,))
    return sum(one in heard for one in found) >= _ALIKE * len(found)


def _words(blocks: tuple[b.Block, ...]) -> list[str]:
    return [one.casefold() for run in prose(blocks) for one in words(run.plain())]
