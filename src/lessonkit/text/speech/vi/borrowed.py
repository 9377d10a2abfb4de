"""Foreign words that no table holds, as a Vietnamese reads them: `Pokemon` as `pô kê mon`.

A voice of Vietnamese spells what is none of its syllables letter by letter; where a word falls into
syllables that it has, those are said.
"""

import re

from lessonkit.text.speech.tables import table
from lessonkit.text.speech.vi.syllables import sounded, syllables

UNKNOWN = re.compile(r"(?<![\w'.&@/-])[A-Za-z]{4,20}(?![\w'&@/-]|\.\w)")
FINAL_K = re.compile("(?<=[ăâêôắấếốáéíóúằầềồẳẩểổẵẫễỗặậệộạẹịọụ])k(?!\\w)", re.IGNORECASE)
"""Of names of the highlands, `Đắk Lắk`: said as c, and no Vietnamese ends with it."""
_CAMEL = re.compile(r"[A-Z]+(?![a-z])|[A-Z]?[a-z]+")
_ENGLISH = re.compile("[^aeiouy]e$|ee|oo|ea|ou|sh|th$|ck|ght|tion|ies$|[^aeiouy]y$|ing$|ed$")
"""How a word looks that is said in another way than it is written."""
_SOUNDS = (
    ("ph", "f"), ("ff", "f"), ("ll", "l"), ("ss", "s"), ("tt", "t"), ("nn", "n"), ("mm", "m"),
    ("pp", "p"), ("rr", "r"), ("cc", "c"), ("f", "ph"), ("j", "gi"), ("zi", "gi"), ("z", "gi"),
)  # fmt: skip
_HARD = re.compile("c(?=[iey])")
_OPEN = str.maketrans("oe", "ôê")


def borrowed(word: str) -> str | None:
    """In syllables, or by its parts: `MyTel`; None where it is neither."""
    return _parts(word) or _whole(word)


def _parts(word: str) -> str | None:
    parts = _CAMEL.findall(word)
    if len(parts) < 2:
        return None
    said = [_known(part) for part in parts]
    return " ".join(one for one in said if one) if all(said) else None


def _known(part: str) -> str | None:
    low = part.lower()
    return (
        table("vi", "capitals").get(part)
        or table("vi", "english").get(low)
        or table("vi", "domains").get(low)
    )


def _whole(word: str) -> str | None:
    low = word.lower()
    known = table("vi", "domains").get(low) if len(low) > 4 else None
    if known or _ENGLISH.search(low):
        return known
    for typed, heard in _SOUNDS:
        low = low.replace(typed, heard)
    cut = syllables(_HARD.sub("x", low))
    return " ".join(map(_syllable, cut)) if len(cut) > 1 else None


def _syllable(text: str) -> str:
    hard = "đ" + text[1:] if text[0] == "d" else text
    opened = re.search("(?:(?<![aeiouy])|(?<=^gi))[oe]$", hard)
    return hard[:-1] + hard[-1].translate(_OPEN) if opened else sounded(hard)
