"""Sums of money and quantities with their units."""

import re

from lessonkit.text.speech.draft import Draft
from lessonkit.text.speech.en.numbers import NUMBER, number
from lessonkit.text.speech.tables import either, table

_N = rf"(?<![\w.,/:])(?P<n>{NUMBER})"
_SIZE = r"(?:\s?(?P<k>thousand|million|billion|trillion|k|K|M|bn)(?!\w))?"
_SIZES = {"k": "thousand", "K": "thousand", "M": "million", "bn": "billion"}
_PER = r"(?:\s?/\s?(?P<per>[a-z]+))?"
_BEFORE = re.compile(rf"(?<!\w)(?P<c>US\$|[$€£¥])\s?(?P<n>{NUMBER}){_SIZE}(?!\w){_PER}")
_SPAN = re.compile(
    rf"(?<!\w)(?P<c>US\$|[$€£¥])(?P<a>{NUMBER})\s?[-–]\s?(?P=c)?(?P<b>{NUMBER}){_SIZE}(?!\w){_PER}"
)
_CODED = re.compile(rf"(?<!\w)(?P<c>VND|USD|EUR|GBP)\s?(?P<n>{NUMBER}{_SIZE})(?!\w)")
_BEHIND = re.compile(rf"{_N}{_SIZE}\s?(?P<c>USD|EUR|GBP|VND|đ|₫)(?!\w){_PER}")
_UNITS = re.compile(rf"{_N}\s?(?P<u>{either(table('en', 'units'))})(?![\w²³°]){_PER}")
_LARGE = re.compile(rf"{_N}(?P<k>k|K|M|bn)(?!\w)")
_DAILY = re.compile(
    r"(?<=times|blets|hours|nutes|eople|doses|ssons)\s?/\s?(?=(?:day|week|month|year|hour|person|class)(?!\w))"
)
_MEMORY = re.compile(r"(?<![\w.,/])(?P<a>\d{1,2})/(?=\d{2,4} ?(?:GB|TB)(?!\w))")
"""Of a telephone: `8/128 GB`."""
_PLACE = re.compile(
    r"(?<![\w.,])(?P<d>\d{1,3}(?:\.\d+)?)°\s?(?:(?P<m>[0-5]?\d)'\s?)?(?:(?P<s>[0-5]?\d)(?:\"|'')\s?)?"
    r"(?P<to>[NESW])(?!\w)"
)
_TO = {"N": "north", "E": "east", "S": "south", "W": "west"}
_PRESSURE = re.compile(r"(?<![\w.,/])(?P<a>\d{2,3})/(?P<b>\d{2,3})\s?mmHg(?!\w)")
_AREA = re.compile(r"(?<=[a-z])\s?/\s?(?P<u>km²|km2|m²|m2|m³)(?!\w)")
_CHARGER = re.compile(rf"(?<![\w.,])(?P<v>{NUMBER})\s?V\s?[-–/,]?\s?(?P<a>{NUMBER})\s?A(?!\w)")
_SCREEN = re.compile(
    r"(?<![\w.,])(?P<n>\d{1,3}(?:\.\d)?)\"(?= (?:screen|TV|display|monitor|laptop|phone|tablet))"
)
_TALL = re.compile(r"(?<![\w.,])(?P<f>[1-9])'\s?(?P<i>1[01]|\d)(?:\"|'')(?!\w)")
"""`5'10\"`"""
_MANY = re.compile(r"(?<![\w.,$€£])(?P<n>10{1,2}(?:,?000)*|1(?:,?000)+)s(?= of(?!\w))")
_ONE = re.compile(r"(?:^|\s)(?:an?|each|every|this|one) $")
"""What is named by a quantity is so with the one: `a 20 W charger`."""
_NAMED = re.compile(
    r" (?!(?:a|an|per|for|of|in|or|and|to|on|is|are|was|each|more|less|every|from|at|by|with|if|"
    r"but|than|that|the|as|into|until|when|over|under|after|before)(?!\w))[a-z]"
)
_CENTS = {"dollars": "cents", "US dollars": "cents", "euros": "cents", "pounds": "pence"}


