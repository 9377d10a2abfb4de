"""The YAML at the top of a module."""

import re
from dataclasses import dataclass
from typing import Any

from lessonkit.base.diag import Fault, Span, fault, line_span
from lessonkit.base.slug import slug
from lessonkit.model.meta import ID_PATTERN, Meta
from lessonkit.read.source import Source
from lessonkit.read.validate import validate
from lessonkit.read.yamlpos import YamlDoc, read_yaml


@dataclass(frozen=True, slots=True)
class Front:
    """The front matter of a file, still as data."""

    doc: YamlDoc
    end_line: int
    """Of the closing `---`, from 1."""


def read_front(source: Source) -> tuple[Front | None, list[Fault]]:
    """The YAML between two lines `---`; None where it is not there or cannot be read."""
    lines = source.lines
    start = next((n for n, line in enumerate(lines) if line.strip()), 0)
    if lines[start].rstrip() != "---":
        return None, [fault("LK104", line_span(source.file, start + 1))]
    for number in range(start + 1, len(lines)):
        if lines[number].rstrip() in ("---", "..."):
            text = "\n".join(lines[start + 1 : number]) + "\n"
            doc, faults = read_yaml(text, source.file, start + 2)
            return (None if doc is None else Front(doc, number + 1)), faults
    return None, [fault("LK105", line_span(source.file, start + 1, 1, 3))]


def read_meta(front: Front, folder_name: str, lang: str) -> tuple[Meta | None, list[Fault]]:
    """The front matter as a model; an `id` left out is the folder's, a `lang` the project's."""
    doc = front.doc
    if "id" not in doc.value:
        if not re.fullmatch(ID_PATTERN, folder_name):
            return None, [fault("LK126", _top(doc), folder=folder_name, near=slug(folder_name))]
        doc = _with(doc, "id", folder_name)
    if "lang" not in doc.value:
        doc = _with(doc, "lang", lang)
    meta, found = validate(Meta, doc)
    return meta, [*found, *_twice(doc)]


def _top(doc: YamlDoc) -> Span:
    """Where a line may be added."""
    start = doc.places[""].start
    return Span(doc.places[""].file, start, start)


def _with(doc: YamlDoc, key: str, value: Any) -> YamlDoc:
    return YamlDoc({**doc.value, key: value}, doc.places, doc.keys, doc.raw)


def _twice(doc: YamlDoc) -> list[Fault]:
    """Objectives that share an id."""
    first: dict[str, Span] = {}
    faults = []
    listed = doc.value.get("objectives")
    for number, one in enumerate(listed if isinstance(listed, tuple) else ()):
        name = one.get("id") if isinstance(one, dict) else None
        if not isinstance(name, str):
            continue
        place = doc.places[f"objectives[{number}].id"]
        if name in first:
            faults.append(fault("LK127", place, id=name, line=first[name].start.line))
        first.setdefault(name, place)
    return faults
