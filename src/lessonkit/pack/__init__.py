"""Bundle → folder, zip or single file, whole or not at all, and the same bytes on every machine."""

from collections.abc import Iterator, Sequence
from pathlib import Path, PurePosixPath
from shutil import copyfileobj
from time import gmtime
from typing import TYPE_CHECKING, Literal

from lessonkit.base.atomic import WriteError, replace_file, replace_folder, replacing
from lessonkit.base.files import Bundle, File
from lessonkit.pack.hashed import PIECE, below, written
from lessonkit.pack.owned import refuse_foreign

if TYPE_CHECKING:
    from zipfile import ZipInfo

_OLDEST = 315_532_800
"""1980-01-01, the first second that a zip can say."""
_YOUNGEST = 4_354_819_198
"""2107-12-31, the last one."""
_DENSE = frozenset(
    f".{ending}"
    for ending in (
        *("png", "jpg", "jpeg", "webp", "gif", "avif"),
        *("mp3", "m4a", "ogg", "oga", "opus", "mp4", "m4v", "webm"),
        *("woff", "woff2"),
        *("docx", "xlsx", "pptx", "odt", "ods", "odp", "epub", "zip"),
    )
)
"""Endings of what is compressed by itself: deflate would cost time and win nothing."""
_BARE = ("mimetype",)
"""What must be read without unpacking anything (EPUB 3.3, 4.2.2)."""


def pack(
    bundle: Bundle,
    target: Path,
    shape: Literal["folder", "zip", "file"],
    *,
    epoch: int = _OLDEST,
    first: Sequence[str] = (),
    mark: bytes = b"",
) -> int:
    """Write the artefact in the place of what stood at `target`; returns its size in bytes.

    `epoch` is the time of every entry of a zip, in seconds since 1970 UTC; `first` names entries
    that come before the others, which are sorted. With a `mark`, a folder is replaced only where
    the page in it holds that and nothing of somebody else's lies there.

    Raises:
        WriteError: it could not be written; what stood before is untouched.
        ValueError: the bundle does not hold what `first` names, or, as a `file`, exactly one.
    """
    match shape:
        case "folder":
            if mark:
                _refuse(target, bundle, mark)
            replace_folder(target, lambda folder: _fill(folder, bundle))
            return bundle.size
        case "zip":
            return _write_zip(bundle, target, epoch, first)
        case "file":
            (only,) = bundle
            _write_file(only, target)
            return only.size


def _refuse(target: Path, bundle: Bundle, mark: bytes) -> None:
    try:
        refuse_foreign(target, ("media", "kinds", *(file.path.parts[0] for file in bundle)), mark)
    except OSError as error:
        raise WriteError.of(target, error) from error


def _write_file(file: File, target: Path) -> None:
    if isinstance(file.content, bytes):
        replace_file(target, file.content)
        return
    with replacing(target) as out, file.content.path.open("rb") as data:
        copyfileobj(data, out, PIECE)


def _fill(folder: Path, bundle: Bundle) -> None:
    for file in bundle:
        written(file, folder)


def _write_zip(bundle: Bundle, target: Path, epoch: int, first: Sequence[str]) -> int:
    from lessonkit.pack.archive import Archive

    with replacing(target) as out:
        with Archive(out, "w") as zipped:
            for file in _ordered(bundle, first):
                entry = _header(str(file.path), file.size, epoch)
                if isinstance(file.content, bytes):
                    zipped.add(entry, file.content)
                else:
                    zipped.add_file(entry, file.content.path, file.size)
        return out.seek(0, 2)


def pack_folder(folder: Path, target: Path, epoch: int, first: Sequence[str] = ()) -> int:
    """A zip of all that lies in a folder, read piece by piece; returns its size in bytes.

    Entries are those that `pack` makes of the same files; packages within are not deflated again.
    Raises: WriteError: it could not be written. ValueError: the folder does not hold `first`.
    """
    from lessonkit.pack.archive import Archive

    names = list(below(folder))
    missing = [name for name in first if name not in names]
    if missing:
        raise ValueError(f"not in the folder: {', '.join(missing)}")
    with replacing(target) as out:
        with Archive(out, "w") as zipped:
            for name in (*first, *(name for name in names if name not in first)):
                path = folder / name
                size = path.stat().st_size
                zipped.add_file(_header(name, size, epoch), path, size)
        return out.seek(0, 2)


def _ordered(bundle: Bundle, first: Sequence[str]) -> Iterator[File]:
    named = {str(file.path): file for file in bundle}
    missing = [name for name in first if name not in named]
    if missing:
        raise ValueError(f"not in the bundle: {', '.join(missing)}")
    yield from (named[name] for name in first)
    yield from (file for file in bundle if str(file.path) not in first)


def _header(name: str, size: int, epoch: int) -> "ZipInfo":
    """A plain file that all may read, made on Unix, whatever the machine is."""
    from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipInfo

    moment = gmtime(min(max(epoch, _OLDEST), _YOUNGEST))
    entry = ZipInfo(name, moment[:6])
    entry.create_system = 3
    entry.external_attr = 0o100644 << 16
    dense = PurePosixPath(name).suffix.lower() in _DENSE or name in _BARE or not size
    entry.compress_type = ZIP_STORED if dense else ZIP_DEFLATED
    return entry
