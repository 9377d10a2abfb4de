"""What is left of numbers: ranges, shares, sums, signs in front, codes of letters and digits."""

import re
from math import gcd
from unicodedata import normalize

from lessonkit.text.speech.draft import MARK, NUMERIC, Draft
from lessonkit.text.speech.en.numbers import (
    NUMBER,
    cardinal,
    number,
    ordinal,
    over,
    spelled,
    year,
)
from lessonkit.text.speech.roman import value
from lessonkit.text.speech.tables import either, table

_ABOUT = re.compile(r"(?P<a>(?<!\w)(?:about|around|approximately) )[~≈]\s?", re.IGNORECASE)
_POINT = re.compile(r"(?<![\w.,])\.(?=\d+(?![\w.,]))")
_DIVIDED = re.compile(r"(?<![+×*x÷/=-] )(?<![\w.,/])(?P<a>\d+) ?/ ?(?P<b>\d+)(?= ?= ?\d+(?![\w/]))")
_PARTED = re.compile(r"(?<=\d)(?: : |:)(?=\d+ ?= ?\d)")
"""`12 : 4 = 3`"""
_DOTS = re.compile(r"(?<=\d)\.\.(?=\d)")
_VERSION = re.compile(r"(?<!\w)v\.?(?=\d)")
_COMPARED = re.compile(rf"(?P<a>{NUMERIC}|(?<!\w)[a-z])\s*(?P<o>[<>])\s*(?={NUMERIC}|[a-z](?!\w))")
_PAGE = re.compile(rf"(?<!\w)(?P<p>pp?)\. ?(?={NUMERIC})")
_ORDINAL = re.compile(r"(?<![\w.,])(?P<n>\d{1,3}(?:,\d{3})+|\d{1,4})(?:st|nd|rd|th)(?!\w)")
_FOLD = re.compile(rf"(?<![\w.,])(?P<n>{NUMBER})x(?!\w)")
"""`10x faster`."""
_ROMAN = re.compile(
    r"(?P<lead>(?<!\w)(?:[Cc]hapter|[Pp]art|[Ss]ection|[Vv]olume|War|[Uu]nit|[Aa]ppendix|"
    r"[Pp]hase|[Qq]uarter|[Aa]rticle|[Tt]ype|[Ss]tage) )(?P<r>[IVX]+)(?!\w)"
)
_REIGN = re.compile(
    r"(?P<lead>(?<!\w)(?:Elizabeth|Charles|Henry|Louis|George|William|James|Edward|Mary|Francis|"
    r"John Paul|Benedict|Philip|Catherine) )(?P<r>[IVX]+)(?!\w)"
)
_LAW = re.compile(
    r"(?<![\w/])(?P<no>\d{1,5})/(?:(?P<y>(?:19|20)\d\d)(?:/[A-ZĐ]{2,}\d*(?:-[A-ZĐ][\wĐ]*)*)?|"
    r"[A-ZĐ]{2,}-[A-ZĐ][\wĐ]*)(?![\w/])"
)
_DECREED = re.compile(
    r"(?<!\w)(?:decree|circular|law|decision|directive|resolution|ordinance)(?: no\.?| number)? ?$"
)
_HALF = re.compile(r"(?<![\w.,/])(?:(?P<n>\d{1,3})\s?)?(?P<v>[¼½¾⅓⅔⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞])")
_WHOLE = re.compile(r"(?<![\w.,/])(?P<n>\d{1,2}) (?P<a>[1-7])/(?P<b>[2348])(?![\w/]|[.,]\d)")
_SHARE = re.compile(rf"(?<![\w.,/])(?P<a>\d{{1,3}}|{NUMBER})/(?P<b>\d{{1,4}})(?![\w/]|[.,]\d)")
_COUNTED = re.compile(r"^ (?:questions|points|answers|people|learners|correct|right|steps|tasks)")
_OF = re.compile(r"^ (?:of|an?|the|cups?|tea|table|spoons?|inch|hours?|miles?|litres?|full)(?!\w)")
_STEPPED = re.compile(r"(?<!\w)(?:part|step|page|lesson|unit|slide|episode|task|sheet|stage):? $")
_HOUSE = re.compile(r"(?<!\w)(?:house|number|alley|lane|no\.|street|flat|room|class):? $")
_SCORED = re.compile(r"(?<!\w)(?:scored?|got|rated|rating|mark|marks|grade)(?: is| was| of|:)? $")
_RATIO = re.compile(r"(?<![\w.,:])(?P<a>\d{1,4}):(?P<b>\d{1,7}(?:,\d{3})*)(?![\w:])")
_SEEN = re.compile(r"^ (?:screen|ratio|format|image|picture|video|slides?|photo)")
_TIMES = re.compile(
    rf"(?<![\w.,])(?P<a>{NUMBER})\s?(?P<s>[x×])\s?(?P<b>{NUMBER})"
    rf"(?P<u>\s?(?:{either(table('en', 'units'))}))?(?!\w)"
)
_CHAIN = re.compile(r"(?<![\w.,])\d+(?:\.\d+){2,}(?!\w)")
_LINES = re.compile(r"(?<!\w)(?P<n>144|240|360|480|720|1080|1440|2160)p(?!\w)")
_MIXED = re.compile(r"(?<!\w)(?=[^\W_]*\d)(?=[^\W_]*[^\W\d_])[^\W_]+(?:(?<=[A-Z]\d)\.\d+)?(?!\w)")
_STROKES = re.compile(r"(?<![\w.,/])\d+(?:/\d+){2,}(?![\w/])")
_FLAT = re.compile(r"(?<![\w.,/])(?P<a>\d{1,4})/(?=\d{1,3}[A-Z](?!\w))")
_EITHER = re.compile(r"(?<!\w)(?:windows|android|ios|office|python) $")
_POWER = re.compile(
    rf"(?P<n>{NUMBER})(?P<p>⁻?[²³⁰¹⁴⁵⁶⁷⁸⁹]+)|(?P<q>⁻?[⁰¹²³⁴⁵⁶⁷⁸⁹]{{2,}}|[⁰¹⁴⁵⁶⁷⁸⁹])"
)
_POWERS = str.maketrans("⁻⁰¹²³⁴⁵⁶⁷⁸⁹", "-0123456789")
_SIGNED = re.compile(rf"(?<![\w.,)\]])(?<!{MARK})(?P<s>[-±+~])(?P<n>{NUMERIC}|{NUMBER})(?!\w)")
_MINUS = {"-": "minus", "±": "plus or minus", "+": "plus", "~": "about"}
_MORE = re.compile(rf"(?P<n>{NUMERIC})\+(?!\S)")
_NUMBER = re.compile(rf"(?<!\w){NUMBER}(?!\w)")
_TAKE = re.compile(rf"(?<={NUMERIC})\s[-–]\s(?={NUMERIC}\s*=)")
_DOWN = re.compile(r"(?<![\w.,/$€£-])(?P<a>\d{1,2})[-–](?P<b>\d{1,2})(?![\w-]|[.,/]\d|\s?%)")
_OPEN = re.compile(r"(?<!\w)(?:open|opens|from|works?|hours|between|closed|shift):? $")
_WON = re.compile(r"(?<!\w)(?:won|lost|beat [^\W\d_]+|score|drew|led|leading)(?: by)? $")
_PARTS = re.compile(rf"{NUMERIC}(?:[-–]{NUMERIC}){{2,}}")
_RANGE = re.compile(rf"(?P<a>{NUMERIC})\s?[-–—]\s?(?={NUMERIC})")
_FROM = re.compile(r"(?<![\w-])(?P<a>[A-Z]\d{1,3}|\d{1,2}[A-Z])\s?[-–:]\s?(?=[A-Z]\d|\d{1,2}[A-Z])")


