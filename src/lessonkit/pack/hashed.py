"""Files that go from disk to disk piece by piece: copied, counted and hashed on the way."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from hashlib import file_digest, sha256
from pathlib import Path

from lessonkit.base.atomic import make_folders
from lessonkit.base.files import File, Stored, safe_path

PIECE = 1 << 20
"""Bytes that are in memory at a time."""


@dataclass(frozen=True, slots=True)
class Hashed:
    """A file of a folder by its content."""

    path: str
    """Relative to the folder, with `/`."""
    size: int
    """Bytes."""
    sha256: str
    """In hexadecimal digits, lower case."""


def copied(source: Path, folder: Path, path: str) -> Hashed:
    """Put a copy of the file below the folder. Raises: OSError, UnsafePath."""
    target = folder / safe_path(path)
    make_folders(target.parent)
    size, digest = 0, sha256()
    with source.open("rb") as old, target.open("xb") as new:
        while piece := old.read(PIECE):
            new.write(piece)
            digest.update(piece)
            size += len(piece)
    target.chmod(0o644)
    return Hashed(path, size, digest.hexdigest())


def written(file: File, folder: Path) -> Hashed:
    """Put a file of a bundle below the folder. Raises: OSError, UnsafePath."""
    if isinstance(file.content, Stored):
        return copied(file.content.path, folder, str(file.path))
    target = folder / safe_path(str(file.path))
    make_folders(target.parent)
    with target.open("xb") as new:
        new.write(file.content)
    target.chmod(0o644)
    return Hashed(str(file.path), file.size, sha256(file.content).hexdigest())


def hashed(folder: Path, path: str) -> Hashed:
    """Of a file that lies there. Raises: OSError."""
    with (folder / path).open("rb") as file:
        digest = file_digest(file, "sha256").hexdigest()
    return Hashed(path, (folder / path).stat().st_size, digest)


def below(folder: Path) -> Iterator[str]:
    """Paths of all files below a folder, relative to it, in one order. Raises: OSError."""
    names = (one.relative_to(folder) for one in folder.rglob("*") if one.is_file())
    yield from (name.as_posix() for name in sorted(names, key=lambda name: name.parts))


def checksums(files: Iterable[Hashed]) -> bytes:
    """What `sha256sum -c` reads, sorted by path."""
    ordered = sorted(files, key=lambda file: file.path)
    return "".join(f"{file.sha256}  {file.path}\n" for file in ordered).encode("utf-8")