def measures(draft: Draft) -> None:
    """Every place on a map, sum and quantity."""
    draft.sub(_PLACE, _place, number=True)
    draft.text = _MEMORY.sub(r"\g<a> and ", _DAILY.sub(" per ", draft.text))
    draft.sub(_AREA, _area)
    draft.sub(_PRESSURE, _pressure, number=True)
    draft.sub(
        _CHARGER, lambda one: f"{number(one['v'])} volts, {number(one['a'])} amps", number=True
    )
    draft.sub(_TALL, _tall, number=True)
    draft.sub(_MANY, lambda one: _many(len(one["n"].replace(",", "")) - 1))
    draft.sub(_SCREEN, lambda one: f"{number(one['n'])} inch", number=True)
    draft.sub(_SPAN, _span, number=True)
    draft.sub(_BEFORE, lambda one: _sum(one, draft), number=True)
    draft.text = _CODED.sub(r"\g<n> \g<c>", draft.text)
    draft.sub(_BEHIND, lambda one: _sum(one, draft), number=True)
    draft.sub(_UNITS, lambda one: _quantity(one, draft), number=True)
    draft.sub(_LARGE, _large, number=True)


def _place(match: re.Match[str]) -> str:
    parts = [f"{number(match['d'])} degrees"]
    for key, name in (("m", "minute"), ("s", "second")):
        if match[key]:
            parts.append(
                f"{number(str(int(match[key])))} {name}{'' if int(match[key]) == 1 else 's'}"
            )
    return " ".join((*parts, _TO[match["to"]]))


def _tall(match: re.Match[str]) -> str:
    feet = "foot" if match["f"] == "1" else "feet"
    inches = "" if match["i"] == "0" else f" {number(match['i'])}"
    return f"{number(match['f'])} {feet}{inches}"


def _many(zeros: int) -> str:
    """`1,000s of people`."""
    sizes = ("", "thousand", "million", "billion")
    count = ("", "tens", "hundreds")[zeros % 3]
    size = sizes[min(zeros // 3, 3)]
    return f"{count} of {size}s" if count and size else count or f"{size}s"


def _area(match: re.Match[str]) -> str:
    name = table("en", "units")[match["u"]]
    return f"per {table('en', 'single').get(name, name)}"


def _pressure(match: re.Match[str]) -> str:
    return f"{number(match['a'])} over {number(match['b'])} {table('en', 'units')['mmHg']}"


def _large(match: re.Match[str]) -> str | None:
    """`5k`, `1.2M`; `4K` is a name of pictures."""
    if re.fullmatch(r"[248]K", match[0]):
        return f"{number(match['n'])} K"
    return f"{number(match['n'])} {_SIZES[match['k']]}"


def _span(match: re.Match[str]) -> str:
    size = _SIZES.get(match["k"] or "", match["k"] or "")
    amount = " ".join(part for part in (number(match["b"]), size) if part)
    return f"{number(match['a'])} to {amount} {table('en', 'money')[match['c']]}{_per(match)}"


def _sum(match: re.Match[str], draft: Draft) -> str:
    size = match["k"] or ""
    name = table("en", "money")[match["c"]]
    one = (match["n"] == "1" and not size) or _adjective(match, draft)
    cents = re.fullmatch(r"([\d,]+)\.(\d\d)", match["n"])
    if cents and name in _CENTS and not size:
        return _coins(cents[1], int(cents[2]), name) + _per(match)
    if one:
        name = table("en", "single").get(name, name)
    parts = (number(match["n"]), _SIZES.get(size, size), name)
    return " ".join(part for part in parts if part) + _per(match)


def _coins(whole: str, rest: int, name: str) -> str:
    """`five dollars and ninety-nine cents`."""
    one = table("en", "single").get(name, name) if whole == "1" else name
    small = _CENTS[name] if rest != 1 else _CENTS[name].removesuffix("s")
    notes = "" if whole == "0" and rest else f"{number(whole)} {one}"
    return " and ".join(
        part for part in (notes, f"{number(str(rest))} {small}" * bool(rest)) if part
    )


def _quantity(match: re.Match[str], draft: Draft) -> str:
    name = table("en", "units")[match["u"]]
    if match["n"] == "1" or _adjective(match, draft):
        name = table("en", "single").get(name, name)
    return f"{number(match['n'])} {name}{_per(match)}"


def _adjective(match: re.Match[str], draft: Draft) -> bool:
    named = _NAMED.match(draft.after(match))
    return _ONE.search(draft.before(match)) is not None and named is not None


def _per(match: re.Match[str]) -> str:
    if not match["per"]:
        return ""
    name = table("en", "units").get(match["per"], match["per"])
    return f" per {table('en', 'single').get(name, name)}"
