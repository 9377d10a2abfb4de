"""One launch as the platform follows it, and the registration it belongs to."""

from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from lessonkit.inspect.lrs.forms import Json, moment
from lessonkit.inspect.lrs.launch import Keys, Kind, Launch, Unit, mastery_of

VERB = "http://adlnet.gov/expapi/verbs/"
ADL = "https://w3id.org/xapi/adl/verbs/"
INITIALIZED, TERMINATED = f"{VERB}initialized", f"{VERB}terminated"
COMPLETED, PASSED, FAILED = f"{VERB}completed", f"{VERB}passed", f"{VERB}failed"
JUDGED = frozenset((COMPLETED, PASSED, FAILED))
DEFINED = JUDGED | {INITIALIZED, TERMINATED}
CMI5 = "https://w3id.org/xapi/cmi5/context/categories/cmi5"
MOVEON = "https://w3id.org/xapi/cmi5/context/categories/moveon"


def verb_of(statement: Json) -> str:
    """The verb's id."""
    found = statement.get("verb")
    return str(found.get("id", "")) if isinstance(found, dict) else ""


def categories(statement: Json) -> frozenset[str]:
    """Ids of the context activities of that kind."""
    context = statement.get("context")
    activities = context.get("contextActivities") if isinstance(context, dict) else None
    held = activities.get("category", []) if isinstance(activities, dict) else []
    listed = held if isinstance(held, list) else [held]
    return frozenset(str(one.get("id")) for one in listed if isinstance(one, dict))


def is_defined(statement: Json) -> bool:
    """Whether a statement is "cmi5 defined" (cmi5 7.1.3)."""
    return CMI5 in categories(statement)


@dataclass(slots=True)
class Registration:
    """A learner's enrolment, over all sessions."""

    id: str
    statements: list[dict[str, Any]] = field(default_factory=list)
    """Of units and of the platform itself, as stored, in the order of arrival."""

    def of(self, activity: str) -> list[dict[str, Any]]:
        """Those about one unit; a course may have several."""
        return [one for one in self.statements if one["object"].get("id") == activity]


@dataclass(slots=True)
class Session:
    """What is known of one launch."""

    unit: Unit
    launch: Launch
    keys: Keys
    token: str
    """What an `Authorization` header holds behind `Basic `."""
    kind: Kind
    registration: Registration
    number: int
    """From 1, over the life of the platform."""
    fetches: int = 0
    read: set[str] = field(default_factory=set)
    """Documents it asked for: `LMS.LaunchData`, `cmi5LearnerPreferences`."""
    statements: list[dict[str, Any]] = field(default_factory=list)
    """Of this session alone, the unit's own."""
    terminated: float | None = None
    """Seconds of the platform's clock."""
    abandoned: bool = False
    left: bool = False
    returned: int = 0
    """Visits of the `returnURL`."""

    @property
    def mastery(self) -> float | None:
        """What a score is judged by, where the platform says so."""
        return mastery_of(self.unit, self.launch)

    def said(self, verb: str) -> bool:
        """Whether a defined statement of that verb was stored in this session."""
        return any(verb_of(one) == verb and is_defined(one) for one in self.statements)

    def ever_said(self, verb: str) -> bool:
        """The same over all sessions of the registration."""
        own = self.registration.of(self.keys.activity)
        return any(verb_of(one) == verb and is_defined(one) for one in own)

    def times(self) -> list[datetime]:
        """Of all stored statements."""
        found = (moment(one.get("timestamp")) for one in self.statements)
        return [one for one in found if one is not None]
