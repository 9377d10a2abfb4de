"""From pydantic's verdict on what was typed to faults in an author's words.

pydantic's own sentences never leave this file.
"""

from collections.abc import Callable, Iterable
from typing import Any

from pydantic import BaseModel, ValidationError

from lessonkit.base.diag import Edit, Fault, Span, fault
from lessonkit.base.near import nearest
from lessonkit.read.yamlpos import YamlDoc

CODES = {
    "missing": "LK110",
    "extra_forbidden": "LK111",
    "string_type": "LK112",
    "string_pattern_mismatch": "LK114",
    "string_too_short": "LK115",
    "string_too_long": "LK115",
    "too_short": "LK115",
    "too_long": "LK115",
    "greater_than": "LK115",
    "greater_than_equal": "LK115",
    "less_than": "LK115",
    "less_than_equal": "LK115",
    "finite_number": "LK115",
    "literal_error": "LK116",
    "int_type": "LK117",
    "int_from_float": "LK117",
    "float_type": "LK118",
    "tuple_type": "LK121",
    "model_type": "LK122",
    "dict_type": "LK122",
    "model_attributes_type": "LK122",
    "bool_type": "LK123",
}
"""pydantic's type of an error → ours; a test holds it complete for the models we have."""


def path_of(loc: Iterable[int | str]) -> str:
    """pydantic's location as a path of `YamlDoc.places`."""
    path = ""
    for part in loc:
        path += f"[{part}]" if isinstance(part, int) else (f".{part}" if path else part)
    return path


def validate(model: type[BaseModel], doc: YamlDoc) -> tuple[Any, list[Fault]]:
    """The model, or None, with a fault for each thing that is wrong."""
    try:
        return model.model_validate(doc.value), []
    except ValidationError as error:
        found = error.errors(include_url=False)
        return None, [_fault(model, doc, one) for one in found]


def _fault(model: type[BaseModel], doc: YamlDoc, error: Any) -> Fault:
    kind: str = error["type"]
    loc = error["loc"]
    path = path_of(loc)
    code = CODES.get(kind, "LK119")
    key = str(loc[-1]) if loc and isinstance(loc[-1], str) else path
    args: dict[str, Any] = {
        "key": key,
        "value": str(doc.raw.get(path, error.get("input", "")))[:60],
    }
    context = error.get("ctx", {})
    if code == "LK110":
        return fault(code, _parent_place(doc, path), **args)
    if code == "LK111":
        known = _fields(model, loc[:-1])
        args["near"] = nearest(key, known) or ""
        return fault(code, doc.keys.get(path, _place(doc, path)), **args)
    if code == "LK116":
        allowed = str(context.get("expected", "")).replace("'", "").replace(" or ", ", ")
        args |= {"allowed": allowed, "near": nearest(args["value"], allowed.split(", ")) or ""}
    if code == "LK115":
        args["limit"] = str(next(iter(context.values()), ""))
        args["bound"] = _BOUNDS[kind]
    if code == "LK119":
        args["problem"] = kind
    return _with_cure(code, doc, path, args)


_BOUNDS = {
    "string_too_short": "≥", "string_too_long": "≤", "too_short": "≥", "too_long": "≤",
    "greater_than": ">", "greater_than_equal": "≥", "less_than": "<", "less_than_equal": "≤",
    "finite_number": "∞",
}  # fmt: skip


def _with_cure(code: str, doc: YamlDoc, path: str, args: dict[str, Any]) -> Fault:
    """Quotes around what must be text, brackets around what must be a list: nothing else can be meant."""
    place = _place(doc, path)
    raw = doc.raw.get(path)
    if raw is None or not raw or place.start.line != place.end.line:
        return fault(code, place, **args)
    if code == "LK112":
        edit = Edit(place, f'"{raw}"')
        return fault("LK113" if path == "version" else code, place, edit, **args)
    if code == "LK121" and '"' not in raw and "," not in raw:
        return fault(code, place, Edit(place, f"[{raw}]"), **args)
    return fault(code, place, **args)


def _place(doc: YamlDoc, path: str) -> Span:
    while path and path not in doc.places:
        path = path.rpartition("." if path.rfind(".") > path.rfind("[") else "[")[0]
    return doc.places[path]


def _parent_place(doc: YamlDoc, path: str) -> Span:
    """Where a missing key should stand: the start of the mapping that lacks it."""
    parent = path.rpartition(".")[0]
    span = _place(doc, parent)
    return Span(span.file, span.start, span.start)


def _fields(model: Any, loc: tuple[int | str, ...]) -> tuple[str, ...]:
    """Names of the keys that may stand at that place of the model."""
    for part in loc:
        if isinstance(part, int):
            continue
        model = _inner(model.model_fields[part].annotation)
    return tuple(model.model_fields)


def _inner(annotation: Any) -> Any:
    """The model inside `tuple[X, ...]`, `X | None` or `X`."""
    walk: Callable[[Any], Any] = lambda one: next(  # noqa: E731  (recursive, three lines)
        (found for arg in getattr(one, "__args__", ()) if (found := walk(arg)) is not None),
        one if isinstance(one, type) and issubclass(one, BaseModel) else None,
    )
    return walk(annotation)
