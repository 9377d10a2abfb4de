"""The table of platforms, `profiles.toml`: facts with their sources, as they were looked up."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from typing import Any


@dataclass(frozen=True, slots=True)
class Fact:
    """One fact of a platform, and how it is known."""

    key: str
    """A field of `profile.Facts`; empty for what authors should know and no build can change."""
    value: Any
    source: str
    why: Mapping[str, str]
    """By language."""


@dataclass(frozen=True, slots=True)
class Platform:
    """A platform with the facts it states itself."""

    name: str
    titles: Mapping[str, str]
    """By language."""
    facts: tuple[Fact, ...]


@lru_cache(maxsize=1)
def platforms() -> Mapping[str, Platform]:
    """By name, `generic` first."""
    text = (files("lessonkit.model") / "profiles.toml").read_text(encoding="utf-8")
    return {name: _platform(name, table) for name, table in tomllib.loads(text).items()}


def _platform(name: str, table: dict[str, Any]) -> Platform:
    facts = (_fact(key, one) for key, one in table.items() if key not in ("title", "notes"))
    notes = (_fact("", one) for one in table.get("notes", ()))
    return Platform(name, table["title"], (*facts, *notes))


def _fact(key: str, said: dict[str, Any]) -> Fact:
    value = said.get("value")
    why = {lang: said[lang] for lang in ("vi", "en")}
    return Fact(key, tuple(value) if isinstance(value, list) else value, said["source"], why)
