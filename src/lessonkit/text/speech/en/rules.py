"""The rules of English, in the order in which they look at a text."""

import re

from lessonkit.text.speech.draft import MARK, NUMERIC, Draft
from lessonkit.text.speech.en.addresses import addresses
from lessonkit.text.speech.en.dates import dates
from lessonkit.text.speech.en.numbers import NUMBER, cardinal, number, ordinal, over, spelled
from lessonkit.text.speech.en.tables import table
from lessonkit.text.speech.tables import either

_N = rf"(?<![\w.,/:])(?P<n>{NUMBER})"
_SIZE = r"(?:\s?(?P<k>thousand|million|billion|k|K|M|bn)(?!\w))?"
_SIZES = {"k": "thousand", "K": "thousand", "M": "million", "bn": "billion"}
_PER = r"(?:\s?/\s?(?P<per>[a-z]+))?"
_BEFORE = re.compile(rf"(?<!\w)(?P<c>US\$|[$€£¥])\s?(?P<n>{NUMBER}){_SIZE}(?!\w){_PER}")
_VND = re.compile(rf"(?<!\w)VND\s?(?P<n>{NUMBER}){_SIZE}(?!\w)")
_VERSION = re.compile(r"(?<!\w)v\.?(?=\d)")
_COMPARED = re.compile(rf"(?P<a>{NUMERIC}|(?<!\w)[a-z])\s*(?P<o>[<>])\s*(?={NUMERIC}|[a-z](?!\w))")
_PAGE = re.compile(rf"(?<!\w)(?P<p>pp?)\. ?(?={NUMERIC})")
_BEHIND = re.compile(rf"{_N}{_SIZE}\s?(?P<c>USD|EUR|GBP|VND|đ|₫)(?!\w){_PER}")
_UNITS = re.compile(rf"{_N}\s?(?P<u>{either(table('units'))})(?![\w²³°]){_PER}")
_K = re.compile(rf"{_N}k(?!\w)")
_PHONE = re.compile(
    r"(?<![\w.,/])(?:\+\d{1,3}[ .-]?\d{2,4}(?:[ .-]?\d{2,4}){1,3}|0\d{1,3}(?:[ .-]?\d{2,4}){2,3}|"
    r"1[89]00[ .]?\d{4})(?![\w]|[.,]\d)"
)
_CALLED = re.compile(
    r"(?P<lead>(?<!\w)(?:[Cc]all|[Dd]ial|[Rr]ing|[Cc]ode|PIN|OTP|[Pp]assword|[Hh]otline)"
    r"(?: is|:| number)? )(?P<n>\d{3,8})(?![\w]|[.,]\d)"
)
_HELP = "11[1-5]|156"
"""Numbers that one calls for help in Viet Nam."""
_TOLD = re.compile(
    r"(?P<lead>(?<!\w)(?:[Rr]eport(?:s|ed|ing)?(?: it| this| them)? to|numbers?|written|saved?) )"
    rf"(?P<n>{_HELP})(?![\w]|[.,:/]\d|\s?%| (?:people|times|words|pages|calls|cases))"
)
_LISTED = re.compile(
    rf"(?<=[\U000f8000-\U000ffffd])(?P<lead>(?:,|,? and|,? or) )(?P<n>{_HELP})(?![\w]|[.,]\d)"
)
_LONG = re.compile(r"(?<![\w.,])(?:\d{10,}|0\d{2,})(?![\w]|[.,]\d)")
_ORDINAL = re.compile(r"(?<![\w.,])(?P<n>\d{1,4})(?:st|nd|rd|th)(?!\w)")
_ROMAN = re.compile(
    r"(?P<lead>(?:[Cc]hapter|[Pp]art|[Ss]ection|[Vv]olume|War|[Uu]nit) )(?P<r>[IVX]+)(?!\w)"
)
_SHARE = re.compile(r"(?<![\w.,/])(?P<a>\d{1,3})/(?P<b>\d{1,3})(?![\w/]|[.,]\d)")
_COUNTED = re.compile(r"^ (?:questions|points|answers|people|learners|correct|right|steps|tasks)")
_RATIO = re.compile(r"(?<![\w.,:])(?P<a>\d{1,4}):(?P<b>\d{1,4})(?![\w:])")
_TIMES = re.compile(rf"(?<![\w.,])(?P<a>{NUMBER})\s?[x×]\s?(?P<b>{NUMBER})(?!\w)")
_CHAIN = re.compile(r"(?<![\w.,])\d+(?:\.\d+){2,}(?!\w)")
_MIXED = re.compile(r"(?<!\w)(?:[A-Z]{1,4}\d{1,4}[A-Z]?|\d{1,3}[A-Z]{1,3})(?!\w)")
_POWER = re.compile(r"[⁰¹²³⁴⁵⁶⁷⁸⁹]{2,}|[⁰¹⁴⁵⁶⁷⁸⁹]")
_POWERS = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
_SIGNED = re.compile(rf"(?<![\w.,)\]])(?<!{NUMERIC})(?P<s>[-±+~])(?P<n>{NUMERIC}|{NUMBER})(?!\w)")
_MINUS = {"-": "minus", "±": "plus or minus", "+": "plus", "~": "about"}
_MORE = re.compile(rf"(?P<n>{NUMERIC})\+(?!\S)")
_NUMBER = re.compile(rf"(?<!\w){NUMBER}(?!\w)")
_TAKE = re.compile(rf"(?<={NUMERIC})\s-\s(?={NUMERIC}\s*=)")
_RANGE = re.compile(rf"(?P<a>{NUMERIC})\s?[-–—]\s?(?={NUMERIC})")
_SHORT = re.compile(rf"(?<!\w)(?:{either(table('short'))})(?:(?<=[./])|(?!\w))")


