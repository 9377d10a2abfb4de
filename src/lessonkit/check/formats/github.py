"""For GitHub Actions: annotations on the changed lines.

Source: GitHub's workflow commands, `::error file=…,line=…,col=…,title=…::message`.
"""

from collections.abc import Iterable, Iterator

from lessonkit.base.diag import Diagnostic
from lessonkit.check.excerpt import Excerpts

_LEVELS = {"error": "error", "warning": "warning", "info": "notice"}


def write(
    diagnostics: Iterable[Diagnostic], _excerpts: Excerpts, _lang: str, *, colour: bool
) -> Iterator[str]:
    """A line each; never coloured."""
    del colour
    for one in diagnostics:
        start, end = one.span.start, one.span.end
        fields = {"file": one.span.file, "line": start.line, "endLine": end.line}
        if start.line == end.line:
            # Columns of a place over several lines are refused.
            fields |= {"col": start.column, "endColumn": max(start.column, end.column - 1)}
        fields["title"] = f"{one.code} {one.name}"
        said = ",".join(f"{key}={_property(str(value))}" for key, value in fields.items())
        message = one.message + (f"\n{one.hint}" if one.hint else "")
        yield f"::{_LEVELS[one.severity]} {said}::{_data(message)}\n"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
