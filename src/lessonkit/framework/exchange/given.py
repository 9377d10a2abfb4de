"""UUIDs and addresses that entries of CASE give themselves."""

from collections.abc import Mapping
from typing import Any

from lessonkit.framework import identifiers
from lessonkit.framework.addresses import urn
from lessonkit.framework.exchange.jsontext import clean

ROW = "row:"
"""Begins what stands for the address of a row in a table, and is never kept."""


def given(data: Mapping[str, Any], framework: str, kind: str, *parts: str) -> dict[str, str]:
    """UUID and address of an entry of CASE, unless we would derive the same.

    `kind` is that of `identifiers.derived`; a level's address begins with it too.
    """
    found = {}
    identifier, uri = _text(data.get("identifier")), _text(data.get("uri"))
    if identifier and identifier != identifiers.derived(kind, framework, *parts):
        found["identifier"] = identifier
    start = ("level",) if kind == "level" else ()
    if uri and not uri.startswith(ROW) and uri != urn(framework, *start, *parts):
        found["uri"] = uri
    return found


def _text(value: Any) -> str:
    return clean(value) if isinstance(value, str) else ""