def _money(match: re.Match[str]) -> str:
    size = match["k"] or ""
    name = table("money")[match["c"]]
    if match["n"] == "1" and not size:
        name = table("single").get(name, name)
    per = f" per {match['per']}" if match["per"] else ""
    cents = re.fullmatch(r"([\d,]+)\.(\d\d)", match["n"])
    if cents and name in ("dollars", "euros") and not size:
        return f"{number(cents[1])} {name} and {number(cents[2].lstrip('0') or '0')} cents{per}"
    return " ".join(x for x in (number(match["n"]), _SIZES.get(size, size), name) if x) + per


def _quantity(match: re.Match[str]) -> str:
    name = table("units")[match["u"]]
    if match["n"] == "1":
        name = table("single").get(name, name)
    per = f" per {match['per']}" if match["per"] else ""
    return f"{number(match['n'])} {name}{per}"


def grouped(text: str) -> str:
    """Digit by digit, with a breath between groups."""
    head = "plus " if text.startswith("+") else ""
    return head + ", ".join(spelled(one) for one in re.findall(r"\d+", text))


def phones(draft: Draft) -> None:
    """Telephone numbers and codes."""
    draft.sub(_PHONE, lambda one: grouped(one[0]))
    draft.text = _CALLED.sub(lambda one: one["lead"] + draft.mark(spelled(one["n"])), draft.text)
    for told in (_TOLD, _LISTED):
        draft.text = told.sub(lambda one: one["lead"] + draft.mark(spelled(one["n"])), draft.text)
    draft.sub(_LONG, lambda one: spelled(one[0]))


def figures(draft: Draft) -> None:
    """Sums, quantities, shares and all other numbers."""
    draft.sub(_BEFORE, _money, number=True)
    draft.text = _VND.sub(lambda one: f"{one[0][3:].lstrip()} VND", draft.text)
    draft.sub(_BEHIND, _money, number=True)
    draft.text = _VERSION.sub("version ", draft.text)
    draft.sub(_UNITS, _quantity, number=True)
    draft.sub(_K, lambda one: f"{number(one['n'])} thousand", number=True)
    draft.sub(_ORDINAL, lambda one: ordinal(int(one["n"])), number=True)
    draft.text = _ROMAN.sub(lambda one: one["lead"] + draft.mark(_roman(one["r"])), draft.text)
    draft.sub(_SHARE, lambda one: _share(one, draft), number=True)
    draft.sub(_RATIO, lambda one: f"{number(one['a'])} to {number(one['b'])}", number=True)
    draft.sub(_TIMES, lambda one: f"{number(one['a'])} times {number(one['b'])}", number=True)
    draft.sub(_CHAIN, lambda one: " point ".join(map(number, one[0].split("."))), number=True)
    draft.sub(_MIXED, _mixed)
    draft.sub(_POWER, _power)
    draft.sub(_NUMBER, lambda one: number(one[0]), number=True)
    draft.sub(_SIGNED, lambda one: f"{_MINUS[one['s']]} {one['n']}", number=True)
    draft.text = _MORE.sub(r"\g<n> plus", draft.text)
    draft.text = _TAKE.sub(" minus ", draft.text)
    draft.text = _RANGE.sub(r"\g<a> to ", draft.text)
    draft.text = _COMPARED.sub(_compared, draft.text)
    draft.text = _PAGE.sub(lambda one: "pages " if one["p"] == "pp" else "page ", draft.text)


def _compared(match: re.Match[str]) -> str:
    return f"{match['a']} is {'greater' if match['o'] == '>' else 'less'} than "


