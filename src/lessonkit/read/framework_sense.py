"""Whether what a framework's file says makes sense, once its form is right."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from lessonkit.base.diag import Fault, Span, fault, line_span
from lessonkit.base.files import storable
from lessonkit.base.near import nearest
from lessonkit.framework.load import KINDS

_Placed = tuple[str, Mapping[str, Any]]
"""Path in the file, and what stands there."""
_SOME = 12
"""Codes that a sentence names."""


class _Nowhere(dict[str, Span]):
    """Places where only whether there is a fault is asked for."""

    def __missing__(self, path: str) -> Span:
        return line_span("")


def makes_sense(data: Mapping[str, Any]) -> bool:
    """Whether there is no fault in data whose form is right."""
    return next(sense_faults(data, _Nowhere()), None) is None


def sense_faults(data: Mapping[str, Any], places: Mapping[str, Span]) -> Iterator[Fault]:
    """Codes, levels and groups that are there twice, and those that are named and not there."""
    if not storable(data["framework"]["id"]):
        yield fault("framework-kept", places["framework.id"], value=data["framework"]["id"])
    skills = list(_skills(data, ""))
    levels = list(_entries(data, "levels", ""))
    yield from _twice(skills, "code", places)
    yield from _twice(levels, "level", places)
    yield from _twice(_entries(data, "audience_groups", ""), "id", places)
    for path, one in levels:
        if not any(key.startswith(("name_", "stage_")) for key in one):
            yield fault("framework-nameless", places[path], value=one["level"])
    numbers = [one["level"] for _, one in levels]
    for path, one in skills:
        said = list(_entries(one, "levels", f"{path}."))
        yield from _twice(said, "level", places)
        for where, entry in said:
            yield from _unknown_level(entry["level"], numbers, places[f"{where}.level"])
    codes = {one["code"]: None for _, one in skills}
    for path, one in _entries(data, "crosswalks", ""):
        yield from _crosswalk(path, one, codes, numbers, places)


def _crosswalk(
    path: str,
    data: Mapping[str, Any],
    codes: Iterable[str],
    levels: list[int],
    places: Mapping[str, Span],
) -> Iterator[Fault]:
    """Origins and levels of the file's own that are not there; the other file is not looked at."""
    for at, code in enumerate(data.get("same", ())):
        yield from _unknown_code(code, codes, places[f"{path}.same[{at}]"])
    for code in data.get("pairs", {}):
        yield from _unknown_code(code, codes, places[f"{path}.pairs.{code}"])
    for where, one in _entries(data, "elsewhere", f"{path}."):
        yield from _unknown_code(one["origin"], codes, places[f"{where}.origin"])
    for level in data.get("levels", {}):
        yield from _unknown_level(int(level), levels, places[f"{path}.levels.{level}"])


def _unknown_code(code: str, codes: Iterable[str], place: Span) -> Iterator[Fault]:
    if code not in codes:
        known = list(codes)
        near = nearest(code, known) or ""
        some = ", ".join(known[:_SOME]) + (" …" if len(known) > _SOME else "") or "–"
        yield fault("framework-no-code", place, value=code, near=near, known=some)


def _unknown_level(level: int, levels: list[int], place: Span) -> Iterator[Fault]:
    if level not in levels:
        known = ", ".join(map(str, levels)) or "–"
        yield fault("framework-no-level", place, value=level, known=known)


def _twice(entries: Iterable[_Placed], key: str, places: Mapping[str, Span]) -> Iterator[Fault]:
    first: dict[Any, Span] = {}
    for path, one in entries:
        place = places[f"{path}.{key}"]
        if one[key] in first:
            line = first[one[key]].start.line
            yield fault("framework-again", place, key=key, value=one[key], first=line)
        first.setdefault(one[key], place)


def _skills(data: Mapping[str, Any], start: str) -> Iterator[_Placed]:
    for key in KINDS:
        for path, one in _entries(data, key, start):
            yield path, one
            yield from _skills(one, f"{path}.")


def _entries(data: Mapping[str, Any], key: str, start: str) -> Iterator[_Placed]:
    for at, one in enumerate(data.get(key, ())):
        yield f"{start}{key}[{at}]", one
