"""What is dear to make, kept from build to build: a file for each work, found by a hash of it.

A key is made of the step, its version and tools, and the content of all that goes in; so nothing
is ever out of date, and what went in may move or change its name.
"""

import json
import os
from collections.abc import Callable
from contextlib import suppress
from hashlib import file_digest, sha256
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from lessonkit.base.atomic import WriteError, make_folders
from lessonkit.base.files import Stored

FOLDER = ".store"
SUM = ".sum"
NEW = "new-"
"""What the folder of something that is just being made begins with."""
_LAYOUT = 1
"""Of the files in the store; another one is another store."""


class Store:
    """A folder of files that are never changed, only added and removed.

    Several processes may use it at once: what two of them make under one key is the same.
    """

    def __init__(self, folder: Path, spare: Path | None = None) -> None:
        """`spare` is used where nothing can be written to the folder."""
        named = (folder, spare or folder)
        self._places = tuple(dict.fromkeys(place / str(_LAYOUT) for place in named))
        self._open: Path | None = None

    def get(self, key: str) -> Stored | None:
        """What was made under that key; None: nothing, or what there is was damaged."""
        found = (_kept(place, key) for place in self._places)
        return next((one for one in found if one is not None), None)

    def put(self, key: str, make: Callable[[Path], Any]) -> Any:
        """Keep what `make` writes to the path that it is given, and tell where: a `Stored`.

        What it returns is handed on instead where that is not None: nothing was made then.
        Raises: WriteError: there is no room, or no permission anywhere. What `make` raises.
        """
        place = self._open = self._open or self._opened()
        path = _path(place, key)
        try:
            make_folders(path.parent)
            with TemporaryDirectory(dir=path.parent, prefix=NEW, ignore_cleanup_errors=True) as new:
                made = Path(new, "made")
                said = make(made)
                return _keep(made, path) if said is None else said
        except OSError as error:
            why = WriteError.of(path, error)
            if why.reason == "other":
                raise
            raise why from error

    def _opened(self) -> Path:
        """The first place that takes files. Raises: WriteError: none does."""
        failed: WriteError | None = None
        for place in self._places:
            try:
                make_folders(place)
                with TemporaryDirectory(dir=place, prefix=NEW):
                    return place
            except OSError as error:
                failed = failed or WriteError.of(place, error)
        raise failed or WriteError(self._places[0], "other")


def key(*parts: Any) -> str:
    """The hash of anything that JSON can say."""
    text = json.dumps(parts, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def _path(place: Path, key: str) -> Path:
    return place / key[:2] / key[2:]


def _kept(place: Path, key: str) -> Stored | None:
    path = _path(place, key)
    proof = path.with_suffix(SUM)
    try:
        said = proof.read_text("ascii")
        with path.open("rb") as file:
            found = file_digest(file, "sha256").hexdigest()
            size = os.fstat(file.fileno()).st_size
    except (OSError, UnicodeDecodeError):
        return None
    if found != said:
        return None
    with suppress(OSError):
        # By this the upkeep knows what is still in use.
        os.utime(proof)
    return Stored(path, size, found)


def _keep(new: Path, path: Path) -> Stored:
    """The sum goes last: a file with another one, or without, counts as not there.

    What stands there already is never taken away first: another process may be reading it.
    """
    with new.open("rb") as file:
        found = file_digest(file, "sha256").hexdigest()
        size = os.fstat(file.fileno()).st_size
    said = new.with_suffix(SUM)
    said.write_text(found, "ascii")
    new.replace(path)
    said.replace(path.with_suffix(SUM))
    return Stored(path, size, found)
