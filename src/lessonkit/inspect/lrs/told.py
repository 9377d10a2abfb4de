"""Statements of the platform itself: Launched, Abandoned, Satisfied. Source: cmi5 9.3, 9.6.3."""

from collections.abc import Mapping
from typing import Any
from urllib.parse import urlsplit, urlunsplit
from uuid import uuid4

from lessonkit.inspect.lrs.cmi5 import MASTERY
from lessonkit.inspect.lrs.launch import context_template, mastery_of, move_on_of
from lessonkit.inspect.lrs.session import ADL, CMI5, MOVEON, VERB, Session
from lessonkit.inspect.lrs.storing import stamp

_EXTENSION = "https://w3id.org/xapi/cmi5/context/extensions/"
_COURSE = "https://w3id.org/xapi/cmi5/activitytype/course"
LAUNCHED = f"{VERB}launched"
ABANDONED, SATISFIED = f"{ADL}abandoned", f"{ADL}satisfied"


def launched(session: Session, address: str, now: float) -> dict[str, Any]:
    """Before the unit is opened; the address without what the launch adds to it."""
    mastery = mastery_of(session.unit, session.launch)
    extensions: dict[str, Any] = {
        f"{_EXTENSION}launchmode": session.launch.mode,
        f"{_EXTENSION}moveon": move_on_of(session.unit, session.launch),
        f"{_EXTENSION}launchurl": urlunsplit(urlsplit(address)._replace(fragment="")),
    }
    if mastery is not None:
        extensions[MASTERY] = mastery
    if session.unit.parameters:
        extensions[f"{_EXTENSION}launchparameters"] = session.unit.parameters
    return _statement(session, LAUNCHED, now, extensions)


def abandoned(session: Session, now: float, began: float) -> dict[str, Any]:
    """For a session that never ended by itself."""
    result = {"duration": f"PT{max(0.0, now - began):.2f}S"}
    return {**_statement(session, ABANDONED, now, {}), "result": result}


def satisfied(session: Session, course: str, now: float) -> dict[str, Any]:
    """Once all units of the course are."""
    whole = _statement(session, SATISFIED, now, {})
    whole["object"] = {"id": course, "definition": {"type": _COURSE}}
    return whole


def _statement(
    session: Session, verb: str, now: float, extensions: Mapping[str, Any]
) -> dict[str, Any]:
    context = context_template(session.unit, session.launch, session.keys)
    activities = context["contextActivities"]
    held = [one for one in activities.get("category", []) if one.get("id") not in (CMI5, MOVEON)]
    context["contextActivities"] = {**activities, "category": [*held, {"id": CMI5}]}
    context["extensions"] = {**context["extensions"], **extensions}
    time = stamp(now)
    return {
        "id": str(uuid4()),
        "actor": dict(session.launch.actor),
        "verb": {"id": verb, "display": {"en": verb.rpartition("/")[2]}},
        "object": {"objectType": "Activity", "id": session.keys.activity},
        "context": {**context, "registration": session.keys.registration},
        "timestamp": time,
        "stored": time,
        "version": "1.0.0",
        "authority": {"account": {"homePage": "https://lms.example/", "name": "lms"}},
    }
