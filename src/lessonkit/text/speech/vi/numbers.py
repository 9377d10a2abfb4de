"""Numbers in Vietnamese words.

Source: Toán 2 and Toán 5 (Vietnam's schoolbooks): 21 hai mươi mốt, 24 hai mươi tư, 25 hai mươi lăm,
104 một trăm linh bốn; a decimal part of two or three digits is read as a number.
"""

import re

DIGITS = ("không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín")
_BILLION = 10**9
_LONGEST = 18
"""Digits of a number that is still read as one."""

GROUPED = r"\d{1,3}(?:\.\d{3})+(?!\d)"
"""1.500.000"""
INTEGER = (
    rf"(?:{GROUPED}|\d{{1,3}}(?: \d{{3}}){{2,}}(?!\d)|[1-9]\d{{0,2}}(?: 000)+(?!\d)|"
    r"\d{1,3}(?:,\d{3}){2,}(?![\d,])|\d+)"
)
NUMBER = rf"(?:{GROUPED}(?:,\d+)?|\d{{1,3}}(?:,\d{{3}})+\.\d+|{INTEGER}(?:[.,]\d+)?)"
"""As typed: `12`, `1.500.000`, `1,5`, `4.0`, `1,500,000`, `1,234.56`."""


def cardinal(n: int) -> str:
    """Any number from 0."""
    if n >= _BILLION:
        high, low = divmod(n, _BILLION)
        rest = _padded(low) if low else ""
        return f"{cardinal(high)} tỷ {rest}".strip()
    return _below_billion(n) if n else DIGITS[0]


def _padded(n: int) -> str:
    """What follows a larger unit: 5 is `không trăm linh năm`."""
    if n < 100:
        return f"không trăm {_tail(n)}"
    return f"không nghìn {_below_billion(n)}" if n < 1000 else _below_billion(n)


def _below_billion(n: int) -> str:
    parts: list[str] = []
    for unit, name in ((10**6, "triệu"), (1000, "nghìn")):
        count, n = divmod(n, unit)
        if count:
            parts += [_hundreds(count, padded=bool(parts)), name]
    if n:
        # `một triệu năm trăm` would be heard as a million and a half.
        gap = len(parts) == 2 and parts[1] == "triệu" and n >= 100
        parts += [*(["không nghìn"] if gap else []), _hundreds(n, padded=bool(parts))]
    return " ".join(parts)


def _hundreds(n: int, *, padded: bool) -> str:
    """1 to 999; `padded` where something stands before it."""
    hundreds, rest = divmod(n, 100)
    if not hundreds and not padded:
        return _tens(rest)
    head = f"{DIGITS[hundreds]} trăm"
    return f"{head} {_tail(rest)}" if rest else head


def _tail(n: int) -> str:
    """Behind hundreds, 1 to 99."""
    return f"linh {DIGITS[n]}" if n < 10 else _tens(n)


def _tens(n: int) -> str:
    """1 to 99."""
    tens, ones = divmod(n, 10)
    if not tens:
        return DIGITS[ones]
    if tens == 1:
        return {0: "mười", 5: "mười lăm"}.get(ones, f"mười {DIGITS[ones]}")
    word = {1: "mốt", 4: "tư", 5: "lăm"}.get(ones, DIGITS[ones])
    return f"{DIGITS[tens]} mươi {word}" if ones else f"{DIGITS[tens]} mươi"


def spelled(digits: str) -> str:
    """One digit after the other."""
    return " ".join(DIGITS[int(digit)] for digit in digits if digit.isdecimal())


def number(text: str) -> str:
    """A number as typed, see `NUMBER`."""
    text = text.replace(" ", "")
    if re.fullmatch(r"[1-9]\d{0,2}(?:\.\d{3})+(?:,\d+)?", text):
        text = text.replace(".", "")
    elif re.fullmatch(r"[1-9]\d{0,2}(?:(?:,\d{3}){2,}|,000|,\d{3}(?=\.))(?:\.\d+)?", text):
        text = text.replace(",", "").replace(".", ",")
    for sign, word in ((",", "phẩy"), (".", "chấm")):
        whole, found, part = text.partition(sign)
        if found:
            return f"{_integer(whole)} {word} {_part(part)}"
    return _integer(text)


def _integer(text: str) -> str:
    if len(text) > _LONGEST or (len(text) > 1 and text[0] == "0"):
        return spelled(text)
    return cardinal(int(text))


def _part(digits: str) -> str:
    """Behind the decimal sign: short ones as a number, others digit by digit."""
    zeros = len(digits) - len(digits.lstrip("0"))
    rest = digits[zeros:]
    if len(digits) > 3 or not rest:
        return spelled(digits)
    return " ".join((*(DIGITS[0] for _ in range(zeros)), cardinal(int(rest))))


def over(top: str, bottom: str) -> str:
    """A fraction: `ba phần tư`."""
    below = "tư" if bottom == "4" else number(bottom)
    return f"{number(top)} phần {below}"


def month(n: int) -> str:
    """`tháng tư`."""
    return f"tháng {'tư' if n == 4 else cardinal(n)}"
