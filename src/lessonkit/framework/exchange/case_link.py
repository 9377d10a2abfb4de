"""One association of a CFPackage and its two ends."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Node:
    """An end of an association."""

    key: str
    """Of a draft; `""`: the document; None is said by `inside`."""
    inside: bool
    title: str
    identifier: str
    uri: str


@dataclass(frozen=True, slots=True)
class Link:
    """An association."""

    type: str
    origin: Node
    target: Node
    number: float
    raw: Mapping[str, Any]
    """As it stands."""
