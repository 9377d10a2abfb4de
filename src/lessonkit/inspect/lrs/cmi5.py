"""What cmi5 asks of each statement of a session, beside its form. Source: cmi5 7.1, 9.0, 10.0."""

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from lessonkit.inspect.lrs.breach import Breach, Breaches, breach
from lessonkit.inspect.lrs.forms import Json, is_number, is_utc, is_uuid, moment, same_agent
from lessonkit.inspect.lrs.launch import SESSION, context_template
from lessonkit.inspect.lrs.session import (
    COMPLETED,
    DEFINED,
    FAILED,
    INITIALIZED,
    MOVEON,
    PASSED,
    TERMINATED,
    Session,
    categories,
    is_defined,
    verb_of,
)
from lessonkit.inspect.lrs.statement import VOIDED

Rule = Callable[[Json, Session], Breaches]
MASTERY = "https://w3id.org/xapi/cmi5/context/extensions/masteryscore"
PROGRESS = "https://w3id.org/xapi/cmi5/result/extensions/progress"
_FULL = 100
_DURATION = {
    TERMINATED: "9.5.4.1-1",
    COMPLETED: "9.5.4.1-2",
    PASSED: "9.5.4.1-3",
    FAILED: "9.5.4.1-4",
}
_SCORE = "statement.result.score"
_CONTEXT = "statement.context"


def cmi5_breaches(statement: Json, session: Session) -> Breaches:
    """In the order of the specification; `session` as it is before the statement is stored."""
    for rule in _EVERY:
        yield from rule(statement, session)
    if is_defined(statement):
        for rule in _DEFINED:
            yield from rule(statement, session)
    elif verb_of(statement) in DEFINED and _held(statement, "object").get("id") == (
        session.keys.activity
    ):
        yield breach("9.6.2.1-1", f"{_CONTEXT}.contextActivities.category", verb_of(statement))


def _held(whole: Json, *path: str) -> Mapping[str, Any]:
    found: Any = whole
    for name in path:
        found = found.get(name) if isinstance(found, Mapping) else None
    return found if isinstance(found, Mapping) else {}


def _id(statement: Json, _session: Session) -> Breaches:
    if not is_uuid(statement.get("id")):
        yield breach("9.1.0.0-1", "statement.id", statement.get("id", "∅"))


def _actor(statement: Json, session: Session) -> Breaches:
    actor = statement.get("actor")
    if not same_agent(actor, session.launch.actor):
        yield breach("8.1.3.0-3", "statement.actor", actor)


def _void(statement: Json, _session: Session) -> Breaches:
    if verb_of(statement) == VOIDED:
        yield breach("6.3.0.0-1", "statement.verb.id", VOIDED)


def _place(statement: Json, session: Session) -> Breaches:
    """First, last, and nothing outside."""
    verb, defined = verb_of(statement), is_defined(statement)
    if session.said(TERMINATED):
        yield breach("9.3.0.0-5" if defined else "7.1.3.0-1", "statement.verb.id", verb)
    elif not session.said(INITIALIZED) and not (defined and verb == INITIALIZED):
        yield breach("9.3.0.0-4" if defined else "7.1.3.0-1", "statement.verb.id", verb)
    yield from _order(statement, session, verb)


def _order(statement: Json, session: Session, verb: str) -> Breaches:
    """Of the timestamps, which decide (cmi5 9.3)."""
    time, known = moment(statement.get("timestamp")), session.times()
    if time is None or not known:
        return
    if verb == TERMINATED and time < max(known):
        yield breach("9.3.0.0-5", "statement.timestamp", statement["timestamp"])
    elif time < known[0]:
        yield breach("9.3.0.0-4", "statement.timestamp", statement["timestamp"])


def _time(statement: Json, _session: Session) -> Breaches:
    time = statement.get("timestamp")
    if time is None:
        yield breach("9.7.0.0-1", "statement.timestamp", "∅")
    elif moment(time) is not None and not is_utc(time):
        yield breach("9.7.0.0-2", "statement.timestamp", time)


def _template(statement: Json, session: Session) -> Breaches:
    template = context_template(session.unit, session.launch, session.keys)
    context = _held(statement, "context")
    for name, value in template.items():
        if name == "contextActivities":
            yield from _activities(value, _held(context, name))
        elif name == "extensions":
            yield from _extensions(value, _held(context, name))
        elif name not in context:
            yield breach("10.2.1.0-6", f"{_CONTEXT}.{name}", "∅")
        elif context[name] != value:
            yield breach("10.2.1.0-7", f"{_CONTEXT}.{name}", context[name])


