"""Forms of values in xAPI 1.0.3: identifiers, times, language tags. Source: Data 4.0."""

import re
from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from typing import Any, TypeGuard

Json = Mapping[str, Any]
_UUID = re.compile(r"(?i)[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}")
_IRI = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:[^\s<>\"{}|\\^`]+")
_TIME = re.compile(
    r"(\d{4}-\d{2}-\d{2})T(\d{2}:\d{2}:\d{2})(\.\d+)?(Z|[+-]\d{2}:?\d{2}|[+-]\d{2})?"
)
_DURATION = re.compile(
    r"P(?!$)(\d+(?:\.\d+)?Y)?(\d+(?:\.\d+)?M)?(\d+(?:\.\d+)?D)?"
    r"(T(?=\d)(\d+(?:\.\d+)?H)?(\d+(?:\.\d+)?M)?(\d+(?:\.\d+)?S)?)?|P\d+(?:\.\d+)?W"
)
_LANG = re.compile(
    r"(?i)(?:[a-z]{2,3}(?:-[a-z]{3}){0,3}|[a-z]{4,8})(?:-[a-z]{4})?(?:-(?:[a-z]{2}|\d{3}))?"
    r"(?:-(?:[a-z0-9]{5,8}|\d[a-z0-9]{3}))*(?:-[a-wyz0-9](?:-[a-z0-9]{2,8})+)*(?:-x(?:-[a-z0-9]{1,8})+)?"
    r"|x(?:-[a-z0-9]{1,8})+"
)
_MAILTO = re.compile(r"mailto:[^\s@]+@[^\s@]+")
_SHA1 = re.compile(r"(?i)[0-9a-f]{40}")


def is_uuid(value: object) -> bool:
    """Source: Data 4.4, RFC 4122 variant 2."""
    return isinstance(value, str) and _UUID.fullmatch(value) is not None


def is_iri(value: object) -> bool:
    """An absolute one, with a scheme. Source: Data 4.3, RFC 3987."""
    return isinstance(value, str) and _IRI.fullmatch(value) is not None


def is_language(value: object) -> bool:
    """A well-formed tag. Source: RFC 5646, 2.1."""
    return isinstance(value, str) and _LANG.fullmatch(value) is not None


def is_duration(value: object) -> bool:
    """Source: Data 4.6, ISO 8601:2004 4.4.3.2."""
    return isinstance(value, str) and _DURATION.fullmatch(value) is not None


def is_mailto(value: object) -> bool:
    """Source: Data 2.4.2.3."""
    return isinstance(value, str) and _MAILTO.fullmatch(value) is not None


def is_sha1(value: object) -> bool:
    """Forty hexadecimal digits."""
    return isinstance(value, str) and _SHA1.fullmatch(value) is not None


def is_number(value: object) -> TypeGuard[int | float]:
    """Of JSON; a boolean is none, although Python has it so."""
    return isinstance(value, int | float) and not isinstance(value, bool)


def moment(value: object) -> datetime | None:
    """The time that a timestamp says, in UTC; nothing where it is none.

    Without a zone it counts as UTC. Source: Data 4.5, RFC 3339.
    """
    match = _TIME.fullmatch(value) if isinstance(value, str) else None
    if not match:
        return None
    day, clock, fraction, zone = match.groups()
    try:
        found = datetime.fromisoformat(f"{day}T{clock}")
    except ValueError:
        return None
    found += timedelta(seconds=float(f"0{fraction}" if fraction else 0))
    return found.replace(tzinfo=UTC) - _offset(zone or "Z")


def _offset(zone: str) -> timedelta:
    if zone == "Z":
        return timedelta()
    digits = zone[1:].replace(":", "").ljust(4, "0")
    size = timedelta(hours=int(digits[:2]), minutes=int(digits[2:]))
    return -size if zone[0] == "-" else size


def is_utc(value: object) -> bool:
    """Whether a timestamp says by itself that it is in UTC."""
    return isinstance(value, str) and re.search(r"(Z|\+00(:?00)?)$", value) is not None


def same_agent(one: object, other: object) -> bool:
    """By the inverse functional identifier. Source: Communication 2.1.3, parameter `agent`."""
    if not isinstance(one, Mapping) or not isinstance(other, Mapping):
        return False
    names = ("account", "mbox", "mbox_sha1sum", "openid")
    return any(one.get(name) is not None and one.get(name) == other.get(name) for name in names)
