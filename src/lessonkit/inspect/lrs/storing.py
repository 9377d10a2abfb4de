"""Statements sent and asked for. Source: Communication 2.1."""

import json
from collections.abc import Callable, Iterable, Mapping
from datetime import UTC, datetime
from typing import Any

from lessonkit.inspect.lrs.breach import Breach, breach
from lessonkit.inspect.lrs.cmi5 import cmi5_breaches
from lessonkit.inspect.lrs.exchange import JSON, Reply, Request
from lessonkit.inspect.lrs.forms import Json, moment, same_agent
from lessonkit.inspect.lrs.interaction import answer_breaches
from lessonkit.inspect.lrs.reading import Asked, parse
from lessonkit.inspect.lrs.session import TERMINATED, Session, is_defined, verb_of
from lessonkit.inspect.lrs.statement import statement_breaches

AHEAD = 300
"""Seconds that a learner's clock may be fast; project's choice."""
_OURS = ("stored", "authority", "version")
Taken = tuple[Reply, tuple[Breach, ...]]


def stamp(seconds: float) -> str:
    """A time of the platform as xAPI writes it."""
    return datetime.fromtimestamp(seconds, UTC).isoformat(timespec="milliseconds")[:-6] + "Z"


def take(request: Request, what: Asked, session: Session, now: float, *, conflicts: bool) -> Taken:
    """Store what was sent, all or nothing."""
    sent = parse(request.body)
    batch = sent if isinstance(sent, list) else [sent]
    found = list(_of_request(request, what, sent))
    marks = len(session.statements), len(session.registration.statements)
    again = False
    for n, one in enumerate(batch):
        known = _known(one, session)
        if known is not None:
            again = True
            found += _repeated(one, known)
            continue
        found += (_at(it, n, len(batch)) for it in _breaches(one, session, now))
        if isinstance(one, dict):
            _store(one, session, now)
    if any(one.level == "must" for one in found):
        del session.statements[marks[0] :], session.registration.statements[marks[1] :]
        return Reply(_status(found), _told(found), {"Content-Type": JSON}), tuple(found)
    if any(verb_of(one) == TERMINATED and is_defined(one) for one in session.statements):
        session.terminated = session.terminated or now
    if again and conflicts:
        return Reply(409), tuple(found)
    if request.method == "PUT":
        return Reply(204), tuple(found)
    ids = json.dumps([one.get("id") for one in batch]).encode()
    return Reply(200, ids, {"Content-Type": JSON}), tuple(found)


def _of_request(request: Request, what: Asked, sent: Any) -> Iterable[Breach]:
    if request.method == "PUT":
        yield breach("Communication 2.1.1.s3.b1", "method", "PUT", "should")
        wanted = what.parameters.get("statementId", "∅")
        found = sent.get("id", wanted) if isinstance(sent, dict) else "∅"
        if found != wanted or wanted == "∅":
            yield breach("Communication 2.1.1.s3.b3", "parameter statementId", wanted)
    elif isinstance(sent, list):
        ids = [one.get("id") for one in sent if isinstance(one, dict)]
        if len(set(ids)) < len(ids):
            yield breach("Communication 2.1.2.s2.b6", "body", "an id twice")


def _breaches(one: Any, session: Session, now: float) -> list[Breach]:
    found = list(statement_breaches(one))
    if not isinstance(one, dict):
        return found
    found += answer_breaches(one)
    time = moment(one.get("timestamp"))
    if time is not None and time.timestamp() > now + AHEAD:
        found.append(breach("Data 2.4.7.s3.b4", "statement.timestamp", one["timestamp"]))
    if session.kind == "cmi5":
        found += cmi5_breaches(one, session)
    return found


def _at(found: Breach, n: int, many: int) -> Breach:
    if many == 1:
        return found
    where = found.where.replace("statement", f"statements[{n}]", 1)
    return Breach(found.rule, where, found.found, found.level)


def _known(one: Any, session: Session) -> dict[str, Any] | None:
    wanted = one.get("id") if isinstance(one, dict) else None
    stored = session.registration.statements
    return next((it for it in stored if wanted is not None and it["id"] == wanted), None)


def _repeated(one: Json, known: Json) -> Iterable[Breach]:
    """The same statement may arrive twice; another one under its id may not."""
    if _bare(one) != _bare(known):
        yield breach("Communication 2.1.2.s2.b5", "statement.id", known["id"])


def _bare(one: Json) -> dict[str, Any]:
    return {name: value for name, value in one.items() if name not in _OURS}


def _store(one: dict[str, Any], session: Session, now: float) -> None:
    added = {
        "stored": stamp(now),
        "version": "1.0.0",
        "authority": {"account": {"homePage": "https://lms.example/", "name": "lms"}},
    }
    stored = {**one, **added}
    session.statements.append(stored)
    session.registration.statements.append(stored)


def _status(found: Iterable[Breach]) -> int:
    """A wrong form is 400, a statement out of place 403, one that stands otherwise 409."""
    rules = [one.rule for one in found if one.level == "must"]
    if any(rule == "Communication 2.1.2.s2.b5" for rule in rules):
        return 409
    return 400 if any(rule.startswith(("Data", "Communication")) for rule in rules) else 403


def _told(found: Iterable[Breach]) -> bytes:
    return json.dumps([str(one) for one in found if one.level == "must"]).encode()


def give(what: Asked, session: Session, now: float) -> Reply:
    """Statements of the session's registration that fit the filters."""
    wanted = what.parameters
    headers = {"Content-Type": JSON, "X-Experience-API-Consistent-Through": stamp(now)}
    stored = session.registration.statements
    if "statementId" in wanted:
        one = next((it for it in stored if it["id"] == wanted["statementId"]), None)
        return Reply(200, json.dumps(one).encode(), headers) if one else Reply(404)
    found = [it for it in stored if all(fits(it, what) for fits in _FILTERS)]
    if wanted.get("ascending") != "true":
        found.reverse()
    limit = int(wanted["limit"]) if wanted.get("limit", "").isdigit() else 0
    whole = {"statements": found[:limit] if limit else found, "more": ""}
    return Reply(200, json.dumps(whole).encode(), headers)


def _about(statement: Json, what: Asked) -> bool:
    """The object, or with `related_activities` any activity of the context."""
    wanted = what.parameters.get("activity")
    if wanted is None or statement["object"].get("id") == wanted:
        return True
    context = statement.get("context", {}).get("contextActivities", {})
    related = what.parameters.get("related_activities") == "true"
    return related and any(
        it.get("id") == wanted
        for held in context.values()
        for it in (held if isinstance(held, list) else [held])
    )


def _registered(statement: Json, what: Asked) -> bool:
    wanted = what.parameters.get("registration")
    return wanted in (None, statement.get("context", {}).get("registration"))


def _timed(statement: Json, what: Asked) -> bool:
    stored = moment(statement["stored"])
    since = moment(what.parameters.get("since"))
    until = moment(what.parameters.get("until"))
    if stored is None:
        return False
    return (since is None or stored > since) and (until is None or stored <= until)


_FILTERS: tuple[Callable[[Mapping[str, Any], Asked], bool], ...] = (
    _about,
    _registered,
    _timed,
    lambda it, what: what.parameters.get("verb") in (None, verb_of(it)),
    lambda it, what: "agent" not in what.parameters or same_agent(it["actor"], what.agent),
)
