"""Addresses and what else is typed, with the names of its signs."""

import re

from lessonkit.text.speech.draft import Draft
from lessonkit.text.speech.en.numbers import number, spelled
from lessonkit.text.speech.tables import table

_URL = re.compile(
    r"(?<![\w@.])(?:https?://[^\s<>\"()]+|www\.[^\s<>\"()]+|"
    r"(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+(?:com|vn|net|org|gov|edu|info|io|uk|eu)(?![\w-])"
    r"(?:[/?#][^\s<>\"()]*)?)",
    re.IGNORECASE,
)
_MAIL = re.compile(r"(?<![\w.])[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
_ENDS = "docx?|xlsx?|pptx?|pdf|jpe?g|png|gif|webp|svg|mp[34]|zip|rar|exe|apk|txt|csv|html?"
_FILE = re.compile(rf"(?<![\w/.])[\w.-]*\.(?:{_ENDS})(?!\w)", re.IGNORECASE)
_ENDING = re.compile(r"(?<![\w.])(?:\.[a-z]{2,6})?\.(?:vn|com|net|org|gov|edu|info|io|xyz)(?!\w)")
_JOINED = re.compile(r"(?<=[^\W_])_(?=[^\W_])")
_SECRET = re.compile(
    r"(?<![\w@#$!^&%*+-])(?!(?:US|A|S)\$)(?=[A-Za-z0-9@#$!^]{0,40}\d)(?=[0-9@#$!^]{0,40}[A-Za-z])"
    r"(?:[A-Za-z0-9]+[@#$!^]+){1,6}[A-Za-z0-9]+(?![\w@#$^])"
)
"""A password for an example: `Abc@123`."""
_ALONE = re.compile(r"(?<!\S)\"?(?P<s>[@#%&*])\"?(?=$|[\s.,;:)])")
_CALLED = {"@": "at sign", "#": "hash", "%": "percent", "&": "ampersand", "*": "star"}
_SIGN = re.compile(r" (?:sign|key|symbol|mark)\b")
_WORD = re.compile(r"[^\W\d_]+|\d+|[^\w\s]|_|\s+")
_LETTERS = re.compile(
    "vn|io|uk|eu|www|pdf|docx?|xlsx?|pptx?|jpg|png|svg|exe|apk|txt|csv|html?", re.IGNORECASE
)


def addresses(draft: Draft) -> None:
    """URLs, e-mail addresses, names of files, passwords, and signs that are spoken of."""
    draft.sub(_MAIL, lambda one: typed(one[0]))
    draft.text = _URL.sub(lambda one: _trimmed(draft, one[0]), draft.text)
    draft.sub(_FILE, lambda one: typed(one[0]))
    draft.sub(_ENDING, lambda one: typed(one[0]))
    draft.sub(_JOINED, lambda _: "underscore")
    draft.sub(_SECRET, lambda one: secret(one[0]))
    draft.sub(_ALONE, lambda one: _alone(one, draft))


def _trimmed(draft: Draft, text: str) -> str:
    bare = text.rstrip(".,;:!?'")
    without = re.sub(r"^https?://", "", bare, flags=re.IGNORECASE).rstrip("/")
    return draft.mark(typed(without)) + text[len(bare) :]


def typed(text: str) -> str:
    """What is typed, sign by sign and word by word."""
    return " ".join(_part(part) for part in _WORD.findall(text) if not part.isspace())


def secret(text: str) -> str:
    """As it is dictated: figure by figure."""
    return " ".join(spelled(p) if p.isdecimal() else _part(p) for p in _WORD.findall(text))


def _alone(match: re.Match[str], draft: Draft) -> str | None:
    """`the @ sign` is not said twice; between two words, `&` is `and`."""
    sign = match["s"]
    named = _SIGN.match(draft.text[match.end() :])
    spoken_of = named or re.search(r"\b(?:the|press|type|sign) $", draft.before(match))
    return _CALLED[sign].removesuffix(" sign" if named else "\0") if spoken_of else None


def _part(part: str) -> str:
    if part.isdecimal():
        return number(part) if len(part) < 5 else spelled(part)
    if not part.isalnum():
        return table("en", "typed").get(part, part)
    return " ".join(part.upper()) if _LETTERS.fullmatch(part) else part
