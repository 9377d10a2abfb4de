"""What both data models share: elements, their access, and tests of single values.

A check takes a value and answers "" or what is wrong with it.
"""

import datetime
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Literal

Check = Callable[[str], str]
Access = Literal["r", "w", "rw"]
Kind = Literal["initialize", "finish", "get", "set", "commit", "error"]


@dataclass(frozen=True, slots=True)
class Element:
    """One element of a data model; indexes in its name are written ``n``."""

    access: Access
    check: Check


@dataclass(frozen=True, slots=True)
class Names:
    """What the elements with a meaning for the verdict are called in one version."""

    completion: str
    success: str
    score: str
    exit: str
    session_time: str
    mode: str
    response: str


@dataclass(frozen=True, slots=True)
class Model:
    """A version of SCORM as its run-time sees it."""

    version: str
    api: str
    data: str
    functions: Mapping[str, Kind]
    elements: Mapping[str, Element]
    names: Names
    response: Callable[[str, str], str]
    pattern: Callable[[str, str], str]
    patterns: Mapping[str, int]


def normal(element: str) -> str:
    """``cmi.objectives.3.id`` → ``cmi.objectives.n.id``."""
    return re.sub(r"\.(0|[1-9]\d*)(?=\.)", ".n", element)


def indexed(element: str) -> list[tuple[str, int]]:
    """The arrays that an element lies in, outermost first, each with its index."""
    found = re.finditer(r"\.(0|[1-9]\d*)\.", element)
    return [(element[: one.start()], int(one[1])) for one in found]


def anything(_value: str) -> str:
    """Read-only elements are never checked for a value."""
    return ""


def text(limit: int, ascii_only: bool = False) -> Check:
    """A string of so many characters, without unpaired surrogates or control characters."""

    def check(value: str) -> str:
        if len(value) > limit:
            return f"{len(value)} characters, at most {limit}"
        if ascii_only and not value.isascii():
            return "characters outside ASCII"
        if re.search(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff]", value):
            return "a character that XML cannot carry"
        return ""

    return check


def one_of(*words: str) -> Check:
    """A vocabulary."""

    def check(value: str) -> str:
        return "" if value in words else f"{value!r} is none of {', '.join(map(repr, words))}"

    return check


def shaped(pattern: str, meaning: str) -> Check:
    """A string of a certain shape."""
    compiled = re.compile(pattern)

    def check(value: str) -> str:
        return "" if compiled.fullmatch(value) else f"{value[:60]!r} is not {meaning}"

    return check


def number(low: float, high: float, digits: str) -> Check:
    """A decimal number in a range; ``digits`` is the pattern of the number itself."""
    compiled = re.compile(digits)

    def check(value: str) -> str:
        if not compiled.fullmatch(value):
            return f"{value[:60]!r} is not a decimal of the allowed form"
        inside = low <= float(value) <= high
        return "" if inside else f"{value} is outside {low:g} to {high:g}"

    return check


def either(first: Check, second: Check) -> Check:
    """A value that passes one of two checks."""

    def check(value: str) -> str:
        return first(value) and second(value)

    return check


def is_date(value: str) -> bool:
    """Whether the first ten characters are a day of the calendar."""
    try:
        datetime.date.fromisoformat(value[:10])
    except ValueError:
        return False
    return True


def each(parts: list[str], check: Check, most: int, unique: bool = False) -> str:
    """The first fault among the parts of a response, or of their number."""
    if len(parts) > most:
        return f"{len(parts)} parts, at most {most}"
    if unique and len(set(parts)) < len(parts):
        return "the same part twice"
    return next((fault for part in parts if (fault := check(part))), "")
