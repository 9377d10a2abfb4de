"""Width and height of a picture as it is displayed, from its header alone: nothing is decoded."""

import re
from collections.abc import Callable, Mapping
from typing import BinaryIO
from xml.parsers import expat

Size = tuple[int, int]

TURNED = frozenset((5, 6, 7, 8))
"""EXIF orientations that lay a picture on its side (EXIF 2.3, tag 0x0112)."""
_FRAMES = frozenset((*range(0xC0, 0xD0),)) - {0xC4, 0xC8, 0xCC}
"""JPEG markers SOF0–SOF15: the frame header, which holds the size."""
_MOST_CHUNKS = 4096
_SVG_BYTES = 20_000_000
_LONGEST = 100_000
"""CSS pixels of a drawing's side."""
_UNITS = {"": 1.0, "px": 1.0, "pt": 4 / 3, "pc": 16.0, "mm": 96 / 25.4, "cm": 96 / 2.54, "in": 96.0}
_LONGEST_TEXT = 200
"""Letters of what holds a few numbers; millions of digits take minutes to become one."""
_LENGTH = re.compile(r"\s*\+?([0-9]*\.?[0-9]+(?:e[+-]?[0-9]{1,3})?)(px|pt|pc|mm|cm|in)?\s*", re.I)


class PictureError(ValueError):
    """The header is broken, or the picture holds what no picture of ours may."""


def pixels(file: BinaryIO, media_type: str) -> Size | None:
    """The size of the picture that `file`, open at its start, holds; None: an SVG that says none.

    Raises: PictureError: the header is broken, or an SVG is not XML or declares entities.
    """
    try:
        width, height = _READERS[media_type](file) or (-1, -1)
    except (IndexError, OSError, OverflowError) as error:
        raise PictureError(str(error)) from error
    if (width, height) == (-1, -1):
        return None
    if width <= 0 or height <= 0:
        raise PictureError("no size")
    return width, height


def svg_size(root: Mapping[str, str]) -> tuple[float, float] | None:
    """The size in CSS pixels that the attributes of the root of an SVG ask for (SVG 2, 8.2).

    A side that is missing, that is a share of the place, or that no screen holds follows from the
    `viewBox`.
    """
    wide, high = _length(root.get("width", "")), _length(root.get("height", ""))
    box = view_box(root.get("viewBox", ""))
    if box is not None:
        ratio = box[2] / box[3]
        if wide is None and high is None:
            wide, high = box[2], box[3]
        elif wide is None and high is not None:
            wide = high * ratio
        elif high is None and wide is not None:
            high = wide / ratio
    if wide is None or high is None or max(wide, high) > _LONGEST:
        return None
    return wide, high


def view_box(text: str) -> tuple[float, float, float, float] | None:
    """The four numbers of a `viewBox` that has an area."""
    if len(text) > _LONGEST_TEXT:
        return None
    try:
        left, top, width, height = (float(part) for part in re.split(r"[\s,]+", text.strip()))
    except ValueError:
        return None
    usable = 0 < width < 1e9 and 0 < height < 1e9 and abs(left) < 1e9 and abs(top) < 1e9
    return (left, top, width, height) if usable else None


def _length(text: str) -> float | None:
    found = _LENGTH.fullmatch(text) if len(text) < 40 else None
    if found is None:
        return None
    value = float(found[1]) * _UNITS[(found[2] or "").lower()]
    return value if 0 < value <= _LONGEST else None


def _png(file: BinaryIO) -> Size:
    head = file.read(24)
    if head[12:16] != b"IHDR":
        raise PictureError("IHDR")
    size = int.from_bytes(head[16:20], "big"), int.from_bytes(head[20:24], "big")
    file.seek(33)
    for _ in range(_MOST_CHUNKS):
        chunk = file.read(8)
        length = int.from_bytes(chunk[:4], "big")
        if chunk[4:] == b"eXIf":
            return _upright(size, file.read(min(length, 65536)))
        if len(chunk) < 8 or chunk[4:] in (b"IDAT", b"IEND"):
            break
        file.seek(length + 4, 1)
    return size


def _gif(file: BinaryIO) -> Size:
    head = file.read(10)
    return int.from_bytes(head[6:8], "little"), int.from_bytes(head[8:10], "little")


