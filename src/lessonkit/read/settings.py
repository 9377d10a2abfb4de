"""`lessonkit.toml` to settings."""

import re
import tomllib
from pathlib import Path
from typing import Any

from lessonkit.base.errors import SettingsError
from lessonkit.base.near import nearest
from lessonkit.model.settings import Settings
from lessonkit.read.validate import path_of

NAME = "lessonkit.toml"


def read_settings(path: Path) -> Settings:
    """The settings of a project; those of an empty file where there is none.

    Raises: SettingsError: not TOML, an unknown key, a wrong value; names line and key.
    """
    from pydantic import ValidationError

    try:
        text = path.read_text("utf-8-sig")
        data = tomllib.loads(text)
    except FileNotFoundError:
        return Settings()
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError, RecursionError) as error:
        raise SettingsError(f"{NAME}: {error}") from error
    try:
        return Settings.model_validate(_typed(data))
    except ValidationError as error:
        raise SettingsError(_sentence(text, error.errors(include_url=False)[0])) from error


_TABLES = ("severity", "sentence_tieng_for", "tieng_per_minute_for")
"""Their keys are names of the project's, not of settings."""


def _typed(value: Any, own: bool = False) -> Any:
    """Strict models take tuples, TOML gives lists; `control-documents` is `control_documents`."""
    if isinstance(value, list):
        return tuple(map(_typed, value))
    if not isinstance(value, dict):
        return value
    names = {key: key if own else key.replace("-", "_") for key in value}
    return {names[key]: _typed(inner, names[key] in _TABLES) for key, inner in value.items()}


def _sentence(text: str, error: Any) -> str:
    path = path_of(error["loc"])
    key = next((str(part) for part in reversed(error["loc"]) if isinstance(part, str)), path)
    pattern = re.compile(rf"^\s*(\[.*)?\b{re.escape(key)}\b", re.MULTILINE)
    match = pattern.search(text)
    line = text.count("\n", 0, match.end()) + 1 if match else 1
    if error["type"] == "extra_forbidden":
        near = nearest(key, _known())
        return f"{NAME}:{line}: {path}?" + (f" → {near}" if near else "")
    wanted = _wanted(error)
    given = str(error.get("input"))[:60]
    return f"{NAME}:{line}: {path} = {given}" + (f" → {wanted}" if wanted else "")


def _wanted(error: Any) -> str:
    """What would have been right, in signs that need no language."""
    kind, context = str(error["type"]), error.get("ctx", {})
    if kind == "literal_error":
        return (
            str(context["expected"]).replace("'", '"').replace(" or ", " | ").replace(", ", " | ")
        )
    for name, sign in _BOUNDS.items():
        if name in context:
            return f"{sign} {context[name]}"
    return next((shown for start, shown in _SHAPES.items() if kind.startswith(start)), "")


_BOUNDS = {"gt": ">", "ge": "≥", "lt": "<", "le": "≤"}
_SHAPES = {
    "string": '"…"',
    "int": "1",
    "float": "1.5",
    "bool": "true | false",
    "tuple": '["…"]',
    "dict": "[…]",
    "model": "[…]",
}
"""pydantic's type of an error, by its beginning → how the value is written in TOML."""


def _known() -> tuple[str, ...]:
    from lessonkit.model.limits import Limits
    from lessonkit.model.settings import BuildSettings, CheckSettings

    models = (Settings, CheckSettings, BuildSettings, Limits)
    return tuple(name for model in models for name in model.model_fields)
