"""Numbers that are said digit by digit: of telephones, codes, plates and machines."""

import re

from lessonkit.text.speech.draft import Draft
from lessonkit.text.speech.en.numbers import number, spelled

_PHONE = re.compile(
    r"(?<![\w.,/-])(?!\d\d([./-])\d\d\1(?:19|20)\d\d(?!\d))"
    r"(?:\+\d{1,3}[ .-]?\d{2,4}(?:[ .-]?\d{2,4}){1,3}|0\d{1,3}(?:[ .-]?\d{2,4}){2,3}|"
    r"1[89]00[ .]?\d{4}|\d{4}(?: \d{4}){2,4})(?![\w]|[.,]\d)"
)
_CALLED = re.compile(
    r"(?P<lead>(?<!\w)(?:[Cc]all|[Dd]ial|[Rr]ing|[Cc]ode|PIN|OTP|[Pp]assword|[Hh]otline)"
    r"(?: is|:| number)? )(?P<n>\d{3} \d{3}|\d{3,8})(?![\w]|[.,]\d)"
)
_HELP = "11[1-5]|156"
"""Numbers that one calls for help in Viet Nam."""
_TOLD = re.compile(
    r"(?P<lead>(?<!\w)(?:[Rr]eport(?:s|ed|ing)?(?: it| this| them)? to|numbers?|writ(?:e|es|ten)|"
    r"saved?) )"
    rf"(?P<n>{_HELP})(?![\w]|[.,:/]\d|\s?%| (?:people|times|words|pages|calls|cases))"
)
_LISTED = re.compile(
    rf"(?<=[\U000f8000-\U000ffffd])(?P<lead>(?:,|,? and|,? or) )(?P<n>{_HELP})(?![\w]|[.,]\d)"
)
_LONG = re.compile(r"(?<![\w.,])(?:\d{10,}|0\d{2,})(?![\w]|[.,]\d)")
_SENT = re.compile(
    r"(?P<lead>(?<!\w)(?:[Tt]ext|[Ss]end|[Mm]essage|SMS)(?: ['\"]?\w+(?: \w+){0,2}['\"]?)? to )"
    r"(?P<n>\d{3,4})(?=\s*(?:$|[.,;()!?]))"
)
_ABROAD = re.compile(r"(?<![\w+])\+84(?!\w|[ .-]?\d)")
_FAULT = re.compile(
    r"(?P<lead>(?<!\w)(?:[Ee]rror|[Ee]rror code|HTTP) )(?P<n>[45]0[1-9])(?![\w]|[.,]\d)"
)
_HOST = re.compile(r"(?<![\w.])\d{1,3}(?:\.\d{1,3}){3}(?!\w|\.\d)")
_DIAL = re.compile(r"(?<![\w*#])(?:\*{1,2}#?\d+(?:[*#]\d+)*#?|#{1,2}\*?\d+(?:[*#]\d+)*#)(?![\w*#])")
_AMERICAN = re.compile(
    r"(?<![\w.,/+-])(?:(?:\+?1[ .-])?(?:\(\d{3}\) ?|\d{3}[.-])\d{3}[.-]\d{4}|[2-9]\d\d-0\d{3})"
    r"(?!\w|[.,-]\d)"
)
_PLATE = re.compile(r"(?<!\w)(\d\d)-?([A-Z]{1,2}\d?)[- ](\d{3})\.?(\d\d?)(?!\w|\.\d)")
_ADDRESSED = {"*": "star", "#": "hash", ".": "dot"}


def phones(draft: Draft) -> None:
    """Every number that is known by its shape, or by what stands before it."""
    draft.sub(_DIAL, lambda one: _signed(one[0]))
    draft.sub(_HOST, lambda one: _signed(one[0]))
    draft.sub(_PLATE, _plate)
    draft.sub(_AMERICAN, lambda one: grouped(one[0]).replace("eight zero zero", "eight hundred"))
    draft.sub(_PHONE, lambda one: grouped(one[0]))
    for told in (
        _CALLED,
        _SENT,
        _FAULT,
        _TOLD,
        _LISTED,
        _LISTED,
        _LISTED,
    ):  # known by the one before
        draft.text = told.sub(lambda one: one["lead"] + draft.mark(_digits(one["n"])), draft.text)
    draft.sub(_ABROAD, lambda one: f"plus {spelled(one[0])}")
    draft.sub(_LONG, lambda one: spelled(one[0]))


def _digits(text: str) -> str:
    return grouped(text) if " " in text else spelled(text)


def grouped(text: str) -> str:
    """Digit by digit, with a breath between groups."""
    head = "plus " if text.startswith("+") else ""
    return head + ", ".join(spelled(one) for one in re.findall(r"\d+", text))


def _signed(text: str) -> str:
    runs = re.findall(r"\d+|\D", text)
    return " ".join(_ADDRESSED.get(run) or spelled(run) for run in runs)


def _plate(match: re.Match[str]) -> str:
    series = " ".join(spelled(one) if one.isdecimal() else one for one in match[2])
    return f"{number(match[1])} {series}, {spelled(match[3])}, {spelled(match[4])}"
