"""From pydantic's verdict on what was typed to faults in an author's words.

pydantic's own sentences never leave this file.
"""

from collections.abc import Iterable, Mapping
from typing import Any

from pydantic import BaseModel, ValidationError

from lessonkit.base.diag import Arg, Edit, Fault, Span, fault
from lessonkit.base.near import nearest
from lessonkit.base.slug import readable_slug
from lessonkit.read.yamlpos import YamlDoc

CODES = {
    "missing": "LK110",
    "extra_forbidden": "LK111",
    "string_type": "LK112",
    "string_pattern_mismatch": "LK114",
    "string_too_short": "LK169",
    "too_short": "LK169",
    "string_too_long": "LK178",
    "greater_than": "LK115",
    "greater_than_equal": "LK115",
    "less_than": "LK175",
    "less_than_equal": "LK175",
    "literal_error": "LK116",
    "int_type": "LK117",
    "float_type": "LK118",
    "tuple_type": "LK121",
    "model_type": "LK122",
    "dict_type": "LK122",
}
"""pydantic's type of an error → ours; a test holds it complete for what authors type."""


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
        found = [_fault(model, doc, one) for one in error.errors(include_url=False)]
        meant = {one.finding.args["near"] for one in found if one.code == "LK111"}
        # A mistyped key is said once, not again as the key that is missing.
        return None, [one for one in found if not _mistyped(one, meant)]


def _mistyped(found: Fault, meant: set[Arg]) -> bool:
    return found.code == "LK110" and found.finding.args["key"] in meant


def _fault(model: type[BaseModel], doc: YamlDoc, error: Any) -> Fault:
    loc = error["loc"]
    path = path_of(loc)
    code = CODES.get(error["type"], "LK119")
    key = str(loc[-1]) if loc and isinstance(loc[-1], str) else path
    if code == "LK110":
        return fault(code, _parent_place(doc, path), key=key)
    if code == "LK111":
        near = nearest(key, _fields(model, loc[:-1])) or ""
        return fault(code, doc.keys.get(path, _place(doc, path)), key=key, near=near)
    if error.get("input", "") is None:
        return fault("LK169", _place(doc, path), key=key)
    args: dict[str, Arg] = {"key": key, "value": _shown(doc, path, error.get("input"))}
    return _with_cure(code, doc, path, args | _extra(code, args, error.get("ctx", {})))


def _shown(doc: YamlDoc, path: str, value: Any) -> str:
    """The value as typed."""
    if path in doc.raw:
        return doc.raw[path][:60]
    if isinstance(value, tuple):
        return ("[" + ", ".join(map(str, value)))[:59] + "]"
    if isinstance(value, dict):
        return ", ".join(f"{key}: …" for key in value)[:60]
    return str(value)[:60]


def _extra(code: str, args: Mapping[str, Arg], context: Mapping[str, Any]) -> dict[str, Arg]:
    """What the sentence of a code needs besides key and value."""
    value = str(args["value"])
    if code == "LK114":
        return {"example": "vi" if args["key"] == "lang" else readable_slug(value, "bai-1")}
    if code == "LK116":
        allowed = str(context.get("expected", "")).replace("'", "").replace(" or ", ", ")
        return {"allowed": allowed, "near": nearest(value, allowed.split(", ")) or ""}
    if code == "LK121" and args["key"] == "objectives":
        return {"near": "id: nhan-biet"}
    if code in ("LK115", "LK175", "LK178"):
        limit = next(iter(context.values()), 0)
        # As YAML has it, and not by the language of the sentence.
        return {"limit": f"{limit:g}" if isinstance(limit, float) else limit}
    return {}


def _with_cure(code: str, doc: YamlDoc, path: str, args: dict[str, Any]) -> Fault:
    """Quotes around what must be text, brackets around what must be a list: what else is meant?"""
    place = _place(doc, path)
    raw = doc.raw.get(path)
    if raw is None or not raw or place.start.line != place.end.line:
        return fault(code, place, **args)
    if code == "LK112":
        edit = Edit(place, f'"{raw}"')
        return fault("LK113" if path == "version" else code, place, edit, **args)
    if code == "LK121" and not args.get("near") and '"' not in raw and "," not in raw:
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
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    inside = map(_inner, getattr(annotation, "__args__", ()))
    return next((found for found in inside if found is not None), None)
