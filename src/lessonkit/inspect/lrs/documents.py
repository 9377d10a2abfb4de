"""Documents with tags against lost changes. Source: Communication 2.2, 3.1."""

import json
from dataclasses import dataclass, field
from hashlib import sha1

Key = tuple[str, ...]
"""Kind, activity or agent, agent, registration, id: what a document belongs to."""


class NoMerge(ValueError):
    """A document or what is to be merged with it is no JSON object."""


@dataclass(frozen=True, slots=True)
class Document:
    """What is kept under one id."""

    data: bytes
    type: str
    time: float

    @property
    def tag(self) -> str:
        """As xAPI 1.0.3 wants it calculated (Communication 3.1.s4.b2)."""
        return f'"{sha1(self.data, usedforsecurity=False).hexdigest()}"'


@dataclass(slots=True)
class Documents:
    """All of a platform."""

    held: dict[Key, Document] = field(default_factory=dict)

    def ids(self, prefix: Key, since: float = 0) -> list[str]:
        """Of the documents of that kind and owner, changed after a time."""
        found = self.held.items()
        return sorted(key[-1] for key, it in found if key[:-1] == prefix and it.time > since)

    def merged(self, key: Key, data: bytes) -> bytes:
        """The kept object with the properties of the new one. Raises: NoMerge."""
        old = self.held.get(key)
        parts = [_object(one) for one in ((old.data,) if old else ()) + (data,)]
        if old is not None and not old.type.startswith("application/json"):
            raise NoMerge
        whole = {name: value for part in parts for name, value in part.items()}
        return json.dumps(whole, ensure_ascii=False).encode()


def _object(data: bytes) -> dict[str, object]:
    try:
        found = json.loads(data)
    except ValueError as error:
        raise NoMerge from error
    if not isinstance(found, dict):
        raise NoMerge
    return found


def fits(tag: str | None, if_match: str, if_none_match: str) -> bool:
    """Whether the conditions of a request hold for what is there; RFC 9110, 13.1."""
    if if_match:
        known = [one.strip() for one in if_match.split(",")]
        return tag is not None and ("*" in known or tag in known)
    if if_none_match:
        known = [one.strip() for one in if_none_match.split(",")]
        return tag is None or not ("*" in known or tag in known)
    return True
