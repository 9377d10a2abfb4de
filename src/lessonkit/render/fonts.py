"""The fonts of a theme: files that are named by their content, and proved to be fonts."""

import hashlib
from pathlib import Path

from lessonkit.base.messages import settings_error
from lessonkit.model.module import Asset

_KINDS = {".ttf": "font/ttf", ".otf": "font/otf", ".ttc": "font/collection"}
_STARTS = (b"\0\1\0\0", b"OTTO", b"true", b"ttcf")
"""Of an OpenType file: its `sfntVersion`, or the tag of a collection (ISO/IEC 14496-22)."""


def read_fonts(folder: Path, paths: tuple[str, ...], shown: str) -> tuple[Asset, ...]:
    """The fonts among these files of a theme, in one order; licences may lie beside them.

    Raises: SettingsError: one cannot be read, or is none for all its name.
    """
    names = sorted(one for one in paths if Path(one).suffix.lower() in _KINDS)
    return tuple(_read(folder / one, f"{shown}/{one}") for one in names)


def _read(path: Path, shown: str) -> Asset:
    try:
        with path.open("rb") as file:
            start = file.read(4)
            file.seek(0)
            digest = hashlib.file_digest(file, "sha256").hexdigest()
        size = path.stat().st_size
    except OSError as error:
        raise settings_error(
            ("unreadable", {"file": shown, "reason": error.strerror or ""})
        ) from error
    if start not in _STARTS:
        raise settings_error(("not-font", {"file": shown}))
    return Asset(path, _KINDS[path.suffix.lower()], size, None, digest)