def _share(match: re.Match[str], draft: Draft) -> str:
    top, bottom = int(match["a"]), int(match["b"])
    counted = _COUNTED.match(draft.after(match)) is not None
    if bottom > 1 and top < bottom and not counted:
        return over(top, bottom)
    return f"{cardinal(top)} out of {cardinal(bottom)}"


def _power(match: re.Match[str]) -> str:
    return f"to the power of {number(match[0].translate(_POWERS))}"


def _roman(text: str) -> str:
    values = {"I": 1, "V": 5, "X": 10}
    total = 0
    for char, following in zip(text, [*text[1:], ""], strict=True):
        own = values[char]
        total += -own if own < values.get(following, 0) else own
    return cardinal(total)


def _mixed(match: re.Match[str]) -> str:
    runs = re.findall(r"[A-Z]+|\d+", match[0])
    return " ".join(number(run) if run.isdecimal() else " ".join(run) for run in runs)


def short_forms(draft: Draft) -> None:
    """What stands for more than it shows; a dot that ends the sentence too stays."""

    def one(match: re.Match[str]) -> str:
        rest = draft.text[match.end() :].strip(" \"')")
        said = match[0] == "etc." and rest[:1].isupper()
        ends = match[0].endswith(".") and (not rest or said)
        return draft.mark(table("short")[match[0]]) + ("." if ends else "")

    draft.text = _SHORT.sub(one, draft.text)


_SIGNS = (
    (re.compile(r"\s*(?:→|⇒|->|=>)\s*"), ", then "),
    (re.compile(r"(?<=\S)\s+[>›»]\s+(?=\S)"), ", then "),
    (re.compile(rf"[>]\s*(?={NUMERIC})"), " more than "),
    (re.compile(rf"[<]\s*(?={NUMERIC})"), " less than "),
    (re.compile(r"\s*≥\s*"), " greater than or equal to "),
    (re.compile(r"\s*≤\s*"), " less than or equal to "),
    (re.compile(r"\s*≠\s*"), " is not equal to "),
    (re.compile(r"\s*≈\s*"), " is about "),
    (re.compile(r"\s*×\s*"), " times "),
    (re.compile(r"\s*÷\s*"), " divided by "),
    (re.compile(r"√\s*"), " the square root of "),
    (re.compile(r"π"), " pi "),
    (re.compile(r"²"), " squared"),
    (re.compile(r"³"), " cubed"),
    (re.compile(r"\s*&\s*"), " and "),
    (re.compile(r"\s*\+\s*"), " plus "),
    (re.compile(r"\s*=\s*"), " equals "),
    (re.compile(r"\s*[✓✔]\s*"), " yes "),
    (re.compile(r"\s*[✗✘]\s*"), " no "),
    (re.compile(r"_{2,}"), " blank "),
    (re.compile(rf"#(?={MARK})"), " number "),
    (re.compile(r"#(?=\w)"), " hashtag "),
    (re.compile(r"@(?=\w)"), " at "),
    (re.compile(r"(?<!\w)and/or(?!\w)"), "and or"),
    (re.compile(r"(?<=\w)\s?/\s?(?=\w)"), " or "),
    (re.compile(r"\s+[-–—]\s+|\s*[–—]\s*"), ", "),
    (re.compile(r"\s*\(\s*"), ", "),
    (re.compile(r"\s*\)"), ","),
    (re.compile(r"\.{2,}(?=\s*$)"), "."),
    (re.compile(r"\s*\.{2,}\s*"), ", "),
    (re.compile(r"(?<!\w)'|'(?!\w)|[\"\[\]{}*_~`•·®™©\\|<>^/#]"), " "),
)

_REST = re.compile("[^\\w\\s.,;:!?'\U000f0000-\U000ffffd-]")
"""What nobody says."""


def signs(draft: Draft) -> None:
    """Every sign that is left."""
    for pattern, said in _SIGNS:
        draft.text = pattern.sub(said, draft.text)
    draft.text = _REST.sub(" ", draft.text)


RULES = (addresses, dates, phones, short_forms, figures, signs)
_TIDY = (
    (re.compile(r"\s+"), " "),
    (re.compile(r"\s+([,.;:!?])"), r"\1"),
    (re.compile(r"(?:[,;:]\s*)+([.!?])"), r"\1"),
    (re.compile(r"([,;:])(?:\s*,)+"), r"\1"),
    (re.compile(r"([.!?])\s*,"), r"\1"),
    (re.compile(r"^[\s,;:.]+|[\s,;]+$"), ""),
)


def tidy(text: str) -> str:
    """No breath twice, none at the ends."""
    for pattern, said in _TIDY:
        text = pattern.sub(said, text)
    return text
