"""From the bytes of a file to text that the readers understand."""

import errno
import os
import re
import stat
import unicodedata
from dataclasses import dataclass
from pathlib import Path

from lessonkit.base.diag import Edit, Fault, fault, line_span

MAX_BYTES = 1_000_000
"""A lesson of minutes is a few kilobytes; what is larger than this is not one."""
CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ufffe\uffff]")
"""What neither YAML (1.2.2, 5.1) nor XML (1.0, 2.2) can hold."""


@dataclass(frozen=True, slots=True)
class Source:
    """A text file: NFC, `\\n` line ends, no byte order mark."""

    file: str
    """As shown to an author, relative to the project."""
    text: str
    lines: tuple[str, ...]


def read_bytes(path: Path, limit: int = MAX_BYTES) -> bytes:
    """The content, or as much of it as shows that it has more bytes than `limit`.

    Raises: OSError: it cannot be opened, or is no ordinary file: a pipe could wait for ever.
    """
    if not stat.S_ISREG(path.stat().st_mode):
        raise OSError(errno.EINVAL, os.strerror(errno.EINVAL), str(path))
    with path.open("rb") as file:
        return file.read(limit + 1)


def decode(data: bytes, file: str, limit: int = MAX_BYTES) -> tuple[Source | None, list[Fault]]:
    """The text, or None where it cannot be had, with every fault of the file as a whole."""
    start = line_span(file)
    if len(data) > limit:
        return None, [fault("LK102", start, limit=limit)]
    try:
        raw = data.decode("utf-8").lstrip("\ufeff")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        return None, [fault("LK101", line_span(file, line), byte=f"0x{data[error.start]:02x}")]
    if not raw.strip():
        return None, [fault("LK103", start)]
    raw = raw.replace("\r\n", "\n").replace("\r", "\n")
    faults = []
    if control := CONTROL.search(raw):
        faults.append(_control(raw, control, file))
        if "\x00" in raw:
            return None, faults
        # Each stays one character, so that places hold.
        raw = CONTROL.sub("\ufffd", raw)
    text = raw
    if not unicodedata.is_normalized("NFC", raw):
        text = unicodedata.normalize("NFC", raw)
        faults.append(_not_nfc(raw, text, file))
    return Source(file, text, tuple(text.split("\n"))), faults


def _control(raw: str, found: "re.Match[str]", file: str) -> Fault:
    line = raw.count("\n", 0, found.start()) + 1
    column = found.start() - raw.rfind("\n", 0, found.start())
    char = f"U+{ord(found[0]):04X}"
    return fault("LK128", line_span(file, line, column, 1), char=char)


def _not_nfc(raw: str, text: str, file: str) -> Fault:
    """One fault for the file; its cure writes back the text as it was read, NFC."""
    pairs = zip(raw.split("\n"), text.split("\n"), strict=True)
    line, good = next((n, new) for n, (old, new) in enumerate(pairs, 1) if old != new)
    word = next((one for one in re.findall(r"\S+", good) if not one.isascii()), good)
    span = line_span(file, line)
    return fault("LK124", span, Edit(line_span(file, line, 1, len(good)), good), word=word)
