"""Sound in the one form that all steps share: WAV, mono, 16 bits, 22 050 samples a second.

Voices speak at that rate, and more than it holds (11 kHz) the bitrates of speech do not keep.
"""

import struct
import sys
from array import array
from collections.abc import Iterable
from pathlib import Path

RATE = 22_050
"""Samples a second."""
HEAD = 44
"""Bytes before the samples, in files of ours."""
_QUIET = 130
"""Below it (of 32 767) is silence: -48 dB."""


def samples(seconds: float) -> int:
    """How many there are in that time."""
    return round(seconds * RATE)


def length(size: int) -> int:
    """How many samples a file of ours of that many bytes holds."""
    return (size - HEAD) // 2


def head(count: int) -> bytes:
    """What stands before that many samples."""
    size = count * 2
    return struct.pack(
        "<4sI4s4sIHHIIHH4sI",
        *(b"RIFF", size + 36, b"WAVE", b"fmt ", 16, 1, 1, RATE, RATE * 2, 2, 16, b"data", size),
    )


def write(path: Path, parts: Iterable[bytes]) -> None:
    """A file of these samples, part after part. Raises: OSError."""
    count = 0
    with path.open("wb") as file:
        file.write(head(0))
        for part in parts:
            file.write(part)
            count += len(part) // 2
        file.seek(0)
        file.write(head(count))


def read(path: Path) -> bytes:
    """The samples of a file of ours. Raises: OSError."""
    with path.open("rb") as file:
        file.seek(HEAD)
        return file.read()


def silence(count: int) -> bytes:
    """That many samples."""
    return bytes(count * 2)


def trimmed(sound: bytes, before: float = 0.02, behind: float = 0.06) -> bytes:
    """Without silence at both ends, but for these seconds."""
    values = _array(sound)
    first = next((i for i, one in enumerate(values) if abs(one) > _QUIET), None)
    if first is None:
        return b""
    last = len(values) - next(i for i, one in enumerate(reversed(values)) if abs(one) > _QUIET)
    start, end = max(0, first - samples(before)), min(len(values), last + samples(behind))
    return sound[start * 2 : end * 2]


def _array(sound: bytes) -> "array[int]":
    values = array("h", sound)
    if sys.byteorder == "big":
        values.byteswap()
    return values
