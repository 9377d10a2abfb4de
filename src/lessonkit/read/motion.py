"""Whether a picture moves by itself: of one that does, a lesson shows the first frame alone."""

from io import SEEK_CUR
from typing import BinaryIO

_MOST = 4096
"""Chunks of a PNG, or blocks of a GIF, that are looked at."""


def moves(file: BinaryIO, media_type: str) -> bool:
    """Whether a GIF, WebP, PNG or AVIF, open at any place, holds more than one frame.

    Read from its headers; what is broken does not move.
    """
    file.seek(0)
    try:
        match media_type:
            case "image/gif":
                return _gif(file)
            case "image/webp":
                head = file.read(21)
                return head[12:16] == b"VP8X" and bool(head[20] & 0x02)
            case "image/png":
                return _png(file)
            case "image/avif":
                return file.read(12)[8:12] == b"avis"
            case _:
                return False
    except IndexError:
        return False


def _png(file: BinaryIO) -> bool:
    """By the chunk `acTL`, which stands before the first `IDAT` (APNG 1.0)."""
    file.seek(8)
    for _ in range(_MOST):
        head = file.read(8)
        if head[4:] == b"acTL":
            return int.from_bytes(file.read(4), "big") > 1
        if len(head) < 8 or head[4:] == b"IDAT":
            break
        file.seek(int.from_bytes(head[:4], "big") + 4, SEEK_CUR)
    return False


def _gif(file: BinaryIO) -> bool:
    """By a second image block (GIF89a, 20)."""
    screen = file.read(13)
    file.seek(_table(screen[10]), SEEK_CUR)
    frames = 0
    for _ in range(_MOST):
        block = file.read(1)
        if block == b"\x2c":
            frames += 1
            if frames > 1:
                return True
            file.seek(_table(file.read(9)[8]) + 1, SEEK_CUR)
        elif block == b"\x21":
            file.seek(1, SEEK_CUR)
        else:
            break
        _skip_blocks(file)
    return False


def _table(flags: int) -> int:
    """Bytes of a table of colours."""
    return 3 << (flags & 7) + 1 if flags & 0x80 else 0


def _skip_blocks(file: BinaryIO) -> None:
    while size := file.read(1)[0]:
        file.seek(size, SEEK_CUR)
