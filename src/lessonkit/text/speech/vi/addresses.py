"""Addresses, names of files and whatever else is typed, with the names of its signs."""

import re
from collections.abc import Mapping
from types import MappingProxyType

from lessonkit.text.speech.draft import Draft
from lessonkit.text.speech.tables import table
from lessonkit.text.speech.vi.numbers import number, spelled
from lessonkit.text.speech.vi.syllables import sounded, syllables

NOTHING: Mapping[str, str] = MappingProxyType({})
_HOST = r"(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+"
_ENDS = (
    r"(?:(?:com|gov|edu|org|net|ac|info|name|pro|health)\.vn|com|vn|net|org|gov|edu|info|io|xyz|"
    r"top|shop|app|dev|tv|me|ly|co|ai|int|eu|uk|us|jp|cn|sg|be|gle|site|online|club|store|live|asia|"
    r"icu|vip|click|link|cc|biz|mobi|ru|example|test|invalid)"
)
_PATH = r"(?:[/?#][^\s<>\"“”()]*)?"
_URL = re.compile(
    rf"(?<![\w@.])(?:https?://[^\s<>\"“”()]+|(?:www\.)[^\s<>\"“”()]+|{_HOST}{_ENDS}(?![\w-]){_PATH})",
    re.IGNORECASE,
)
_MAIL = re.compile(r"(?<![\w.])[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
_FILE = re.compile(
    r"(?<![\w/])[\w.-]+\.(?:docx?|xlsx?|pptx?|pdf|jpe?g|png|gif|webp|svg|mp[34]|zip|rar|exe|apk|txt|csv"
    r"|html?)(?![\w])",
    re.IGNORECASE,
)
_ENDING = re.compile(
    r"(?<![\w.])(?:\.(?:docx?|xlsx?|pptx?|pdf|jpe?g|png|gif|mp[34]|zip|rar|exe|apk|txt|html?|csv)"
    r"|(?:\.[a-z]{2,6})?\.(?:vn|com|net|org|gov|edu|info|xyz|top|io|ai|site|shop|online|vip))(?!\w)"
)
_PATHNAME = re.compile(r"(?<![\w/:])(?:[A-Z]:\\[\w\\.-]*|/(?:[a-z][\w.-]*/)+[\w.-]+|~/[\w./-]+)")
_NAME = re.compile(r"(?<![\w@#])[A-Za-z][A-Za-z0-9]*(?:_[A-Za-z0-9]+)+(?!\w)")
_DATED = re.compile(r"(?<![\w.,/-])\d{2,4}(?:-\d\d)*(?:-[a-z]{2,})+(?![\w-])")
"""Of a file, that begins with its date: `2026-05-hop-thon`."""
_HANDLE = re.compile(r"(?<![\w])@([\w.]+\w)")
_HASHTAG = re.compile(r"(?<![\w&])#([^\W\d]\w*)")
_DIAL = re.compile(r"(?<![\w*#])(?:\*{1,2}#?\d+(?:[*#]\d+)*#?|#{1,2}\*?\d+(?:[*#]\d+)*#)(?![\w*#])")
_BEGUN = re.compile(r"(?<![\w*#])\*\d+\*(?=[^\W\d_]|<)")
"""Of what is dialled, with a name for the rest: `*100*mã thẻ#`."""
_SIGNS = re.compile(r"(?<!\w)[!@#$%^&*_+=?~-]{3,}(?!\w)")
_NAMED = re.compile(
    r"(?P<lead>(?<!\w)(?:[Dd]ấu|[Kk]ý tự) )"
    r"[\"']?(?P<s>\.{3}|[/\\*_.,;:!?+=&%$^~|<>-](?!\.\.))[\"']?(?=[\s.,;:)]|$)"
)
"""A sign that is itself spoken of: `dấu /`."""
_SECRET = re.compile(
    r"(?<![\w@#$!^&%*+-])(?!(?:US|A|S)\$)(?=[A-Za-z0-9@#$!^]{0,40}\d)(?=[0-9@#$!^]{0,40}[A-Za-z])"
    r"(?:[A-Za-z0-9]+[@#$!^]+){1,6}[A-Za-z0-9]+(?![\w@#$^])"
)
"""A password for an example: `Abc@123`."""
_ECHO = re.compile(r" ?\([\"']?(?P<s>[@#*+/%&=_.,:;?!-])[\"']?\)")
"""A sign behind its own name: `dấu cộng (+)`."""
_PASSWORD = re.compile(
    r"(?P<lead>(?<!\w)[Mm]ật khẩu(?: [^\W\d_]{1,7}){0,3}:? [\"']?)"
    r"(?P<s>(?=[A-Za-z]{0,24}\d)(?=\d{0,24}[A-Za-z])[A-Za-z0-9]{5,24})(?![\w@-])"
)
_SCHEME = re.compile(r"(?<!\w)https?://(?=[\s\"').,]|$)")
_WORD = re.compile(r"[^\W\d_]+|\d+|[^\w\s]|_|\s+")
_LONGEST = 300
"""Signs of an address."""
_LONGEST_NAME = 20
"""Letters of a word at the beginning of others."""
_PERSON = re.compile(
    r"(?P<a>[a-z]{2,6}?)(?P<b>van|thi)(?P<c>[abcdkxy]|anh?|oanh|uyen|yen|[^aeiouy\W][a-z]{1,11})"
)
_VOWEL = re.compile("[aeiouy]", re.IGNORECASE)


def addresses(draft: Draft) -> None:
    """URLs, e-mail addresses, names of files, names behind @ and #, and what is dialled."""
    draft.sub(_MAIL, lambda one: address(one[0]))
    draft.text = _URL.sub(lambda one: _trimmed(draft, one[0]), draft.text)
    draft.sub(_SCHEME, lambda one: typed(one[0], table("vi", "domains")))
    draft.sub(_FILE, lambda one: address(one[0]))
    draft.sub(_ENDING, lambda one: address(one[0]))
    draft.sub(_PATHNAME, lambda one: typed(one[0], table("vi", "domains")))
    draft.sub(_NAME, lambda one: typed(one[0]))
    draft.sub(_SECRET, lambda one: secret(one[0]))
    draft.text = _PASSWORD.sub(lambda one: one["lead"] + draft.mark(secret(one["s"])), draft.text)
    draft.sub(_DATED, lambda one: typed(one[0]))
    draft.sub(_HANDLE, lambda one: f"a còng {address(one[1])}")
    draft.sub(_HASHTAG, lambda one: f"hát tác {typed(one[1], table('vi', 'domains'))}")
    draft.sub(_DIAL, lambda one: _dialled(one[0]))
    draft.sub(_BEGUN, lambda one: _dialled(one[0]))
    draft.sub(_SIGNS, lambda one: _listed(one[0]))
    draft.sub(_ECHO, lambda one: _echo(one, draft))
    draft.text = _NAMED.sub(
        lambda one: one["lead"] + draft.mark(table("vi", "typed")[one["s"]]), draft.text
    )


def _trimmed(draft: Draft, text: str) -> str:
    bare = text.rstrip(".,;:!?…'")
    return draft.mark(address(bare)) + text[len(bare) :]


def address(text: str) -> str:
    """Without what no one says: the scheme, and a slash at the end."""
    return typed(
        re.sub(r"^https?://", "", text, flags=re.IGNORECASE).rstrip("/"), table("vi", "domains")
    )


def typed(text: str, first: Mapping[str, str] = NOTHING) -> str:
    """What is typed, sign by sign and word by word; `first`: readings that come before others."""
    if (
        not first
        and len(text) <= _LONGEST
        and any(one.fullmatch(text) for one in (_MAIL, _URL, _FILE))
    ):
        return address(text)
    if not first and len(text) <= _LONGEST and _SECRET.fullmatch(text):
        return secret(text)
    return " ".join(said for one in _WORD.findall(text) if (said := _part(one, first)))


def secret(text: str) -> str:
    """As it is dictated: figure by figure."""
    parts = (
        spelled(one) if one.isdecimal() else _part(one, NOTHING) for one in _WORD.findall(text)
    )
    return " ".join(parts)


def _part(part: str, first: Mapping[str, str]) -> str:
    if part.isspace():
        return ""
    if part.isdecimal():
        return number(part) if len(part) < 5 else spelled(part)
    if not part.isalnum():
        return table("vi", "typed").get(part, part)
    return _word(part, first)


def _word(word: str, first: Mapping[str, str]) -> str:
    low = word.lower()
    known = first.get(low) or table("vi", "capitals").get(word) or table("vi", "english").get(low)
    if known:
        return known
    if not word.isascii():
        return word
    if person := _person(low):
        return person
    cut = syllables(low)
    if not cut and (begun := _begun(low, first)):
        return begun
    short = len(low) < 4 or _VOWEL.search(word) is None or word.isupper()
    if len(low) == 1 or (not cut and short):
        return letters(word)
    return " ".join(table("vi", "bare").get(one) or sounded(one) for one in cut) if cut else word


def _begun(low: str, first: Mapping[str, str]) -> str:
    """By the longest word of the table that it begins with: `ubndxahoabinh`."""
    for end in range(min(len(low) - 2, _LONGEST_NAME), 3, -1):
        rest = syllables(low[end:]) if low[:end] in first else ()
        if rest:
            return " ".join(
                (first[low[:end]], *(table("vi", "bare").get(r) or sounded(r) for r in rest))
            )
    return ""


def _person(low: str) -> str:
    """A name of three words or more, such as `nguyenvana`: no `va na`."""
    found = _PERSON.fullmatch(low)
    families = table("vi", "families")
    if not found or found["a"] not in families:
        return ""
    rest = (found["c"],) if len(found["c"]) == 1 else syllables(found["c"])
    if not rest:
        return ""
    middle = {"van": "văn", "thi": "thị"}[found["b"]]
    given = (letters(r) if len(r) == 1 else table("vi", "bare").get(r) or sounded(r) for r in rest)
    return " ".join((families[found["a"]], middle, *given))


def letters(word: str) -> str:
    """Letter by letter; in a word of Vietnamese D is not Đ."""
    names = table("vi", "letters")
    own = any(char in "ĂÂĐÊÔƠƯ" for char in word.upper())
    return " ".join(
        "dê" if own and char == "D" else names.get(char, char.lower()) for char in word.upper()
    )


def _echo(match: re.Match[str], draft: Draft) -> str | None:
    name = table("vi", "typed")[match["s"]]
    return "" if draft.before(match).endswith((name, name.split()[0])) else None


def _listed(text: str) -> str | None:
    """`!@#$%`; of one sign again and again, or two, nobody means the signs."""
    names = table("vi", "typed")
    return ", ".join(names.get(one, one) for one in text) if len(set(text)) > 2 else None


def _dialled(text: str) -> str:
    names = {"*": "sao", "#": "thăng"}
    return " ".join(names.get(char) or spelled(char) for char in text)
