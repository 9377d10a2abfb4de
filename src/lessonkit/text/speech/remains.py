"""What is left when the rules of a language have read a text: signs, figures, breaths too many."""

import re
from collections.abc import Callable, Sequence
from unicodedata import normalize

_UNSAID = re.compile("[^\\w\\s.,;:!?'\U000f0000-\U000ffffd-]")
_LEFT = re.compile(r"[\d²³¹⁰⁴-⁹]+")
"""Figures that are glued to other signs: no voice is left alone with one."""
_BREATHS = (
    (re.compile(r"\s+"), " "),
    (re.compile(r"\s+([,.;:!?])"), r"\1"),
    (re.compile(r"(?:[,;:]\s*)+([.!?])"), r"\1"),
    (re.compile(r"([,;:])(?:\s*,)+"), r"\1"),
    (re.compile(r"([!?])\s*[.:;]"), r"\1"),
)
_ENDS = re.compile(r"^[\s,;:.]+|[\s,;]+$")


def unsaid(text: str) -> str:
    """Without the signs that nobody says."""
    return _UNSAID.sub(" ", text)


def tidied(
    text: str, number: Callable[[str], str], breaths: Sequence[tuple[re.Pattern[str], str]]
) -> str:
    """No breath twice, none at the ends, no figure.

    `number` reads one in the language; `breaths` are what that has beside the rules of all.
    """
    text = _LEFT.sub(lambda one: f" {number(normalize('NFKC', one[0]))} ", text)
    for pattern, said in (*_BREATHS, *breaths):
        text = pattern.sub(said, text)
    return _ENDS.sub("", text)
