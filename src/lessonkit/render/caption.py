"""What is said, as it is read on a film: two lines at most, ended where a reader would pause."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from math import ceil, inf

from lessonkit.text.compounds import held

WIDTH = 42
"""Signs of a line of captions; guides for captions say 37 to 42."""
LINES = 2
"""Lines that are seen at once."""
_SPLIT = 0.3
"""What it costs to break in the middle of a phrase, beside lines that are not of one length; twice
as much where the eye must also wait for the next screen."""
_LED = 0.12
"""The same before a small word that begins a part of the sentence."""
_SIGNS = (",", ":", ";", ".", "?", "!", "–", "…")
Line = tuple[str, float, float, str]
"""Id, start, end in seconds, words; what has line breaks keeps them where they fit."""


@dataclass(frozen=True, slots=True)
class Caption:
    """What is seen at once."""

    id: str
    start: float
    """Seconds."""
    end: float
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Breaks:
    """Where a line may well end, and where not."""

    opening: frozenset[str] = frozenset()
    """Small words that begin a part of a sentence."""
    lang: str = ""
    """BCP 47; of some languages it is known which words must stay whole."""


ANYWHERE = Breaks()
"""Nothing is known of the language."""


def split(lines: Iterable[Line], breaks: Breaks = ANYWHERE) -> Iterator[Caption]:
    """Long sentences in several, each for its share of the signs."""
    for name, start, end, text in lines:
        screens = _screens(text, breaks)
        sizes = [sum(map(len, one)) for one in screens]
        at, total = start, sum(sizes) or 1
        for number, (screen, size) in enumerate(zip(screens, sizes, strict=True), 1):
            until = end if number == len(screens) else at + (end - start) * size / total
            yield Caption(f"{name}-{number}" if number > 1 else name, at, until, screen)
            at = until


def _screens(text: str, breaks: Breaks) -> list[tuple[str, ...]]:
    """As few as will do, none cut inside a word, all lines of about one length."""
    own = [line for line in text.split("\n") if line.strip()]
    if 1 < len(own) <= LINES and all(len(one) <= WIDTH for one in own):
        return [tuple(own)]
    plain = " ".join(text.split())
    if len(plain) <= WIDTH:
        return [(plain,)]
    words = held(plain, breaks.lang).split(" ")
    many = ceil(len(plain) / (WIDTH * LINES)) * LINES
    before = ["", *words]
    prices = [_price(*two, breaks.opening) for two in zip(words, before, strict=False)]
    while many < len(words) and (found := _ends(words, prices, many)) is None:
        many += LINES
    ends = found if many < len(words) and found else list(range(1, len(words) + 1))
    begins = [0, *ends[:-1]]
    whole = (" ".join(words[begin:end]) for begin, end in zip(begins, ends, strict=True))
    rows = [row.replace("\u00a0", " ") for row in whole]
    return [tuple(rows[at : at + LINES]) for at in range(0, len(rows), LINES)]


def _price(word: str, last: str, opening: frozenset[str]) -> float:
    """Of a line that begins with it."""
    if last.rstrip("”\"'’)").endswith(_SIGNS):
        return 0.0
    return _LED if word.lower() in opening and last.lower() not in opening else _SPLIT


def _ends(words: Sequence[str], prices: Sequence[float], many: int) -> list[int] | None:
    """Behind which words each of so many lines ends; None: they do not fit.

    `best[at]` is the least that the words from there on cost in the lines that are left.
    """
    aim = len(" ".join(words)) / many
    nothing: tuple[float, list[int]] = (inf, [])
    best = [nothing] * len(words) + [(0.0, [])]
    for left in range(many):
        weight = (1 if left % LINES else 2) if left else 0
        row = [nothing] * (len(words) + 1)
        for begin in range(len(words)):
            long = -1
            for end in range(begin + 1, len(words) + 1):
                long += len(words[end - 1]) + 1
                if long > WIDTH and end > begin + 1:
                    break
                price = weight * prices[end] if end < len(words) else 0.0
                cost = ((long - aim) / aim) ** 2 + price + best[end][0]
                if cost < row[begin][0]:
                    row[begin] = (cost, [end, *best[end][1]])
        best = row
    return best[0][1] if best[0][0] < inf else None
