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

_STEMS = ("title", "name", "statement", "stage", "who", "completeness")
_SPOKEN = re.compile(rf"({'|'.join(_STEMS)})_([a-z]{{2,3}})")
_SUFFIX = re.compile(r".*_([a-z]{2,3})", re.DOTALL)
_CODES = re.compile(r"code|origin|(.*\.)?(same\[\d+\]|pairs\..*)", re.DOTALL)
_REFERENCES = re.compile(r"(.*\.)?skills\[\d+\]", re.DOTALL)


def form_faults(doc: YamlDoc) -> list[Fault]:
    """What is wrong with it, each fault at its place."""
    gathering = _Gathering(doc)
    value = gathering.value(doc.value, "")
    form = replace(doc, value=value, places=gathering.places, keys=gathering.keys)
    _, faults = validate(FrameworkFile, form)
    told = [_ours(one, gathering.typed) for one in faults]
    meant = {one.finding.args.get("near") for one in told if one.code == "LK111"}
    # A mistyped key is said once, not again as the key that is missing.
    told = [one for one in told if one.code != "LK110" or one.finding.args["key"] not in meant]
    return [*gathering.faults, *told]


class _Gathering:
    """The data with texts by language, and the places that fit them."""

    def __init__(self, doc: YamlDoc) -> None:
        self.places: dict[str, Span] = dict(doc.places)
        self.keys: dict[str, Span] = dict(doc.keys)
        self.typed: dict[Span, str] = {}
        """Place of a text → its key as it was typed."""
        self.faults: list[Fault] = []

    def value(self, typed: Any, path: str) -> Any:
        if isinstance(typed, tuple):
            return tuple(self.value(one, f"{path}[{at}]") for at, one in enumerate(typed))
        if not isinstance(typed, dict) or path.endswith("kept"):
            return typed
        found: dict[str, Any] = {}
        for key, inner in typed.items():
            where = f"{path}.{key}" if path else key
            if match := _SPOKEN.fullmatch(key):
                self._spoken(found, match, inner, path)
            elif key in _STEMS:
                self.faults.append(fault("framework-language", self.keys[where], key=key))
                found.setdefault(key, {})["und"] = "…"
            elif key == "doubts" and isinstance(inner, tuple):
                found[key] = tuple({"und": one} if isinstance(one, str) else one for one in inner)
            elif key == "pairs" and isinstance(inner, dict):
                found[key] = {
                    one: (code,) if isinstance(code, str) else code for one, code in inner.items()
                }
            else:
                found[key] = self.value(inner, where)
        return found

    def _spoken(self, found: dict[str, Any], match: re.Match[str], inner: Any, path: str) -> None:
        start = f"{path}." if path else ""
        old, new = f"{start}{match[0]}", f"{start}{match[1]}"
        found.setdefault(match[1], {})[match[2]] = inner
        self.typed[self.places[old]] = match[0]
        for table in (self.places, self.keys):
            table[f"{new}.{match[2]}"] = table[old]
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
    return nearest(key, [f"{stem}_{suffix[1]}" for stem in _STEMS]) or ""


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
