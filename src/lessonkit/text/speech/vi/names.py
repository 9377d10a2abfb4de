"""Short forms, foreign words and capitals in Vietnamese text."""

import re

from lessonkit.text.speech.draft import Draft
from lessonkit.text.speech.tables import either, table
from lessonkit.text.speech.vi.addresses import letters
from lessonkit.text.speech.vi.borrowed import FINAL_K, UNKNOWN, borrowed
from lessonkit.text.speech.vi.syllables import syllables

_UPPER = "A-ZĐÂĂÊÔƠƯÁÀẢÃẠẤẦẨẪẬẮẰẲẴẶÉÈẺẼẸẾỀỂỄỆÍÌỈĨỊÓÒỎÕỌỐỒỔỖỘỚỜỞỠỢÚÙỦŨỤỨỪỬỮỰÝỲỶỸỴ"
_ALONE = "ÁÀẢÃẠÉÈÍÌÓÒỐỔỞÚÙÝỲ"
_RUN = re.compile(rf"(?<![\w])[{_UPPER}]{{2,}}(?:[ ,–-]+(?:[{_UPPER}]{{2,}}|[{_ALONE}]))+(?![\w])")
_ACRONYM = re.compile(rf"(?<![\w])[{_UPPER}]{{2,}}(?:&[{_UPPER}]{{1,3}})?(?![\w])")
_NAMED = r"[A-ZĐ][^\W\d_]+"
_PLACE = re.compile(
    r"(?<!\w)(?:(?P<q>Q|P)\.\s?(?=\d)|Q(?=1?\d(?!\w|[.,/]\d))|Q\.\s?(?=[A-ZĐ])|"
    rf"(?P<w>P)\.\s?(?={_NAMED} {_NAMED}|"
    rf"{_NAMED}(?: {_NAMED})*,\s*(?:Q|TP|Tp|TX|[Qq]uận|[Tt]hành))|"
    rf"(?P<r>Đ)\.\s?(?={_NAMED})|(?P<h>H|TT|X)\.\s?(?=[A-ZĐ][a-zà-ỹ]))"
)
_ROAD = re.compile(
    r"(?<!\w)(?:(?P<k>QL|TL|HL)\.? ?(?=\d{1,3}[A-Z]?(?!\w))|ĐT\.? ?(?=\d{3}[A-Z]?(?!\w|\.\d| \d)))"
)
_THERE = re.compile(r"(?:(?<!\w)(?:ở|tại|từ|về|đến|tới|công an|UBND)\s|,\s?)$")
"""Before `Q1`, which may be a quarter of a year."""
_ROOM = re.compile(r"(?<!\w)phòng $", re.IGNORECASE)
_ROADS = {"QL": "quốc lộ", "TL": "tỉnh lộ", "HL": "hương lộ", None: "đường tỉnh"}
_WITHIN = re.compile(
    r"(?<!\w)(?:(?<=ông ty )(?P<c>CP)|(?<=rường )(?P<t>TH|MN)|(?P<k>KP)(?=\.? ?\d))(?!\w|[-&]\w)"
)
_SCHOOLS = {"TH": "tiểu học", "MN": "mầm non"}
_TONED = re.compile("[ÂĂÊÔƠƯÁÀẢÃẠẤẦẨẪẬẮẰẲẴẶÉÈẺẼẸẾỀỂỄỆÍÌỈĨỊÓÒỎÕỌỐỒỔỖỘỚỜỞỠỢÚÙỦŨỤỨỪỬỮỰÝỲỶỸỴ]")
_MARKED = re.compile("[ÁÀẢÃẠẤẦẨẪẬẮẰẲẴẶÉÈẺẼẸẾỀỂỄỆÍÌỈĨỊÓÒỎÕỌỐỒỔỖỘỚỜỞỠỢÚÙỦŨỤỨỪỬỮỰÝỲỶỸỴ]")
_HATTED = re.compile("[ÂĂÊÔƠƯ]")
_BARE = str.maketrans("âăêôơưđ", "aaeooud")
_INITIALS = re.compile(r"(?<![\w.])[A-Z](?:\.[A-Z])+(?![\w])(?:\.(?=[ ,;:)]))?")
_NAMESAKE = re.compile(r"(?<=[^\W\d_] )(?P<l>[A-ZĐ])\.(?= [a-zà-ỹđ])")
"""A person of whom only this is told: `ông T. kể`; no sentence ends there."""
_GIVEN = re.compile(
    r"(?P<t>(?<!\w)(?:[Ôô]ng|[Bb]à|[Aa]nh|[Cc]hị|[Cc]ô|[Cc]hú|[Bb]ác|[Cc]ụ|[Ee]m) [A-ZĐ])\."
    r"(?= [A-ZĐ][^\W\d_]+(?: [A-ZĐ]|[,.;:]|$))"
)
_CLOSE = re.compile(r"(?<![\w.])(?P<i>(?:[A-Z]\.){2,})(?=[A-ZĐ][a-zà-ỹ])")
"""`V.I.Lênin`"""
_LABEL = re.compile(r"(?:(?<=^)|(?<=[.!?:] )|(?<=\"))(?P<l>[A-ZĐ])(?P<s>[.:)])(?= )")
_SINGLE = re.compile(r"(?<![\w.'])(?P<l>[B-DF-HJ-NP-TV-XZĐb-df-hj-np-tv-xzđ])(?![\w']|\.\w)")
_TELEX = re.compile(r"(?<![\w.'])(?:aa|dd|ee|oo|[aou]w)(?![\w']|\.\w)")
"""Typed for â, đ, ê, ô, ă, ơ and ư."""
_patterns: dict[str, re.Pattern[str]] = {}


