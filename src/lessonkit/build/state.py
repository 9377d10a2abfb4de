"""How long a learner's saved state can become, so that a build fails and not a learner.

Must agree with the head of player/state.js; tests hold the two together.
"""

import json
import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from lessonkit.questions.base import Question

_BARE = re.compile(r"[\w.,\[\]-]", re.ASCII)
"""What the player writes as it is; all else becomes `~code~`."""

_FIELD = 12
"""Characters of a field without values: `;`, letter, hash of seven, `:`, sum of two."""


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
    """Of every checklist and question, answers left out."""
    ticks = [Share(one["id"], _FIELD + 5 + 3 * int(one["count"])) for one in data["checklists"]]
    return (*ticks, *(Share(one["id"], 23) for one in data["questions"]))


def answer_shares(questions: Iterable[Question]) -> tuple[Share, ...]:
    """Of every question's answer: no longer than an answer that can be chosen, or usually typed."""
    longest = ((one.id, encoded(one.longest_answer())) for one in questions)
    return tuple(Share(name, _FIELD + length + len(",1234")) for name, length in longest)


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
