"""A strict LMS with its LRS, in memory: launches, answers, judges, and writes everything down.

    platform = Platform("http://127.0.0.1:8080/")
    launched = platform.launch(unit, "http://127.0.0.1:8081/content/index.html")
    # a browser goes to launched.address; what arrives below the base goes to platform.answer
    platform.verdict(launched.session).satisfied
    platform.breaches()      # all that was done wrong, in order
    platform.log             # every request with its answer
    platform.switches        # what goes wrong on purpose
    platform.leave(launched.session)   # the learner is gone: what is missing now

It refuses what a platform must refuse (cmi5 6.3: statements that conflict with section 9), with the
status that xAPI names for it. Safe to use from several threads.
"""

import json
import time
from base64 import b64encode
from collections.abc import Callable
from dataclasses import dataclass
from hashlib import sha256
from threading import RLock
from uuid import uuid4

from lessonkit.inspect.lrs.answering import answer
from lessonkit.inspect.lrs.breach import Breach
from lessonkit.inspect.lrs.cmi5 import end_breaches, return_breaches
from lessonkit.inspect.lrs.documents import Document, Key
from lessonkit.inspect.lrs.exchange import JSON, Exchange, Reply, Request
from lessonkit.inspect.lrs.keeping import identity
from lessonkit.inspect.lrs.launch import (
    Keys,
    Kind,
    Launch,
    Unit,
    launch_data,
    move_on_of,
    with_parameters,
)
from lessonkit.inspect.lrs.reading import LAUNCH_DATA, PREFERENCES, XAPI
from lessonkit.inspect.lrs.records import Records
from lessonkit.inspect.lrs.session import Registration, Session, verb_of
from lessonkit.inspect.lrs.switches import Switches
from lessonkit.inspect.lrs.told import SATISFIED, abandoned, launched, satisfied
from lessonkit.inspect.lrs.verdict import Verdict, verdict

_NOTHING = "NotApplicable"


@dataclass(frozen=True, slots=True)
class Launched:
    """A session, and the address that a browser is sent to."""

    session: Session
    address: str