def shout(draft: Draft) -> None:
    """A heading in capitals is words, not letters."""
    draft.text = _RUN.sub(lambda one: _quiet(one[0]), draft.text)


def _quiet(text: str) -> str:
    words = re.findall(rf"[{_UPPER}]+", text)
    known = table("vi", "short").keys() | table("vi", "capitals").keys()
    toned = sum(bool(_TONED.search(word)) and word not in known for word in words)
    if not toned:
        foreign = table("vi", "english")
        plain = all((_is_word(w) or w.lower() in foreign) and w not in known for w in words)
        return text.lower() if plain and max(map(len, words)) > 2 else text
    return re.sub(
        rf"[{_UPPER}]+", lambda one: one[0] if one[0] in known and toned < 2 else _low(one[0]), text
    )


def _low(word: str) -> str:
    plain = word in table("vi", "capitals") and not syllables(word.lower())
    return word if plain or word in ("OTP", "QR", "UBND", "CCCD") else word.lower()


def short_forms(draft: Draft) -> None:
    """What stands for more than it shows: `UBND`, `TP.`, `v.v.`, `TS.` before a name."""
    if not _patterns:
        _patterns["short"] = re.compile(rf"(?<![\w]){_dotted(table('vi', 'short'))}")
        names = either(table("vi", "titles"))
        _patterns["titles"] = re.compile(rf"(?<!\w)(?:{names})(?= [A-ZĐ][a-zà-ỹ])")
        foreign = either(table("vi", "english")).replace(r"\ ", "[ -]")
        _patterns["english"] = re.compile(rf"(?<![\w'])(?:{foreign})(?![\w'])", re.IGNORECASE)
        _patterns["capitals"] = re.compile(rf"(?<!\w)(?:{either(table('vi', 'capitals'))})(?!\w)")
    draft.sub(_PLACE, _place)
    draft.sub(_ROAD, lambda one: _ROADS[one["k"]])
    draft.sub(_WITHIN, _within)
    draft.text = _patterns["short"].sub(lambda one: _kept(one, draft), draft.text)
    draft.sub(_patterns["titles"], lambda one: table("vi", "titles")[one[0]])


def _dotted(words: object) -> str:
    return rf"(?:{either(words)})(?:(?<=[.:])|(?![\w]))"  # type: ignore[arg-type]


def _kept(match: re.Match[str], draft: Draft) -> str:
    """A dot that also ends the sentence stays."""
    text = match[0]
    said = table("vi", "short")[text]
    rest = draft.text[match.end() :].strip(" \"')")
    ends = text.endswith(".") and (not rest or (said == "vân vân" and rest[0].isupper()))
    colon = ":" if said.endswith(":") else ""
    return draft.mark(said.rstrip(":")) + colon + ("." if ends else "")


def _within(match: re.Match[str]) -> str:
    """Short forms that mean something only beside their word."""
    return "cổ phần" if match["c"] else _SCHOOLS[match["t"]] if match["t"] else "khu phố"


def _place(match: re.Match[str]) -> str | None:
    if match[0] == "Q":
        return "quận" if _THERE.search(match.string[: match.start()]) else None
    if match["h"]:
        return {"H": "huyện", "TT": "thị trấn", "X": "xã"}[match["h"]]
    if match["r"]:
        return "đường"
    if match[0].startswith("P") and re.match(r"\d{3,4}(?!\d)", match.string[match.end() :]):
        return "" if _ROOM.search(match.string[: match.start()]) else "phòng"
    return "phường" if match["q"] == "P" or match["w"] else "quận"


def foreign(draft: Draft) -> None:
    """Foreign words and names as a teacher says them, then capitals letter by letter."""
    draft.text = _CLOSE.sub(r"\g<i> ", draft.text)
    draft.text = _GIVEN.sub(r"\g<t>", _NAMESAKE.sub(r"\g<l>", draft.text))
    draft.sub(_INITIALS, lambda one: _initials(one[0].replace(".", "")))
    draft.sub(_patterns["english"], lambda one: _foreign(one[0].lower()))
    draft.sub(_patterns["capitals"], lambda one: table("vi", "capitals")[one[0]])
    draft.sub(_ACRONYM, lambda one: _acronym(one[0]))
    draft.sub(UNKNOWN, lambda one: borrowed(one[0]))
    draft.text = FINAL_K.sub("c", draft.text)
    draft.text = _LABEL.sub(lambda one: draft.mark(letters(one["l"])) + one["s"], draft.text)
    draft.sub(_TELEX, lambda one: "dê dê" if one[0] == "dd" else letters(one[0]))
    draft.sub(_SINGLE, lambda one: letters(one["l"]))


def _foreign(low: str) -> str | None:
    """Written apart or with a hyphen."""
    return table("vi", "english").get(low) or table("vi", "english").get(low.replace("-", " "))


def _initials(text: str) -> str:
    return table("vi", "capitals").get(text) or letters(text)


def _is_word(text: str) -> bool:
    return len(syllables(text.lower().translate(_BARE))) == 1


def _acronym(text: str) -> str:
    """Words in capitals stay words: they have marks, or can be said and are long enough."""
    if _MARKED.search(text) or (_HATTED.search(text) and _is_word(text)):
        return text.lower()
    if (
        len(text) >= 3
        and text[0] not in "AEIOUY"
        and "&" not in text
        and len(syllables(text.lower())) == 1
    ):
        return text.lower()
    return " và ".join(letters(part) for part in text.split("&"))
