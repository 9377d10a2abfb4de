"""Words by which rules recognise what they look for, by the language of the lesson."""

import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from lessonkit.text.tieng import words


@dataclass(frozen=True, slots=True)
class Phrases:
    """The lists of one language, in lower case, without punctuation; empty without a file."""

    vague_verbs: tuple[str, ...] = ()
    official_verbs: tuple[str, ...] = ()
    """Vague, but as an official framework has them."""
    joints: tuple[str, ...] = ()
    """Words behind a verb that say that another one follows."""
    clear_verbs: tuple[str, ...] = ()
    creating_verbs: tuple[str, ...] = ()
    judging_verbs: tuple[str, ...] = ()
    vague_links: frozenset[str] = frozenset()
    all_of_above: tuple[str, ...] = ()
    none_of_above: tuple[str, ...] = ()
    selectors: frozenset[str] = frozenset()
    fillers: frozenset[str] = frozenset()
    negatives: tuple[str, ...] = ()
    exceptions: tuple[str, ...] = ()
    absolutes: tuple[str, ...] = ()
    common: frozenset[str] = frozenset()
    colours: tuple[str, ...] = ()
    placeholders: tuple[str, ...] = ()
    function_words: frozenset[str] = frozenset()


_SETS = frozenset({"vague_links", "common", "function_words", "selectors", "fillers"})


def phrases(lang: str) -> Phrases:
    """For a language tag (BCP 47)."""
    return _read(lang.split("-", maxsplit=1)[0].lower())


@cache
def _read(lang: str) -> Phrases:
    path = Path(__file__).parent / "words" / f"{lang}.toml"
    if not lang.isalpha() or not path.exists():
        return Phrases()
    found: dict[str, Any] = {}
    for name, said in tomllib.loads(path.read_text(encoding="utf-8")).items():
        listed = (" ".join(phrase.split()) for phrase in said.split(","))
        found[name] = frozenset(listed) if name in _SETS else tuple(listed)
    return Phrases(**found)


def bare(text: str) -> str:
    """Lower case, punctuation gone, one space between and around words: ` bấm vào đây `."""
    return f" {' '.join(words(text.lower()))} "


def first_of(phrases: tuple[str, ...], text: str) -> str:
    """The first phrase that stands in a `bare` text as whole words, or an empty string."""
    return next((phrase for phrase in phrases if f" {phrase} " in text), "")
