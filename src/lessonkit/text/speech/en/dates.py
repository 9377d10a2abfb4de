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
    rf"(?<!\w)(?P<d>[0-3]?\d)(?:st|nd|rd|th)? (?P<m>{_NAMES})(?:\.(?= \d))?"
    rf"(?:,? (?P<y>{_Y}))?(?!\w)"
)
_MONTH = re.compile(
    rf"(?<!\w)(?P<m>{_NAMES})\.? (?P<d>[0-3]?\d)(?:st|nd|rd|th)?(?:, (?P<y>{_Y}))?(?![\w:])"
)
_YEARS = re.compile(rf"(?<![\w.,/$€£-])(?P<a>{_Y})[-–](?P<b>{_Y})(?![\w%]|[.,]\d)")
_YEAR = re.compile(
    rf"(?P<lead>(?<!\w)(?:in|since|by|until|of|from|between|year|during|before|after|to|{_NAMES}) )"
    rf"(?P<y>{_Y})(?![\w%:/]|[.,]\d)(?! (?:people|times|words|students|dong|dollars|steps|metres))",
    re.IGNORECASE,
)
_DECADE = re.compile(r"(?<!\w)(?P<y>(?:1[1-9]|20)\d0)s(?!\w)")
_SHORT_DECADE = re.compile(r"(?<!\w)'(?P<y>[2-9]0)s(?!\w)")
_CLOCK = re.compile(
    r"(?<![\w.,:])(?P<h>[01]?\d|2[0-4])(?::|\.(?=\d\d ?[ap]\.?m))(?P<m>[0-5]\d)"
    r"(?:\s?(?P<half>[ap])\.?m\b(?:\.(?=,| [a-z]))?)?(?![\w:])",
    re.IGNORECASE,
)
_HOUR = re.compile(
    r"(?<![\w.,:])(?P<h>1?\d)\s?(?P<half>[ap])\.?m\b(?:\.(?=,| [a-z]))?(?!\w)", re.IGNORECASE
)
_QUARTER = re.compile(rf"(?<!\w)Q(?P<q>[1-4])[ /](?P<y>{_Y})(?!\w)")
_IN = re.compile(rf"(?<![\w/.,-])(?P<m>0?[1-9]|1[0-2])/(?P<y>{_Y})(?![\w/])")
_ISO_MONTH = re.compile(r"(?<![\w/.,-])(?P<y>20\d\d)-(?P<m>0[1-9]|1[0-2])(?![\w/-]|[.,]\d)")
_SHORT_DAY = re.compile(
    r"(?P<lead>(?<!\w)(?:on|by|before|until|from|since|after|date|day) )"
    r"(?P<d>0?[1-9]|[12]\d|3[01])/(?P<m>0?[1-9]|1[0-2])(?![\w/]|[.,]\d| of)",
    re.IGNORECASE,
)
_SCHOOL = re.compile(r"(?<![\w/.,-])(?P<a>20\d\d)[-–/](?P<b>\d\d)(?![\w/-]|[.,]\d)")
_ALONE = re.compile(
    r"(?<![\w.,/:$€£+#-])(?<!: )(?P<y>19[3-9]\d|20[1-4]\d)"
    r"(?=[;)]|,(?!\d)|[.!?](?:\s|$)|$| (?:is|was|will|has|had|and the|law|edition)(?!\w))"
)
_TITLED = re.compile(
    r"(?P<lead>(?<!\w)(?!Room|Flat|Unit|Code|Channel|Bus|Line|Step|Page|About|Around|Over|Only|Some|"
    r"Nearly|Almost|Over|Lot|House|Number)[A-Z][a-z]{2,} )(?P<y>20[1-4]\d)(?= [a-z])"
)
"""`World Cup 2026 starts`."""
_RATIO = re.compile(r"(?<!\w)(?:ratio|scale|mix(?: it| them)?|dilute(?: it)?)(?: of| to|:)? $")
_SEEN = re.compile(r" (?:screen|ratio|format|image|picture|video|slides?)(?!\w)")
_SHAPES = frozenset(
    {"16:9", "9:16", "16:10", "4:3", "3:4", "3:2", "2:3", "21:9", "1:1", "5:4", "4:5"}
)
_NAMED_SPAN = re.compile(
    rf"(?<!\w)(?:(?P<m>{_NAMES})\.? (?P<a>[0-3]?\d)\s?[-–]\s?(?P<b>[0-3]?\d)"
    rf"|(?P<c>[0-3]?\d)\s?[-–]\s?(?P<d>[0-3]?\d) (?P<n>{_NAMES}))(?:,? (?P<y>{_Y}))?(?![\w:])"
)
"""`May 5–7`, `5–7 May 2026`."""
_DAYS = {
    name[:3]: name
    for name in ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
}
_WEEKDAYS = re.compile(
    rf"(?<!\w)(?P<a>{'|'.join(_DAYS)})\.?\s?[-–]\s?(?P<b>{'|'.join(_DAYS)})(?!\w)"
)
_WEEKDAY = re.compile(
    rf"(?<!\w)(?P<a>{'|'.join(_DAYS)})\.?,? (?=\d|the |(?:&|and|or) (?:{'|'.join(_DAYS)}))"
)
_LASTING = re.compile(r"(?<![\w.,:])(?P<h>\d{1,2})\s?h\s?(?P<m>[0-5]\d)(?:\s?min)?(?!\w)")


