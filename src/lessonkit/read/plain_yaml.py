"""Large YAML of the plainest kind, in a quarter of the time and without any place.

Whatever needs a second thought is left to `read_yaml`, and what is read here it reads the same: a
test holds both together.
"""

from collections.abc import Callable
from typing import Any

import yaml

from lessonkit.read.yamlpos import BREAKS, HIDDEN, Size, plain_value


class _NotPlainError(Exception):
    """There is something here that this reader does not decide."""


def plain_yaml(text: str, size: Size) -> dict[str, Any] | None:
    """The data, lists as tuples; None: `read_yaml` must look at it."""
    try:
        return _document(
            getattr(yaml, "CSafeLoader", yaml.SafeLoader)(text.translate(BREAKS)), size
        )
    except (yaml.YAMLError, _NotPlainError):
        return None


def _document(parser: Any, size: Size) -> dict[str, Any]:
    parser.get_event()
    if not isinstance(parser.get_event(), yaml.DocumentStartEvent):
        raise _NotPlainError
    value = _node(parser.get_event(), parser.get_event, size.depth)
    parser.get_event()
    if not isinstance(parser.get_event(), yaml.StreamEndEvent) or not isinstance(value, dict):
        raise _NotPlainError
    return value


def _node(event: Any, following: Callable[[], Any], depth: int) -> Any:
    if event.anchor is not None or not depth:
        raise _NotPlainError
    if isinstance(event, yaml.ScalarEvent):
        return _scalar(event)
    if event.tag is not None:
        raise _NotPlainError
    if isinstance(event, yaml.SequenceStartEvent):
        entries = []
        while not isinstance(one := following(), yaml.SequenceEndEvent):
            entries.append(_node(one, following, depth - 1))
        return tuple(entries)
    table: dict[str, Any] = {}
    while not isinstance(key := following(), yaml.MappingEndEvent):
        if not isinstance(key, yaml.ScalarEvent) or key.anchor is not None or key.value in table:
            raise _NotPlainError
        table[key.value] = _node(following(), following, depth - 1)
    return table


def _scalar(event: Any) -> Any:
    text: str = event.value
    if event.tag is not None or (not text.isprintable() and HIDDEN.search(text)):
        raise _NotPlainError
    return plain_value(text) if event.implicit[0] else text
