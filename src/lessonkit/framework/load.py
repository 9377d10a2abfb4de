"""Reading frameworks: the built-in ones and those of a project's `frameworks/` folder.

A file holds `framework` (id, titles, sources, doubts), and any of `levels`, `domains` (or `areas`,
`strands`) with `competences` (or `topics`), and `audience_groups`. A name is given by language:
`name_vi`, `name_en`.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from importlib.resources import files
from pathlib import Path
from reprlib import Repr
from typing import Any

from lessonkit.base.errors import SettingsError
from lessonkit.framework.model import Audience, Framework, Level, Skill

_BRIEF = Repr()
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
    """The built-in frameworks and those of `frameworks/*.yaml`; a project's own one wins.

    Raises: SettingsError: a file cannot be read; names file and key.
    """
    own = sorted((root / "frameworks").glob("*.yaml"))
    return {**builtin(), **_by_id(read_framework(_text(path), path.name) for path in own)}


def read_framework(text: str, name: str) -> Framework:
    """A framework from YAML.

    Raises: SettingsError: not YAML, or a key is missing, of the wrong kind, or twice there.
    """
    data = _parsed(text, name)
    head = _mapping(_mapping(data, name, "framework").get("framework"), name, "framework")
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
        tuple(map(str, _list(head, "sources", name))),
        tuple(map(str, _list(head, "doubts", name))),
    )


def _skills(data: Mapping[str, Any], name: str) -> Iterator[Skill]:
    for key in _GROUPS:
        for group in _list(data, key, name):
            code = _code(_mapping(group, name, key).get("code", ""), name, key)
            yield Skill(code, _names(group, "name", name, f"{key} {code}"))
            for member_key in _MEMBERS:
                for member in _list(group, member_key, name):
                    given = _mapping(member, name, member_key).get("code", "")
                    own = _code(given, name, member_key)
                    names = _names(member, "name", name, f"{member_key} {own}")
                    yield Skill(own, names, code)


def _levels(data: Mapping[str, Any], name: str) -> Iterator[Level]:
    for one in _list(data, "levels", name):
        level = _mapping(one, name, "levels").get("level")
        if not isinstance(level, int) or isinstance(level, bool):
            raise SettingsError(f"{name}: levels: level: “{level}”")
        names = _by_language(one, "name") or _by_language(one, "stage")
        yield Level(level, names)


def _audiences(data: Mapping[str, Any], name: str) -> Iterator[Audience]:
    for one in _list(data, "audience_groups", name):
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
    matches = ((pattern.fullmatch(str(key)), value) for key, value in data.items())
    return {match[1]: str(value) for match, value in matches if match}


def _parsed(text: str, name: str) -> Any:
    """Raises: SettingsError: not YAML."""
    import yaml

    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    try:
        return yaml.load(text, Loader=loader)  # noqa: S506  (both are safe)
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        line = f":{mark.line + 1}" if mark else ""
        raise SettingsError(f"{name}{line}: YAML") from error
    except (ValueError, TypeError, RecursionError) as error:
        # A date that is none, a list as a key, brackets without end.
        raise SettingsError(f"{name}: YAML: {str(error)[:80]}") from error


def _code(code: object, name: str, where: str) -> str:
    """A code in quotes: without them 1.10 is the number 1.1."""
    if not isinstance(code, str) or not code or any(char.isspace() or char == ":" for char in code):
        raise SettingsError(f"{name}: {where}: code: “{_short(code)}” → “…”")
    return code


def _list(data: Mapping[str, Any], key: str, name: str) -> list[Any]:
    value = data.get(key) or []
    if not isinstance(value, list):
        raise SettingsError(f"{name}: {key}: “{_short(value)}” → […]")
    return value


def _mapping(value: Any, name: str, where: str) -> Mapping[str, Any]:
    if not isinstance(value, dict):
        raise SettingsError(f"{name}: {where}: “{_short(value)}”")
    return value


def _short(value: object) -> str:
    """A value in brief, however large its aliases make it."""
    return value[:40] if isinstance(value, str) else _BRIEF.repr(value)[:40]


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