def dates(draft: Draft) -> None:
    """Every date and time."""
    draft.sub(_WEEKDAYS, lambda one: f"{_DAYS[one['a']]} to {_DAYS[one['b']]}")
    draft.text = _WEEKDAY.sub(lambda one: f"{_DAYS[one['a']]} ", draft.text)
    draft.sub(_LASTING, lambda one: _time(one["h"], one["m"], None), number=True)
    draft.sub(_QUARTER, lambda one: _quarter(one, draft), number=True)
    draft.sub(_NAMED_SPAN, lambda one: _named_span(one, draft), number=True)
    for pattern in (_ISO, _FULL):
        draft.sub(pattern, lambda one: _numeric(one, draft), number=True)
    for pattern in (_DAY, _MONTH):
        draft.sub(pattern, lambda one: _named(one, draft), number=True)
    for pattern in (_IN, _ISO_MONTH):
        draft.sub(
            pattern, lambda one: f"{_MONTHS[int(one['m']) - 1]} {year(int(one['y']))}", number=True
        )
    draft.text = _SHORT_DAY.sub(lambda one: _short(one, draft), draft.text)
    draft.sub(_SCHOOL, _school, number=True)
    draft.sub(_YEARS, lambda one: f"{year(int(one['a']))} to {year(int(one['b']))}", number=True)
    draft.sub(_DECADE, lambda one: _decade(int(one["y"])), number=True)
    draft.sub(_SHORT_DECADE, lambda one: _decade(int(one["y"])), number=True)
    draft.text = _YEAR.sub(lambda one: one["lead"] + _year(one["y"], draft), draft.text)
    draft.text = _TITLED.sub(lambda one: one["lead"] + _year(one["y"], draft), draft.text)
    draft.sub(_ALONE, lambda one: year(int(one["y"])), number=True)
    draft.sub(_CLOCK, lambda one: _clock(one, draft), number=True)
    draft.sub(_HOUR, lambda one: _time(one["h"], "", one["half"]), number=True)


def _quarter(match: re.Match[str], draft: Draft) -> str:
    return f"{_the(match, draft)}{ordinal(int(match['q']))} quarter of {year(int(match['y']))}"


def _school(match: re.Match[str]) -> str | None:
    """`2025-26`, of a school."""
    first = int(match["a"])
    if (first + 1) % 100 != int(match["b"]):
        return None
    return f"{year(first)} to {cardinal(int(match['b']))}"


def _short(match: re.Match[str], draft: Draft) -> str:
    said = f"the {ordinal(int(match['d']))} of {_MONTHS[int(match['m']) - 1]}"
    return match["lead"] + draft.mark(said, number=True)


def _clock(match: re.Match[str], draft: Draft) -> str | None:
    shaped = _SEEN.match(draft.after(match)) and match[0] in _SHAPES
    if _RATIO.search(draft.before(match)) or shaped:
        return None
    return _time(match["h"], match["m"], match["half"])


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


def _named_span(match: re.Match[str], draft: Draft) -> str | None:
    first, last = int(match["a"] or match["c"]), int(match["b"] or match["d"])
    if not 1 <= first < last <= 31:
        return None
    typed = (match["m"] or match["n"])[:3]
    name = next(one for one in _MONTHS if one.startswith(typed))
    tail = f" {year(int(match['y']))}" if match["y"] else ""
    return f"{_the(match, draft)}{ordinal(first)} to the {ordinal(last)} of {name}{tail}"


def _named(match: re.Match[str], draft: Draft) -> str | None:
    day = int(match["d"])
    if not 1 <= day <= 31:
        return None
    name = next(one for one in _MONTHS if one.startswith(match["m"][:3]))
    tail = f" {year(int(match['y']))}" if match["y"] else ""
    return f"{_the(match, draft)}{ordinal(day)} of {name}{tail}"


def _time(hour: str, minute: str, half: str | None) -> str:
    n = int(minute or 0)
    if minute and not n and int(hour) == 0 and not half:
        return "midnight"
    if n:
        shown = f" {'oh ' if n < 10 else ''}{cardinal(n)}"
    else:
        shown = "" if half else " o'clock" if int(hour) <= 12 else " hundred hours"
    tail = f" {half.lower()} m" if half else ""
    return f"{cardinal(int(hour))}{shown}{tail}"
