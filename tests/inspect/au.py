"""A small unit written by hand, that speaks to the pretend platform without a network."""

import json
from collections.abc import Mapping
from copy import deepcopy
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any
from urllib.parse import parse_qs, urlencode, urlsplit
from uuid import UUID

from lessonkit.inspect.lrs.exchange import Reply, Request
from lessonkit.inspect.lrs.launch import Kind, Launch
from lessonkit.inspect.lrs.platform import Platform

ADDRESS = "http://content.example/index.html?theme=1"
VERBS = "http://adlnet.gov/expapi/verbs/"
CATEGORY = "https://w3id.org/xapi/cmi5/context/categories/"
EXTENSION = "https://w3id.org/xapi/cmi5/context/extensions/"
RESULTS: dict[str, dict[str, Any]] = {
    "completed": {"completion": True, "duration": "PT3.14S"},
    "passed": {"success": True, "duration": "PT3S", "score": {"scaled": 0.9}},
    "failed": {"success": False, "duration": "PT3S", "score": {"scaled": 0.1}},
    "terminated": {"duration": "PT9S"},
    "answered": {"success": True, "response": "a[,]b"},
}


@dataclass(frozen=True, slots=True)
class Thing:
    """A unit as a package would name it."""

    id: str = "https://publisher.example/lesson"
    title: str = "Bài học"
    move_on: str = "CompletedAndPassed"
    mastery: float | None = 0.8
    parameters: str = ""
    entitlement: str = ""


class Clock:
    """Of the platform; it goes on by hand."""

    def __init__(self) -> None:
        self.now = 1_750_000_000.0

    def __call__(self) -> float:
        """Seconds since 1970."""
        return self.now


@dataclass(slots=True)
class Hand:
    """One session: what was launched, and what was answered last."""

    platform: Platform
    clock: Clock
    parameters: dict[str, str]
    token: str = ""
    data: dict[str, Any] = field(default_factory=dict)
    count: int = 0
    reply: Reply = field(default_factory=lambda: Reply(0))

    @classmethod
    def launched(cls, launch: Launch, kind: Kind = "cmi5", thing: Thing | None = None) -> "Hand":
        """On a platform of its own."""
        clock = Clock()
        platform = Platform("http://lms.example/", clock)
        address = platform.launch(thing or Thing(), ADDRESS, launch, kind=kind).address
        return cls(platform, clock, query(address))

    def ask(
        self,
        method: str,
        path: str,
        parameters: Mapping[str, str] | None = None,
        body: object = None,
        headers: Mapping[str, str] | None = None,
    ) -> Reply:
        """One request, a second after the last."""
        self.clock.now += 1
        sent = {
            "authorization": f"Basic {self.token}",
            "x-experience-api-version": "1.0.3",
            "content-type": "application/json",
            **{name.lower(): value for name, value in (headers or {}).items()},
        }
        sent = {name: value for name, value in sent.items() if value}
        data = body if isinstance(body, bytes) else b"" if body is None else dumped(body)
        query = urlencode(dict(parameters or {}))
        self.reply = self.platform.answer(Request(method, path, query, sent, data))
        return self.reply

    def fetch(self) -> None:
        """The token."""
        found = urlsplit(self.parameters["fetch"])
        request = Request("POST", found.path.lstrip("/"), found.query)
        self.reply = self.platform.answer(request)
        self.token = json.loads(self.reply.body).get("auth-token", self.token)

    def owner(self) -> dict[str, str]:
        """Parameters of a state."""
        names = {"activityId": "activityId", "actor": "agent", "registration": "registration"}
        return {new: self.parameters[old] for old, new in names.items()}

    def read(self) -> None:
        """Launch data."""
        self.ask("GET", "xapi/activities/state", self.owner() | {"stateId": "LMS.LaunchData"})
        if self.reply.status == 200:
            self.data = json.loads(self.reply.body)

    def prefer(self) -> None:
        """Preferences of the learner."""
        wanted = {"agent": self.parameters["actor"], "profileId": "cmi5LearnerPreferences"}
        self.ask("GET", "xapi/agents/profile", wanted)

    def statement(self, verb: str) -> dict[str, Any]:
        """As it ought to be."""
        self.count += 1
        context = deepcopy(self.data.get("contextTemplate", {}))
        context["registration"] = self.parameters["registration"]
        activity = self.parameters.get("activityId") or self.parameters["activity_id"]
        whole: dict[str, Any] = {
            "id": str(UUID(int=self.count, version=4)),
            "actor": json.loads(self.parameters["actor"]),
            "verb": {"id": f"{VERBS}{verb}", "display": {"en": verb}},
            "object": {"objectType": "Activity", "id": activity},
            "context": context,
            "timestamp": stamp(self.clock.now),
        }
        if verb in RESULTS:
            whole["result"] = deepcopy(RESULTS[verb])
        self._as_cmi5(verb, whole)
        return whole

    def _as_cmi5(self, verb: str, whole: dict[str, Any]) -> None:
        context = whole["context"]
        if verb == "answered":
            whole["object"] = question(whole["object"]["id"])
            return
        if verb == "progressed" or "contextActivities" not in context:
            return
        judged = verb in ("completed", "passed", "failed")
        names = ["cmi5", *(["moveon"] if judged else [])]
        held = context["contextActivities"].setdefault("category", [])
        held += [{"id": f"{CATEGORY}{name}"} for name in names]
        if verb in ("passed", "failed") and "masteryScore" in self.data:
            context["extensions"][f"{EXTENSION}masteryscore"] = self.data["masteryScore"]

    def relaunch(self) -> None:
        """The learner returns: a new session of the same enrolment."""
        old = self.platform.records.sessions[-1]
        again = self.platform.launch(
            old.unit, ADDRESS, old.launch, registration=old.registration.id
        )
        self.parameters = query(again.address)
        self.fetch()
        self.read()
        self.prefer()
        self.send(self.statement("initialized"))

    def send(self, *statements: object) -> Reply:
        """All at once."""
        body = statements[0] if len(statements) == 1 else list(statements)
        return self.ask("POST", "xapi/statements", body=body)


def question(activity: str) -> dict[str, Any]:
    """A part of the activity that is answered."""
    choices = [{"id": name, "description": {"vi": name}} for name in "abc"]
    return {
        "id": f"{activity}#q1",
        "definition": {
            "type": "http://adlnet.gov/expapi/activities/cmi.interaction",
            "interactionType": "choice",
            "choices": choices,
            "correctResponsesPattern": ["a[,]b"],
        },
    }


def stamp(seconds: float) -> str:
    """A moment as a browser writes it."""
    return f"{datetime.fromtimestamp(seconds, UTC):%Y-%m-%dT%H:%M:%S}.000Z"


def query(address: str) -> dict[str, str]:
    """Of an address; each name once."""
    return {name: found[0] for name, found in parse_qs(urlsplit(address).query).items()}


def dumped(body: object) -> bytes:
    """JSON."""
    return json.dumps(body, ensure_ascii=False).encode()


def changed(whole: Any, path: str, value: object) -> None:
    """Set what is at that path, such as `context.contextActivities.category.0`.

    The value `∅` takes it away; `|` in place of `.` where names have dots.
    """
    sign = "|" if "|" in path else "."
    parts: list[Any] = [int(part) if part.isdigit() else part for part in path.split(sign)]
    for part in parts[:-1]:
        whole = whole[part] if isinstance(part, int) else whole.setdefault(part, {})
    if value == "∅":
        del whole[parts[-1]]
    elif isinstance(whole, list) and parts[-1] == len(whole):
        whole.append(value)
    else:
        whole[parts[-1]] = value
