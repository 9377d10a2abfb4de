"""The structure of a statement, by the tables of xAPI 1.0.3 (Data 2.4)."""

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from lessonkit.inspect.lrs.breach import Breaches, breach
from lessonkit.inspect.lrs.forms import (
    Json,
    is_duration,
    is_iri,
    is_language,
    is_mailto,
    is_number,
    is_sha1,
    is_uuid,
    moment,
)
from lessonkit.inspect.lrs.interaction import definition_breaches

Check = Callable[[Any, str], Breaches]
_IFI = ("mbox", "mbox_sha1sum", "openid", "account")
VOIDED = "http://adlnet.gov/expapi/verbs/voided"


def statement_breaches(statement: object) -> Breaches:
    """Everything about its form; nothing about its meaning."""
    if not isinstance(statement, Mapping):
        yield breach("Data 2.2", "statement", statement)
        return
    yield from _parts(statement, "statement", _STATEMENT, ("actor", "verb", "object"))
    if isinstance(statement.get("object"), Mapping) and _is_activity(statement["object"]):
        return
    context = statement.get("context")
    for name in ("revision", "platform"):
        if isinstance(context, Mapping) and name in context:
            yield breach("Data 2.4.6.s4", f"statement.context.{name}", context[name])


def _is_activity(found: Json) -> bool:
    return bool(found.get("objectType", "Activity") == "Activity")


def _parts(
    whole: Json, where: str, checks: Mapping[str, Check], needed: Iterable[str] = ()
) -> Breaches:
    """Known names only, the needed ones there, and never null."""
    for name in needed:
        if name not in whole:
            yield breach("Data 2.4.s1", f"{where}.{name}", "∅")
    for name, value in whole.items():
        if value is None:
            yield breach("Data 2.2.s4.b1", f"{where}.{name}", "null")
        elif name in checks:
            yield from checks[name](value, f"{where}.{name}")
        else:
            yield breach("Data 2.2.s4.b8", f"{where}.{name}", value)


def _form(test: Callable[[Any], bool], rule: str) -> Check:
    def check(value: Any, where: str) -> Breaches:
        if not test(value):
            yield breach(rule, where, value)

    return check


def _map(value: Any, where: str) -> Breaches:
    if not isinstance(value, Mapping):
        yield breach("Data 4.2", where, value)
        return
    for lang, text in value.items():
        if not is_language(lang) or not isinstance(text, str):
            yield breach("Data 4.2", f"{where}.{lang}", text)


def _extensions(value: Any, where: str) -> Breaches:
    if not isinstance(value, Mapping):
        yield breach("Data 4.1.s3.b1", where, value)
        return
    for key in value:
        if not is_iri(key):
            yield breach("Data 4.1.s3.b1", where, key)


_text = _form(lambda value: isinstance(value, str), "Data 2.2")
_flag = _form(lambda value: isinstance(value, bool), "Data 2.2.s4.b1")
_iri = _form(is_iri, "Data 4.3")
_uuid = _form(is_uuid, "Data 4.4")
_number = _form(is_number, "Data 2.2.s4.b1")
_duration = _form(is_duration, "Data 4.6.s1.b1")
_language = _form(is_language, "Data 2.4.6.s3")


def _object_of(checks: Callable[[], Mapping[str, Check]], needed: tuple[str, ...] = ()) -> Check:
    def check(value: Any, where: str) -> Breaches:
        if isinstance(value, Mapping):
            yield from _parts(value, where, checks(), needed)
        else:
            yield breach("Data 2.2", where, value)

    return check


_account = _object_of(lambda: {"homePage": _iri, "name": _text}, ("homePage", "name"))
_AGENT: Mapping[str, Check] = {
    "objectType": _form(lambda value: value in ("Agent", "Group"), "Data 2.4.2.1"),
    "name": _text,
    "mbox": _form(is_mailto, "Data 2.4.2.3"),
    "mbox_sha1sum": _form(is_sha1, "Data 2.4.2.3"),
    "openid": _iri,
    "account": _account,
}


def agent(value: Any, where: str) -> Breaches:
    """An agent or a group."""
    if not isinstance(value, Mapping):
        yield breach("Data 2.4.2.1", where, value)
        return
    group = value.get("objectType") == "Group"
    yield from _parts(value, where, {**_AGENT, "member": _members} if group else _AGENT)
    known = [name for name in _IFI if name in value]
    if len(known) > 1 or (not known and not (group and "member" in value)):
        yield breach("Data 2.4.2.1.s2.b1", where, ", ".join(known) or "∅")


def _members(value: Any, where: str) -> Breaches:
    if not isinstance(value, list):
        yield breach("Data 2.4.2.2.s4.b1", where, value)
        return
    for n, one in enumerate(value):
        if isinstance(one, Mapping) and one.get("objectType") == "Group":
            yield breach("Data 2.4.2.2.s4.b2", f"{where}[{n}]", "Group")
        yield from agent(one, f"{where}[{n}]")


