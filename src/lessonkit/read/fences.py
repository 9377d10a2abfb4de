"""Which line closes which block: found once for the whole text, in one pass."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from lessonkit.read.comments import next_fence

COLONS = re.compile(r"[\s>]*(?:[-*+]\s+|\d+[.)]\s+)*(:{3,})(.*)")
OPENER = re.compile(r"(:{3,}) ?\{\s*([^\s{}]*)\s*\}(.*)")


@dataclass(frozen=True, slots=True)
class FenceMap:
    """Lines are counted from 0."""

    closers: Mapping[int, int]
    """Opener → the line that closes it."""
    unclosed: tuple[int, ...]
    stray: frozenset[int]
    """Closers that close nothing."""


def fence_map(lines: Sequence[str]) -> FenceMap:
    """A closer closes the nearest opener with as many colons, else the nearest; those within are unclosed."""
    closers: dict[int, int] = {}
    unclosed: list[int] = []
    stray: set[int] = set()
    open_: list[tuple[int, int]] = []
    fence = ""
    for number, line in enumerate(lines):
        before, fence = fence, next_fence(line, fence)
        if before or fence or ":::" not in line:
            continue
        match = COLONS.match(line)
        if match is None:
            continue
        length, rest = len(match[1]), match[2].strip()
        if rest:
            if rest.startswith("{"):
                open_.append((number, length))
            continue
        if not open_:
            stray.add(number)
            continue
        at = next(
            (i for i in range(len(open_) - 1, -1, -1) if open_[i][1] == length), len(open_) - 1
        )
        unclosed += [one for one, _ in open_[at + 1 :]]
        closers[open_[at][0]] = number
        del open_[at:]
    unclosed += [one for one, _ in open_]
    return FenceMap(closers, tuple(sorted(unclosed)), frozenset(stray))
