"""Addresses of what a framework holds: its own, else derived ones that never change.

Every output and every export takes them from here, so that all say the same of a skill.
"""

import re
from urllib.parse import quote, unquote

from lessonkit.framework.model import Framework

_SAFE = ".-_~"
_IRI = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:[^\s<>\"{}|\\^`\x00-\x20]+")
"""With a scheme, and nothing that RFC 3987 forbids."""


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


def iri(framework: Framework, code: str) -> str:
    """What every output calls a skill: its own address where that is a whole one, else the URN.

    Others may have published no more than a part of an address, which no LRS takes as a name.
    """
    own = of_skill(framework, code)
    return own if _IRI.fullmatch(own) else urn(framework.id, code)


def iri_of_level(framework: Framework, level: int) -> str:
    """The same of a level."""
    own = of_level(framework, level)
    return own if _IRI.fullmatch(own) else urn(framework.id, "level", str(level))


def of_skill(framework: Framework, code: str) -> str:
    """Its own address as it was published, else the derived one; it need not be there."""
    skill = framework.skills.get(code)
    return (skill.uri if skill else "") or urn(framework.id, code)


def of_level(framework: Framework, level: int) -> str:
    """Its own address, else the derived one."""
    return framework.levels[level].uri or urn(framework.id, "level", str(level))
