"""Addresses and what else is typed, with the names of its signs."""

import re

from lessonkit.text.speech.draft import Draft
from lessonkit.text.speech.en.numbers import number, spelled
from lessonkit.text.speech.en.tables import table

_URL = re.compile(
    r"(?<![\w@.])(?:https?://[^\s<>\"()]+|www\.[^\s<>\"()]+|"
    r"(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+(?:com|vn|net|org|gov|edu|info|io|uk|eu)(?![\w-])"
    r"(?:[/?#][^\s<>\"()]*)?)",
    re.IGNORECASE,
)
_MAIL = re.compile(r"(?<![\w.])[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
_WORD = re.compile(r"[^\W\d_]+|\d+|[^\w\s]|_|\s+")
_LETTERS = frozenset({"vn", "io", "uk", "eu", "www"})


def addresses(draft: Draft) -> None:
    """URLs and e-mail addresses."""
    draft.sub(_MAIL, lambda one: typed(one[0]))
    draft.text = _URL.sub(lambda one: _trimmed(draft, one[0]), draft.text)


def _trimmed(draft: Draft, text: str) -> str:
    bare = text.rstrip(".,;:!?'")
    without = re.sub(r"^https?://", "", bare, flags=re.IGNORECASE).rstrip("/")
    return draft.mark(typed(without)) + text[len(bare) :]


def typed(text: str) -> str:
    """What is typed, sign by sign and word by word."""
    return " ".join(_part(part) for part in _WORD.findall(text) if not part.isspace())


def _part(part: str) -> str:
    if part.isdecimal():
        return number(part) if len(part) < 5 else spelled(part)
    if not part.isalnum():
        return table("typed").get(part, part)
    return " ".join(part.upper()) if part.lower() in _LETTERS else part
