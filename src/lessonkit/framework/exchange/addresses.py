"""Derived addresses and UUIDs of what a framework holds: exported where nobody gave others."""

import re
from collections.abc import Mapping
from typing import Any
from urllib.parse import quote, unquote

from lessonkit.framework import identifiers
from lessonkit.framework.exchange.jsontext import clean
from lessonkit.framework.model import Framework

_SAFE = ".-_~"
ROW = "row:"
"""Begins what stands for the address of a row in a table, and is never kept."""


def urn(framework: str, *parts: str) -> str:
    """The URN of a framework, or of a skill (its code), a level (`level`, number) and so on.

    Codes hold no `:` and no `@`, so that none can be mistaken for another.
    """
    return ":".join(("urn:lessonkit:framework", framework, *(quote(part, _SAFE) for part in parts)))


def framework_in(address: str) -> str:
    """The id in the URN of a framework; empty where it is none."""
    match = re.fullmatch(r"urn:lessonkit:framework:([^:]+)", address)
    return match[1] if match else ""


def skill_in(address: str) -> tuple[str, str] | None:
    """Framework and code in the URN of a skill."""
    match = re.fullmatch(r"urn:lessonkit:framework:([a-z0-9.-]+):([^:]+)", address)
    return (match[1], unquote(match[2])) if match else None


def of_framework(framework: Framework) -> str:
    """Its own address, else the derived one."""
    return framework.uri or urn(framework.id)


def of_skill(framework: Framework, code: str) -> str:
    """Its own address, else the derived one; it need not be there."""
    skill = framework.skills.get(code)
    return (skill.uri if skill else "") or urn(framework.id, code)


def of_level(framework: Framework, level: int) -> str:
    """Its own address, else the derived one."""
    return framework.levels[level].uri or urn(framework.id, "level", str(level))


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