def _jpeg(file: BinaryIO) -> Size:
    file.seek(2)
    exif = b""
    for _ in range(_MOST_CHUNKS):
        marker = file.read(2)
        while marker[:1] == b"\xff" and marker[1:] == b"\xff":
            marker = b"\xff" + file.read(1)
        if len(marker) < 2 or marker[0] != 0xFF:
            break
        length = int.from_bytes(file.read(2), "big") - 2
        if marker[1] in _FRAMES:
            frame = file.read(5)
            size = int.from_bytes(frame[3:5], "big"), int.from_bytes(frame[1:3], "big")
            return _upright(size, exif)
        if marker[1] == 0xE1 and not exif:
            block = file.read(max(length, 0))
            exif = block[6:] if block.startswith(b"Exif\x00\x00") else b""
        else:
            file.seek(max(length, 0), 1)
    raise PictureError("no frame")


def _webp(file: BinaryIO) -> Size:
    """Google's container specification: `VP8 `, `VP8L`, or `VP8X` with chunks to follow."""
    head = file.read(30)
    if head[12:16] == b"VP8X":
        size = _small(head[24:27]) + 1, _small(head[27:30]) + 1
        return _upright(size, _webp_exif(file)) if head[20] & 0x08 else size
    if head[12:16] == b"VP8L" and head[20] == 0x2F:
        bits = int.from_bytes(head[21:25], "little")
        return (bits & 0x3FFF) + 1, (bits >> 14 & 0x3FFF) + 1
    if head[12:16] == b"VP8 " and head[23:26] == b"\x9d\x01\x2a":
        return _small(head[26:28]) & 0x3FFF, _small(head[28:30]) & 0x3FFF
    raise PictureError("no frame")


def _webp_exif(file: BinaryIO) -> bytes:
    file.seek(12)
    for _ in range(_MOST_CHUNKS):
        chunk = file.read(8)
        if len(chunk) < 8:
            break
        length = _small(chunk[4:])
        if chunk[:4] == b"EXIF":
            return file.read(min(length, 65536)).removeprefix(b"Exif\x00\x00")
        file.seek(length + (length & 1), 1)
    return b""


def _small(data: bytes) -> int:
    return int.from_bytes(data, "little")


def _upright(size: Size, exif: bytes) -> Size:
    return (size[1], size[0]) if orientation(exif) in TURNED else size


def orientation(exif: bytes) -> int:
    """The tag 0x0112 in the first directory of EXIF data, from its byte order on; else 1."""
    order = {b"II": "little", b"MM": "big"}.get(exif[:2])
    if order is None:
        return 1

    def number(at: int, length: int) -> int:
        return int.from_bytes(exif[at : at + length], "little" if order == "little" else "big")

    start = number(4, 4)
    for entry in range(min(number(start, 2), 512)):
        at = start + 2 + 12 * entry
        if number(at, 2) == 0x0112:
            return number(at + 8, 2)
    return 1


def _avif(file: BinaryIO) -> Size:
    """By Pillow, for the sizes of an AVIF stand deep in boxes; loaded for this format alone."""
    from PIL import AvifImagePlugin, Image

    try:
        with Image.open(file, formats=(AvifImagePlugin.AvifImageFile.format,)) as image:
            turned = image.getexif().get(0x0112, 1) in TURNED
            return (image.height, image.width) if turned else image.size
    except Exception as error:
        raise PictureError(str(error)) from error


def _svg(file: BinaryIO) -> Size | None:
    data = file.read(_SVG_BYTES + 1)
    if len(data) > _SVG_BYTES:
        raise PictureError("too large")
    size = svg_size(svg_root(data))
    return None if size is None else (max(1, round(size[0])), max(1, round(size[1])))


def svg_root(data: bytes) -> Mapping[str, str]:
    """The attributes of the root of an SVG that is well-formed to its end.

    Raises: PictureError: it is not, its root is not `svg`, or it declares entities.
    """
    found: dict[str, str] = {}
    parser = safe_parser()

    def start(name: str, attributes: dict[str, str]) -> None:
        parser.StartElementHandler = None
        if name.rpartition(" ")[2] != "svg":
            raise PictureError(f"<{name}>")
        found.update(attributes)

    parser.StartElementHandler = start
    try:
        parser.Parse(data, True)
    except (expat.ExpatError, ValueError, LookupError) as error:
        raise PictureError(str(error)) from error
    return found


def safe_parser() -> expat.XMLParserType:
    """A parser that knows no entities and fetches nothing; names are `namespace name`."""
    parser = expat.ParserCreate(namespace_separator=" ")
    parser.EntityDeclHandler = _refuse_entity
    parser.SkippedEntityHandler = _refuse_entity
    return parser


def _refuse_entity(*_: object) -> None:
    raise PictureError("entity")


_READERS: Mapping[str, Callable[[BinaryIO], Size | None]] = {
    "image/png": _png,
    "image/jpeg": _jpeg,
    "image/webp": _webp,
    "image/gif": _gif,
    "image/avif": _avif,
    "image/svg+xml": _svg,
}
