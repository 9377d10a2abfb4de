"""The YAML at the top of a module."""

import re
from dataclasses import dataclass
from typing import Any

from lessonkit.base.diag import Fault, Span, fault, line_span
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
    """The front matter as a model; `id` comes from the folder and `lang` from the project where left out."""
    doc = front.doc
    faults: list[Fault] = []
    if "id" not in doc.value:
        if not re.fullmatch(ID_PATTERN, folder_name):
            return None, [fault("LK126", doc.places[""], folder=folder_name)]
        doc = _with(doc, "id", folder_name)
    if "lang" not in doc.value:
        doc = _with(doc, "lang", lang)
    meta, found = validate(Meta, doc)
    faults += found
    if meta is not None:
        faults += _twice(doc, meta)
    return meta, faults


def _with(doc: YamlDoc, key: str, value: Any) -> YamlDoc:
    return YamlDoc({**doc.value, key: value}, doc.places, doc.keys, doc.raw)


def _twice(doc: YamlDoc, meta: Meta) -> list[Fault]:
    """Objectives that share an id."""
    first: dict[str, Span] = {}
    faults = []
    for number, objective in enumerate(meta.objectives):
        place = doc.places[f"objectives[{number}].id"]
        if objective.id in first:
            line = first[objective.id].start.line
            faults.append(fault("LK127", place, id=objective.id, line=line))
        first.setdefault(objective.id, place)
    return faults
