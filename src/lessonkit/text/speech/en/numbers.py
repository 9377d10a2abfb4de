"""Numbers in English words."""

import re

_ONES = (
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven",
    "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
)  # fmt: skip
_TENS = ("", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_SIZES = ((10**12, "trillion"), (10**9, "billion"), (10**6, "million"), (1000, "thousand"))
_LONGEST = 15
_ORDINALS = {
    "one": "first", "two": "second", "three": "third", "five": "fifth", "eight": "eighth",
    "nine": "ninth", "twelve": "twelfth",
}  # fmt: skip

INTEGER = r"(?:\d{1,3}(?:,\d{3})+(?!\d)|\d+)"
NUMBER = rf"(?:{INTEGER}(?:\.\d+)?)"
"""As typed: `12`, `1,500,000`, `1.5`."""


def cardinal(n: int) -> str:
    """Any number from 0."""
    parts: list[str] = []
    for size, name in _SIZES:
        count, n = divmod(n, size)
        if count:
            parts += [cardinal(count), name]
    if n >= 100:
        parts += [_ONES[n // 100], "hundred"]
        n %= 100
    if n or not parts:
        parts += ["and", _small(n)] if parts else [_small(n)]
    return " ".join(parts)


def _small(n: int) -> str:
    if n < 20:
        return _ONES[n]
    tens, ones = divmod(n, 10)
    return f"{_TENS[tens]}-{_ONES[ones]}" if ones else _TENS[tens]


def spelled(digits: str) -> str:
    """One digit after the other."""
    return " ".join(_ONES[int(digit)] for digit in digits if digit.isdecimal())


def ordinal(n: int) -> str:
    """`twenty-first`."""
    head, sign, last = re.fullmatch(r"(.*?)([ -]?)(\w+)", cardinal(n)).groups()  # type: ignore[union-attr]
    if last in _ORDINALS:
        word = _ORDINALS[last]
    else:
        word = f"{last[:-1]}ieth" if last.endswith("y") else f"{last}th"
    return f"{head}{sign}{word}"


def number(text: str) -> str:
    """A number as typed, see `NUMBER`."""
    whole, found, part = text.replace(",", "").partition(".")
    long = len(whole) > _LONGEST or (len(whole) > 1 and whole[0] == "0")
    said = spelled(whole) if long else cardinal(int(whole))
    return f"{said} point {spelled(part)}" if found else said


def year(n: int) -> str:
    """`twenty twenty-six`, `two thousand and five`, `nineteen hundred`."""
    high, low = divmod(n, 100)
    if not 1100 <= n < 2100 or 2000 <= n < 2010:
        return cardinal(n)
    if not low:
        return f"{_small(high)} hundred"
    return f"{_small(high)} {'oh ' if low < 10 else ''}{_small(low)}"


def over(top: int, bottom: int) -> str:
    """A fraction: `three quarters`."""
    many = "" if top == 1 else "s"
    if bottom == 2:
        name = "half" if top == 1 else "halves"
    elif bottom == 4:
        name = f"quarter{many}"
    else:
        name = f"{ordinal(bottom)}{many}"
    return f"{cardinal(top)} {name}"
