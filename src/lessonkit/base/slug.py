"""Names that every platform can hold: ASCII, lower case, hyphens; two names never merge."""

import re
import unicodedata
from collections.abc import Iterable, Mapping
from hashlib import sha256

from lessonkit.base.files import UnsafePath, safe_path

LONGEST = 60
"""Letters of a slug: room for a number, a width and a type within what any file system holds."""
_LATIN = str.maketrans(
    {
        "đ": "d",
        "ð": "d",
        "ø": "o",
        "ł": "l",
        "ħ": "h",
        "ı": "i",
        "ŧ": "t",
        "ŋ": "ng",
        "æ": "ae",
        "œ": "oe",
        "þ": "th",
        "ß": "ss",
    }
)
"""Letters that Unicode does not take apart."""


def slug(text: str) -> str:
    """`Đọc kỹ!` becomes `doc-ky`; never empty, and the same for the same text on every machine.

    Where letters of another script would be lost, a short digest of the text tells names apart.
    """
    text = unicodedata.normalize("NFC", text)
    plain = unicodedata.normalize("NFKD", text.lower().translate(_LATIN)).translate(_LATIN)
    bare = "".join(char for char in plain if not unicodedata.combining(char))
    name = "-".join(re.findall(r"[a-z0-9]+", bare))
    lost = any(char.isalnum() and not char.isascii() for char in bare)
    if name and not lost and len(name) <= LONGEST:
        return name
    short = name[: LONGEST - 9].rpartition("-")[0] or name[: LONGEST - 9]
    start = name if len(name) <= LONGEST - 9 else short
    return "-".join(part for part in (start, _digest(text)) if part)


def readable_slug(text: str, fallback: str) -> str:
    """The slug, or `fallback` where there is no letter or digit to make one of: `😀`, `!`."""
    return slug(text) if any(char.isalnum() for char in text) else fallback


def unique_names(
    names: Iterable[str], suffixes: Mapping[str, str] | None = None
) -> Mapping[str, str]:
    """For each path of an author, a file name that no other of them has, whatever follows its stem.

    Folders are dropped. `suffixes` gives the ending (`.png`) that a name's content asks for;
    without it the name's own stays. Stems differ too, so that `<stem>.<width>.webp` is as unique.
    A name that is already good keeps it; the rest are numbered in the order of their own names.
    """
    ordered = sorted(set(names), key=lambda name: (_stem(name) != slug(_stem(name)), name))
    taken: set[str] = set()
    found: dict[str, str] = {}
    for name in ordered:
        stem = _free(_storable(slug(_stem(name))), taken)
        taken.add(stem)
        found[name] = stem + (suffixes or {}).get(name, _suffix(name))
    return {name: found[name] for name in sorted(found)}


def _digest(text: str) -> str:
    return sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:8]


def _stem(name: str) -> str:
    last = re.split(r"[/\\]", name)[-1]
    return last.rpartition(".")[0] or last


def _suffix(name: str) -> str:
    """The ending in lower case, if it is one that can be kept as it is."""
    found = re.fullmatch(r".+(\.[A-Za-z0-9]{1,8})", re.split(r"[/\\]", name)[-1])
    return found[1].lower() if found else ""


def _storable(stem: str) -> str:
    """Windows keeps `con`, `nul` and a few more for itself, with any ending."""
    try:
        safe_path(stem)
    except UnsafePath:
        return f"file-{stem}"
    return stem


def _free(stem: str, taken: set[str]) -> str:
    """The stem, or the first of `stem-2`, `stem-3` … that is free."""
    if stem not in taken:
        return stem
    number = 2
    while f"{stem}-{number}" in taken:
        number += 1
    return f"{stem}-{number}"
