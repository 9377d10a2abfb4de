"""Vietnamese words of several tiếng, between which a careful typographer breaks no line."""

import re
import unicodedata
from functools import cache
from importlib.resources import files

_MOST = 3
"""Tiếng of the longest word that is known."""
_OPENING = "“”‘’\"'(«"
_CLOSING = "“”‘’\"')»,.;:!?…"


def held(text: str, lang: str) -> str:
    """The text in that language (BCP 47), words of which several stand for one kept whole."""
    return compound(text) if lang.partition("-")[0] == "vi" else text


def compound(text: str) -> str:
    """The text, its known words held together by spaces at which no line ends.

    A sign between two tiếng keeps them apart, and of two words that share one the first is taken.
    """
    tokens = text.split(" ")
    found: list[str] = []
    while tokens:
        many = _known(tokens)
        found.append("\u00a0".join(tokens[:many]))
        del tokens[:many]
    return " ".join(found)


def _known(tokens: list[str]) -> int:
    """How many of the first tokens are one word."""
    for many in range(min(_MOST, len(tokens)), 1, -1):
        first, *inner, last = tokens[:many]
        bare = " ".join((first.lstrip(_OPENING), *inner, last.rstrip(_CLOSING)))
        if unicodedata.normalize("NFC", bare).lower() in _words():
            return many
    return 1


@cache
def _words() -> frozenset[str]:
    text = (files("lessonkit.text") / "compounds.txt").read_text("utf-8")
    return frozenset(re.split(r",\s*|\n", text.strip()))
