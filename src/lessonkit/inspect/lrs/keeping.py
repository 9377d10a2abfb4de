"""State and profiles kept and asked for. Source: Communication 2.2 to 2.7, 3.1; cmi5 10.0, 11.0."""

import json

from lessonkit.inspect.lrs.breach import Breach, Breaches, breach
from lessonkit.inspect.lrs.documents import Document, Documents, Key, NoMerge, fits
from lessonkit.inspect.lrs.exchange import JSON, Reply, Request
from lessonkit.inspect.lrs.forms import Json, is_language, moment, same_agent
from lessonkit.inspect.lrs.reading import LAUNCH_DATA, PREFERENCES, Asked, BadJson, parse
from lessonkit.inspect.lrs.session import Session

Taken = tuple[Reply, tuple[Breach, ...]]
WRITES = ("PUT", "POST", "DELETE")
_DOCUMENT = {"activities/state": "stateId"}


def document_breaches(request: Request, what: Asked, session: Session) -> Breaches:
    """Whose document it is, and whether it may be written."""
    if "agent" in what.parameters and not same_agent(what.agent, session.launch.actor):
        profile = what.name == "agents/profile"
        yield breach(
            "11.0.0.0-1" if profile else "8.1.3.0-3", "parameter agent", what.parameters["agent"]
        )
    if what.name == "activities/state" and session.kind == "cmi5":
        yield from _of_state(request, what, session)
    if what.name == "agents/profile" and request.method in WRITES:
        yield from _of_preferences(request, what)
    guarded = request.header("If-Match") or request.header("If-None-Match")
    if what.name != "activities/state" and request.method in WRITES and not guarded:
        level = "must" if request.method == "PUT" else "should"
        number = {"PUT": 1, "POST": 2, "DELETE": 3}[request.method]
        yield Breach(f"Communication 3.1.s3.b{number}", "header If-Match", "∅", level)  # type: ignore[arg-type]


def _of_state(request: Request, what: Asked, session: Session) -> Breaches:
    found = what.parameters
    if found.get("registration") != session.keys.registration:
        yield breach("8.1.4.0-3", "parameter registration", found.get("registration", "∅"))
    if found.get("activityId") != session.keys.activity:
        yield breach("cmi5 10.0", "parameter activityId", found.get("activityId", "∅"))
    touched = found.get("stateId") == LAUNCH_DATA
    if request.method in WRITES and (touched or "stateId" not in found):
        yield breach("10.2.1.0-5", "method", request.method)


def _of_preferences(request: Request, what: Asked) -> Breaches:
    if what.parameters.get("profileId") != PREFERENCES:
        yield breach("11.0.0.0-4", "parameter profileId", what.parameters.get("profileId", "∅"))
    if request.method == "DELETE":
        return
    try:
        found = parse(request.body)
    except BadJson:
        found = None
    if not isinstance(found, dict) or not {"languagePreference", "audioPreference"} <= set(found):
        yield breach("11.0.0.0-5", "body", found)
        return
    if not all(is_language(one.strip()) for one in str(found["languagePreference"]).split(",")):
        yield breach("11.1.0.0-1", "body.languagePreference", found["languagePreference"])
    if found["audioPreference"] not in ("on", "off"):
        yield breach("11.0.0.0-5", "body.audioPreference", found["audioPreference"])


def owner(what: Asked) -> Key:
    """What a document belongs to; agents are told apart by their identifier."""
    found = what.parameters
    agent = what.agent if isinstance(what.agent, dict) else {}
    return (
        what.name,
        found.get("activityId", ""),
        identity(agent),
        found.get("registration", ""),
    )


def identity(agent: Json) -> str:
    """The identifier of an agent, without name and type."""
    known = {name: agent[name] for name in agent if name not in ("name", "objectType")}
    return json.dumps(known, sort_keys=True)


def keep(request: Request, what: Asked, held: Documents, now: float) -> Reply:
    """Answer a request for a document that may be made."""
    name = what.parameters.get(_DOCUMENT.get(what.name, "profileId"))
    if name is None:
        return _several(request, what, held)
    key = (*owner(what), name)
    old = held.held.get(key)
    if request.method == "GET":
        return _shown(old)
    conditions = request.header("If-Match"), request.header("If-None-Match")
    if not fits(old.tag if old else None, *conditions):
        return Reply(412)
    if request.method == "PUT" and what.name != "activities/state" and old and not any(conditions):
        return Reply(409, b"check what is there, then set If-Match")
    if request.method == "DELETE":
        held.held.pop(key, None)
        return Reply(204)
    return _written(request, key, held, now)


def _shown(found: Document | None) -> Reply:
    if found is None:
        return Reply(404)
    return Reply(200, found.data, {"Content-Type": found.type, "ETag": found.tag})


def _written(request: Request, key: Key, held: Documents, now: float) -> Reply:
    kind = request.header("Content-Type") or "application/octet-stream"
    data = request.body
    if request.method == "POST":
        if not kind.startswith(JSON):
            return Reply(400, b"only JSON can be merged")
        try:
            data = held.merged(key, data)
        except NoMerge:
            return Reply(400, b"only JSON objects can be merged")
    held.held[key] = Document(data, kind, now)
    return Reply(204)


def _several(request: Request, what: Asked, held: Documents) -> Reply:
    if request.method == "DELETE":
        for name in held.ids(owner(what)):
            del held.held[(*owner(what), name)]
        return Reply(204)
    since = moment(what.parameters.get("since"))
    names = held.ids(owner(what), since.timestamp() if since else 0)
    return Reply(200, json.dumps(names).encode(), {"Content-Type": JSON})
