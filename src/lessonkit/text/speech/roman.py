"""What a Roman numeral is worth."""

import re

_VALUES = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100, "D": 500, "M": 1000}
_SHAPE = r"M{0,3}(?:CM|CD|D?C{0,3})(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})"


def value(text: str) -> int:
    """Of a numeral; 0 where it is none."""
    if not text or re.fullmatch(_SHAPE, text) is None:
        return 0
    total = 0
    for char, following in zip(text, [*text[1:], ""], strict=True):
        own = _VALUES[char]
        total += -own if own < _VALUES.get(following, 0) else own
    return total
