"""UUIDs of what a framework holds: derived, so that every export of the same data has the same.

Source: RFC 9562, 5.5 (version 5). The namespace never changes, for others keep these UUIDs.
"""

from unicodedata import normalize
from uuid import UUID, uuid5

from lessonkit.framework.model import Framework

NAMESPACE = UUID("f135b533-ba21-5784-b30c-703a8a0923b2")
"""Version 5 of `urn:lessonkit:framework` in the namespace of addresses."""


def of_framework(framework: Framework) -> str:
    """The UUID by which others know the framework, else the derived one."""
    return framework.identifier or derived("framework", framework.id)


def of_skill(framework: Framework, code: str) -> str:
    """The UUID by which others know the skill, else the derived one; it need not be there."""
    skill = framework.skills.get(code)
    return (skill.identifier if skill else "") or derived("skill", framework.id, code)


def of_level(framework: Framework, level: int) -> str:
    """The UUID of a level; no framework says one of its own."""
    return derived("level", framework.id, str(level))


def derived(kind: str, *parts: str) -> str:
    """A UUID of version 5; `kind` and `parts` hold no line break, so that none can be mistaken."""
    return str(uuid5(NAMESPACE, "\n".join(normalize("NFC", part) for part in (kind, *parts))))
