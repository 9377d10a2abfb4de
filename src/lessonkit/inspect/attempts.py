"""A package of cmi5 or xAPI on the pretend platform: launches, leavings, and the news of them."""

import time
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from lessonkit.inspect.course import Course, Unit
from lessonkit.inspect.enrolment import record, restore
from lessonkit.inspect.kept import Kept, is_record
from lessonkit.inspect.lrs.exchange import Exchange
from lessonkit.inspect.lrs.launch import Kind, Launch, Mode
from lessonkit.inspect.lrs.platform import Platform
from lessonkit.inspect.lrs.reading import XAPI
from lessonkit.inspect.lrs.session import Session
from lessonkit.inspect.lrs.switches import Trouble
from lessonkit.inspect.package import address_of
from lessonkit.inspect.standing import pretty, standing
from lessonkit.inspect.structure import MOVE_ON

_STORE = "enrolment"
_PATIENCE = 8.0
"""Seconds that the page waits for news before it asks again."""
_TURN = 0.06
_AT_ONCE = 200
_MODES: Mapping[str, Mode] = {"normal": "Normal", "browse": "Browse", "review": "Review"}
_SWITCHES: Mapping[str, tuple[Trouble, ...]] = {
    "offline": (Trouble(hang_up=True),),
    "throws": (Trouble(status=503),),
    "refuse": tuple(
        Trouble(on=resource, method=method, status=403)
        for resource in ("statements", "state")
        for method in ("PUT", "POST")
    ),
}


@dataclass(slots=True)
class Attempts:
    """One learner on one course; all parts share an enrolment."""

    platform: Platform
    course: Course
    content: str
    """The address of the package's files."""
    returns: str
    """The address that a lesson goes to when it ends."""
    lang: str
    kept: Kept
    registration: str = ""
    sessions: dict[int, Session] = field(default_factory=dict)
    """The last of each part."""
    last: int = 0
    """The part that was launched last."""

    def __post_init__(self) -> None:
        self.platform.units = tuple(one for one in self.course.parts if isinstance(one, Unit))
        kept = self.kept.stores.get(_STORE, {})
        if is_record(kept):
            self.registration = restore(self.platform, kept)

    def keep(self) -> None:
        """Raises: WriteError: the file cannot be written."""
        if self.registration:
            self.kept.put(_STORE, record(self.platform, self.registration))

    def act(self, name: str, said: Mapping[str, Any]) -> Mapping[str, Any]:
        """What the page wants. Raises: ValueError: it makes no sense."""
        if name == "launch":
            return self._launch(said)
        if name == "left":
            self._left(said)
        if name == "switches":
            wanted = [one for key, one in _SWITCHES.items() if said.get(key) is True]
            self.platform.switches.troubles = [trouble for one in wanted for trouble in one]
        return {}

    def _launch(self, said: Mapping[str, Any]) -> Mapping[str, Any]:
        part = _whole(said.get("part"), len(self.course.parts))
        unit = self.course.parts[part]
        if not isinstance(unit, Unit):
            raise ValueError(unit.id)
        if said.get("afresh") is True:
            self.registration = ""
            self.sessions.clear()
        launched = self.platform.launch(
            unit, self.content + address_of(unit), self._choices(said),
            kind=self.kind, registration=self.registration,
        )  # fmt: skip
        self.registration = launched.session.keys.registration
        self.sessions[part] = launched.session
        self.last = part
        return {"address": launched.address, "session": launched.session.number}

    @property
    def kind(self) -> Kind:
        """Of the package."""
        return "cmi5" if self.course.version == "cmi5" else "xapi"

    def _choices(self, said: Mapping[str, Any]) -> Launch:
        mastery, move_on = said.get("mastery"), said.get("moveOn")
        usable = isinstance(mastery, int | float) and 0 <= mastery <= 1
        return Launch(
            mode=_MODES.get(str(said.get("mode")), "Normal"),
            move_on=move_on if move_on in MOVE_ON else None,
            mastery=float(mastery) if usable and mastery is not None else None,
            return_url=self.returns,
        )

    def _left(self, said: Mapping[str, Any]) -> None:
        part = _whole(said.get("part"), len(self.course.parts))
        session = self.sessions.get(part)
        if session is not None:
            session.returned += said.get("returned") is True
            self.platform.leave(session)
            self.keep()

    def news(self, after: int) -> Mapping[str, Any]:
        """What happened since that line of the log; waits a while where nothing has."""
        end = time.monotonic() + _PATIENCE
        while len(self.platform.log) <= after and time.monotonic() < end:
            time.sleep(_TURN)
        lines = self.platform.log[after : after + _AT_ONCE]
        return {
            "lines": [_line(one, self.lang) for one in lines],
            "next": after + len(lines),
            **standing(self.platform, list(self.sessions.items()), self.last),
        }


def _whole(value: object, below: int) -> int:
    if isinstance(value, int) and 0 <= value < below:
        return value
    raise ValueError(value)


def _line(one: Exchange, lang: str) -> Mapping[str, Any]:
    """One line of the log as the page shows it."""
    return {
        "n": one.number,
        "at": round(one.time * 1000),
        "session": one.session,
        "method": one.request.method,
        "what": _what(one),
        "verbs": [_verb(it) for it in one.statements()[:20]],
        "status": one.status,
        "pretended": one.pretended,
        "sent": pretty(one.request.body),
        "faults": [
            {
                "level": "fault" if it.level == "must" else "note",
                "clause": _clause(it.rule), "said": it.said(lang), "where": it.where,
                "found": it.found,
            }
            for it in one.breaches
        ],
    }  # fmt: skip


def _clause(rule: str) -> str:
    """With the standard it stands in."""
    if rule.startswith("cmi5"):
        return rule
    return f"cmi5 {rule}" if rule[:1].isdigit() else f"xAPI {rule}"


def _what(one: Exchange) -> str:
    """The resource and which of it."""
    found = one.request.parameters
    names = (found.get(key, "") for key in ("stateId", "profileId", "statementId"))
    path = one.request.path.removeprefix(XAPI)
    return " · ".join(part[:200] for part in (path, *names) if part)


def _verb(statement: object) -> str:
    match statement:
        case {"verb": {"id": str(verb)}, "object": {"id": str(name)}}:
            tail = verb.rstrip("/").rpartition("/")[2][:80]
            part = name.partition("#")[2][:80]
            return f"{tail} #{part}" if part else tail
    return "?"