def _activities(wanted: Json, found: Json) -> Breaches:
    for name, listed in wanted.items():
        held = found.get(name, [])
        known = held if isinstance(held, list) else [held]
        for one in listed:
            if one in known:
                continue
            where = f"{_CONTEXT}.contextActivities.{name}"
            same = [it for it in known if isinstance(it, Mapping) and it.get("id") == one["id"]]
            yield breach("10.2.1.0-7" if same else "9.6.2.0-1", where, one["id"])


def _extensions(wanted: Json, found: Json) -> Breaches:
    for key, value in wanted.items():
        if key in found and found[key] == value:
            continue
        where = f"{_CONTEXT}.extensions.{key}"
        if key == SESSION:
            yield breach("9.6.3.1-4", where, found.get(key, "∅"))
        else:
            rule = "10.2.1.0-7" if key in found else "10.2.1.0-6"
            yield breach(rule, where, found.get(key, "∅"))


def _registration(statement: Json, session: Session) -> Breaches:
    found = _held(statement, "context").get("registration", "∅")
    if found != session.keys.registration:
        rule = "9.6.1.0-1" if is_defined(statement) else "8.1.4.0-3"
        yield breach(rule, f"{_CONTEXT}.registration", found)


def _moveon(statement: Json, _session: Session) -> Breaches:
    result = _held(statement, "result")
    judged = is_defined(statement) and ("success" in result or "completion" in result)
    has = MOVEON in categories(statement)
    where = f"{_CONTEXT}.contextActivities.category"
    if judged and not has:
        yield breach("9.6.2.2-1", where, "∅")
    if has and not judged:
        yield breach("9.6.2.2-2", where, MOVEON)


def _progress(statement: Json, session: Session) -> Breaches:
    extensions = _held(statement, "result", "extensions")
    if PROGRESS not in extensions:
        return
    value = extensions[PROGRESS]
    where = "statement.result.extensions.progress"
    if not isinstance(value, int) or isinstance(value, bool) or not 0 <= value <= _FULL:
        yield breach("cmi5 9.5.5.1 value", where, value)
    late = session.ever_said(COMPLETED)
    if late or (is_defined(statement) and verb_of(statement) == COMPLETED):
        yield breach("cmi5 9.5.5.1", where, value, "should")


_EVERY: tuple[Rule, ...] = (
    _id, _actor, _void, _place, _time, _template, _registration, _moveon, _progress,
)  # fmt: skip


def _agent(statement: Json, _session: Session) -> Breaches:
    actor = _held(statement, "actor")
    if actor.get("objectType", "Agent") != "Agent":
        yield breach("9.2.0.0-2", "statement.actor.objectType", actor.get("objectType"))
    if "account" not in actor:
        yield breach("9.2.0.0-3", "statement.actor", sorted(actor))


def _verb(statement: Json, _session: Session) -> Breaches:
    if verb_of(statement) not in DEFINED:
        yield breach("cmi5 7.1.3", "statement.verb.id", verb_of(statement))


def _before(statement: Json, session: Session) -> Breaches:
    """What must have been asked for before the session begins."""
    if verb_of(statement) != INITIALIZED:
        return
    if "LMS.LaunchData" not in session.read:
        yield breach("10.2.1.0-4", "statement.verb.id", INITIALIZED)
    if "cmi5LearnerPreferences" not in session.read:
        yield breach("11.0.0.0-3", "statement.verb.id", INITIALIZED)


def _once(statement: Json, session: Session) -> Breaches:
    verb, where = verb_of(statement), "statement.verb.id"
    if session.said(verb):
        yield breach("9.3.2.0-3" if verb == INITIALIZED else "9.3.0.0-2", where, verb)
    elif verb == COMPLETED and session.ever_said(COMPLETED):
        yield breach("9.3.0.0-6", where, verb)
    elif verb == PASSED and session.ever_said(PASSED):
        yield breach("9.3.0.0-7", where, verb)
    if verb == FAILED and session.ever_said(PASSED):
        yield breach("9.3.0.0-8", where, verb)
    elif verb in (PASSED, FAILED) and session.said(FAILED if verb == PASSED else PASSED):
        yield breach("9.3.0.0-3", where, verb)


