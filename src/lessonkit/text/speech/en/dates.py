"""Days, years and times in English; `3/11/2026` is the third of November, as in Vietnam."""

import re

from lessonkit.text.speech.draft import Draft
from lessonkit.text.speech.en.numbers import cardinal, ordinal, year

_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
)  # fmt: skip
_NAMES = "|".join([*_MONTHS, *(name[:3] for name in _MONTHS), "Sept"])
_Y = r"(?:1[1-9]|20)\d\d"
_FULL = re.compile(rf"(?<![\w/.,-])(?P<d>\d\d?)[/.-](?P<m>\d\d?)[/.-](?P<y>{_Y})(?![\w/])")
_ISO = re.compile(rf"(?<![\w/.-])(?P<y>{_Y})-(?P<m>\d\d)-(?P<d>\d\d)(?![\w-])")
_DAY = re.compile(
    rf"(?<!\w)(?P<d>[0-3]?\d)(?:st|nd|rd|th)? (?P<m>{_NAMES})\.?(?:,? (?P<y>{_Y}))?(?!\w)"
)
_MONTH = re.compile(
    rf"(?<!\w)(?P<m>{_NAMES})\.? (?P<d>[0-3]?\d)(?:st|nd|rd|th)?(?:, (?P<y>{_Y}))?(?![\w:])"
)
_YEARS = re.compile(rf"(?<![\w.,/$€£-])(?P<a>{_Y})[-–](?P<b>{_Y})(?![\w%]|[.,]\d)")
_YEAR = re.compile(
    rf"(?P<lead>(?<!\w)(?:in|since|by|until|of|from|year|during|before|after|to|{_NAMES}) )"
    rf"(?P<y>{_Y})(?![\w%:/]|[.,]\d)(?! (?:people|times|words|students|dong|dollars|steps|metres))",
    re.IGNORECASE,
)
_DECADE = re.compile(r"(?<!\w)(?P<y>(?:1[1-9]|20)[1-9]0)s(?!\w)")
_CLOCK = re.compile(
    r"(?<![\w.,:])(?P<h>[01]?\d|2[0-4]):(?P<m>[0-5]\d)(?:\s?(?P<half>[ap])\.?m\b\.?)?(?![\w:])",
    re.IGNORECASE,
)
_HOUR = re.compile(r"(?<![\w.,:])(?P<h>1?\d)\s?(?P<half>[ap])\.?m\b\.?(?!\w)", re.IGNORECASE)


def dates(draft: Draft) -> None:
    """Every date and time."""
    for pattern in (_ISO, _FULL):
        draft.sub(pattern, lambda one: _numeric(one, draft), number=True)
    for pattern in (_DAY, _MONTH):
        draft.sub(pattern, lambda one: _named(one, draft), number=True)
    draft.sub(_YEARS, lambda one: f"{year(int(one['a']))} to {year(int(one['b']))}", number=True)
    draft.sub(_DECADE, lambda one: _decade(int(one["y"])), number=True)
    draft.text = _YEAR.sub(lambda one: one["lead"] + _year(one["y"], draft), draft.text)
    draft.sub(_CLOCK, lambda one: _time(one["h"], one["m"], one["half"]), number=True)
    draft.sub(_HOUR, lambda one: _time(one["h"], "", one["half"]), number=True)


def _decade(n: int) -> str:
    said = year(n)
    return f"{said[:-1]}ies" if said.endswith("y") else f"{said}s"


def _year(text: str, draft: Draft) -> str:
    return draft.mark(year(int(text)), number=True)


def _the(match: re.Match[str], draft: Draft) -> str:
    return "" if draft.before(match).endswith("the ") else "the "


def _numeric(match: re.Match[str], draft: Draft) -> str | None:
    day, month = int(match["d"]), int(match["m"])
    if month > 12 >= day > 0:
        day, month = month, day
    if not (1 <= day <= 31 and 1 <= month <= 12):
        return None
    return f"{_the(match, draft)}{ordinal(day)} of {_MONTHS[month - 1]} {year(int(match['y']))}"


def _named(match: re.Match[str], draft: Draft) -> str | None:
    day = int(match["d"])
    if not 1 <= day <= 31:
        return None
    name = next(one for one in _MONTHS if one.startswith(match["m"][:3]))
    tail = f" {year(int(match['y']))}" if match["y"] else ""
    return f"{_the(match, draft)}{ordinal(day)} of {name}{tail}"


def _time(hour: str, minute: str, half: str | None) -> str:
    n = int(minute or 0)
    if n:
        shown = f" {'oh ' if n < 10 else ''}{cardinal(n)}"
    else:
        shown = "" if half else " o'clock" if int(hour) <= 12 else " hundred hours"
    tail = f" {half.lower()} m" if half else ""
    return f"{cardinal(int(hour))}{shown}{tail}"
