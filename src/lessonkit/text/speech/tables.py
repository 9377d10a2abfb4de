"""Tables of words that a language is read by: data beside its rules, read when it is first used."""

import re
import tomllib
from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path


def table(lang: str, name: str) -> Mapping[str, str]:
    """One table of the `words.toml` of a language."""
    return _tables(lang)[name]


@cache
def _tables(lang: str) -> Mapping[str, Mapping[str, str]]:
    with (Path(__file__).parent / lang / "words.toml").open("rb") as opened:
        found: Mapping[str, Mapping[str, str]] = tomllib.load(opened)
    return found


def either(words: Iterable[str]) -> str:
    """A pattern for any of these, the longest first; by first letter, or each would be tried."""
    ends: dict[str, list[str]] = {}
    for word in sorted(words, key=lambda one: (-len(one), one)):
        ends.setdefault(word[:1], []).append(re.escape(word[1:]))
    return "|".join(
        f"{re.escape(first)}(?:{'|'.join(rest)})" if len(rest) > 1 else re.escape(first) + rest[0]
        for first, rest in ends.items()
    )
