"""Facts in the form of our YAML as short texts, each with a path: `doubts.0.vi`, `at.3.en`.

For formats whose texts people read: each fact has a label in words beside its path.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any

from lessonkit.base import messages
from lessonkit.base.entries import Entries
from lessonkit.base.messages import fill

_FOLDER = Path(messages.__file__).parent / "messages"
_PATH = re.compile(r"([a-z_]+)(?:\.([0-9]{1,5}))?(?:\.([a-z]{2,3}))?")
_SPOKEN = re.compile(r"(name|title|statement|completeness)_([a-z]{2,3})")
LEVEL = "level_"
"""Begins the keys of texts by the number of a level, such as `level_name`."""


def flat(data: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """Path and text of all that are texts, lists of texts, or texts by language."""
    for key, value in data.items():
        if isinstance(value, str):
            yield key, value
        elif key == "levels":
            yield from (
                (f"at.{one['level']}.{name.partition('_')[2]}", text)
                for one in value
                for name, text in one.items()
                if name != "level"
            )
        elif isinstance(value, list):
            yield from _listed(key, enumerate(value))
        elif key.startswith(LEVEL):
            yield from _listed(key, value.items())


def deep(data: Mapping[str, Any]) -> list[str]:
    """The keys whose values `flat` leaves out."""
    return [key for key, value in data.items() if not any(flat({key: value}))]


def gathered(facts: Iterable[tuple[str, str]]) -> dict[str, Any]:
    """The data of paths and texts; what has no path of ours is left out."""
    data: dict[str, Any] = {}
    lists: dict[str, dict[int, Any]] = {}
    for path, text in facts:
        match = _PATH.fullmatch(path)
        if match is None:
            continue
        key, number, lang = match.groups()
        if number is None:
            data[path] = text
        elif lang is None:
            lists.setdefault(key, {})[int(number)] = text
        else:
            stem = "statement_" if key == "at" else ""
            entry = lists.setdefault(key, {}).setdefault(int(number), {})
            if isinstance(entry, dict):
                entry[stem + lang] = text
    for number, entry in sorted(lists.pop("at", {}).items()):
        data.setdefault("levels", []).append({"level": number, **entry})
    return data | {
        key: one if key.startswith(LEVEL) else [one[at] for at in sorted(one)]
        for key, one in lists.items()
    }


def label(path: str, lang: str) -> str:
    """What a fact is, in words."""
    spoken = _SPOKEN.fullmatch(path)
    if spoken:
        return fill(_labels(lang)[spoken[1]], {"lang": spoken[2]}, lang)
    match = _PATH.fullmatch(path)
    key = match[1] if match else path
    args = {"number": (match and match[2]) or "", "lang": (match and match[3]) or lang}
    return fill(_labels(lang).get(key, key), args, lang)


@cache
def _labels(lang: str) -> Mapping[str, str]:
    known = lang if lang == "vi" else "en"
    return Entries(_FOLDER / f"exchange.{known}.toml").get("label") or {}


def _listed(key: str, entries: Iterable[tuple[int, Any]]) -> Iterator[tuple[str, str]]:
    for place, one in entries:
        if isinstance(one, str):
            yield f"{key}.{place}", one
        elif isinstance(one, dict) and all(isinstance(text, str) for text in one.values()):
            yield from ((f"{key}.{place}.{lang}", text) for lang, text in one.items())
