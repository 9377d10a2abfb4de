"""An artefact before it is written: files with safe names, in one order."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

_RESERVED = re.compile(r"(?i)(con|prn|aux|nul|com[0-9]|lpt[0-9])(\..*)?")
_FORBIDDEN = re.compile(r'[\x00-\x1f<>:"|?*\\]|[. ]$')


class UnsafePath(ValueError):
    """A name that would leave the folder or that some system cannot hold."""


@dataclass(frozen=True, slots=True)
class Stored:
    """A file on disk that was made before and that nobody changes, known by its content."""

    path: Path
    size: int
    """Bytes."""
    digest: str
    """SHA-256, hexadecimal."""


@dataclass(frozen=True, slots=True)
class File:
    """One file of an artefact, in memory or, where it may be large, on disk."""

    path: PurePosixPath
    content: bytes | Stored

    @property
    def data(self) -> bytes:
        """All of it. Raises: OSError: it is on disk and cannot be read."""
        return self.content if isinstance(self.content, bytes) else self.content.path.read_bytes()

    @property
    def size(self) -> int:
        """Bytes."""
        return len(self.content) if isinstance(self.content, bytes) else self.content.size


def safe_path(name: str) -> PurePosixPath:
    """The path of that name inside an artefact.

    Raises: UnsafePath: absolute, climbing out, empty, or a name Windows cannot store.
    """
    path = PurePosixPath(name)
    if not path.parts or path.is_absolute():
        raise UnsafePath(name)
    for part in path.parts:
        if part in (".", "..") or _RESERVED.fullmatch(part) or _FORBIDDEN.search(part):
            raise UnsafePath(name)
    return path


def storable(name: str) -> bool:
    """Whether every system can hold a file or folder of that name: Windows keeps `con` and more."""
    try:
        safe_path(name)
    except UnsafePath:
        return False
    return True


class Bundle:
    """Files sorted by name, each name once, ignoring case: Windows and macOS keep one of two."""

    __slots__ = ("files",)

    files: tuple[File, ...]

    def __init__(self, files: Iterable[File]) -> None:
        """Raises: UnsafePath: a name that is unsafe, or that is there twice."""
        ordered = tuple(sorted(files, key=lambda file: file.path.parts))
        seen: set[str] = set()
        for file in ordered:
            key = str(safe_path(str(file.path))).casefold()
            if key in seen:
                raise UnsafePath(f"{file.path} (twice)")
            seen.add(key)
        self.files = ordered

    def __iter__(self) -> Iterator[File]:
        return iter(self.files)

    def __len__(self) -> int:
        return len(self.files)

    @property
    def size(self) -> int:
        """Bytes of all files together."""
        return sum(file.size for file in self.files)

    def get(self, name: str) -> bytes:
        """Raises: KeyError: no file has that name."""
        for file in self.files:
            if str(file.path) == name:
                return file.data
        raise KeyError(name)


def text_file(name: str, text: str) -> File:
    """A UTF-8 file with `\\n` line ends."""
    return File(PurePosixPath(name), text.encode("utf-8"))
