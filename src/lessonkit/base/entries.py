"""A TOML file of tables, read one table at a time: most runs need three of two hundred."""

import re
import tomllib
from functools import cached_property
from pathlib import Path
from typing import Any

_HEADER = re.compile(r"^\[([A-Za-z0-9_.-]+)\]$", re.MULTILINE)


class Entries:
    """Tables of the first level, `[name]` alone on a line; no value may hold such a line."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._known: dict[str, dict[str, Any] | None] = {}

    @cached_property
    def text(self) -> str:
        """The whole file."""
        return self.path.read_text(encoding="utf-8")

    def names(self) -> tuple[str, ...]:
        """Of all tables, in the order of the file."""
        return tuple(_HEADER.findall(self.text))

    def get(self, name: str) -> dict[str, Any] | None:
        """The table of that name, or None."""
        if name not in self._known:
            self._known[name] = self._read(name)
        return self._known[name]

    def _read(self, name: str) -> dict[str, Any] | None:
        header = f"\n[{name}]\n"
        start = f"\n{self.text}".find(header)
        if start < 0:
            return None
        body = start + len(header) - 1
        end = _HEADER.search(self.text, body)
        return tomllib.loads(self.text[body : end.start() if end else None])
