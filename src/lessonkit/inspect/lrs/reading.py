"""A request read: who asks, for what, in which form; and what is wrong with that."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from lessonkit.inspect.lrs.breach import Breach, Breaches, breach
from lessonkit.inspect.lrs.exchange import JSON, Request
from lessonkit.inspect.lrs.forms import is_iri, is_uuid, moment
from lessonkit.inspect.lrs.statement import agent

XAPI = "xapi/"
LAUNCH_DATA, PREFERENCES = "LMS.LaunchData", "cmi5LearnerPreferences"
_OWNED = ("activityId", "agent", "registration")
PARAMETERS: Mapping[str, Mapping[str, tuple[str, ...]]] = {
    "statements": {
        "GET": (
            "statementId", "voidedStatementId", "agent", "verb", "activity", "registration",
            "related_activities", "related_agents", "since", "until", "limit", "format",
            "attachments", "ascending",
        ),
        "PUT": ("statementId",),
        "POST": (),
    },
    "activities/state": {
        "GET": (*_OWNED, "stateId", "since"), "PUT": (*_OWNED, "stateId"),
        "POST": (*_OWNED, "stateId"), "DELETE": (*_OWNED, "stateId"),
    },
    "agents/profile": {
        "GET": ("agent", "profileId", "since"), "PUT": ("agent", "profileId"),
        "POST": ("agent", "profileId"), "DELETE": ("agent", "profileId"),
    },
    "activities/profile": {
        "GET": ("activityId", "profileId", "since"), "PUT": ("activityId", "profileId"),
        "POST": ("activityId", "profileId"), "DELETE": ("activityId", "profileId"),
    },
    "agents": {"GET": ("agent",)},
    "activities": {"GET": ("activityId",)},
    "about": {"GET": ()},
}  # fmt: skip
"""What each resource of the xAPI understands (Communication 2.0)."""
_NEEDED = {
    "activities/state": ("activityId", "agent"),
    "agents/profile": ("agent",),
    "activities/profile": ("activityId",),
    "agents": ("agent",),
    "activities": ("activityId",),
}


class BadJson(ValueError):
    """A text that is no JSON, or one that says a name twice or holds no number where one is."""


def parse(data: bytes) -> Any:
    """Raises: BadJson."""
    try:
        return json.loads(data, parse_constant=_no_number, object_pairs_hook=_once)
    except (ValueError, RecursionError) as error:
        raise BadJson(str(error)) from error


def _no_number(name: str) -> None:
    raise ValueError(name)


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) < len(pairs):
        raise ValueError("a name twice")
    return found


@dataclass(frozen=True, slots=True)
class Asked:
    """What a request is for."""

    name: str
    """The path below the endpoint, such as `activities/state`."""
    parameters: Mapping[str, str]

    @property
    def resource(self) -> str:
        """As the log calls it."""
        document = self.parameters.get("stateId", self.parameters.get("profileId", ""))
        if self.name == "activities/state":
            return "launch-data" if document == LAUNCH_DATA else "state"
        if self.name == "agents/profile":
            return "preferences" if document == PREFERENCES else "agent-profile"
        return {"activities/profile": "activity-profile"}.get(self.name, self.name)

    @property
    def agent(self) -> Any:
        """The parameter as an object; None where it is none."""
        try:
            return parse(self.parameters.get("agent", "").encode())
        except BadJson:
            return None


def asked(request: Request) -> Asked | None:
    """Nothing where the path is none of the xAPI's."""
    name = request.path.removeprefix(XAPI).strip("/")
    known = request.path.startswith(XAPI) and name in PARAMETERS
    return Asked(name, request.parameters) if known else None


def request_breaches(request: Request, what: Asked) -> Breaches:
    """Of headers and parameters, whoever sends them."""
    if what.name == "about":
        return
    version = request.header("X-Experience-API-Version")
    if not (version == "1.0" or version.startswith("1.0.")):
        yield breach("Communication 3.3.s4.b1", "header X-Experience-API-Version", version or "∅")
    elif version != "1.0.3":
        yield breach(
            "Communication 3.3.s4.b2", "header X-Experience-API-Version", version, "should"
        )
    known = PARAMETERS[what.name].get(request.method)
    if known is None:
        return
    lower = {name.lower() for name in known}
    for name in what.parameters:
        if name not in known:
            rule = f"Communication 3.2.s3.{'b8' if name.lower() in lower else 'b7'}"
            yield breach(rule, f"parameter {name}", what.parameters[name])
    yield from _forms(what)
    if request.method in ("PUT", "POST"):
        yield from _content(request, what)


def _forms(what: Asked) -> Iterator[Breach]:
    for name in _NEEDED.get(what.name, ()):
        if name not in what.parameters:
            yield breach("Communication 3.2.s2.b1", f"parameter {name}", "∅")
    found = what.parameters
    if "agent" in found:
        if what.agent is None:
            yield breach("Communication 3.2.s2.b1", "parameter agent", found["agent"])
        else:
            yield from agent(what.agent, "parameter agent")
    forms = {
        "activityId": (is_iri, "Data 4.3"), "activity": (is_iri, "Data 4.3"),
        "verb": (is_iri, "Data 4.3"), "registration": (is_uuid, "Data 4.4"),
        "statementId": (is_uuid, "Data 4.4"), "since": (moment, "Data 4.5.s1.b1"),
        "until": (moment, "Data 4.5.s1.b1"),
    }  # fmt: skip
    for name, (fits, rule) in forms.items():
        if name in found and not fits(found[name]):
            yield breach(rule, f"parameter {name}", found[name])


def _content(request: Request, what: Asked) -> Iterator[Breach]:
    kind = request.header("Content-Type").partition(";")[0].strip().lower()
    if what.name == "statements" and kind != JSON:
        yield breach("Communication 3.2.s3.b6", "header Content-Type", kind or "∅")
    if kind == JSON:
        try:
            parse(request.body)
        except BadJson as error:
            yield breach("Communication 3.2.s3.b6", "body", str(error))
    names = {"activities/state": "stateId"}.get(what.name, "profileId")
    if what.name != "statements" and names not in what.parameters:
        yield breach("Communication 3.2.s2.b1", f"parameter {names}", "∅")
