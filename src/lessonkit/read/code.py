"""Which lines are code between fences: found line by line, before Markdown is read."""

import re
from dataclasses import dataclass

PREFIX = r"[ \t>]*(?:(?:[-*+:]|\d{1,9}[.)])[ \t][ \t>]*)*"
"""What may stand before a fence on its line: quote signs and markers of list items."""
_FENCE = re.compile(rf"({PREFIX})(`{{3,}}|~{{3,}})(.*)")
_QUOTES = re.compile(r"[ \t>]*")


def quotes(line: str) -> int:
    """How many quotes a line stands in."""
    match = _QUOTES.match(line)
    return match[0].count(">") if match else 0


@dataclass(slots=True)
class CodeLines:
    """Told every line in order, it knows what is code."""

    fence: str = ""
    """The fence that is open; empty: none."""
    line: int = 0
    """Where it was opened, in the caller's count."""
    _depth: int = 0
    _indent: int = 0

    def takes(self, line: str, number: int = 0) -> bool:
        """Whether the next line is code, its fences included."""
        if self.fence and self._left(line):
            self.fence = ""
        if "```" not in line and "~~~" not in line:
            return bool(self.fence)
        match = _FENCE.match(line)
        if match is None:
            return bool(self.fence)
        if self.fence:
            if self._closes(match):
                self.fence = ""
            return True
        if match[2][0] == "`" and "`" in match[3]:
            return False
        self.fence, self.line = match[2], number
        self._depth = match[1].count(">")
        self._indent = len(match[1]) if match[1].strip(" \t>") else 0
        return True

    def _closes(self, match: "re.Match[str]") -> bool:
        marks, rest = match[2], match[3]
        return (
            marks[0] == self.fence[0]
            and len(marks) >= len(self.fence)
            and not rest.strip()
            and not match[1].strip(" \t>")
        )

    def _left(self, line: str) -> bool:
        """Whether the quote or list item that holds the code has ended."""
        if self._depth and quotes(line) < self._depth:
            return True
        indent = len(line) - len(line.lstrip(" \t>"))
        return bool(line.strip()) and indent < self._indent