def _mode(statement: Json, session: Session) -> Breaches:
    rules = {"Browse": "10.2.2.0-9", "Review": "10.2.2.0-11"}
    verb, mode = verb_of(statement), session.launch.mode
    if mode in rules and verb not in (INITIALIZED, TERMINATED):
        yield breach(rules[mode], "statement.verb.id", verb)


def _object(statement: Json, session: Session) -> Breaches:
    found = _held(statement, "object")
    if not found:
        yield breach("9.4.0.0-1", "statement.object", "∅")
    elif found.get("id") != session.keys.activity:
        yield breach("9.4.0.0-2", "statement.object.id", found.get("id"))


def _result(statement: Json, _session: Session) -> Breaches:
    """Which of score, success, completion and duration a verb has."""
    verb, result = verb_of(statement), _held(statement, "result")
    wanted = {PASSED: True, FAILED: False}
    if verb in wanted and result.get("success") is not wanted[verb]:
        rule = "9.5.2.0-1" if verb == PASSED else "9.5.2.0-2"
        yield breach(rule, "statement.result.success", result.get("success", "∅"))
    elif verb not in wanted and "success" in result:
        yield breach("9.5.2.0-3", "statement.result.success", result["success"])
    if verb == COMPLETED and result.get("completion") is not True:
        yield breach("9.5.3.0-1", "statement.result.completion", result.get("completion", "∅"))
    elif verb != COMPLETED and "completion" in result:
        yield breach("9.5.3.0-2", "statement.result.completion", result["completion"])
    if verb not in wanted and "score" in result:
        yield breach("9.5.1.0-2", _SCORE, verb)
    if verb in _DURATION and "duration" not in result:
        yield breach(_DURATION[verb], "statement.result.duration", "∅")


def _score(statement: Json, session: Session) -> Breaches:
    verb, score = verb_of(statement), _held(statement, "result", "score")
    scaled, mastery = score.get("scaled"), session.mastery
    if is_number(scaled) and not 0 <= scaled <= 1:
        yield breach("cmi5 9.5.1 scaled", f"{_SCORE}.scaled", scaled)
    if "raw" in score and not {"min", "max"} <= score.keys():
        yield breach("9.5.1.0-3", f"{_SCORE}.raw", score["raw"])
    for name in ("raw", "min", "max"):
        value = score.get(name)
        if is_number(value) and value != int(value):
            yield breach("cmi5 9.5.1 integer", f"{_SCORE}.{name}", value)
    if mastery is None or not is_number(scaled):
        return
    if verb == PASSED and scaled < mastery:
        yield breach("9.3.4.0-2", f"{_SCORE}.scaled", scaled)
    if verb == FAILED and scaled >= mastery:
        yield breach("9.3.5.0-2", f"{_SCORE}.scaled", scaled)


def _mastery(statement: Json, session: Session) -> Breaches:
    """Named where something is judged by it, and nothing else is called so."""
    extensions = _held(statement, "context", "extensions")
    found, wanted = extensions.get(MASTERY, "∅"), session.mastery
    if verb_of(statement) in (PASSED, FAILED) and wanted is not None:
        if not is_number(found) or found != wanted:
            yield breach("9.6.3.2-2", f"{_CONTEXT}.extensions.masteryscore", found)
    elif MASTERY in extensions and found != wanted:
        yield breach("9.6.3.2-2", f"{_CONTEXT}.extensions.masteryscore", found)


_DEFINED: tuple[Rule, ...] = (
    _agent, _verb, _before, _once, _mode, _object, _result, _score, _mastery,
)  # fmt: skip


def end_breaches(session: Session) -> Iterator[Breach]:
    """What is missing when the learner is gone."""
    if session.kind != "cmi5" or session.abandoned:
        return
    if not session.fetches:
        yield breach("8.1.2.0-4", "fetch", "0")
        return
    if not session.said(INITIALIZED):
        yield breach("7.1.1.0-1", "session", "∅")
    elif session.terminated is None:
        yield breach("7.1.2.0-1", "session", "∅")


def return_breaches(session: Session) -> Iterator[Breach]:
    """Of a learner who left by the lesson's own button."""
    if session.launch.return_url and not session.returned:
        yield breach("10.2.6.0-1", "LMS.LaunchData.returnURL", session.launch.return_url)
