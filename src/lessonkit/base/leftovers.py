"""What a killed process leaves beside a file or folder, and how the next one clears it.

Beside `name`: `.name.lk-new-<process>` is half-written, `.name.lk-old-<process>` on its way out.
"""

import os
import re
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Literal

_LEFT = re.compile(r"\.(?P<name>.+)\.lk-(?P<kind>new|old)-(?P<process>[0-9]+)", re.DOTALL)
_YOUNG = 10
"""Seconds in which its process is believed to be at work, even where it holds no lock yet."""


def beside(target: Path, kind: Literal["new", "old"]) -> Path:
    """The name under which this process keeps that neighbour of the target."""
    return target.with_name(f".{target.name}.lk-{kind}-{os.getpid()}")


def recover(parent: Path) -> None:
    """Clear one folder: put back an old artefact whose place is empty, take away all else.

    What another process is working on stays. A folder that is not there, or that may not be
    changed, is left alone.
    """
    with suppress(OSError):
        # Names alone: a folder of thousands of modules is looked through for few left-overs.
        for name in sorted(name for name in os.listdir(parent) if ".lk-" in name):  # noqa: PTH208
            left, path = _LEFT.fullmatch(name), parent / name
            if left is None or _in_use(path, int(left["process"])):
                continue
            target = parent / left["name"]
            if left["kind"] == "old" and not os.path.lexists(target):
                path.rename(target)
            else:
                remove(path)


def remove(path: Path) -> None:
    """Take away a left-over, file or folder; what resists stays for the next run."""
    with suppress(OSError):
        if path.is_dir() and not path.is_symlink():
            from shutil import rmtree

            rmtree(path, ignore_errors=True)
        else:
            path.unlink(missing_ok=True)


@contextmanager
def held(path: Path) -> Iterator[None]:
    """Say to `recover` in other processes that this is being worked on.

    The system forgets it together with this process, which is why a killed one is known as such.
    """
    handle = _lock(path)
    try:
        yield
    finally:
        if handle is not None:
            os.close(handle)


def _lock(path: Path) -> int | None:
    """A handle that holds the file or folder; None: another process does, or nobody can say."""
    try:
        import fcntl

        handle = os.open(path, os.O_RDONLY)
    except (ImportError, OSError):
        return None
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        os.close(handle)
        return None
    return handle


def _in_use(path: Path, process: int) -> bool:
    """Whether its process may still be at work; numbers alone would lie, they are used again."""
    if time.time() - path.lstat().st_mtime < _YOUNG and _lives(process):
        return True
    handle = _lock(path)
    if handle is None:
        return os.name != "nt"
    os.close(handle)
    return False


def _lives(process: int) -> bool:
    """Whether another process has that number; Windows is not asked, for asking ends it there."""
    if process == os.getpid():
        return False
    if os.name == "nt":
        return True
    try:
        os.kill(process, 0)
    except (ProcessLookupError, OverflowError):
        return False
    except PermissionError:
        return True
    return True
