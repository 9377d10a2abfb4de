"""What the pretend platform of cmi5 and xAPI holds now, in the form that the page shows."""

import json
from collections.abc import Iterator, Mapping
from typing import Any

from lessonkit.inspect.lrs.documents import Document
from lessonkit.inspect.lrs.launch import move_on_of
from lessonkit.inspect.lrs.platform import Platform
from lessonkit.inspect.lrs.reading import LAUNCH_DATA
from lessonkit.inspect.lrs.session import INITIALIZED, Session
from lessonkit.inspect.lrs.verdict import Verdict

_LONGEST = 20_000
"""Characters of a document that are shown."""
_MOST = 400
"""Documents that are shown."""


def standing(
    platform: Platform, sessions: list[tuple[int, Session]], last: int
) -> Mapping[str, Any]:
    """Verdicts by part, and all documents of the enrolment."""
    current = dict(sessions).get(last)
    if current is None:
        return {"parts": {}, "verdict": None, "values": [], "given": []}
    return {
        "parts": {part: _plain(platform.verdict(one)) for part, one in sessions},
        "verdict": {**_plain(platform.verdict(current)), **_session(current)},
        "values": list(_documents(platform, current)),
        "given": list(_given(platform, current)),
    }


def _plain(found: Verdict) -> dict[str, Any]:
    return {
        "completed": found.completed, "success": found.success, "scaled": found.scaled,
        "progress": found.progress, "satisfied": found.satisfied,
    }  # fmt: skip


def _session(one: Session) -> dict[str, Any]:
    state = "waiting"
    if one.said(INITIALIZED) or (one.kind == "xapi" and one.statements):
        state = "open"
    if one.left:
        state = "left"
    if one.terminated is not None:
        state = "ended"
    return {
        "moveOn": move_on_of(one.unit, one.launch) if one.kind == "cmi5" else "",
        "mastery": one.mastery, "session": one.number, "state": state,
        "registration": one.keys.registration, "statements": len(one.registration.statements),
    }  # fmt: skip


def _documents(platform: Platform, session: Session) -> Iterator[list[Any]]:
    """Name, text and size of each; what the platform wrote itself is told apart."""
    for key, held in sorted(platform.records.documents.held.items())[:_MOST]:
        kind, activity, _, registration, name = key
        others = registration not in ("", session.keys.registration)
        if name == LAUNCH_DATA or others or activity not in ("", session.keys.activity):
            continue
        yield [f"{kind} · {name}"[:300], _text(held), len(held.data)]


def _given(platform: Platform, session: Session) -> Iterator[list[str]]:
    """What the unit was launched with, property by property."""
    keys = session.keys
    for key, held in list(platform.records.documents.held.items()):
        if (key[1], key[3], key[4]) == (keys.activity, keys.registration, LAUNCH_DATA):
            for name, value in json.loads(held.data).items():
                text = value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
                yield [f"{LAUNCH_DATA}.{name}", text[:_LONGEST]]


def _text(held: Document) -> str:
    return pretty(held.data) if held.type.startswith("application/json") else _decoded(held.data)


def pretty(data: bytes) -> str:
    """JSON in lines, another text as it is; cut short."""
    try:
        whole = json.loads(data[: 4 * _LONGEST])
        return json.dumps(whole, ensure_ascii=False, indent=1)[:_LONGEST]
    except (ValueError, RecursionError):
        return _decoded(data)


def _decoded(data: bytes) -> str:
    return data[: 4 * _LONGEST].decode("utf-8", "replace")[:_LONGEST]
