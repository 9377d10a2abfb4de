"""What is dear to make, kept from build to build: a file for each work, found by a hash of it.

A key is made of the step, its version and tools, and the content of all that goes in; so nothing
is ever out of date, and what went in may move or change its name.
"""

import json
from collections.abc import Callable
from hashlib import file_digest, sha256
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from lessonkit.base.atomic import WriteError, make_folders
from lessonkit.base.files import Stored

FOLDER = ".store"
_LAYOUT = 1
"""Of the files in the store; another one is another store."""


class Store:
    """A folder of files that are never changed, only added and removed."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder / str(_LAYOUT)

    def get(self, key: str) -> Stored | None:
        """What was made under that key; None: nothing, or what there is was damaged."""
        path = self._path(key)
        try:
            said = path.with_suffix(".sum").read_text("ascii")
            with path.open("rb") as file:
                found = file_digest(file, "sha256").hexdigest()
            return Stored(path, path.stat().st_size, found) if found == said else None
        except (OSError, UnicodeDecodeError):
            return None

    def put(self, key: str, make: Callable[[Path], Any]) -> Any:
        """Keep what `make` writes to the path that it is given.

        What it returns is handed on; anything but None means that nothing was made.
        Raises: WriteError: there is no room or no permission. What `make` raises.
        """
        path = self._path(key)
        try:
            make_folders(path.parent)
            with TemporaryDirectory(dir=path.parent, prefix="new-") as folder:
                new = Path(folder) / "made"
                said = make(new)
                if said is None:
                    _keep(new, path)
                return said
        except OSError as error:
            raise WriteError.of(path, error) from error

    def _path(self, key: str) -> Path:
        return self.folder / key[:2] / key[2:]


def _keep(new: Path, path: Path) -> None:
    """The sum goes last: without it a file counts as not there."""
    with new.open("rb") as file:
        found = file_digest(file, "sha256").hexdigest()
    said = new.with_suffix(".sum")
    said.write_text(found, "ascii")
    path.with_suffix(".sum").unlink(missing_ok=True)
    new.replace(path)
    said.replace(path.with_suffix(".sum"))


def key(*parts: Any) -> str:
    """The hash of anything that JSON can say."""
    text = json.dumps(parts, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
