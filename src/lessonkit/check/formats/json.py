"""For programs: one JSON object, written as the diagnostics come."""

import json
from collections.abc import Iterable, Iterator
from typing import Any

from lessonkit.base.diag import Diagnostic, Edit, Span
from lessonkit.check.excerpt import Excerpts
from lessonkit.check.tally import Tally

VERSION = 1
"""Of the form; a key may be added without raising it, none is changed or dropped."""


def write(
    diagnostics: Iterable[Diagnostic], _excerpts: Excerpts, _lang: str, *, colour: bool
) -> Iterator[str]:
    """`diagnostics`, then `summary` with a count by severity; never coloured."""
    del colour
    tally = Tally()
    yield f'{{"format": {VERSION}, "diagnostics": ['
    for one in diagnostics:
        yield ("\n" if tally.total == 0 else ",\n") + _dumped(_object(one))
        tally.add(one)
    yield f'\n], "summary": {_dumped(tally.counts())}}}\n'


def _object(one: Diagnostic) -> dict[str, Any]:
    return {
        "code": one.code,
        "name": one.name,
        "severity": str(one.severity),
        "message": one.message,
        "hint": one.hint,
        **_place(one.span),
        "args": dict(one.args),
        "fix": [_edit(edit) for edit in one.fix],
    }


def _place(span: Span) -> dict[str, Any]:
    return {
        "file": span.file,
        "start": {"line": span.start.line, "column": span.start.column},
        "end": {"line": span.end.line, "column": span.end.column},
    }


def _edit(edit: Edit) -> dict[str, Any]:
    return {**_place(edit.span), "text": edit.text}


def _dumped(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)
