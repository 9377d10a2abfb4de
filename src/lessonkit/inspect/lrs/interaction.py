"""Definitions of questions and answers to them. Source: Data 2.4.4.1.s6 to s16."""

from collections.abc import Callable, Mapping
from typing import Any

from lessonkit.inspect.lrs.breach import Breaches, breach
from lessonkit.inspect.lrs.forms import Json

TYPES: Mapping[str, tuple[str, ...]] = {
    "true-false": (),
    "choice": ("choices",),
    "fill-in": (),
    "long-fill-in": (),
    "matching": ("source", "target"),
    "performance": ("steps",),
    "sequencing": ("choices",),
    "likert": ("scale",),
    "numeric": (),
    "other": (),
}
"""The lists of components that each type of interaction may have."""
_LISTS = ("choices", "scale", "source", "target", "steps")
_NAMES = ("interactionType", "correctResponsesPattern", *_LISTS)
_CMI = "http://adlnet.gov/expapi/activities/cmi.interaction"


def definition_breaches(
    found: Json, where: str, language_map: Callable[[Any, str], Breaches]
) -> Breaches:
    """The part of an activity's definition that says how it is answered."""
    if not found:
        return
    kind = found.get("interactionType")
    for name, value in found.items():
        if name not in _NAMES:
            yield breach("Data 2.2.s4.b8", f"{where}.{name}", value)
    if not isinstance(kind, str) or kind not in TYPES:
        yield breach("Data 2.4.4.1.s13.b1", f"{where}.interactionType", kind)
        return
    for name in _LISTS:
        if name in found and name not in TYPES[kind]:
            yield breach("Data 2.4.4.1.s15.table2", f"{where}.{name}", kind)
        elif name in found:
            yield from _components(found[name], f"{where}.{name}", language_map)
    patterns = found.get("correctResponsesPattern", [])
    if not isinstance(patterns, list) or not all(isinstance(one, str) for one in patterns):
        yield breach("Data 2.4.4.1.s8", f"{where}.correctResponsesPattern", patterns)
        return
    for n, pattern in enumerate(patterns):
        here = f"{where}.correctResponsesPattern[{n}]"
        yield from response_breaches(found, pattern, here)


def _components(value: Any, where: str, language_map: Callable[[Any, str], Breaches]) -> Breaches:
    if not isinstance(value, list):
        yield breach("Data 2.4.4.1.s15", where, value)
        return
    ids: list[str] = []
    for n, one in enumerate(value):
        if not isinstance(one, Mapping) or not isinstance(one.get("id"), str):
            yield breach("Data 2.4.4.1.s15", f"{where}[{n}]", one)
            continue
        if any(sign.isspace() for sign in one["id"]):
            yield breach("Data 2.4.4.1.s16.b2", f"{where}[{n}].id", one["id"], "should")
        ids.append(one["id"])
        if "description" in one:
            yield from language_map(one["description"], f"{where}[{n}].description")
    if len(set(ids)) < len(ids):
        yield breach("Data 2.4.4.1.s16.b1", where, ", ".join(ids))


def answer_breaches(statement: Json) -> Breaches:
    """Whether `result.response` has the form that the object's type of interaction asks for."""
    definition = _held(_held(statement, "object"), "definition")
    response = _held(statement, "result").get("response")
    if not isinstance(response, str) or definition.get("interactionType") not in TYPES:
        return
    if definition.get("type") != _CMI:
        yield breach("Data 2.4.4.1.s13.b2", "statement.object.definition.type", level="should")
    yield from response_breaches(definition, response, "statement.result.response")


def _held(whole: Json, name: str) -> Json:
    found = whole.get(name)
    return found if isinstance(found, Mapping) else {}


def response_breaches(definition: Json, text: str, where: str) -> Breaches:
    """The form of an answer or of a pattern; ids are those of the components, where they are."""
    fits = _FORMS.get(str(definition.get("interactionType")))
    if fits is not None and not fits(definition, text):
        yield breach("Data 2.4.4.1.s10", where, text)


def _ids(definition: Json, name: str) -> set[str] | None:
    """None where no components are given."""
    found = definition.get(name)
    if not isinstance(found, list):
        return None
    return {str(one.get("id")) for one in found if isinstance(one, Mapping)}


def _known(one: str, ids: set[str] | None) -> bool:
    return bool(one) and (ids is None or one in ids)


def _list(definition: Json, text: str) -> bool:
    ids = _ids(definition, "choices")
    return text == "" or all(_known(one, ids) for one in text.split("[,]"))


def _scale(definition: Json, text: str) -> bool:
    return _known(text, _ids(definition, "scale"))


def _pairs(definition: Json, text: str) -> bool:
    sides = (_ids(definition, "source"), _ids(definition, "target"))
    pairs = [one.split("[.]") for one in text.split("[,]")] if text else []
    return all(len(pair) == 2 and all(map(_known, pair, sides)) for pair in pairs)


def _steps(definition: Json, text: str) -> bool:
    ids = _ids(definition, "steps")
    bare = text.removeprefix("{order_matters=true}").removeprefix("{order_matters=false}")
    steps = [one.split("[.]") for one in bare.split("[,]")] if bare else []
    return all(len(step) == 2 and _known(step[0], ids) for step in steps)


def _numeric(_definition: Json, text: str) -> bool:
    parts = text.split("[:]")
    return len(parts) <= 2 and any(parts) and all(map(_is_number, filter(None, parts)))


def _is_number(text: str) -> bool:
    try:
        float(text)
    except ValueError:
        return False
    return text.strip() == text and text.lower().lstrip("+-")[:1].isdigit()


_FORMS: Mapping[str, Callable[[Json, str], bool]] = {
    "true-false": lambda _definition, text: text in ("true", "false"),
    "choice": _list,
    "sequencing": _list,
    "likert": _scale,
    "matching": _pairs,
    "performance": _steps,
    "numeric": _numeric,
}
