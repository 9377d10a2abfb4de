"""The YAML at the top of a module."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from lessonkit.base.diag import Fault, Span, fault, line_span
from lessonkit.base.files import UnsafePath, safe_path
from lessonkit.base.slug import readable_slug
from lessonkit.model.meta import ID_PATTERN, Meta
from lessonkit.read.salvage import EVERY_KEY, neutral_meta, salvaged
from lessonkit.read.source import Source
from lessonkit.read.validate import validate
from lessonkit.read.yamlpos import YamlDoc, read_yaml

_OURS = re.compile(r"\s*$|\s*[\w-]+:(\s|$)|\s*- |[ \t]+\S|#\s|[\]}]")
"""Lines as they stand in a front matter."""


@dataclass(frozen=True, slots=True)
class Front:
    """The front matter of a file, still as data."""

    doc: YamlDoc
    end_line: int
    """Of the closing `---`, from 1; 0: there is none, and the body begins at the top."""
    lost: bool = False
    """Nothing of it could be read."""


@dataclass(frozen=True, slots=True)
class Header:
    """What a front matter became."""

    meta: Meta
    """Where something was wrong, with neutral values in its place."""
    places: Mapping[str, Span]
    lost: frozenset[str]
    """Keys whose value, or a part of it, is not what was typed."""
    faults: tuple[Fault, ...]


def read_front(source: Source) -> tuple[Front, list[Fault]]:
    """The YAML between two lines `---`, or as much as shows where the body begins."""
    lines = source.lines
    start = next((n for n, line in enumerate(lines) if line.strip()), 0)
    if lines[start].rstrip() != "---":
        return _nothing(source, 0), [fault("LK104", line_span(source.file, start + 1))]
    for number in range(start + 1, len(lines)):
        if lines[number].rstrip() in ("---", "..."):
            doc, faults = _yaml(source, start + 1, number)
            if doc is None:
                return _nothing(source, number + 1), faults
            return Front(doc, number + 1), faults
    end = _guessed_end(lines, start + 1)
    doc, _ = _yaml(source, start + 1, end)
    front = Front(doc, end) if doc is not None and doc.value else _nothing(source, end)
    return front, [fault("LK105", line_span(source.file, start + 1, 1, 3))]


def read_meta(front: Front, folder_name: str, lang: str) -> Header:
    """The front matter as a model; an `id` left out is the folder's, a `lang` the project's."""
    doc, faults = front.doc, list[Fault]()
    named = readable_slug(folder_name, "bai-moi")
    neutral = {"id": named, "title": folder_name[:200] or named, "lang": lang}
    if front.lost:
        return Header(neutral_meta(neutral, {}), doc.places, EVERY_KEY, ())
    if "id" not in doc.value:
        if not re.fullmatch(ID_PATTERN, folder_name):
            faults.append(fault("LK126", _top(doc), folder=folder_name, near=named))
        doc = _with(doc, "id", named)
    if "lang" not in doc.value:
        doc = _with(doc, "lang", lang)
    meta, found = validate(Meta, doc)
    faults += [*found, *_twice(doc), *_reserved(doc)]
    places, lost = doc.places, frozenset[str]()
    if meta is None:
        meta, places, lost = salvaged(doc, neutral)
    return Header(meta, places, lost, tuple(faults))


def _yaml(source: Source, first: int, end: int) -> tuple[YamlDoc | None, list[Fault]]:
    """Lines from `first` up to `end`, both from 0."""
    text = "\n".join(source.lines[first:end]) + "\n"
    return read_yaml(text, source.file, first + 1)


def _nothing(source: Source, end_line: int) -> Front:
    doc = YamlDoc({}, {"": line_span(source.file, 1)}, {}, {})
    return Front(doc, end_line, lost=True)


def _guessed_end(lines: tuple[str, ...], first: int) -> int:
    """How many lines of the file a front matter takes that nothing closes."""
    strange = (n for n in range(first, len(lines)) if not _OURS.match(lines[n]))
    return next(strange, len(lines))


def _top(doc: YamlDoc) -> Span:
    """Where a line may be added."""
    start = doc.places[""].start
    return Span(doc.places[""].file, start, start)


def _with(doc: YamlDoc, key: str, value: Any) -> YamlDoc:
    return YamlDoc({**doc.value, key: value}, doc.places, doc.keys, doc.raw)


def _reserved(doc: YamlDoc) -> list[Fault]:
    """An id that no folder on Windows can be named by."""
    name = doc.value["id"]
    if not isinstance(name, str) or not re.fullmatch(ID_PATTERN, name):
        return []
    try:
        safe_path(name)
    except UnsafePath:
        return [fault("LK190", doc.places.get("id", _top(doc)), id=name, near=f"bai-{name}")]
    return []


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
