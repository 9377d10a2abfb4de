"""A passage in English stands in the text without a mark of its language.

Vì sao:
    Máy đọc tiếng Việt đọc câu tiếng Anh theo vần tiếng Việt, nghe không ra. Công cụ đoán bằng
    những từ nối quen thuộc của tiếng Anh, nên đây là thông tin.

Why:
    A Vietnamese voice reads an English sentence by Vietnamese spelling, and nobody can follow. It
    is guessed by the common small words of English; so this is information.

Wrong:
    Dòng chữ ghi: Never share your password with anyone.

Right:
    Dòng chữ ghi: [Never share your password with anyone]{lang=en}.

Source:
    WCAG 2.2, 3.1.2 Language of Parts (AA)
"""

import re
from collections.abc import Iterator

from lessonkit.base.diag import Finding, Severity
from lessonkit.check.phrases import phrases
from lessonkit.check.rule import Rule
from lessonkit.check.survey import survey
from lessonkit.model.index import Index
from lessonkit.model.module import Module
from lessonkit.text.inline import Emphasis, Inline, Link, Phrase, Strike, Strong, Text

LEAST = 4
"""Words in a row; shorter ones are names and loans."""
MANY = 5
"""Passages from which on the lesson itself may be English."""
_SPOKEN = r"[^\W\d_]+(?:['’-][^\W\d_]+)*"


def find(module: Module, _index: Index) -> Iterator[Finding]:
    """At the passage; looked for only where the lesson's own language is not English."""
    if module.meta.lang.lower().startswith("en"):
        return
    known = phrases("en").function_words
    seen = survey(module)
    if known.isdisjoint(seen.tokens):
        return
    found = [
        finding
        for run in seen.runs
        if not known.isdisjoint(run.words)
        for text in _unmarked(run.prose.inlines)
        for finding in _passages(text, known)
    ]
    if len(found) >= MANY:
        english = sum(len(str(finding.args["text"]).split()) for finding in found)
        if english * 2 > sum(len(run.text.split()) for run in seen.runs):
            yield Finding(module.place("lang"), {**found[0].args, "near": "lang: en"})
            return
    yield from found


def _passages(text: Text, known: frozenset[str]) -> Iterator[Finding]:
    row: list[re.Match[str]] = []
    for match in (*re.finditer(_SPOKEN, text.text), None):
        if match is not None and match.group().isascii():
            row.append(match)
            continue
        if len(row) >= LEAST and sum(one.group().lower() in known for one in row) >= 2:
            shown = text.text[row[0].start() : row[-1].end()]
            yield Finding(text.span, {"text": shown, "near": ""})
        row = []


def _unmarked(inlines: tuple[Inline, ...]) -> Iterator[Text]:
    for inline in inlines:
        match inline:
            case Text():
                yield inline
            case Strong() | Emphasis() | Strike():
                yield from _unmarked(inline.inner)
            case Phrase(lang="") | Link(lang=""):
                yield from _unmarked(inline.inner)
            case _:
                pass


RULE = Rule(
    "LK315", "foreign-passage-unmarked", Severity.INFO, "0.1", find, keys=frozenset({"lang"})
)
