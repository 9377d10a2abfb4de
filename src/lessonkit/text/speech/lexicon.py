"""How an author wants words to be said."""

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache

from lessonkit.text.speech.clean import cleaned
from lessonkit.text.speech.draft import Draft

_TONE = "([\u0300\u0301\u0303\u0309\u0323])"
_OLD = re.compile(rf"(?<![qQ])([ouOU]){_TONE}([aeyAEY])(?![\w\u0300-\u036f])")
_NEW = re.compile(rf"(?<![qQ])([ouOU])([aeyAEY]){_TONE}(?![\w\u0300-\u036f])")


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Words by language (BCP 47, its first part), and number words of Vietnamese."""

    words: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    """By language: as written → as said."""
    numbers: Mapping[str, str] = field(default_factory=dict)
    """Such as `linh` → `lẻ`."""

    def __bool__(self) -> bool:
        return bool(self.words or self.numbers)

    def of(self, lang: str) -> Mapping[str, str]:
        """The words of one language."""
        return self.words.get(lang.partition("-")[0].lower(), {})

    def over(self, other: "Lexicon") -> "Lexicon":
        """Both; where they differ, this one holds."""
        langs = dict.fromkeys((*other.words, *self.words))
        words = {lang: {**other.of(lang), **self.of(lang)} for lang in langs}
        return Lexicon(words, {**other.numbers, **self.numbers})


def say_words(draft: Draft, words: Mapping[str, str]) -> None:
    """Whole words of the table; one without capitals is meant in any case, the longest first."""
    if not words:
        return
    exact, folded = _tables(tuple(words.items()))
    pattern = _pattern(tuple(exact))
    draft.sub(pattern, lambda one: exact.get(one[0]) or folded.get(one[0].lower()))


@lru_cache(maxsize=64)
def _tables(entries: tuple[tuple[str, str], ...]) -> tuple[dict[str, str], dict[str, str]]:
    """Typed as a text is once it is cleaned: `H’Mông` has another sign than `H'Mông`."""
    words = [(cleaned(key, ".").strip() or key, said) for key, said in entries]
    exact = {form: said for key, said in words for form in _forms(key)} | dict(words)
    return exact, {key: said for key, said in exact.items() if key == key.lower()}


def _forms(word: str) -> tuple[str, str]:
    """With its tones as in `hòa`, and as in `hoà`."""
    apart = unicodedata.normalize("NFD", word)
    forms = (_NEW.sub(r"\1\3\2", apart), _OLD.sub(r"\1\3\2", apart))
    old, new = (unicodedata.normalize("NFC", form) for form in forms)
    return old, new


@lru_cache(maxsize=64)
def _pattern(words: tuple[str, ...]) -> re.Pattern[str]:
    longest = sorted(words, key=lambda one: (-len(one), one))
    inner = "|".join(map(_whole, longest))
    return re.compile(rf"(?<![^\W_])(?:{inner})(?![^\W_])", re.IGNORECASE)


def _whole(word: str) -> str:
    """No part of a longer number or date: `24` is not in `24,5`, nor `3/4` in `3/4/2026`."""
    before = r"(?<!\d[.,/:-])" if word[:1].isdecimal() else ""
    after = r"(?![.,/:-]\d)" if word[-1:].isdecimal() else ""
    return f"{before}{re.escape(word)}{after}"
