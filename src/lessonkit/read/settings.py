"""`lessonkit.toml` to settings."""

import errno
import os
import re
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, get_args, get_origin

from lessonkit.base.diag import Arg
from lessonkit.base.errors import SettingsError
from lessonkit.base.messages import settings_error
from lessonkit.base.near import nearest
from lessonkit.model.audience import ANY_LANG
from lessonkit.model.profiles import missing, names
from lessonkit.model.settings import Settings
from lessonkit.read.source import MAX_BYTES, read_bytes
from lessonkit.read.tomlpos import line_of
from lessonkit.read.validate import path_of

NAME = "lessonkit.toml"
Problem = tuple[str, Mapping[str, Arg]]


def read_settings(path: Path) -> Settings:
    """The settings of a project; those of an empty file where there is none.

    Raises: SettingsError: no text, not TOML, unknown keys, wrong values; names each with its line.
    """
    from pydantic import ValidationError

    if not os.path.lexists(path):
        return Settings()
    text = _text(path)
    try:
        data = tomllib.loads(text)
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        raise _not_toml(text, str(error)) from error
    try:
        settings = Settings.model_validate(_typed(data))
    except ValidationError as error:
        found = [_problem(text, one) for one in error.errors(include_url=False)]
        raise settings_error(*sorted(found, key=lambda one: one[1]["line"])) from error
    if "profile" in text and (lost := tuple(_missing(text, settings))):
        raise settings_error(*lost)
    return settings


def _missing(text: str, settings: Settings) -> Iterator[Problem]:
    """Profiles that are named and are not there."""
    for one in missing(settings.build.profile, settings.profiles):
        args: dict[str, Arg] = {"file": NAME, "line": line_of(text, one.key), "name": one.name}
        if one.circle:
            yield "profile-circle", args | {"names": " → ".join(one.circle)}
            continue
        known = names(settings.profiles)
        near = nearest(one.name, known) or ""
        yield "unknown-profile", args | {"near": near, "known": ", ".join(known)}


def _text(path: Path) -> str:
    try:
        data = read_bytes(path)
    except (OSError, RuntimeError) as error:
        if getattr(error, "errno", None) == errno.EINVAL:
            raise settings_error(("not-file", {"file": NAME})) from error
        reason = getattr(error, "strerror", None) or str(error)
        raise settings_error(("unreadable", {"file": NAME, "reason": reason})) from error
    if len(data) > MAX_BYTES:
        raise settings_error(("too-large", {"file": NAME, "limit": MAX_BYTES // 1000}))
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise settings_error(("not-utf8", {"file": NAME, "line": line})) from error


def _not_toml(text: str, said: str) -> SettingsError:
    """What tomllib says is English; the line is what helps."""
    place = re.search(r"\(at line (\d+), column (\d+)\)", said)
    line = int(place[1]) if place else text.rstrip().count("\n") + 1
    twice = "overwrite" in said or "twice" in said
    return settings_error(("twice" if twice else "not-toml", {"file": NAME, "line": line}))


_TABLES = (
    *("severity", "sentence_tieng_for", "tieng_per_minute_for", "profiles"),
    *("audiences", "name", "level", "fail_under_for", "voices"),
)
"""Their keys are names of the project's, not of settings."""


def _typed(value: Any, own: bool = False) -> Any:
    """Strict models take tuples, TOML gives lists; `control-documents` is `control_documents`."""
    if isinstance(value, list):
        return tuple(map(_typed, value))
    if not isinstance(value, dict):
        return value
    names = {key: key if own else key.replace("-", "_") for key in value}
    return {
        names[key]: _typed(inner, not own and names[key] in _TABLES) for key, inner in value.items()
    }


def _problem(text: str, error: Any) -> Problem:
    """Name of the sentence and its arguments."""
    loc = tuple(part for part in error["loc"] if part not in ("[key]", ANY_LANG))
    names = [part for part in loc if isinstance(part, str)]
    args: dict[str, Arg] = {"file": NAME, "line": line_of(text, names), "key": path_of(loc)}
    kind, context = str(error["type"]), error.get("ctx", {})
    if kind == "extra_forbidden":
        here = _fields(names[:-1])
        near = nearest(names[-1], here) or _elsewhere(names[-1])
        return "unknown-key", args | {"near": near, "known": ", ".join(here)}
    args["value"] = _shown(error.get("input"))
    if kind == "literal_error":
        allowed = str(context["expected"]).replace(" or ", ", ").replace("'", "")
        if names == ["build", "include"]:
            return "not-carried", args | {"allowed": allowed}
        near = nearest(str(error.get("input")), allowed.split(", ")) or ""
        return "not-one-of", args | {"allowed": allowed, "near": near}
    if kind in ("too_short", "string_too_short"):
        return "empty", args
    for name, sentence in _BOUNDS.items():
        if name in context:
            return sentence, args | {"limit": context[name]}
    if kind == "string_pattern_mismatch":
        return _PATTERNS.get(_kind_of(names, "[key]" in error["loc"]), "not-id"), args
    if names[2:] == ["name"] and kind == "dict_type":
        return "not-name", args
    return (
        f"not-{next((k for start, k in _SHAPES.items() if kind.startswith(start)), 'right')}",
        args,
    )


def _shown(value: Any) -> str:
    """As one types it in TOML, or nearly so."""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, tuple):
        return f"[{', '.join(map(_shown, value))}]"[:60]
    if isinstance(value, dict):
        return "{…}"
    return "".join(char if char.isprintable() else "�" for char in str(value)[:60])


def _kind_of(names: Sequence[str], is_key: bool) -> str:
    """By what a value, or a key, that has not the right form is known in `_PATTERNS`."""
    if names[2:3] == ["name"]:
        return "lang" if is_key else "name"
    return names[-1]


_PATTERNS = {
    "lang": "not-language",
    "iri": "not-base",
    "skills": "not-skill",
    "name": "not-line",
    "source": "not-line",
}
_BOUNDS = {"gt": "not-above", "ge": "too-small", "lt": "not-below", "le": "too-large-number"}
_SHAPES = {
    "string": "text",
    "int": "whole",
    "float": "number",
    "bool": "switch",
    "tuple": "list",
    "dict": "table",
    "model": "table",
}
"""pydantic's type of an error, by its beginning → the sentence on what the value must be."""


def _fields(path: Sequence[str]) -> tuple[str, ...]:
    """Names of the settings in that table."""
    model: Any = Settings
    for name in path:
        if get_origin(model) is dict:
            model = get_args(model)[1]
            continue
        model = getattr(model, "model_fields", {}).get(name)
        model = model.annotation if model is not None else None
    return tuple(getattr(model, "model_fields", {}))


def _elsewhere(key: str) -> str:
    """The setting of about that name in another table, with its path."""
    names = ("check", "build", "coverage", "audio", "video", "epub")
    tables = ((), *((name,) for name in names), ("check", "limits"))
    known = {name: ".".join((*table, name)) for table in tables for name in _fields(table)}
    return known.get(nearest(key, known) or "", "")
