"""Pictures that were cut short, as a broken copy leaves them; whole ones are not decoded."""

from io import SEEK_END, BufferedReader

_MARKS = {
    "image/png": (b"IEND", 4096),
    "image/jpeg": (b"\xff\xd9", 4096),
    "image/gif": (b"\x3b", 1),
}
"""What a whole file holds in that many bytes at its end."""
_FORMATS = {"image/png": "PNG", "image/jpeg": "JPEG", "image/gif": "GIF", "image/webp": "WEBP"}


def is_damaged(file: BufferedReader, media_type: str) -> bool:
    """Whether a raster picture cannot be shown to its end.

    Only one without its end mark is decoded to be sure: phones append notes of their own.
    """
    if media_type not in _FORMATS or _ends_well(file, media_type):
        return False
    import warnings

    from PIL import Image

    file.seek(0)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            with Image.open(file, formats=(_FORMATS[media_type],)) as image:
                image.load()
    except Exception:
        # Decoders raise whatever they stumble over: struct.error, SyntaxError, EOFError, …
        return True
    return False


def _ends_well(file: BufferedReader, media_type: str) -> bool:
    size = file.seek(0, SEEK_END)
    if media_type == "image/webp":
        file.seek(4)
        return int.from_bytes(file.read(4), "little") + 8 <= size
    mark, tail = _MARKS[media_type]
    file.seek(max(0, size - tail))
    return mark in file.read()
