"""How much a zip lists, read from its last bytes before any of the list is loaded.

Source: APPNOTE.TXT 6.3.10 of PKWARE, 4.3.14 to 4.3.16.
"""

import struct
from typing import BinaryIO

_END = b"PK\x05\x06"
_END_SIZE = 22
_LONGEST_COMMENT = 65_535
_LOCATOR = b"PK\x06\x07"
_LOCATOR_SIZE = 20
_END64_SIZE = 56


def listed(file: BinaryIO) -> tuple[int, int] | None:
    """Entries and bytes of the list at the end of a zip; nothing where there is no such list."""
    size = file.seek(0, 2)
    start = max(0, size - _END_SIZE - _LONGEST_COMMENT - _LOCATOR_SIZE)
    file.seek(start)
    tail = file.read()
    place = tail.rfind(_END)
    if place < 0 or len(tail) < place + _END_SIZE:
        return None
    entries, length = struct.unpack("<HL", tail[place + 10 : place + 16])
    before = tail[max(0, place - _LOCATOR_SIZE) : place]
    if not before.startswith(_LOCATOR):
        return entries, length
    return _listed_wide(file, struct.unpack("<Q", before[8:16])[0], size)


def _listed_wide(file: BinaryIO, place: int, size: int) -> tuple[int, int] | None:
    if place + _END64_SIZE > size:
        return None
    file.seek(place)
    record = file.read(_END64_SIZE)
    entries, length = struct.unpack("<QQ", record[32:48])
    return entries, length
