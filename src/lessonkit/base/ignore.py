"""Comments by which an author silences one finding, and why."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from lessonkit.base.diag import Span, line_span

_COMMENT = re.compile(r"\s*<!--\s*lessonkit:(?P<said>.*?)-->\s*")
_YAML_COMMENT = re.compile(r"\s*#\s*lessonkit:(?P<said>.*)")
_CODE = r"[^\W_]+(?:-[^\W_]+)*"
_SAID = re.compile(
    rf"\s*ignore\s+(?P<codes>{_CODE}(?:\s*,\s*{_CODE})*)"
    r"(?:\s*(?:[-‐‑‒–—―−]+|:)\s*(?P<reason>.*?))?\s*"
)
_FENCE = re.compile(r"[\s>]*(?:[-*+]\s+|\d+[.)]\s+)*(`{3,}|~{3,})")


@dataclass(frozen=True, slots=True)
class Ignore:
    """One code silenced in one place."""

    code: str
    """As written: a code or a readable name; empty where the comment says something else."""
    reason: str
    """Empty where the author gave none."""
    span: Span
    """Of the whole comment."""
    target_line: int
    """The first line it holds for: the next one that has text and is no such comment."""
    last_line: int
    """The last one: the end of that paragraph or list; in front matter, the same line."""
    meta: bool = False
    """It stands in the front matter, and holds for what is said of the front matter as a whole."""


def find_ignores(text: str, file: str, front_matter_end_line: int) -> tuple[Ignore, ...]:
    """Every such comment that stands alone on its line, outside code fences, in order.

    `front_matter_end_line` is the line, from 1, of the closing `---`; 0 without front matter.
    """
    if "lessonkit:" not in text:
        return ()
    lines = text.split("\n")
    return tuple(
        ignore
        for number, match in _comments(lines, front_matter_end_line)
        for ignore in _ignores(lines, number, match, file, front_matter_end_line)
    )


def _comments(lines: list[str], meta_end: int) -> Iterator[tuple[int, re.Match[str]]]:
    fence = ""
    for number, line in enumerate(lines, 1):
        if number <= meta_end:
            match = _YAML_COMMENT.fullmatch(line) if "lessonkit:" in line else None
        else:
            fence, opened = _fence(line, fence)
            match = None if fence or opened or "<!--" not in line else _COMMENT.fullmatch(line)
        if match is not None:
            yield number, match


def _fence(line: str, fence: str) -> tuple[str, bool]:
    """The fence that is open after this line, and whether the line itself is one."""
    found = _FENCE.match(line)
    if found is None:
        return fence, False
    mark = found.group(1)
    if not fence:
        return mark, True
    closes = mark[0] == fence[0] and len(mark) >= len(fence) and not line[found.end() :].strip()
    return ("" if closes else fence), True


def _ignores(
    lines: list[str], number: int, match: re.Match[str], file: str, meta_end: int
) -> Iterator[Ignore]:
    meta = number <= meta_end
    line = lines[number - 1]
    column = len(line) - len(line.lstrip()) + 1
    span = line_span(file, number, column, len(line.strip()))
    first, last = _target(lines, number, meta)
    said = _SAID.fullmatch(match["said"])
    if said is None:
        yield Ignore("", match["said"].strip(), span, first, last, meta)
        return
    for code in said["codes"].split(","):
        yield Ignore(code.strip(), (said["reason"] or "").strip(), span, first, last, meta)


def _target(lines: list[str], number: int, meta: bool) -> tuple[int, int]:
    first = number + 1
    while first <= len(lines) and _skipped(lines[first - 1]):
        first += 1
    last = first
    while not meta and last < len(lines) and lines[last].strip():
        last += 1
    return first, last


def _skipped(line: str) -> bool:
    return not line.strip() or (
        "lessonkit:" in line and bool(_COMMENT.fullmatch(line) or _YAML_COMMENT.fullmatch(line))
    )
