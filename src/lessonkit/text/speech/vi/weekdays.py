"""Days of the week, and what else is counted with `thứ`."""

import re

from lessonkit.text.speech.draft import MARK, NUMERIC, Draft
from lessonkit.text.speech.roman import value
from lessonkit.text.speech.vi.numbers import cardinal

_DASH = r"\s*[-–—]\s*"
_WEEKDAY = re.compile(r"(?<!\w)(?P<t>[Tt]hứ )(?P<n>\d{1,3}|[IVX]+)(?![\w]|[.,/]\d)")
_WEEKDAYS = re.compile(rf"(?<!\w)(?P<t>[Tt]hứ )(?P<a>[2-7]){_DASH}(?P<b>[2-7]|CN)(?!\w)")
_T_DAY = re.compile(rf"(?<!\w)T(?P<a>[2-7]){_DASH}(?:T(?P<b>[2-7])|(?P<cn>CN))(?!\w)")
_SUNDAY = re.compile(
    r"(?P<t>(?:(?<!\w)(?:[Tt]hứ [^\W\d_]+|[Ss]áng|[Tt]rưa|[Cc]hiều|[Tt]ối|[Đđ]êm|[Nn]gày)|T[2-7]|"
    rf"{MARK})(?:,| và| hoặc| đến|/| ?[-–])? ?)CN(?!\w)"
)
_T_LIST = re.compile(r"(?<!\w)T[2-7](?:(?:, ?| và | & |/| đến | \| )(?:T[2-7]|CN))+(?!\w)")
_T_ONE = re.compile(
    r"(?P<t>(?<!\w)(?:[Ss]áng|[Tt]rưa|[Cc]hiều|[Tt]ối|[Đđ]êm|đến|và) )T(?P<a>[2-7])(?!\w)"
)
_T_DATE = re.compile(rf"(?<!\w)T(?P<a>[2-7])(?=(?:,| ngày)? ?{NUMERIC})|(?<=\()T(?P<b>[2-7])(?=\))")
_CN_DATE = re.compile(rf"(?<!\w)CN(?=,? ?(?:ngày )?{NUMERIC})")
_JOINTS = str.maketrans({"/": ", ", "|": ",", "&": "và"})


def weekdays(draft: Draft) -> None:
    """`thứ 2–6`, `T2–T7`, `CN`."""
    draft.sub(_WEEKDAYS, _weekdays)
    draft.sub(_T_DAY, _weekdays)
    draft.sub(_T_LIST, lambda one: _listed(one[0]))
    draft.sub(_T_ONE, lambda one: one["t"] + _weekday(one["a"]))
    draft.sub(_T_DATE, lambda one: _weekday(one["a"] or one["b"]))
    draft.sub(_CN_DATE, lambda _: _weekday(None))
    draft.sub(_WEEKDAY, _ordinal, number=True)
    draft.text = _SUNDAY.sub(r"\g<t>chủ nhật", draft.text)


def _weekday(text: str | None) -> str:
    if text is None or text == "CN":
        return "chủ nhật"
    return "thứ tư" if text == "4" else f"thứ {cardinal(int(text))}"


def _listed(text: str) -> str:
    return re.sub(r"T([2-7])|CN", lambda one: _weekday(one[1]), text).translate(_JOINTS)


def _weekdays(match: re.Match[str]) -> str:
    return f"{_weekday(match['a'])} đến {_weekday(match['b'])}"


def _ordinal(match: re.Match[str]) -> str:
    n = int(match["n"]) if match["n"].isdecimal() else value(match["n"])
    word = {1: "nhất", 4: "tư"}.get(n, cardinal(n))
    return f"{match['t']}{word}"