def figures(draft: Draft) -> None:
    """All other numbers, then what stands between two of them."""
    draft.text = _DIVIDED.sub(_divided, _POINT.sub("0.", _DOTS.sub("–", draft.text)))
    draft.text = _PARTED.sub(" ÷ ", draft.text)
    draft.text = _VERSION.sub("version ", _ABOUT.sub(r"\g<a>", draft.text))
    draft.sub(_ORDINAL, lambda one: ordinal(int(one["n"].replace(",", ""))), number=True)
    draft.sub(_FOLD, lambda one: f"{number(one['n'])} times", number=True)
    draft.text = _ROMAN.sub(lambda one: one["lead"] + _counted(one["r"], draft), draft.text)
    draft.text = _REIGN.sub(lambda one: one["lead"] + _reigned(one["r"], draft), draft.text)
    _shares(draft)
    draft.sub(_DOWN, lambda one: _down(one, draft))
    draft.sub(_RATIO, lambda one: _ratio(one, draft), number=True)
    draft.sub(_TIMES, lambda one: _times(one, draft), number=True)
    draft.sub(_CHAIN, lambda one: " point ".join(map(number, one[0].split("."))), number=True)
    draft.sub(_LINES, lambda one: f"{_lines(one['n'])} p")
    draft.text = _FROM.sub(r"\g<a> to ", draft.text)
    draft.sub(_POWER, _power, number=True)
    draft.sub(_MIXED, _mixed)
    draft.sub(_NUMBER, lambda one: number(one[0]), number=True)
    draft.sub(_SIGNED, lambda one: f"{_MINUS[one['s']]} {one['n']}", number=True)
    draft.text = _MORE.sub(r"\g<n> plus", draft.text)
    draft.text = _TAKE.sub(" minus ", draft.text)
    draft.text = _PARTS.sub(lambda one: re.sub("[-–]", ", ", one[0]), draft.text)
    draft.text = _RANGE.sub(r"\g<a> to ", draft.text)
    draft.text = _COMPARED.sub(_compared, draft.text)
    draft.text = _PAGE.sub(lambda one: "pages " if one["p"] == "pp" else "page ", draft.text)


def _divided(match: re.Match[str]) -> str:
    top, bottom = match["a"], match["b"]
    return f"{top} ÷ {bottom}" if int(top) > int(bottom) else match[0]


