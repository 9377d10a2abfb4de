"""YAML by the 1.2 core schema, with the place of every key and value.

Source: YAML 1.2.2, 10.3 core schema: `NO`, `on` and `12:30` are words.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

import yaml

from lessonkit.base.diag import Fault, Pos, Span, fault
from lessonkit.read.source import CONTROL
from lessonkit.read.yamlfaults import syntax_fault


@dataclass(frozen=True, slots=True)
class Size:
    """What a file may hold. Anchors and aliases are refused, so nothing multiplies."""

    depth: int
    nodes: int


TYPED = Size(12, 5_000)
"""Far beyond any front matter."""

_INT = re.compile(r"[-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+")
_FLOAT = re.compile(r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?|[-+]?\.(inf|Inf|INF)")
_WORDS: Mapping[str, Any] = {
    **dict.fromkeys(("", "~", "null", "Null", "NULL")),
    **dict.fromkeys(("true", "True", "TRUE"), True),
    **dict.fromkeys(("false", "False", "FALSE"), False),
}


@dataclass(frozen=True, slots=True)
class YamlDoc:
    """A mapping with its places."""

    value: dict[str, Any]
    """Lists are tuples; keys are strings."""
    places: Mapping[str, Span]
    """`objectives[1].skill` → place of the value; `""` → the whole."""
    keys: Mapping[str, Span]
    """The same paths → place of the key."""
    raw: Mapping[str, str]
    """The same paths → a plain (unquoted) scalar as typed."""


BREAKS = {0x85: " ", 0x2028: " ", 0x2029: " "}
"""Line breaks to YAML 1.1, and so to the library; not to 1.2 (5.4), nor to anything of ours."""


HIDDEN = re.compile(f"{CONTROL.pattern}|[\u202a-\u202e\u2066-\u2069]")
"""What no page can hold, and what makes a reader see other words than stand there (UAX 9, 2)."""


class _StopError(Exception):
    """Carries one fault out of the recursion."""

    def __init__(self, found: Fault) -> None:
        self.found = found


@dataclass(slots=True)
class _Reading:
    file: str
    first_line: int
    text: str
    size: Size
    events: "Iterator[Any]"
    places: dict[str, Span] = field(default_factory=dict)
    keys: dict[str, Span] = field(default_factory=dict)
    raw: dict[str, str] = field(default_factory=dict)
    faults: list[Fault] = field(default_factory=list)
    nodes: int = 0


def read_yaml(
    text: str, file: str, first_line: int, size: Size = TYPED
) -> tuple[YamlDoc | None, list[Fault]]:
    """The mapping in `text`, whose first line is line `first_line` (from 1) of the file.

    None where it cannot be read; a duplicate key is a fault and its first value holds.
    """
    text = text.translate(BREAKS)
    reading = _Reading(file, first_line, text, size, iter(()))
    try:
        reading.events = iter(_events(text))
        value = _document(reading)
    except yaml.YAMLError as error:
        return None, [*reading.faults, syntax_fault(text, file, first_line, error)]
    except _StopError as stop:
        return None, [*reading.faults, stop.found]
    if value is None:
        value = {}
    if not isinstance(value, dict):
        return None, [fault("LK176", reading.places[""], value=_short(text.strip()))]
    return YamlDoc(value, reading.places, reading.keys, reading.raw), reading.faults


def _events(text: str) -> list[Any]:
    """All of them, so that what is no YAML is found before anything is said of its content."""
    parser = getattr(yaml, "CSafeLoader", yaml.SafeLoader)(text)
    found = [parser.get_event()]
    while not isinstance(found[-1], yaml.StreamEndEvent):
        found.append(parser.get_event())
    return found


def _document(reading: _Reading) -> Any:
    for event in reading.events:
        if isinstance(event, yaml.DocumentStartEvent):
            break
    else:
        reading.places[""] = Span(
            reading.file, Pos(reading.first_line, 1), Pos(reading.first_line, 1)
        )
        return None
    value = _node(reading, next(reading.events), "", 0)
    next(reading.events)
    extra = next(reading.events)
    if not isinstance(extra, yaml.StreamEndEvent):
        raise _StopError(fault("LK106", _span(reading, extra), value="---"))
    return value


def _node(reading: _Reading, event: Any, path: str, depth: int) -> Any:
    reading.nodes += 1
    size = reading.size
    if depth > size.depth or reading.nodes > size.nodes:
        raise _StopError(fault("LK109", _span(reading, event), depth=size.depth, nodes=size.nodes))
    if isinstance(event, yaml.AliasEvent):
        raise _StopError(fault("LK108", _span(reading, event), what=f"*{event.anchor}"))
    if event.anchor is not None or event.tag not in (None, "!"):
        raise _StopError(
            fault("LK108", _span(reading, event), what=event.tag or f"&{event.anchor}")
        )
    if isinstance(event, yaml.ScalarEvent):
        reading.places[path] = _span(reading, event)
        return _scalar(reading, event, path)
    if isinstance(event, yaml.SequenceStartEvent):
        return _sequence(reading, event, path, depth)
    return _mapping(reading, event, path, depth)


def _sequence(reading: _Reading, start: Any, path: str, depth: int) -> tuple[Any, ...]:
    found: list[Any] = []
    for event in reading.events:
        if isinstance(event, yaml.SequenceEndEvent):
            break
        found.append(_node(reading, event, f"{path}[{len(found)}]", depth + 1))
    reading.places[path] = _span(reading, start)
    return tuple(found)


def _mapping(reading: _Reading, start: Any, path: str, depth: int) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for event in reading.events:
        if isinstance(event, yaml.MappingEndEvent):
            break
        if not isinstance(event, yaml.ScalarEvent):
            raise _StopError(fault("LK106", _span(reading, event), value=_line(reading, event)))
        key, place = event.value, _span(reading, event)
        where = f"{path}.{key}" if path else key
        twice = key in found
        value = _node(reading, next(reading.events), f"{where} (2)" if twice else where, depth + 1)
        if twice:
            line = reading.keys[where].start.line
            reading.faults.append(fault("LK107", place, key=key, line=line))
            continue
        found[key] = value
        reading.keys[where] = place
    reading.places[path] = _span(reading, start)
    return found


def _scalar(reading: _Reading, event: Any, path: str) -> Any:
    text: str = event.value
    if not text.isprintable() and (hidden := HIDDEN.search(text)):
        # By an escape such as "\0": as a character it was found with those of the whole file.
        char = f"U+{ord(hidden[0]):04X}"
        reading.faults.append(fault("LK128", reading.places[path], char=char))
        text = HIDDEN.sub("\ufffd", text)
    if not event.implicit[0]:
        return text
    reading.raw[path] = text
    return plain_value(text)


def plain_value(text: str) -> Any:
    """What a scalar without quotes is by the core schema."""
    if text in _WORDS:
        return _WORDS[text]
    if len(text) < 40 and _INT.fullmatch(text):
        return int(text, 0 if text[:2] in ("0o", "0x") else 10)
    if len(text) < 40 and _FLOAT.fullmatch(text):
        return float(text.lower().replace(".inf", "inf"))
    return text


def _span(reading: _Reading, event: Any) -> Span:
    start, end, first = event.start_mark, event.end_mark, reading.first_line
    return Span(
        reading.file,
        Pos(first + start.line, start.column + 1),
        Pos(first + end.line, end.column + 1),
    )


def _line(reading: _Reading, event: Any) -> str:
    return _short(reading.text.split("\n")[event.start_mark.line].strip())


def _short(text: str) -> str:
    return text.partition("\n")[0][:60]
