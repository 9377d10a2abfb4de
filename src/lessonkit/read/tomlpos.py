"""Where a key stands in a TOML text: tomllib gives values without their places."""

import re
from collections.abc import Sequence

_TABLE = re.compile(r"\s*\[\[?(.+?)\]\]?\s*(?:#.*)?")
_KEY = r"[\w-]+|\"[^\"]*\"|'[^']*'"
_PAIR = re.compile(rf"\s*((?:{_KEY})(?:\s*\.\s*(?:{_KEY}))*)\s*=")


def line_of(text: str, path: Sequence[str]) -> int:
    """The line, from 1, of the key of that path, or of the innermost table around it; else 1.

    `-` and `_` are the same; what stands inside a value of several lines may be taken for a key.
    """
    wanted = tuple(_plain(name) for name in path)
    table: tuple[str, ...] = ()
    most, found = 0, 1
    for number, line in enumerate(text.splitlines(), 1):
        if head := _TABLE.fullmatch(line):
            here = table = _parts(head[1])
        elif pair := _PAIR.match(line):
            here = (*table, *_parts(pair[1]))
        else:
            continue
        shared = min(len(here), len(wanted))
        if here[:shared] == wanted[:shared] and shared > most:
            most, found = shared, number
    return found


def _parts(dotted: str) -> tuple[str, ...]:
    return tuple(_plain(part) for part in re.findall(_KEY, dotted))


def _plain(name: str) -> str:
    return name.strip("\"'").replace("-", "_")
