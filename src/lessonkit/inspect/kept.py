"""What a pretend platform keeps of a learner: in memory, and in a file where one was named."""

import json
import re
from pathlib import Path
from threading import Lock
from typing import Any

from lessonkit.base.atomic import replace_file
from lessonkit.inspect.fault import NoPackage

FORMAT = 1
_BASE64 = re.compile(r"[A-Za-z0-9+/]*={0,2}")
_COLUMNS = 8
"""Of a document: the five parts of its key, its type, its bytes in base 64, its time."""
MOST = 4_000_000
"""Bytes of the file, and of one message."""


class Kept:
    """Stores by the id of their part; safe to use from several threads."""

    def __init__(self, file: Path | None = None) -> None:
        """Raises: NoPackage: the file is there and not one of ours, or its folder is not there."""
        if file is not None and not file.parent.is_dir():
            raise NoPackage("keep-nowhere", path=str(file))
        self._file = file
        self._lock = Lock()
        self._stores: dict[str, Any] = _load(file) if file is not None and file.exists() else {}

    @property
    def stores(self) -> dict[str, Any]:
        """All of them, now."""
        with self._lock:
            return dict(self._stores)

    def put(self, sco: str, store: dict[str, Any] | None) -> None:
        """Keep or forget one. Raises: WriteError: the file cannot be written."""
        with self._lock:
            self._stores.pop(sco, None)
            if store is not None:
                self._stores[sco] = store
            if self._file is not None:
                replace_file(self._file, _dump(self._stores))


def _dump(stores: dict[str, Any]) -> bytes:
    whole = {"lessonkit-play": FORMAT, "stores": stores}
    return (json.dumps(whole, ensure_ascii=False, indent=1, sort_keys=True) + "\n").encode()


def _load(file: Path) -> dict[str, Any]:
    try:
        text = file.read_text("utf-8") if file.stat().st_size <= MOST else ""
        whole = json.loads(text)
        if whole["lessonkit-play"] == FORMAT and all(map(_is_kept, whole["stores"].values())):
            stores: dict[str, Any] = whole["stores"]
            return stores
    except (OSError, ValueError, LookupError, TypeError, AttributeError, RecursionError):
        pass
    raise NoPackage("bad-keep", path=str(file))


def _is_kept(store: object) -> bool:
    return is_store(store) or is_record(store)


def is_record(store: object) -> bool:
    """Whether a value has the shape of an enrolment on a platform of xAPI."""
    match store:
        case {"registration": str(), "statements": list() as said, "documents": list() as held}:
            texts = (isinstance(one, list) and len(one) == _COLUMNS for one in held)
            objects = (isinstance(one, dict) and isinstance(one.get("object"), dict)
                       for one in said)  # fmt: skip
            return all(objects) and all(texts) and all(map(_is_row, held))
    return False


def _is_row(row: list[object]) -> bool:
    *texts, data, time = row
    whole = isinstance(data, str) and len(data) % 4 == 0 and _BASE64.fullmatch(data)
    return (
        all(isinstance(one, str) for one in (*texts, data))
        and bool(whole)
        and (isinstance(time, int | float))
    )


def is_store(store: object) -> bool:
    """Whether a value has the shape of what one part of SCORM keeps."""
    match store:
        case {"values": dict() as values, "exit": str(), "total": int(), "launches": int()}:
            return all(isinstance(one, str) for pair in values.items() for one in pair)
    return False