def _definition(value: Any, where: str) -> Breaches:
    if not isinstance(value, Mapping):
        yield breach("Data 2.2", where, value)
        return
    plain = {name: one for name, one in value.items() if name in _DEFINITION}
    yield from _parts(plain, where, _DEFINITION)
    rest = {name: one for name, one in value.items() if name not in _DEFINITION}
    yield from definition_breaches(rest, where, _map)


_DEFINITION: Mapping[str, Check] = {
    "name": _map,
    "description": _map,
    "type": _iri,
    "moreInfo": _iri,
    "extensions": _extensions,
}
_activity = _object_of(
    lambda: {
        "objectType": _form(lambda value: value == "Activity", "Data 2.4.4.1"),
        "id": _iri,
        "definition": _definition,
    },
    ("id",),
)
_reference = _object_of(lambda: {"objectType": _text, "id": _uuid}, ("objectType", "id"))


def _object(value: Any, where: str) -> Breaches:
    kind = value.get("objectType", "Activity") if isinstance(value, Mapping) else ""
    match kind:
        case "Activity":
            yield from _activity(value, where)
        case "Agent" | "Group":
            yield from agent(value, where)
        case "StatementRef":
            yield from _reference(value, where)
        case "SubStatement":
            yield from _sub(value, where)
        case _:
            yield breach("Data 2.4.4", where, value)


def _sub(value: Json, where: str) -> Breaches:
    inner = {name: one for name, one in value.items() if name != "objectType"}
    allowed = {
        name: check
        for name, check in _STATEMENT.items()
        if name not in ("id", "stored", "version", "authority")
    }
    yield from _parts(inner, where, allowed, ("actor", "verb", "object"))
    held = inner.get("object")
    if isinstance(held, Mapping) and held.get("objectType") == "SubStatement":
        yield breach("Data 2.4.4.3.s8.b4", f"{where}.object", "SubStatement")


def _score(value: Any, where: str) -> Breaches:
    if not isinstance(value, Mapping):
        yield breach("Data 2.2", where, value)
        return
    yield from _parts(value, where, dict.fromkeys(("scaled", "raw", "min", "max"), _number))
    known = {name: one for name, one in value.items() if is_number(one)}
    if not -1 <= known.get("scaled", 0) <= 1:
        yield breach("Data 2.4.5.1.s2", f"{where}.scaled", known["scaled"])
    raw, low, high = (known.get(name) for name in ("raw", "min", "max"))
    if low is not None and high is not None and low >= high:
        yield breach("Data 2.4.5.1.s2", f"{where}.min", low)
    if raw is not None and ((low is not None and raw < low) or (high is not None and raw > high)):
        yield breach("Data 2.4.5.1.s2", f"{where}.raw", raw)


_result = _object_of(
    lambda: {
        "score": _score,
        "success": _flag,
        "completion": _flag,
        "response": _text,
        "duration": _duration,
        "extensions": _extensions,
    }
)


def _activities(value: Any, where: str) -> Breaches:
    if not isinstance(value, Mapping):
        yield breach("Data 2.4.6.2.s4.b1", where, value)
        return
    for name, held in value.items():
        if name not in ("parent", "grouping", "category", "other"):
            yield breach("Data 2.4.6.2.s4.b1", f"{where}.{name}", held)
            continue
        if isinstance(held, Mapping):
            yield breach("Data 2.4.6.2.s4.b5", f"{where}.{name}", held, "should")
        for n, one in enumerate(held if isinstance(held, list) else [held]):
            yield from _activity(one, f"{where}.{name}[{n}]")


_context = _object_of(
    lambda: {
        "registration": _uuid,
        "instructor": agent,
        "team": agent,
        "contextActivities": _activities,
        "revision": _text,
        "platform": _text,
        "language": _language,
        "statement": _reference,
        "extensions": _extensions,
    }
)


def _timestamp(value: Any, where: str) -> Breaches:
    if moment(value) is None:
        yield breach("Data 4.5.s1.b1", where, value)
    elif not isinstance(value, str) or value.endswith(("-00:00", "-0000", "-00")):
        yield breach("Data 4.5.s1.b2", where, value)
    elif "Z" not in value and "+" not in value[10:] and "-" not in value[10:]:
        yield breach("Data 4.5.s1.b4", where, value, "should")


def _version(value: Any, where: str) -> Breaches:
    if not isinstance(value, str) or not value.startswith("1.0."):
        yield breach("Data 2.4.10.s3.b2", where, value)
    else:
        yield breach("Data 2.4.10.s4.b2", where, value, "should")


def _verb(value: Any, where: str) -> Breaches:
    yield from _object_of(lambda: {"id": _iri, "display": _map}, ("id",))(value, where)
    if isinstance(value, Mapping) and "display" not in value:
        yield breach("Data 2.4.3.s5.b1", f"{where}.display", "∅", "should")


_STATEMENT: Mapping[str, Check] = {
    "id": _uuid,
    "actor": agent,
    "verb": _verb,
    "object": _object,
    "result": _result,
    "context": _context,
    "timestamp": _timestamp,
    "stored": _timestamp,
    "authority": agent,
    "version": _version,
    "attachments": _form(lambda value: value == [], "Communication 1.5.2.s2.b1"),
}
