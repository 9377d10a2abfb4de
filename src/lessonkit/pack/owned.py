"""Which folders may be replaced: those that look like what was put there before."""

import stat
from collections.abc import Iterable
from fnmatch import fnmatchcase
from pathlib import Path

from lessonkit.base.atomic import WriteError

_PAGE = "index.html"
_LITTER = frozenset((".DS_Store", "Thumbs.db", "desktop.ini"))
"""What systems put into any folder that is looked at."""


def refuse_foreign(folder: Path, names: Iterable[str], mark: bytes) -> None:
    """A folder goes with all that lies in it, so nothing in it may be somebody else's.

    It is ours when its page holds `mark` and nothing lies beside that we would not put there;
    `names`, with `*` for anything, are what we put directly into it, beside the page.

    Raises: WriteError: it is not, and which file says so. OSError: it cannot be looked into.
    """
    if not folder.is_dir() or folder.is_symlink():
        return
    ours = (_PAGE, *names)
    found = sorted(one.name for one in folder.iterdir() if one.name not in _LITTER)
    foreign = next((one for one in found if not any(fnmatchcase(one, x) for x in ours)), None)
    if foreign is not None:
        raise WriteError(folder / foreign, "not-ours")
    page = folder / _PAGE
    if found and not (_is_file(page) and mark in page.read_bytes()):
        raise WriteError(page if _PAGE in found else folder / found[0], "not-ours")


def _is_file(path: Path) -> bool:
    try:
        return stat.S_ISREG(path.lstat().st_mode)
    except FileNotFoundError:
        return False