def _shares(draft: Draft) -> None:
    draft.sub(_LAW, lambda one: _law(one, draft))
    draft.sub(_HALF, _half, number=True)
    draft.sub(_WHOLE, lambda one: _and(one["n"], int(one["a"]), int(one["b"])), number=True)
    draft.sub(_STROKES, lambda one: ", ".join(map(number, one[0].split("/"))), number=True)
    draft.text = _FLAT.sub(r"\g<a> slash ", draft.text)
    draft.sub(_SHARE, lambda one: _share(one, draft), number=True)


def _law(match: re.Match[str], draft: Draft) -> str | None:
    """`Decree 13/2023/NĐ-CP`; a month of a year is none."""
    typed = match[0].count("/") > 1 or not match["y"]
    if not typed and not _DECREED.search(draft.before(match)):
        return None
    return number(match["no"].lstrip("0")) + (f" of {year(int(match['y']))}" if match["y"] else "")


def _half(match: re.Match[str]) -> str:
    top, bottom = map(int, normalize("NFKC", match["v"]).split("\u2044"))
    if match["n"]:
        return _and(match["n"], top, bottom)
    return "half" if (top, bottom) == (1, 2) else over(top, bottom)


def _and(whole: str, top: int, bottom: int) -> str:
    """`one and a half`, `two and three quarters`."""
    part = over(top, bottom)
    if top == 1:
        part = f"a {part.removeprefix('one ').removeprefix('a ')}"
    return f"{number(whole)} and {part}"


def _share(match: re.Match[str], draft: Draft) -> str:
    before, after = draft.before(match), draft.after(match)
    first, last = number(match["a"]), number(match["b"])
    if _STEPPED.search(before):
        return f"{first} of {last}"
    if _EITHER.search(before):
        return f"{first} or {last}"
    if _HOUSE.search(before):
        return f"{first} slash {last}"
    if not match["a"].isdecimal():
        return f"{first} out of {last}"
    top, bottom = int(match["a"]), int(match["b"])
    if top == bottom == 50:
        return "fifty-fifty"
    if bottom < top <= 250 and bottom >= 40:
        return f"{first} over {last}"
    if (top, bottom) == (1, 2) and _OF.match(after):
        return "half"
    counted = _COUNTED.match(after) is not None or _SCORED.search(before) is not None
    shared = gcd(top, bottom) == 1 and (bottom < 6 or bottom == 8 or _OF.match(after) is not None)
    return (
        over(top, bottom)
        if 0 < top < bottom and shared and not counted
        else (f"{first} out of {last}")
    )


def _down(match: re.Match[str], draft: Draft) -> str | None:
    """No range goes down: `3-0` is a score; `50-50` is shared."""
    first, last = int(match["a"]), int(match["b"])
    if first == last == 50:
        return "fifty-fifty"
    if _OPEN.search(draft.before(match)):
        return None
    if first < last and not _WON.search(draft.before(match)):
        return None
    if first >= last:
        return " ".join(cardinal(one) if one else "nil" for one in (first, last))
    return f"{cardinal(first)} {cardinal(last)}"


def _ratio(match: re.Match[str], draft: Draft) -> str:
    word = "by" if _SEEN.match(draft.after(match)) else "to"
    return f"{number(match['a'])} {word} {number(match['b'])}"


def _times(match: re.Match[str], draft: Draft) -> str:
    summed = draft.after(match).lstrip().startswith("=")
    sided = (match["s"] == "x" or match["u"]) and not summed
    unit = f" {table('en', 'units')[match['u'].strip()]}" if match["u"] else ""
    return f"{number(match['a'])} {'by' if sided else 'times'} {number(match['b'])}{unit}"


def _lines(text: str) -> str:
    """Of a film: `ten eighty`."""
    high, low = divmod(int(text), 100)
    return f"{cardinal(high)} {cardinal(low)}"


def _compared(match: re.Match[str]) -> str:
    return f"{match['a']} is {'greater' if match['o'] == '>' else 'less'} than "


def _power(match: re.Match[str]) -> str:
    digits = (match["p"] or match["q"]).translate(_POWERS)
    word = {"2": "squared", "3": "cubed"}.get(digits)
    if word is None:
        sign = "minus " if digits[0] == "-" else ""
        word = f"to the power of {sign}{number(digits.lstrip('-'))}"
    return f"{number(match['n'])} {word}" if match["n"] else word


def _counted(text: str, draft: Draft) -> str:
    n = value(text)
    return draft.mark(cardinal(n)) if n else text


def _reigned(text: str, draft: Draft) -> str:
    n = value(text)
    return f"the {draft.mark(ordinal(n))}" if n else text


def _mixed(match: re.Match[str]) -> str:
    """`A4`, `5G`, `lesson 2b`: capitals and single letters by their names."""
    return " ".join(_run(run) for run in re.findall(r"[^\W\d_]+|\d+|\W|_", match[0]))


def _run(run: str) -> str:
    if run.isdecimal():
        return spelled(run) if len(run) > 4 or (run[0] == "0" and len(run) > 1) else number(run)
    if run == ".":
        return "point"
    if not run.isalpha():
        return normalize("NFKC", run)
    return " ".join(run) if run.isupper() and len(run) < 5 else run
