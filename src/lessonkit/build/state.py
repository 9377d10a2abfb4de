"""How long a learner's saved state can become, so that a build fails and not a learner.

Must agree with the head of player/state.js; tests hold the two together.
"""

import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from lessonkit.questions.base import Question

_BARE = re.compile(r"[\w.,\[\]-]", re.ASCII)
"""What the player writes as it is; all else becomes `~code~`."""

_FIELD = 12
"""Characters of a field without values: `;`, letter, hash of seven, `:`, sum of two."""

_GROWN = 2
"""A draw is at most so many times its number: two tabs may have drawn differently."""


@dataclass(frozen=True, slots=True)
class Share:
    """What one thing of a lesson takes of the state."""

    id: str
    length: int
    """Characters at most."""


def longest_state(data: dict[str, Any]) -> int:
    """Characters of the longest line that holds all scores and all progress of a lesson.

    `data` is what the player is told. Answers themselves are kept as far as there is room beyond.
    """
    sections, objectives = len(data["sections"]), len(data["objectives"])
    shares = sum(one.length for one in progress_shares(data))
    return 41 + 20 * objectives + _FIELD * sections + shares


def progress_shares(data: dict[str, Any]) -> tuple[Share, ...]:
    """Of every checklist, bank and question, answers left out; of a bank as many as can be kept."""
    ticks = [Share(one["id"], _FIELD + 5 + 3 * int(one["count"])) for one in data["checklists"]]
    draws = [Share(one["id"], 19 + 4 * len(held)) for one, held in _banks(data)]
    asked = (Share(one["id"], 25 + _FIELD * ("cost" in one)) for one in data["questions"])
    return (*ticks, *draws, *_kept(asked, data))


def answer_shares(questions: Iterable[Question], data: dict[str, Any]) -> tuple[Share, ...]:
    """Of every question's answer: no longer than an answer that can be chosen, or usually typed."""
    shares = (Share(one.id, _answer(one)) for one in questions)
    return tuple(_kept(shares, data))


def _answer(question: Question) -> int:
    """A whole answer, and a second one that is half given."""
    longest = encoded(question.longest_answer())
    whole, half = _FIELD + longest + len(",1234567"), _FIELD + longest + len(",9999,1234567")
    return whole + half * question.unfinished


def _banks(data: dict[str, Any]) -> Iterator[tuple[dict[str, Any], list[str]]]:
    """Each bank with the ids of its questions."""
    for bank in data.get("banks", ()):
        held = (one["id"] for one in data["questions"] if one.get("bank") == bank["id"])
        yield bank, list(held)


def _kept(shares: Iterable[Share], data: dict[str, Any]) -> Iterator[Share]:
    """Without the lightest questions of a bank: not all of them can have been drawn."""
    every = list(shares)
    for bank, held in _banks(data):
        names = set(held)
        own = sorted((one for one in every if one.id in names), key=lambda one: -one.length)
        left = {one.id for one in own[_GROWN * int(bank["draw"]) :]}
        every = [one for one in every if one.id not in left]
    yield from every


def encoded(value: Any) -> int:
    """Characters that the player writes for a value within a field."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    return sum(1 if _BARE.match(char) else _escaped(char) for char in text)


def _escaped(char: str) -> int:
    """`~code~` of each half of what UTF-16 writes in two."""
    units = char.encode("utf-16-be", "surrogatepass")
    codes = (int.from_bytes(units[at : at + 2], "big") for at in range(0, len(units), 2))
    return sum(2 + _digits(code) for code in codes)


def _digits(code: int) -> int:
    """How many digits a number has in base 36."""
    return next(count for count in (1, 2, 3, 4) if code < 36**count)


def heaviest(shares: Iterable[Share]) -> str:
    """The three that take most, as an author knows them."""
    ordered = sorted(shares, key=lambda one: (-one.length, one.id))
    return ", ".join(f"{one.id} ({one.length})" for one in ordered[:3])
