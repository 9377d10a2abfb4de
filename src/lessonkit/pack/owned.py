"""Which folders may be replaced: those that look like what was put there before."""

import stat
from pathlib import Path

from lessonkit.base.atomic import WriteError
from lessonkit.base.files import Bundle

_PAGE = "index.html"
_MEDIA = "media"
_LITTER = frozenset((".DS_Store", "Thumbs.db", "desktop.ini"))
"""What systems put into any folder that is looked at."""


def refuse_foreign(folder: Path, bundle: Bundle, mark: bytes) -> None:
    """A folder goes with all that lies in it, so nothing in it may be somebody else's.

    It is ours when its page holds `mark` and nothing lies beside that we would not put there.

    Raises: WriteError: it is not, and which file says so. OSError: it cannot be looked into.
    """
    if not folder.is_dir() or folder.is_symlink():
        return
    ours = {_PAGE, _MEDIA, *(file.path.parts[0] for file in bundle)}
    names = sorted(one.name for one in folder.iterdir() if one.name not in _LITTER)
    foreign = next((name for name in names if name not in ours), None)
    if foreign is not None:
        raise WriteError(folder / foreign, "not-ours")
    page = folder / _PAGE
    if names and not (_is_file(page) and mark in page.read_bytes()):
        raise WriteError(page if _PAGE in names else folder / names[0], "not-ours")


def _is_file(path: Path) -> bool:
    try:
        return stat.S_ISREG(path.lstat().st_mode)
    except FileNotFoundError:
        return False
