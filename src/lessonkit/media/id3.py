"""The tag before an MP3: title, maker, language, and chapters that players show.

ID3v2.3 (what every player reads) with the frames of the ID3v2 Chapter Frame Addendum 1.0. Text is
UTF-16 with its byte order mark, as 2.3 has it.
"""

import struct
from collections.abc import Iterator
from typing import Any

from lessonkit.media.tags import language

_TEXTS = {"title": "TIT2", "artist": "TPE1", "album": "TALB"}
_ENDLESS = 0xFFFFFFFF
"""Of a chapter's offset in bytes: not told, the times count."""


def tag(tags: dict[str, Any]) -> bytes:
    """The whole tag; `tags` as `media.encode` has them."""
    body = b"".join(_frames(tags))
    return b"ID3" + bytes((3, 0, 0)) + _synchsafe(len(body)) + body


def _frames(tags: dict[str, Any]) -> Iterator[bytes]:
    for key, name in _TEXTS.items():
        if tags.get(key):
            yield _frame(name, _text(tags[key]))
    lang = language(str(tags.get("lang", ""))).encode()
    yield _frame("TLAN", b"\0" + lang)
    if tags.get("comment"):
        yield _frame("COMM", b"\1" + lang + _utf16("") + b"\0\0" + _utf16(tags["comment"]))
    chapters = tags["chapters"]
    # An entry count is one byte.
    listed = chapters[:255]
    if listed:
        names = b"".join(_name(number) for number, _ in enumerate(listed, 1))
        yield _frame("CTOC", b"toc\0" + bytes((3, len(listed))) + names)
    for number, (_, title, start, end) in enumerate(listed, 1):
        times = struct.pack(">IIII", round(start * 1000), round(end * 1000), _ENDLESS, _ENDLESS)
        yield _frame("CHAP", _name(number) + times + _frame("TIT2", _text(title)))


def _name(number: int) -> bytes:
    return f"ch{number}".encode() + b"\0"


def _frame(name: str, body: bytes) -> bytes:
    return name.encode() + struct.pack(">IH", len(body), 0) + body


def _text(text: str) -> bytes:
    return b"\1" + _utf16(" ".join(text.split()))


def _utf16(text: str) -> bytes:
    return b"\xff\xfe" + text.encode("utf-16-le", "replace")


def _synchsafe(size: int) -> bytes:
    return bytes((size >> shift) & 0x7F for shift in (21, 14, 7, 0))
