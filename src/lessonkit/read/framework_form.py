"""Whether the data of a framework's file have the form that `framework.typed` says.

Texts that have languages are typed as `name_vi`, `name_en`; the form knows them as `name`.
"""

import re
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from lessonkit.base.diag import Fault, Span, fault
from lessonkit.base.near import nearest
from lessonkit.framework.typed import CODE_PATTERN, RELATIONS, FrameworkFile
from lessonkit.read.validate import validate
from lessonkit.read.yamlpos import YamlDoc

_STEMS = frozenset({"title", "name", "statement", "stage", "who", "completeness"})
_FREE = "kept"
"""The key whose content is another format's."""
_LANG = re.compile(r"[a-z]{2,3}")
_SUFFIX = re.compile(r".*_([a-z]{2,3})", re.DOTALL)
_CODES = re.compile(r"code|origin|(.*\.)?(same\[\d+\]|pairs\..*)", re.DOTALL)
_REFERENCES = re.compile(r"(.*\.)?skills\[\d+\]", re.DOTALL)


def has_form(data: Mapping[str, Any]) -> bool:
    """Whether nothing is wrong with its form."""
    from pydantic import ValidationError

    try:
        FrameworkFile.model_validate(_gathered(data))
    except ValidationError:
        return False
    return True


def form_faults(doc: YamlDoc) -> list[Fault]:
    """What is wrong with it, each fault at its place."""
    places = _Places(doc)
    places.walk(doc.value, "")
    form = replace(doc, value=_gathered(doc.value), places=places.places, keys=places.keys)
    _, faults = validate(FrameworkFile, form)
    told = [_ours(one, places.typed) for one in faults]
    meant = {one.finding.args.get("near") for one in told if one.code == "LK111"}
    # A mistyped key is said once, not again as the key that is missing.
    told = [one for one in told if one.code != "LK110" or one.finding.args["key"] not in meant]
    spoken = {one.finding.span.start.line for one in places.faults}
    told = [one for one in told if one.finding.span.start.line not in spoken]
    return [*places.faults, *told]


def _gathered(typed: Any) -> Any:
    """The data with texts by language, and with lists where one entry may stand alone."""
    if isinstance(typed, tuple):
        return tuple(map(_gathered, typed))
    if not isinstance(typed, dict):
        return typed
    found: dict[str, Any] = {}
    for key, inner in typed.items():
        stem, _, lang = key.rpartition("_")
        if stem in _STEMS and _LANG.fullmatch(lang):
            found.setdefault(stem, {})[lang] = inner
        elif key == "doubts" and isinstance(inner, tuple):
            found[key] = tuple({"und": one} if isinstance(one, str) else one for one in inner)
        elif key == "pairs" and isinstance(inner, dict):
            found[key] = {
                one: (code,) if isinstance(code, str) else code for one, code in inner.items()
            }
        else:
            found[key] = inner if key == _FREE else _gathered(inner)
    return found


class _Places:
    """Places that fit the gathered data, and texts that do not say their language."""

    def __init__(self, doc: YamlDoc) -> None:
        self.places: dict[str, Span] = dict(doc.places)
        self.keys: dict[str, Span] = dict(doc.keys)
        self.typed: dict[Span, str] = {}
        """Place of a text → its key as it was typed."""
        self.faults: list[Fault] = []

    def walk(self, typed: Any, path: str) -> None:
        if isinstance(typed, tuple):
            for at, one in enumerate(typed):
                self.walk(one, f"{path}[{at}]")
        if not isinstance(typed, dict):
            return
        for key, inner in typed.items():
            where = f"{path}.{key}" if path else key
            stem, _, lang = key.rpartition("_")
            if stem in _STEMS and _LANG.fullmatch(lang):
                self._spoken(where, where[: len(where) - len(key)] + stem, lang, key)
            elif key in _STEMS:
                self.faults.append(fault("framework-language", self.keys[where], key=key))
            elif key != _FREE:
                self.walk(inner, where)

    def _spoken(self, old: str, new: str, lang: str, key: str) -> None:
        self.typed[self.places[old]] = key
        for table in (self.places, self.keys):
            table[f"{new}.{lang}"] = table[old]
            table.setdefault(new, table[old])


def _ours(found: Fault, typed: Mapping[Span, str]) -> Fault:
    """The fault, in words that fit a framework where those of a front matter do not."""
    args = found.finding.args
    key = typed.get(found.finding.span) or str(args.get("key", ""))
    if found.code == "LK110":
        return _told(found, "LK110", key=f"{key}_vi" if key in _STEMS else key)
    if found.code == "LK111":
        return _told(found, "LK111", near=_near(key, str(args["near"])))
    if found.code == "LK122":
        return _told(found, "framework-lines", key=key)
    if found.code == "LK114":
        return _pattern(found, key, str(args["value"]))
    return _told(found, found.code, key=key)


def _near(key: str, near: str) -> str:
    """The key that was meant: `nmae_vi` is no `name`, but `name_vi`."""
    suffix = _SUFFIX.fullmatch(key)
    if near in _STEMS:
        return f"{near}_{suffix[1] if suffix else 'vi'}"
    if near or not suffix:
        return near
    return nearest(key, [f"{stem}_{suffix[1]}" for stem in sorted(_STEMS)]) or ""


def _pattern(found: Fault, key: str, value: str) -> Fault:
    """What a text must be that has not the form of its key."""
    if key == "[key]":
        # Of the keys that are words of the author's, only numbers of levels may be codes and fail.
        level = re.fullmatch(CODE_PATTERN, value)
        return _told(found, "LK117" if level else "framework-code", key="levels")
    if _CODES.fullmatch(key):
        return _told(found, "framework-code")
    if key == "relation":
        near = nearest(value, RELATIONS) or ""
        return _told(found, "not-one-of", near=near, allowed=", ".join(RELATIONS))
    if key == "lang":
        return _told(found, "not-language")
    return _told(found, "framework-reference" if _REFERENCES.fullmatch(key) else "LK114")


def _told(found: Fault, code: str, **args: str) -> Fault:
    finding = replace(found.finding, args={**found.finding.args, **args})
    return Fault(code, finding)
