"""Which line closes which block: found once for the whole text, in one pass."""

import re
from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from lessonkit.read.code import PREFIX, CodeLines, quotes

OPENER = re.compile(r"(:{3,}) ?\{\s*([^\s{}]+)\s*\}(.*)")
HOLDERS = frozenset({"teacher", "only"})
"""Blocks that may hold whole sections."""
_COLONS = re.compile(rf"({PREFIX})((:{{3,}})(.*))")
_REMARK = re.compile(r"\s*<!--.*?-->\s*$")
_SECTION = re.compile(r" {0,3}##?(?:[ \t]|$)")


@dataclass(frozen=True, slots=True)
class FenceMap:
    """Lines are counted from 0."""

    closers: Mapping[int, int]
    """Opener → the line that closes it."""
    ends: Mapping[int, int]
    """Opener that nothing closes → the line before which it is taken to end."""
    excused: frozenset[int]
    """Openers whose closer may stand in code that is never closed: that is the fault to be told."""


@dataclass(frozen=True, slots=True)
class _Open:
    line: int
    length: int
    depth: int
    name: str
    """Empty where the opener is malformed."""


@dataclass(slots=True)
class _Scan:
    total: int
    open_: list[_Open] = field(default_factory=list)
    places: dict[tuple[int, int], list[int]] = field(default_factory=dict)
    """Depth and number of colons → places in `open_`."""
    holders: list[int] = field(default_factory=list)
    """Places in `open_` of blocks that may hold sections."""
    sections: list[int] = field(default_factory=list)
    closers: dict[int, int] = field(default_factory=dict)
    ends: dict[int, int] = field(default_factory=dict)
    unclosed: list[int] = field(default_factory=list)
    """Lines of openers with a name."""
    borrowed: list[tuple[int, int]] = field(default_factory=list)
    """Malformed openers that took a closer, and it."""

    def opens(self, one: _Open) -> None:
        """A block begins."""
        self.places.setdefault((one.depth, one.length), []).append(len(self.open_))
        if one.name in HOLDERS:
            self.holders.append(len(self.open_))
        self.open_.append(one)

    def closes(self, line: int, length: int, depth: int) -> None:
        """The nearest opener with as many colons is closed, else the nearest; not those within."""
        if not self.open_ or self.open_[-1].depth != depth:
            return
        same = self.places.get((depth, length))
        at = self._holder(same[-1] if same else len(self.open_) - 1)
        self.leave(at + 1, line)
        one = self._pop()
        self.closers[one.line] = line
        if not one.name:
            self.borrowed.append((one.line, line))

    def _holder(self, at: int) -> int:
        """A section began inside: rather the block around it that may hold one is closed."""
        one = self.open_[at]
        inside = self.sections and self.sections[-1] > one.line
        if not inside or one.name in HOLDERS or not self.holders:
            return at
        holder = self.holders[-1]
        fits = self.open_[holder].depth == one.depth and self.open_[holder].length == one.length
        return holder if fits else at

    def leave(self, keep: int, line: int) -> None:
        """All but the first `keep` blocks stay unclosed; `line` is where this is seen."""
        while len(self.open_) > keep:
            one = self._pop()
            self.ends[one.line] = self._end(one, line)
            if one.name:
                self.unclosed.append(one.line)

    def _end(self, one: _Open, line: int) -> int:
        if not one.name:
            return one.line + 1
        if one.name in HOLDERS:
            return line
        after = bisect_right(self.sections, one.line)
        return min(self.sections[after] if after < len(self.sections) else line, line)

    def _pop(self) -> _Open:
        one = self.open_.pop()
        self.places[(one.depth, one.length)].pop()
        if self.holders and self.holders[-1] == len(self.open_):
            self.holders.pop()
        return one

    def leave_quotes(self, depth: int, line: int) -> None:
        """A line stands in fewer quotes than the blocks that are open: they stay unclosed."""
        keep = len(self.open_)
        while keep and self.open_[keep - 1].depth > depth:
            keep -= 1
        self.leave(keep, line)

    def finish(self) -> None:
        """What malformed openers took is given back to those around them that lack it."""
        self.leave(0, self.total)
        self.borrowed.sort()
        for line in sorted(self.unclosed, reverse=True):
            if self.borrowed and self.borrowed[-1][0] > line:
                malformed, closer = self.borrowed.pop()
                del self.closers[malformed], self.ends[line]
                self.ends[malformed] = malformed + 1
                self.closers[line] = closer


def fence_map(lines: Sequence[str]) -> FenceMap:
    """For each opener the line that closes it, or where it is taken to end."""
    scan = _Scan(len(lines))
    code = CodeLines()
    for number, line in enumerate(lines):
        if (code.fence or "```" in line or "~~~" in line) and code.takes(line, number):
            continue
        if scan.open_ and scan.open_[-1].depth:
            scan.leave_quotes(quotes(line), number)
        if line.startswith(("#", " ")) and _SECTION.match(line):
            scan.sections.append(number)
        elif ":::" in line and (match := _COLONS.match(line)):
            _colons(scan, number, match)
    scan.finish()
    excused = frozenset(line for line in scan.ends if code.fence and line < code.line)
    return FenceMap(scan.closers, scan.ends, excused)


def _colons(scan: _Scan, number: int, match: "re.Match[str]") -> None:
    depth, length = match[1].count(">"), len(match[3])
    if is_closer(match[2]):
        scan.closes(number, length, depth)
        return
    opener = OPENER.fullmatch(match[2].rstrip())
    scan.opens(_Open(number, length, depth, opener[2] if opener else ""))


def is_closer(text: str) -> bool:
    """Whether a line of colons closes a block: nothing but a remark follows them."""
    bare = text.strip(": \t")
    return not bare or (bare.startswith("<!--") and not _REMARK.sub("", text).strip(": \t"))
