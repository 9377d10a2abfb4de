"""An enrolment in a form that a file can keep, and back."""

from base64 import b64decode, b64encode
from collections.abc import Iterator, Mapping
from typing import Any

from lessonkit.inspect.lrs.documents import Document
from lessonkit.inspect.lrs.platform import Platform
from lessonkit.inspect.lrs.reading import LAUNCH_DATA
from lessonkit.inspect.lrs.session import Registration


def record(platform: Platform, registration: str) -> dict[str, Any]:
    """Statements and documents; what belongs to one launch alone is left out."""
    enrolled = platform.records.registrations.get(registration)
    return {
        "registration": registration,
        "statements": list(enrolled.statements) if enrolled else [],
        "documents": list(_documents(platform, registration)),
    }


def _documents(platform: Platform, registration: str) -> Iterator[list[Any]]:
    for key, held in list(platform.records.documents.held.items()):
        if key[3] in ("", registration) and key[4] != LAUNCH_DATA:
            yield [*key, held.type, b64encode(held.data).decode(), held.time]


def restore(platform: Platform, kept: Mapping[str, Any]) -> str:
    """The id of the enrolment, which the platform holds again."""
    name: str = kept["registration"]
    platform.records.registrations[name] = Registration(name, list(kept["statements"]))
    for *key, kind, data, time in kept["documents"]:
        platform.records.documents.held[tuple(key)] = Document(b64decode(data), kind, time)
    return name
