"""Mending what has one safe cure, without making anything worse."""

import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

from lessonkit.base.atomic import replace_file
from lessonkit.base.diag import Diagnostic, Edit, Pos, Severity
from lessonkit.check.rules import NAMES, RULES
from lessonkit.read.source import MAX_BYTES, read_bytes

Look = Callable[[str], tuple[Diagnostic, ...]]
"""Reads and checks a text as if it stood in the file."""
_LINE_END = re.compile(r"\r\n|\r|\n")
_BOM = b"\xef\xbb\xbf"
_PASSES = 4
"""A cure may make place for another; more rounds than this help nobody."""


@dataclass(frozen=True, slots=True)
class Fixed:
    """A text after its cures."""

    text: str
    done: tuple[Diagnostic, ...]
    """What was mended, in the order of mending."""
    rounds: tuple[tuple[Edit, ...], ...] = ()
    """The edits of each round, in places of the text before it; lines alone, for NFC moves none."""


def fix_text(text: str, file: str, look: Look) -> Fixed:
    """The text with every safe cure; one that would bring a new error is not applied.

    `text` has lines ended by `\\n` and no byte order mark; places are those of its NFC form, which
    is what the reader sees and what comes back.
    """
    found = look(text)
    text, found, done = _composed(text, found, look)
    rounds: list[tuple[Edit, ...]] = []
    for _ in range(_PASSES):
        chosen = _chosen(found, file)
        if not chosen:
            break
        text, found, applied = _applied(text, found, chosen, look)
        if not applied:
            break
        done += applied
        rounds.append(tuple(edit for one in applied for edit in one.fix))
    return Fixed(text, tuple(done), tuple(rounds))


def _composed(
    text: str, found: tuple[Diagnostic, ...], look: Look
) -> tuple[str, tuple[Diagnostic, ...], list[Diagnostic]]:
    """The text in NFC; what that alone cures is done."""
    composed = unicodedata.normalize("NFC", text)
    if composed == text:
        return text, found, []
    left = look(composed)
    codes = {one.code for one in left}
    return composed, left, [one for one in found if one.fix and one.code not in codes]


def fix_file(path: Path, file: str, look: Look) -> tuple[Diagnostic, ...]:
    """The same in a file; each line keeps its own end, and a byte order mark stays.

    Returns what was mended.

    Raises:
        OSError: the file cannot be read.
        OutputError: it cannot be written; what stood there is untouched.
    """
    data = read_bytes(path)
    if len(data) > MAX_BYTES:
        return ()
    try:
        raw = data.removeprefix(_BOM).decode("utf-8")
    except UnicodeDecodeError:
        return ()
    fixed = fix_text(raw.replace("\r\n", "\n").replace("\r", "\n"), file, look)
    if fixed.done:
        ends = _LINE_END.findall(raw)
        for edits in fixed.rounds:
            ends = _ends_after(ends, edits)
        lines = fixed.text.split("\n")
        ended = "".join(line + end for line, end in zip(lines, [*ends, ""], strict=True))
        mark = _BOM if data.startswith(_BOM) else b""
        replace_file(path, mark + ended.encode("utf-8"), mode=None)
    return fixed.done


def edited(text: str, edits: Iterable[Edit]) -> str:
    """The text after edits that do not overlap; places are those of the text before."""
    starts = _line_starts(text)
    for edit in sorted(edits, key=lambda one: (one.span.start, one.span.end), reverse=True):
        start, end = (_offset(text, starts, pos) for pos in (edit.span.start, edit.span.end))
        text = text[:start] + edit.text + text[end:]
    return text


def _chosen(found: tuple[Diagnostic, ...], file: str) -> list[Diagnostic]:
    """Those with a cure in this file, of two that touch each other the first only."""
    chosen: list[Diagnostic] = []
    taken: list[Edit] = []
    for one in found:
        free = all(
            edit.span.file == file and not any(_touch(edit, other) for other in taken)
            for edit in one.fix
        )
        if one.fix and free:
            chosen.append(one)
            taken += one.fix
    return chosen


def _touch(one: Edit, other: Edit) -> bool:
    first, second = one.span, other.span
    if first.start == second.start:
        return True
    return first.start < second.end and second.start < first.end


def _applied(
    text: str, found: tuple[Diagnostic, ...], chosen: list[Diagnostic], look: Look
) -> tuple[str, tuple[Diagnostic, ...], list[Diagnostic]]:
    """All at once where nothing gets worse, else one; text, what is left, what was done."""
    together = edited(text, (edit for one in chosen for edit in one.fix))
    after = look(together)
    if together != text and not _worse(found, after):
        return together, after, chosen
    for one in chosen:
        alone = edited(text, one.fix)
        after = look(alone)
        if alone != text and not _worse(found, after):
            return alone, after, [one]
    return text, found, []


def _worse(before: tuple[Diagnostic, ...], after: tuple[Diagnostic, ...]) -> bool:
    """Some error is there more often than it was, and not only since it can be seen now."""
    old = Counter(one.code for one in before if one.severity is Severity.ERROR)
    new = Counter(one.code for one in after if one.severity is Severity.ERROR)
    broken = any(code not in NAMES for code in old)
    return any(count > old[code] and not (broken and _waits(code)) for code, count in new.items())


def _waits(code: str) -> bool:
    """Whether that rule is silent where reading lost a part of the lesson."""
    rule = RULES.get(NAMES[code]) if code in NAMES else None
    return rule is not None and (rule.whole or bool(rule.keys))


def _line_starts(text: str) -> list[int]:
    starts = [0]
    for line in text.split("\n"):
        starts.append(starts[-1] + len(line) + 1)
    return starts


def _offset(text: str, starts: list[int], pos: Pos) -> int:
    """A place beyond the end of its line, or of the text, is that end."""
    line = min(pos.line, len(starts) - 1) - 1
    end = min(starts[line + 1] - 1, len(text))
    if pos.line > len(starts) - 1:
        return len(text)
    return min(starts[line] + pos.column - 1, end)


def _ends_after(ends: list[str], edits: Iterable[Edit]) -> list[str]:
    """The ends of lines after edits that do not overlap; a new line ends as the one it follows."""
    left = list(ends)
    for edit in sorted(edits, key=lambda one: (one.span.start, one.span.end), reverse=True):
        last = len(left) + 1
        first, end = (min(pos.line, last) - 1 for pos in (edit.span.start, edit.span.end))
        near = (left[first : first + 1] or left[first - 1 : first] or ["\n"])[0]
        old, count = left[first:end], edit.text.count("\n")
        left[first:end] = (old + [near] * count)[:count]
    return left
