"""For code scanners: SARIF 2.1.0 (OASIS), one run, written as the diagnostics come."""

import json
from collections.abc import Iterable, Iterator
from typing import Any
from urllib.parse import quote

from lessonkit.base.diag import Diagnostic, Edit, Span
from lessonkit.check.excerpt import Excerpts

_SCHEMA = (
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
)
_LEVELS = {"error": "error", "warning": "warning", "info": "note"}


def write(
    diagnostics: Iterable[Diagnostic], _excerpts: Excerpts, lang: str, *, colour: bool
) -> Iterator[str]:
    """Results first; the rules follow, for only then is it known which; never coloured."""
    del colour
    named: dict[str, str] = {}
    yield f'{{"$schema": {_dumped(_SCHEMA)}, "version": "2.1.0", "runs": [{{'
    yield '"columnKind": "unicodeCodePoints", "results": ['
    for one in diagnostics:
        yield ("\n" if not named else ",\n") + _dumped(_result(one))
        named[one.code] = one.name
    yield f'\n], "tool": {{"driver": {_dumped(_driver(named, lang))}}}}}]}}\n'


def _result(one: Diagnostic) -> dict[str, Any]:
    found: dict[str, Any] = {
        "ruleId": one.code,
        "level": _LEVELS[one.severity],
        "message": {"text": one.message + (f" ({one.hint})" if one.hint else "")},
        "locations": [
            {
                "physicalLocation": {
                    "artifactLocation": _artifact(one.span.file),
                    "region": _region(one.span),
                }
            }
        ],
    }
    if one.fix:
        found["fixes"] = [_fix(one.fix)]
    return found


def _fix(edits: tuple[Edit, ...]) -> dict[str, Any]:
    return {
        "artifactChanges": [
            {
                "artifactLocation": _artifact(edits[0].span.file),
                "replacements": [
                    {"deletedRegion": _region(edit.span), "insertedContent": {"text": edit.text}}
                    for edit in edits
                ],
            }
        ]
    }


def _artifact(file: str) -> dict[str, str]:
    return {"uri": quote(file), "uriBaseId": "%SRCROOT%"}


def _region(span: Span) -> dict[str, int]:
    return {
        "startLine": span.start.line,
        "startColumn": span.start.column,
        "endLine": span.end.line,
        "endColumn": span.end.column,
    }


def _driver(named: dict[str, str], lang: str) -> dict[str, Any]:
    from importlib.metadata import version

    from lessonkit.check.explain import summary

    rules = [
        {"id": code, "name": name, "shortDescription": {"text": summary(code, lang)}}
        for code, name in sorted(named.items())
    ]
    return {"name": "lessonkit", "version": version("lessonkit"), "rules": rules}


def _dumped(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)
