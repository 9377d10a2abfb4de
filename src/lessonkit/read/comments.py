"""Comments of an author: taken out before Markdown is read, line numbers kept."""

from lessonkit.read.code import CodeLines


def blank_comments(lines: tuple[str, ...]) -> tuple[tuple[str, ...], int]:
    """The lines with every comment that begins a line made empty; one inside code is text.

    And the line, from 1, of a comment that is never closed, or 0.
    """
    if not any("<!--" in line for line in lines):
        return lines, 0
    kept: list[str] = []
    code = CodeLines()
    opened = 0
    for number, line in enumerate(lines, 1):
        rest = line
        if opened:
            _, closed, rest = line.partition("-->")
            opened = 0 if closed else opened
        elif code.takes(line):
            kept.append(line)
            continue
        rest, begun = _bare(rest)
        opened = number if begun else opened
        kept.append(rest)
    return tuple(kept), opened


def _bare(line: str) -> tuple[str, bool]:
    """The line without the comments at its beginning; whether the last of them goes on."""
    text = line.lstrip()
    indent = line[: len(line) - len(text)]
    found = False
    while text.startswith("<!--"):
        found = True
        _, closed, text = text[4:].partition("-->")
        text = text.lstrip()
        if not closed:
            return "", True
    return (indent + text if text else "") if found else line, False
