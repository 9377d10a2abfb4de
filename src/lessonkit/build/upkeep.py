"""The store kept small: what no build has used for longest goes first, nothing that is in use."""

import os
import time
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from lessonkit.base.leftovers import remove
from lessonkit.build.store import NEW, SUM

IN_USE = 3600
"""Seconds since its last use in which an entry may belong to a build that is still at work."""
ABANDONED = 86_400
"""Seconds after which what is half-made will never be finished."""
_MEGABYTE = 1_000_000


@dataclass(frozen=True, slots=True)
class Entry:
    """A file of a store with its sum, or what is left of the two."""

    path: Path
    size: int
    """Bytes of both."""
    used: float
    """When last, in seconds since 1970."""


def tidy(folder: Path, megabytes: int, since: float | None = None) -> int:
    """Remove entries until the store holds that much, and what killed processes left.

    Stores of other versions are among them. Nothing that was used after `since`, or within the
    last hour, is touched: another build may be using it.
    Returns the bytes that were freed; a folder that is not there, or resists, is left alone.
    """
    now = time.time()
    kept_from = min(now if since is None else since, now - IN_USE)
    freed = sum(_swept(folder, now - ABANDONED))
    entries = sorted(_entries(folder), key=lambda one: (one.used, one.path))
    over = sum(one.size for one in entries) - megabytes * _MEGABYTE
    for one in entries:
        if over <= 0 or one.used >= kept_from:
            break
        remove(one.path.with_suffix(SUM))
        remove(one.path)
        over -= one.size
        freed += one.size
    return freed


def _swept(folder: Path, before: float) -> Iterator[int]:
    """Half-made files; the bytes of each."""
    for shelf in _shelves(folder):
        for one in _listed(shelf):
            if one.name.startswith(NEW) and one.stat(follow_symlinks=False).st_mtime < before:
                path = Path(one.path)
                size = sum(file.stat(follow_symlinks=False).st_size for file in _listed(path))
                remove(path)
                yield size


def _entries(folder: Path) -> Iterator[Entry]:
    for shelf in _shelves(folder):
        found: dict[str, list[os.stat_result]] = {}
        for one in _listed(shelf):
            if one.is_file(follow_symlinks=False):
                name = one.name.removesuffix(SUM)
                found.setdefault(name, []).append(one.stat(follow_symlinks=False))
        for name, stats in found.items():
            used = max(one.st_mtime for one in stats)
            yield Entry(shelf / name, sum(one.st_size for one in stats), used)


def _shelves(folder: Path) -> Iterator[Path]:
    """The folders that hold entries, of every layout; and those of the layouts themselves."""
    for layout in _listed(folder):
        if layout.is_dir(follow_symlinks=False):
            yield Path(layout.path)
            for shelf in _listed(Path(layout.path)):
                if shelf.is_dir(follow_symlinks=False) and not shelf.name.startswith(NEW):
                    yield Path(shelf.path)


def _listed(folder: Path) -> list[os.DirEntry[str]]:
    with suppress(OSError), os.scandir(folder) as found:
        return sorted(found, key=lambda one: one.name)
    return []
