"""Reading frameworks: the built-in ones and those of a project's `frameworks/` folder.

A file holds `framework` (id, titles, sources, doubts), and any of `levels`, `domains` (or `areas`, `strands`)
with `competences` (or `topics`), and `audience_groups`. A name is given by language: `name_vi`, `name_en`.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from importlib.resources import files
from pathlib import Path
from typing import Any

from lessonkit.base.errors import SettingsError
from lessonkit.framework.model import Audience, Framework, Level, Skill

_ID = re.compile(r"[a-z0-9]+([.-][a-z0-9]+)*")
_GROUPS = ("domains", "areas", "strands")
_MEMBERS = ("competences", "topics")


@lru_cache(maxsize=1)
def builtin() -> Mapping[str, Framework]:
    """The frameworks that come with lessonkit, by id."""
    folder = files("lessonkit.framework") / "data"
    texts = (
        (one.name, one.read_text("utf-8")) for one in folder.iterdir() if one.name.endswith(".yaml")
    )
    return _by_id(read_framework(text, name) for name, text in sorted(texts))


def of_project(root: Path) -> Mapping[str, Framework]:
    """The built-in frameworks and those of `frameworks/*.yaml`; a project's own wins over a built-in one.

    Raises: SettingsError: a file cannot be read; names file and key.
    """
    own = sorted((root / "frameworks").glob("*.yaml"))
    return {**builtin(), **_by_id(read_framework(_text(path), path.name) for path in own)}


def read_framework(text: str, name: str) -> Framework:
    """A framework from YAML.

    Raises: SettingsError: not YAML, a key is missing or of the wrong kind, a code or id is there twice.
    """
    import yaml

    try:
        data = yaml.load(text, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))  # noqa: S506  (safe)
    except yaml.YAMLError as error:
        raise SettingsError(f"{name}: {error}") from error
    head = _mapping(data, name, "framework").get("framework")
    head = _mapping(head, name, "framework")
    own_id = str(head.get("id", ""))
    if not _ID.fullmatch(own_id):
        raise SettingsError(f"{name}: framework.id: “{own_id}”")
    return Framework(
        own_id,
        _names(head, "title", name, "framework"),
        _unique(_skills(data, name), "code", name),
        _unique(_levels(data, name), "level", name),
        _unique(_audiences(data, name), "id", name),
        str(head.get("legal_act", "")),
        tuple(map(str, head.get("sources", ()))),
        tuple(map(str, head.get("doubts", ()))),
    )


def _skills(data: Mapping[str, Any], name: str) -> Iterator[Skill]:
    for key in _GROUPS:
        for group in data.get(key, ()):
            code = str(_mapping(group, name, key).get("code", ""))
            yield Skill(_code(code, name, key), _names(group, "name", name, f"{key} {code}"))
            for member_key in _MEMBERS:
                for member in group.get(member_key, ()):
                    own = str(_mapping(member, name, member_key).get("code", ""))
                    names = _names(member, "name", name, f"{member_key} {own}")
                    yield Skill(_code(own, name, member_key), names, code)


def _levels(data: Mapping[str, Any], name: str) -> Iterator[Level]:
    for one in data.get("levels", ()):
        level = _mapping(one, name, "levels").get("level")
        if not isinstance(level, int):
            raise SettingsError(f"{name}: levels: level: “{level}”")
        names = _by_language(one, "name") or _by_language(one, "stage")
        yield Level(level, names)


def _audiences(data: Mapping[str, Any], name: str) -> Iterator[Audience]:
    for one in data.get("audience_groups", ()):
        own_id = str(_mapping(one, name, "audience_groups").get("id", ""))
        if not _ID.fullmatch(own_id):
            raise SettingsError(f"{name}: audience_groups: id: “{own_id}”")
        yield Audience(own_id, _names(one, "name", name, own_id))


def _names(data: Mapping[str, Any], stem: str, name: str, where: str) -> Mapping[str, str]:
    found = _by_language(data, stem)
    if not found:
        raise SettingsError(f"{name}: {where}: {stem}_vi?")
    return found


def _by_language(data: Mapping[str, Any], stem: str) -> dict[str, str]:
    pattern = re.compile(rf"{stem}_([a-z]{{2,3}})")
    matches = ((pattern.fullmatch(key), value) for key, value in data.items())
    return {match[1]: str(value) for match, value in matches if match}


def _code(code: str, name: str, where: str) -> str:
    if not code or any(char.isspace() or char == ":" for char in code):
        raise SettingsError(f"{name}: {where}: code: “{code}”")
    return code


def _mapping(value: Any, name: str, where: str) -> Mapping[str, Any]:
    if not isinstance(value, dict):
        raise SettingsError(f"{name}: {where}: “{str(value)[:40]}”")
    return value


def _unique(entries: Iterable[Any], key: str, name: str) -> dict[Any, Any]:
    found: dict[Any, Any] = {}
    for entry in entries:
        value = getattr(entry, key)
        if value in found:
            raise SettingsError(f"{name}: {key} “{value}” ×2")
        found[value] = entry
    return found


def _by_id(frameworks: Iterable[Framework]) -> dict[str, Framework]:
    return {one.id: one for one in frameworks}


def _text(path: Path) -> str:
    try:
        return path.read_text("utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise SettingsError(f"{path.name}: {error}") from error