class Platform:
    """One platform; `base` is where its requests arrive, with a slash at the end."""

    def __init__(self, base: str, clock: Callable[[], float] = time.time) -> None:
        self.base = base
        self.records = Records(clock, clock())
        self.units: tuple[Unit, ...] = ()
        """All of the course; none: what is launched is the course alone."""
        self._lock = RLock()

    @property
    def log(self) -> list[Exchange]:
        """Every request, in order; it grows at its end only."""
        return self.records.log

    @property
    def switches(self) -> Switches:
        """To be changed at any time."""
        return self.records.switches

    @property
    def endpoint(self) -> str:
        """What the launch calls so."""
        return self.base + XAPI

    def answer(self, request: Request) -> Reply:
        """What to say to a request; delays and cut connections are the server's to make."""
        with self._lock:
            before = len(self.log)
            reply = answer(self.records, request)
            for session in {one.session for one in self.log[before:]} - {None}:
                self._satisfy(self.records.sessions[(session or 1) - 1])
            return reply

    def breaches(self, session: Session | None = None) -> list[Breach]:
        """All of the log, or of one session."""
        with self._lock:
            return [
                one
                for exchange in self.log
                if session is None or exchange.session == session.number
                for one in exchange.breaches
            ]

    def verdict(self, session: Session) -> Verdict:
        """Of the session's unit in its registration, by the moveOn of this launch."""
        with self._lock:
            statements = session.registration.of(session.keys.activity)
        return verdict(statements, move_on_of(session.unit, session.launch))

    def launch(
        self,
        unit: Unit,
        address: str,
        launch: Launch | None = None,
        *,
        kind: Kind = "cmi5",
        registration: str = "",
    ) -> Launched:
        """A new session at that address; an unended one of the same enrolment is abandoned.

        `registration`: of an earlier launch, for a learner who returns; "" enrols anew.
        """
        with self._lock:
            name = registration or str(uuid4())
            enrolled = self.records.registrations.setdefault(name, Registration(name))
            keys = Keys(name, str(uuid4()), activity_of(unit, kind))
            for one in self.records.sessions:
                if one.registration is enrolled and one.keys.activity == keys.activity:
                    self._abandon(one)
            number = len(self.records.sessions) + 1
            token = b64encode(f"{number}:{uuid4()}".encode()).decode()
            session = Session(unit, launch or Launch(), keys, token, kind, enrolled, number)
            self.records.sessions.append(session)
            self._prepare(session, address)
            return Launched(session, with_parameters(address, self._parameters(session)))

    def leave(self, session: Session, *, by_button: bool = False) -> list[Breach]:
        """The learner is gone; by the lesson's own button the `returnURL` is to be visited."""
        with self._lock:
            session.left = True
            found = [*end_breaches(session), *(return_breaches(session) if by_button else ())]
            if found:
                line = Exchange(
                    len(self.log) + 1,
                    self.records.elapsed,
                    session.number,
                    "",
                    Request("LEAVE", ""),
                    0,
                    tuple(found),
                )
                self.log.append(line)
            return found

    def _parameters(self, session: Session) -> dict[str, str]:
        """Of the launch: cmi5 8.1; plain xAPI as its first platforms had it."""
        actor = json.dumps(session.launch.actor, ensure_ascii=False)
        common = {"endpoint": self.endpoint, "actor": actor}
        if session.kind == "xapi":
            return {
                **common,
                "auth": f"Basic {session.token}",
                "registration": session.keys.registration,
                "activity_id": session.keys.activity,
            }
        return {
            "fetch": f"{self.base}fetch?session={session.keys.session}",
            **common,
            "registration": session.keys.registration,
            "activityId": session.keys.activity,
        }

    def _prepare(self, session: Session, address: str) -> None:
        """What stands in the records before the unit is opened (cmi5 9.3.1, 10.0)."""
        if session.kind != "cmi5":
            return
        now = self.records.clock()
        whole = launch_data(session.unit, session.launch, session.keys)
        self._put(self._state_key(session), whole, now)
        if session.launch.preferences is not None:
            key = ("agents/profile", "", identity(session.launch.actor), "", PREFERENCES)
            self._put(key, session.launch.preferences, now)
        session.registration.statements.append(launched(session, address, now))

    def _state_key(self, session: Session) -> Key:
        keys, actor = session.keys, session.launch.actor
        return ("activities/state", keys.activity, identity(actor), keys.registration, LAUNCH_DATA)

    def _put(self, key: Key, whole: object, now: float) -> None:
        data = json.dumps(whole, ensure_ascii=False).encode()
        self.records.documents.held[key] = Document(data, JSON, now)

    def _abandon(self, session: Session) -> None:
        """Source: cmi5 9.3.6. A session that nobody ever spoke in is forgotten in silence."""
        ended = session.terminated is not None or session.abandoned
        if session.kind != "cmi5" or ended:
            return
        session.abandoned = True
        if session.fetches:
            stored = abandoned(session, self.records.clock(), self.records.opened)
            session.registration.statements.append(stored)

    def _satisfy(self, session: Session) -> None:
        """Source: cmi5 9.3.9."""
        enrolled = session.registration
        told = any(verb_of(one) == SATISFIED for one in enrolled.statements)
        if session.kind == "cmi5" and not told and self._all_satisfied(session):
            course = f"urn:lms:course:{_digest(session.unit.id)}"
            enrolled.statements.append(satisfied(session, course, self.records.clock()))

    def _all_satisfied(self, session: Session) -> bool:
        """A unit that was never launched is satisfied where nothing is asked of it."""
        sessions = self.records.sessions
        last = {it.unit.id: it for it in sessions if it.registration is session.registration}
        return all(
            self.verdict(last[one.id]).satisfied if one.id in last else one.move_on == _NOTHING
            for one in self.units or (session.unit,)
        )


def activity_of(unit: Unit, kind: Kind) -> str:
    """In cmi5 the platform makes it up, always the same one; in plain xAPI it is the unit's own."""
    return unit.id if kind == "xapi" else f"https://lms.example/activities/{_digest(unit.id)}"


def _digest(text: str) -> str:
    return sha256(text.encode()).hexdigest()[:16]
