"""Counting words as Vietnamese has them: one tiếng is one written syllable.

Source: a tiếng is what stands between spaces in Vietnamese spelling; numbers are counted apart.
"""

import re
import unicodedata

_WORD = re.compile(r"[^\W_]+(?:['’][^\W\d_]+)*")
_AROUND = "“”‘’\"'«»()[]{}<>.,;:!?…*_`-–—/\\|"
_ODD = re.compile(r"[\d/+=&|·•_–—…-]")
"""Without these, what stands between spaces is one word each."""
_END = re.compile(r"[.!?…]+[\"'”’»)\]]*(?=\s|$)")
_ABBREVIATION = re.compile(
    r"(?:^|[\s(“\"/.-])"
    r"(?:[A-ZĐ]|TP|Tp|tp|TX|Tx|tx|TT|Th|ThS|Ths|NCS|TS|TSKH|BS|Bs|KS|Ks|LS|DS|CN|GS|Gs|PGS|Pgs|NGND|NSND"
    r"|Q|q|P|p|Đ|ĐT|Cty|Mr|Mrs|Ms|Dr|Prof|St|No|Co|vs|e\.g|i\.e|tr|vd|VD|Vd|NĐ|QĐ|PL|KT|TM|TL|TUQ"
    r"|sđt|SĐT|tel|Tel)\.$"
)
_LETTERED = re.compile(
    r"(?:án|[Cc]âu|[Pp]hần|[Ll]ớp|[Nn]hóm|[Hh]ình|[Nn]út|[Pp]hím|[Mm]ục|[Bb]ảng|[Vv]itamin|hoặc|hay"
    r"|[Pp]art|[Aa]nswer|[Oo]ption|or) [A-ZĐ]\.$"
)
"""A letter that names something, and ends a sentence with it: `đáp án B.`"""
_NUMBERING = re.compile(r"\s*(?:\d{1,3}|[a-zđ])[.)]$")


def count(text: str) -> int:
    """How many tiếng (or words of another language) a text has; numbers do not count."""
    if _ODD.search(text) is None:
        return len(text.split())
    return sum(not word.isdecimal() for word in words(text))


def words(text: str) -> list[str]:
    """Its tiếng and numbers, without punctuation."""
    tokens = _composed(text).split()
    if _ODD.search(text) is None:
        return [word for token in tokens if (word := token.strip(_AROUND))]
    found: list[str] = []
    for token in tokens:
        bare = token if token.isalnum() else token.strip(_AROUND)
        if bare.isalnum():
            found.append(bare)
        else:
            found += _WORD.findall(bare)
    return found


def sentences(text: str) -> list[str]:
    """The sentences of running text; `TP.`, `V.A.`, `v.v. và` and `1.500` do not end one."""
    return [text[start:end] for start, end in sentence_places(text)]


def sentence_places(text: str) -> list[tuple[int, int]]:
    """Where each sentence begins and ends, white space around it left out."""
    found: list[tuple[int, int]] = []
    start = 0
    for match in _END.finditer(text):
        if _ends(text, start, match):
            _add(found, text, start, match.end())
            start = match.end()
    _add(found, text, start, len(text))
    return found


def _ends(text: str, start: int, match: re.Match[str]) -> bool:
    after = text[match.end() : match.end() + 40].lstrip()
    if after[:1].islower():
        return False
    if match.group()[0] != "." or (len(match.group()) > 1 and match.group()[1] == "."):
        return True
    before = text[max(start, match.start() - 12) : match.start() + 1]
    if _NUMBERING.fullmatch(text[start : match.start() + 1]):
        return False
    short = _ABBREVIATION.search(before) is not None and _LETTERED.search(before) is None
    return not (short and after)


def _add(found: list[tuple[int, int]], text: str, start: int, end: int) -> None:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    if start < end:
        found.append((start, end))


def _composed(text: str) -> str:
    """Marks written apart would cut a syllable in pieces."""
    if text.isascii() or unicodedata.is_normalized("NFC", text):
        return text
    return unicodedata.normalize("NFC", text)
