"""What is launched, for whom and how; and what the platform writes down before it.

Source: cmi5 8.1 (launch parameters), 10.0 (LMS.LaunchData), 11.0 (learner preferences).
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Literal, Protocol
from urllib.parse import quote, urlsplit, urlunsplit

from lessonkit.inspect.lrs.forms import Json

Kind = Literal["cmi5", "xapi"]
Mode = Literal["Normal", "Browse", "Review"]
SESSION = "https://w3id.org/xapi/cmi5/context/extensions/sessionid"
_SAFE = "-._~"


class Unit(Protocol):
    """An assignable unit of `cmi5.xml`, or the launched activity of `tincan.xml`."""

    @property
    def id(self) -> str:
        """The publisher's."""

    @property
    def title(self) -> str:
        """For people."""

    @property
    def move_on(self) -> str:
        """One of cmi5's five; "" in plain xAPI."""

    @property
    def mastery(self) -> float | None:
        """0 to 1."""

    @property
    def parameters(self) -> str:
        """`launchParameters`, "" for none."""

    @property
    def entitlement(self) -> str:
        """`entitlementKey`, "" for none."""


LEARNER: Json = {
    "objectType": "Agent",
    "account": {"homePage": "https://lms.example/", "name": "hoc-vien-1"},
}


@dataclass(frozen=True, slots=True)
class Launch:
    """Choices of the platform for one session; what is None is as the unit says."""

    mode: Mode = "Normal"
    actor: Json = field(default_factory=lambda: LEARNER)
    move_on: str | None = None
    """One of the five values of cmi5 13.1.4."""
    mastery: float | None = None
    return_url: str | None = None
    """`{session}` in it is filled in with the session's id."""
    preferences: Json | None = None
    """`cmi5LearnerPreferences`; None: there are none."""
    context: Json = field(default_factory=dict)
    """More for the `contextTemplate`, joined to what the standard wants in it."""
    more: Json = field(default_factory=dict)
    """More for `LMS.LaunchData`; what is there wins, so that it may be spoiled."""


@dataclass(frozen=True, slots=True)
class Keys:
    """What the platform has made up for one session."""

    registration: str
    session: str
    activity: str
    """The id that the platform gave the unit; never the publisher's."""


def context_template(unit: Unit, launch: Launch, keys: Keys) -> dict[str, Any]:
    """With the session and the publisher's id."""
    more = dict(launch.context)
    activities = dict(more.pop("contextActivities", {}))
    grouping = [*activities.pop("grouping", []), {"id": unit.id}]
    extensions = {**more.pop("extensions", {}), SESSION: keys.session}
    return {
        **more,
        "contextActivities": {**activities, "grouping": grouping},
        "extensions": extensions,
    }


def launch_data(unit: Unit, launch: Launch, keys: Keys) -> dict[str, Any]:
    """The document `LMS.LaunchData`."""
    mastery = mastery_of(unit, launch)
    back = launch.return_url and launch.return_url.replace("{session}", keys.session)
    optional = {
        "launchParameters": unit.parameters or None,
        "masteryScore": mastery,
        "returnURL": back,
        "entitlementKey": {"courseStructure": unit.entitlement} if unit.entitlement else None,
    }
    return {
        "contextTemplate": context_template(unit, launch, keys),
        "launchMode": launch.mode,
        "moveOn": move_on_of(unit, launch),
        **{name: value for name, value in optional.items() if value is not None},
        **launch.more,
    }


def mastery_of(unit: Unit, launch: Launch) -> float | None:
    """An administrator's word goes before the package's."""
    return unit.mastery if launch.mastery is None else launch.mastery


def move_on_of(unit: Unit, launch: Launch) -> str:
    """An administrator's word goes before the package's."""
    return launch.move_on or unit.move_on or "NotApplicable"


def with_parameters(address: str, parameters: Mapping[str, str]) -> str:
    """The address with more in its query, encoded; what it had is kept."""
    parts = urlsplit(address)
    pairs = [f"{quote(name)}={quote(value, safe=_SAFE)}" for name, value in parameters.items()]
    query = "&".join([parts.query, *pairs] if parts.query else pairs)
    return urlunsplit(parts._replace(query=query))
