"""The schema of `catalogue.json`, and a check by the few words of JSON Schema that it uses."""

import json
import re
from importlib.resources import files
from typing import Any

SCHEMA = json.loads((files("lessonkit") / "outputs/catalogue.schema.json").read_text("utf-8"))
_TYPES: dict[str, tuple[type, ...]] = {
    "object": (dict,),
    "array": (list,),
    "string": (str,),
    "boolean": (bool,),
    "null": (type(None),),
    "integer": (int,),
    "number": (int, float),
}
WORDS = {
    *("$schema", "$id", "$defs", "$ref", "title", "description", "type", "const", "enum"),
    *("properties", "required", "additionalProperties", "items", "pattern", "minimum"),
}
"""All that is checked here; a test holds the schema to them."""


def faults(value: Any, schema: Any = None, place: str = "") -> list[str]:
    """Where the value is not as the schema says."""
    if schema is None:
        schema = SCHEMA
    if "$ref" in schema:
        schema = SCHEMA["$defs"][schema["$ref"].rpartition("/")[2]]
    if not _typed(value, schema.get("type")):
        return [f"{place}: {value!r} is not {schema['type']}"]
    found = [] if _allowed(value, schema) else [f"{place}: {value!r}"]
    if isinstance(value, list):
        for at, one in enumerate(value):
            found += faults(one, schema["items"], f"{place}[{at}]")
    if isinstance(value, dict):
        found += _object(value, schema, place)
    return found


def _allowed(value: Any, schema: Any) -> bool:
    one_of = value == schema.get("const", value) and value in schema.get("enum", (value,))
    if isinstance(value, str):
        return one_of and re.search(schema.get("pattern", ""), value) is not None
    small = isinstance(value, int | float) and value < schema.get("minimum", value)
    return one_of and not small


def _object(value: dict[str, Any], schema: dict[str, Any], place: str) -> list[str]:
    known, other = schema.get("properties", {}), schema.get("additionalProperties", True)
    found = [
        f"{place}.{name} is missing" for name in schema.get("required", ()) if name not in value
    ]
    for name, one in value.items():
        if name in known:
            found += faults(one, known[name], f"{place}.{name}")
        elif other is False:
            found.append(f"{place}.{name} is unknown")
        elif other is not True:
            found += faults(one, other, f"{place}.{name}")
    return found


def _typed(value: Any, said: str | list[str] | None) -> bool:
    names = [said] if isinstance(said, str) else said or list(_TYPES)
    wanted = tuple(one for name in names for one in _TYPES[name])
    return isinstance(value, wanted) and (bool in wanted or not isinstance(value, bool))


def words(schema: Any) -> set[str]:
    """Words of JSON Schema that a schema uses."""
    found: set[str] = set()
    if isinstance(schema, dict):
        found |= schema.keys()
        for name, one in schema.items():
            inner = one.values() if name in ("properties", "$defs") else (one,)
            for part in inner:
                found |= words(part) if isinstance(part, dict) else set()
    return found
