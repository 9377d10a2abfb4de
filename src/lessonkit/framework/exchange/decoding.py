"""Bytes of a file to text: what Windows, spreadsheets and learning platforms save."""

import codecs
from collections.abc import Iterable

from lessonkit.framework.exchange.base import LARGEST, Unreadable

_MARKS: Iterable[tuple[bytes, str]] = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)


def decoded(data: bytes) -> str:
    """The text without byte order mark, line ends as they are.

    Raises: Unreadable: empty, too large, or neither UTF-8 nor UTF-16; says the line.
    """
    if len(data) > LARGEST:
        raise Unreadable("too-large", megabytes=LARGEST // 1_000_000)
    if not data.strip():
        raise Unreadable("empty")
    encoding = _encoding(data)
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
        raise Unreadable("encoding", where=line) from error
    if "\0" in text:
        raise Unreadable("binary", where=text[: text.index("\0")].count("\n") + 1)
    return text


def _encoding(data: bytes) -> str:
    """By the mark; without one, text of ASCII signs in UTF-16 has a zero in every other byte."""
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return encoding
    start = data[:200]
    if len(start) >= 4 and not len(data) % 2:
        if start[1::2].count(0) > len(start) // 3:
            return "utf-16-le"
        if start[::2].count(0) > len(start) // 3:
            return "utf-16-be"
    return "utf-8"
