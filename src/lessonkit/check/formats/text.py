"""For people: place, severity, sentence, the line of the source with a caret, and the cure."""

from collections.abc import Iterable, Iterator

from lessonkit.base.diag import Diagnostic
from lessonkit.base.messages import say
from lessonkit.check.excerpt import Excerpts, window
from lessonkit.check.tally import Tally

MOST = 100
"""Columns of an excerpt."""
_COLOURS = {"error": "31", "warning": "33", "info": "36"}


def write(
    diagnostics: Iterable[Diagnostic], excerpts: Excerpts, lang: str, *, colour: bool
) -> Iterator[str]:
    """A paragraph each, then one line that counts them."""
    tally = Tally()
    for one in diagnostics:
        tally.add(one)
        yield _paragraph(one, excerpts, lang, colour=colour)
    yield tally.sentence(lang) + "\n"


def _paragraph(one: Diagnostic, excerpts: Excerpts, lang: str, *, colour: bool) -> str:
    start = one.span.start
    level = say(f"report.{one.severity}", lang)
    painted = _painted(level, _COLOURS[one.severity] + ";1", colour=colour)
    code = _painted(one.code, "1", colour=colour)
    lines = [
        f"{one.span.file}:{start.line}:{start.column}: {painted} {code} {one.name}: {one.message}",
        *_excerpt(one, excerpts, colour=colour),
    ]
    if one.hint:
        lines.append(f"      {_painted(say('report.hint', lang), '1', colour=colour)} {one.hint}")
    return "\n".join(lines) + "\n\n"


def _excerpt(one: Diagnostic, excerpts: Excerpts, *, colour: bool) -> tuple[str, ...]:
    start, end = one.span.start, one.span.end
    line = excerpts.line(one.span.file, start.line)
    if not line.strip():
        return ()
    stop = end.column - 1 if end.line == start.line else len(line)
    shown, before, columns = window(line, start.column - 1, stop, MOST)
    caret = _painted("^" * columns, _COLOURS[one.severity], colour=colour)
    return f"{start.line:>5} | {shown}", f"      | {' ' * before}{caret}"


def _painted(text: str, style: str, *, colour: bool) -> str:
    return f"\x1b[{style}m{text}\x1b[0m" if colour else text
