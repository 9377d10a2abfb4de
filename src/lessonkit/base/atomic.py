"""Files and folders that are there whole or not at all: written beside, then moved into place."""

import errno
import os
import stat
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO, Literal

from lessonkit.base.alike import alike, keep_times
from lessonkit.base.errors import OutputError
from lessonkit.base.leftovers import beside, held, recover, remove

Reason = Literal[
    "disk-full",
    "no-permission",
    "read-only",
    "name-too-long",
    "is-link",
    "is-folder",
    "is-file",
    "not-ours",
    "other",
]
_WORDS: dict[Reason, str] = {
    "disk-full": "the disk is full",
    "no-permission": "no permission to write there",
    "read-only": "the disk can only be read",
    "name-too-long": "the name is too long for this disk",
    "is-link": "a symbolic link stands there, and what it points to is not ours to replace",
    "is-folder": "a folder stands where a file is to be written",
    "is-file": "a file stands where a folder is to be written",
    "not-ours": "it is not of our making, and its folder would be replaced with all that is in it",
    "other": "it could not be written",
}
_REASONS: dict[int, Reason] = {
    errno.ENOSPC: "disk-full",
    errno.EDQUOT: "disk-full",
    errno.EFBIG: "disk-full",
    errno.EACCES: "no-permission",
    errno.EPERM: "no-permission",
    errno.EROFS: "read-only",
    errno.ENAMETOOLONG: "name-too-long",
    errno.ELOOP: "is-link",
    errno.EISDIR: "is-folder",
    errno.ENOTDIR: "is-file",
}
_BINARY: int = getattr(os, "O_BINARY", 0)


class WriteError(OutputError):
    """Something could not be written; `reason` and `path` let the caller say it in any language."""

    def __init__(self, path: Path, reason: Reason, detail: str = "") -> None:
        super().__init__(f"{path}: {_WORDS[reason]}{f' ({detail})' if detail else ''}")
        self.path = path
        self.reason = reason

    @classmethod
    def of(cls, path: Path, error: OSError) -> "WriteError":
        """From what the system said."""
        reason = _REASONS.get(error.errno or 0, "other")
        return cls(path, reason, (error.strerror or str(error)) if reason == "other" else "")


@contextmanager
def replacing(target: Path, mode: int | None = 0o644) -> Iterator[BinaryIO]:
    """A file to write to, which takes the target's place when the block ends well.

    Where the target holds the same already, it stays as it is, its time too.
    `mode` None keeps the permissions of what stands there. Missing folders are made.

    Raises:
        WriteError: no room, no permission, or the target is a link or a folder; what stood before
            is untouched.
    """
    try:
        make_folders(target.parent)
        recover(target.parent)
        found = _standing(target, stat.S_ISREG, "is-folder")
        new = beside(target, "new")
        try:
            with _create(new) as file, held(new):
                yield file
                file.flush()
                new.chmod((0o644 if found is None else found) if mode is None else mode)
                same = found is not None and alike(new, target)
                if not same:
                    os.fsync(file.fileno())
            if same:
                remove(new)
            else:
                new.replace(target)
        except BaseException:
            remove(new)
            raise
    except OSError as error:
        raise WriteError.of(target, error) from error


def replace_file(target: Path, data: bytes, mode: int | None = 0o644) -> None:
    """The file with that content, at once. Raises: WriteError: as `replacing`."""
    with replacing(target, mode) as file:
        file.write(data)


def replace_folder(target: Path, fill: Callable[[Path], None]) -> None:
    """The folder with what `fill` writes into an empty one, at once; nothing of the old one stays.

    Where the target holds the same already, it stays as it is; so do the times of single files.
    Whole after a kill or a full disk; the many files are not forced out against a power cut, as the
    one of `replacing` is, because on a slow disk that takes longer than building them again.

    Raises: WriteError: as `replacing`, `fill` included; what stood before is untouched.
    """
    try:
        make_folders(target.parent)
        recover(target.parent)
        _standing(target, stat.S_ISDIR, "is-file")
        new = beside(target, "new")
        try:
            new.mkdir()
            with held(new):
                new.chmod(0o755)
                fill(new)
                if alike(new, target):
                    remove(new)
                else:
                    keep_times(new, target)
                    _swap(new, target)
        except BaseException:
            remove(new)
            raise
    except OSError as error:
        raise WriteError.of(target, error) from error


def make_folders(folder: Path) -> None:
    """The folder and those above it, readable by all whatever the umask. Raises: OSError."""
    if folder.is_dir():
        return
    make_folders(folder.parent)
    with suppress(FileExistsError):
        folder.mkdir()
        folder.chmod(0o755)
    if not folder.is_dir():
        raise NotADirectoryError(errno.ENOTDIR, os.strerror(errno.ENOTDIR), str(folder))


def _swap(new: Path, target: Path) -> None:
    """The new folder in the target's place; in one step where the system can, in two where not."""
    if not os.path.lexists(target):
        new.rename(target)
    elif exchange(new, target):
        remove(new)
    else:
        old = beside(target, "old")
        with held(target):
            target.rename(old)
            try:
                new.rename(target)
            except BaseException:
                old.rename(target)
                raise
        remove(old)


def exchange(one: Path, other: Path) -> bool:
    """Each in the other's place in one step; False where the system or the disk cannot.

    Linux has `renameat2`, macOS `renamex_np`, both since before 2019; Windows has neither.
    """
    try:
        import ctypes

        system = ctypes.CDLL(None)
        names = os.fsencode(one), os.fsencode(other)
        if sys.platform == "darwin":
            return bool(system.renamex_np(*names, 2) == 0)
        here = -100
        return bool(system.renameat2(here, names[0], here, names[1], 2) == 0)
    except (ImportError, OSError, AttributeError, TypeError):
        return False


def _create(path: Path) -> BinaryIO:
    """A new file: never one that is there, never through a link."""
    return os.fdopen(os.open(path, os.O_RDWR | os.O_CREAT | os.O_EXCL | _BINARY, 0o600), "w+b")


def _standing(target: Path, kind: Callable[[int], bool], otherwise: Reason) -> int | None:
    """The permissions of what stands there, None for nothing.

    Raises: WriteError: it is a link, or not of the kind that may be replaced.
    """
    try:
        found = target.lstat().st_mode
    except FileNotFoundError:
        return None
    if stat.S_ISLNK(found):
        raise WriteError(target, "is-link")
    if not kind(found):
        raise WriteError(target, otherwise)
    return stat.S_IMODE(found)
