"""The files of a package, read where they lie: nothing is ever unpacked to the disk."""

import zipfile
import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import BinaryIO, Protocol

from lessonkit.inspect.fault import NoPackage, PackageFault
from lessonkit.inspect.zip_end import listed

MOST_FILES = 20_000
MOST_LISTED = 8_000_000
"""Bytes of the list of a zip."""
MOST_BYTES = 8_000_000_000
"""Of all files together, unpacked."""
MOST_RATIO = 500
"""Unpacked to packed, of a file above `RATIO_FROM`; text is at 10, deflate ends near 1030."""
RATIO_FROM = 20_000_000
BROKEN = (OSError, EOFError, zipfile.BadZipFile, zlib.error, RuntimeError, ValueError)
"""What reading a damaged file of a zip may raise."""
_KINDS = {".html": "page", ".htm": "page", ".xhtml": "page", ".xml": "bare-manifest"}
_METHODS = frozenset((zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED))
_ENCRYPTED = 0x1
_LINK, _KIND = 0o120000, 0o170000


class Contents(Protocol):
    """Files by name; a name has `/` between its parts."""

    @property
    def names(self) -> frozenset[str]:
        """Of all files."""

    def size(self, name: str) -> int:
        """Bytes. Raises: KeyError."""

    def open(self, name: str) -> BinaryIO:
        """To read and to seek. Raises: KeyError; one of `BROKEN`."""

    def close(self) -> None:
        """No file is read any more."""


@dataclass(frozen=True, slots=True)
class Folder:
    """A package as a folder; links that lead out of it are not there."""

    root: Path
    names: frozenset[str]

    def size(self, name: str) -> int:
        """As `Contents`."""
        return self._path(name).stat().st_size

    def open(self, name: str) -> BinaryIO:
        """As `Contents`."""
        return self._path(name).open("rb")

    def close(self) -> None:
        """As `Contents`."""

    def _path(self, name: str) -> Path:
        path = (self.root / name).resolve()
        if name not in self.names or not path.is_relative_to(self.root):
            raise KeyError(name)
        return path


@dataclass(frozen=True, slots=True)
class Zip:
    """A package as a zip, streamed from the archive."""

    archive: zipfile.ZipFile
    entries: dict[str, zipfile.ZipInfo]

    @property
    def names(self) -> frozenset[str]:
        """As `Contents`."""
        return frozenset(self.entries)

    def size(self, name: str) -> int:
        """As `Contents`; what the zip says, and no more is ever read."""
        return self.entries[name].file_size

    def open(self, name: str) -> BinaryIO:
        """As `Contents`."""
        return self.archive.open(self.entries[name])  # type: ignore[return-value] # it reads and seeks

    def close(self) -> None:
        """As `Contents`."""
        self.archive.close()


def open_contents(path: Path) -> Contents:
    """The package at that path. Raises: PackageFault: it is none, or a dangerous one."""
    try:
        if path.is_dir():
            return _folder(path)
        if not path.exists():
            raise NoPackage("absent", path=str(path))
        if not path.is_file() or not zipfile.is_zipfile(path):
            raise _no_zip(path)
        return _zip(path)
    except OSError as error:
        raise NoPackage(
            "unreadable", path=str(path), reason=error.strerror or str(error)
        ) from error


def _no_zip(path: Path) -> PackageFault:
    head = b"?"
    if path.is_file():  # a device or a pipe may have no end
        with path.open("rb") as file:
            head = file.read(4)
    if not head:
        return NoPackage("nothing", path=str(path))
    if head == b"PK\x03\x04":
        return PackageFault("damaged", path=str(path))
    kind = _KINDS.get(path.suffix.lower(), "not-zip")
    return NoPackage(kind, path=str(path))


def _folder(path: Path) -> Folder:
    root = path.resolve()
    found: set[str] = set()
    for name in _walk(root):
        found.add(name)
        if len(found) > MOST_FILES:
            raise PackageFault("too-many", limit=MOST_FILES)
    return Folder(root, frozenset(found))


def _walk(root: Path) -> Iterator[str]:
    for path in root.rglob("*"):
        if path.is_file() and path.resolve().is_relative_to(root):
            yield path.relative_to(root).as_posix()


def _zip(path: Path) -> Zip:
    with path.open("rb") as file:
        ends = listed(file)
    if ends is None:
        raise PackageFault("damaged", path=str(path))
    if ends[0] > MOST_FILES or ends[1] > MOST_LISTED:
        raise PackageFault("too-many", limit=MOST_FILES)
    try:
        archive = zipfile.ZipFile(path)
    except (zipfile.BadZipFile, ValueError, NotImplementedError) as error:
        raise PackageFault("damaged", path=str(path)) from error
    try:
        return Zip(archive, _entries(archive))
    except PackageFault:
        archive.close()
        raise


def _entries(archive: zipfile.ZipFile) -> dict[str, zipfile.ZipInfo]:
    found: dict[str, zipfile.ZipInfo] = {}
    total = 0
    for info in archive.infolist():
        if info.is_dir() or info.filename.endswith("\\"):
            continue
        name = info.filename.replace("\\", "/")
        for fails, key in _DANGERS:
            if fails(info, name):
                raise PackageFault(key, name=info.filename[:200])
        total += info.file_size
        found[str(PurePosixPath(name))] = info
    if len(found) > MOST_FILES or total > MOST_BYTES:
        raise PackageFault("too-many" if total <= MOST_BYTES else "too-large", limit=MOST_FILES)
    return found


def _climbs(_info: zipfile.ZipInfo, name: str) -> bool:
    parts = PurePosixPath(name).parts
    return not parts or name.startswith("/") or ".." in parts or ":" in parts[0]


def _is_link(info: zipfile.ZipInfo, _name: str) -> bool:
    return (info.external_attr >> 16) & _KIND == _LINK


def _is_bomb(info: zipfile.ZipInfo, _name: str) -> bool:
    packed = max(info.compress_size, 1)
    return info.file_size > RATIO_FROM and info.file_size / packed > MOST_RATIO


_DANGERS: tuple[tuple[Callable[[zipfile.ZipInfo, str], bool], str], ...] = (
    (_climbs, "climbs"),
    (_is_link, "link"),
    (_is_bomb, "bomb"),
    (lambda info, _name: bool(info.flag_bits & _ENCRYPTED), "locked"),
    (lambda info, _name: info.compress_type not in _METHODS, "method"),
)
