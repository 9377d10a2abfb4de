"""Comments of an author: taken out before Markdown is read, line numbers kept."""

import re

_FENCE = re.compile(r"[\s>]*(?:[-*+]\s+|\d+[.)]\s+)*(`{3,}|~{3,})(.*)")


def blank_comments(lines: tuple[str, ...]) -> tuple[str, ...]:
    """The lines with every comment that begins a line made empty; one inside a code fence is text."""
    kept: list[str] = []
    fence = ""
    inside = False
    for line in lines:
        if inside:
            inside = "-->" not in line
            kept.append("" if inside else line.partition("-->")[2])
            continue
        fence = next_fence(line, fence)
        if not fence and line.lstrip().startswith("<!--"):
            before, _, after = line.partition("<!--")[2].partition("-->")
            inside = "-->" not in line
            kept.append(
                "" if inside else after.strip() and line[: len(line) - len(line.lstrip())] + after
            )
            continue
        kept.append(line)
    return tuple(kept)


def next_fence(line: str, fence: str) -> str:
    """The code fence that is open after this line, given the one open before it; empty: none."""
    match = _FENCE.match(line)
    if match is None:
        return fence
    marks, rest = match[1], match[2]
    if not fence:
        return "" if marks[0] == "`" and "`" in rest else marks
    closes = marks[0] == fence[0] and len(marks) >= len(fence) and not rest.strip()
    return "" if closes else fence
