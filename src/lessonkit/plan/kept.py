"""What a learner's kept answers and ticks point at, as short signs for newer versions to compare.

Signs are of the words in the module's own language, so that a translation, or a variant for one
group, reads what was kept in another.
"""

import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from hashlib import sha256

from lessonkit.model import blocks as b
from lessonkit.model.walk import prose
from lessonkit.questions.base import Question
from lessonkit.text.inline import Picture, Prose
from lessonkit.text.inline import walk as inlines

_DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz"
_PAIRS = 36**2
_LEAST = 10**6


@dataclass(frozen=True, slots=True)
class Signs:
    """Of all questions and lists of a lesson."""

    questions: Mapping[str, int]
    """Of seven digits, by id: of the type and of what an answer points at, in order."""
    items: Mapping[str, tuple[str, ...]]
    """For each item two letters or digits, by the id of its list; different ones within a list."""


def signs(blocks: Iterable[b.Block]) -> Signs:
    """The signs of everything in these blocks and inside them."""
    questions: dict[str, int] = {}
    items: dict[str, tuple[str, ...]] = {}
    for block in blocks:
        match block:
            case b.Ask(question=question):
                questions[question.id] = question_sign(question)
            case b.Checklist():
                items[block.id] = item_signs(item_words(block))
            case b.Practice():
                items[block.id] = ("00",)
            case _:
                pass
    return Signs(questions, items)


def question_sign(question: Question) -> int:
    """Differs, nearly always, where an old answer would mean something else."""
    told = "\0".join((question.type_name, *map(words, question.targets())))
    return _LEAST + _number(told) % (9 * _LEAST)


def is_sign(kept: int, sign: int) -> bool:
    """Whether what was kept is this sign, as it is now or in the four digits of before.

    Those follow from the seven, for 9,000 divides 9,000,000.
    """
    return kept in (sign, 1000 + (sign - _LEAST) % 9000)


def item_signs(items: tuple[str, ...]) -> tuple[str, ...]:
    """Of the words of each item, whatever its place; those of equal words differ by turn."""
    given: dict[str, str] = {}
    taken: set[str] = set()
    turns = tuple(_turns(items))
    for turn in sorted(turns):
        start = _number(turn)
        # Beyond 1296 items there are no more pairs to give.
        free = (_pair(start + step) for step in range(_PAIRS))
        given[turn] = next((pair for pair in free if pair not in taken), _pair(start))
        taken.add(given[turn])
    return tuple(given[turn] for turn in turns)


def item_words(block: b.Checklist) -> tuple[str, ...]:
    """What each item says."""
    return tuple(" ".join(words(run) for run in prose(item.blocks)) for item in block.items)


def words(run: Prose) -> str:
    """What a run says, whatever its marks and white space; a picture also by its file."""
    files = (one.src for one in inlines(run.inlines) if isinstance(one, Picture))
    return " ".join(unicodedata.normalize("NFC", " ".join((run.plain(), *files))).split())


def digest(text: str) -> str:
    """Eight digits, for texts to be compared and not kept."""
    return sha256(text.encode()).hexdigest()[:8]


def _turns(items: tuple[str, ...]) -> Iterator[str]:
    met: dict[str, int] = {}
    for item in items:
        met[item] = met.get(item, 0) + 1
        yield f"{item}\0{met[item]}"


def _number(text: str) -> int:
    return int.from_bytes(sha256(text.encode()).digest()[:4], "big")


def _pair(number: int) -> str:
    return _DIGITS[number // 36 % 36] + _DIGITS[number % 36]
