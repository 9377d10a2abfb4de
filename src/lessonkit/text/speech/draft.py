"""A text on its way to speech: what has its reading already is out of reach of later rules."""

import re
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager

FIRST = 0xF0000
"""Code point of the first mark; each stands for one reading. Plane 15 is for private use."""
MARK = "[\U000f0000-\U000ffffd]"
NUMERIC = "[\U000f0000-\U000f7fff]"
"""Marks of what is a number, a date, a time, a sum: a dash between two of them says `to`."""
_ONES = frozenset({"tư", "mốt", "lăm"})
"""Number words that are others than in counting only behind tens."""
_OTHER = 0x8000
_SPACES = re.compile(r"\s+")

Say = Callable[[re.Match[str]], str | None]
"""The reading of a match; None: it is none of this rule's."""


class Draft:
    """A text in which readings are single marks."""

    def __init__(self, text: str, words: Mapping[str, str] | None = None) -> None:
        """`words`: what the author wants number words to be, such as `linh` → `lẻ`."""
        self.text = text
        self.words = words or {}
        self._numbers: list[str] = []
        self._others: list[str] = []

    @contextmanager
    def apart(self) -> Iterator[None]:
        """What is marked within is forgotten behind it, when its text was said."""
        kept = len(self._numbers), len(self._others)
        yield
        del self._numbers[kept[0] :]
        del self._others[kept[1] :]

    def mark(self, reading: str, *, number: bool = False) -> str:
        """The mark that stands for a reading from now on."""
        kept = self._numbers if number else self._others
        kept.append(reading)
        return chr(FIRST + len(kept) - 1 + (0 if number else _OTHER))

    def sub(self, pattern: re.Pattern[str], say: Say, *, number: bool = False) -> None:
        """Give every match its reading; what `say` answers with None stays as it is."""

        def one(match: re.Match[str]) -> str:
            reading = say(match)
            return match[0] if reading is None else self.mark(reading, number=number)

        self.text = pattern.sub(one, self.text)

    def reading(self, mark: str) -> str:
        """What a mark stands for."""
        place = ord(mark) - FIRST
        return self._others[place - _OTHER] if place >= _OTHER else self._numbers[place]

    def before(self, match: re.Match[str], length: int = 40) -> str:
        """The words in front of a match, lower case, readings of others left as marks."""
        return self.text[max(0, match.start() - length) : match.start()].lower()

    def after(self, match: re.Match[str], length: int = 30) -> str:
        """The words behind a match, lower case."""
        return self.text[match.end() : match.end() + length].lower()

    def reword(self) -> None:
        """Put the author's words for numbers into the readings of numbers."""
        for word, own in self.words.items():
            lead = "(?<=mươi )" if word in _ONES else r"(?<!\w)"
            pattern = re.compile(rf"{lead}{re.escape(word)}(?!\w)")
            self._numbers = [pattern.sub(own, one) for one in self._numbers]

    def said(self) -> str:
        """The whole text with every reading in its place, each apart from what stands around it."""
        while True:
            spread = re.sub(MARK, lambda one: f" {self.reading(one[0])} ", self.text)
            if spread == self.text:
                break
            self.text = spread
        return _SPACES.sub(" ", self.text).strip()
