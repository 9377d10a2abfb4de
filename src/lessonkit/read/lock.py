"""`lessonkit.lock` to values, and back to text that git can merge."""

import os
import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from lessonkit.base.diag import Arg
from lessonkit.base.errors import SettingsError
from lessonkit.base.messages import settings_error
from lessonkit.model.published import Lock, Published
from lessonkit.read.tomlpos import line_of
from lessonkit.read.validate import path_of

NAME = "lessonkit.lock"
FORMAT = 1
MOST = 16_000_000
"""Bytes: about ten thousand modules."""

_HEAD = """\
# Điều đã xuất bản: lessonkit lock ghi, lessonkit check đối chiếu. Không sửa bằng tay.
# What has been published: written by `lessonkit lock`, compared by `lessonkit check`.
"""
_CONFLICT = re.compile(r"^(<{7}|={7}|>{7}|\|{7})(\s|$)", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Locked:
    """The published modules by id, and the line in the file where each begins."""

    modules: Mapping[str, Published] = field(default_factory=dict)
    lines: Mapping[str, int] = field(default_factory=dict)


def read_lock(path: Path) -> Locked:
    """What a project has published; nothing where there is no such file.

    Raises: SettingsError: not as `lessonkit lock` writes it; names the line.
    """
    from pydantic import ValidationError

    if not os.path.lexists(path):
        return Locked()
    text = _text(path)
    if conflict := _CONFLICT.search(text):
        raise settings_error(("lock-conflict", {"file": NAME, "line": _line(text, conflict)}))
    try:
        data = tomllib.loads(text)
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        place = re.search(r"\(at line (\d+), column (\d+)\)", str(error))
        line = int(place[1]) if place else text.rstrip().count("\n") + 1
        raise _damaged(line) from error
    found = data.get("format")
    if isinstance(found, int) and found > FORMAT:
        raise settings_error(("lock-future", {"file": NAME, "line": line_of(text, ["format"])}))
    try:
        lock = Lock.model_validate(_tuples(data))
    except (ValidationError, RecursionError) as error:
        raise _wrong(text, error) from error
    lines = {match[1]: _line(text, match) for match in _TABLE.finditer(text)}
    return Locked(lock.modules, lines)


_TABLE = re.compile(r"^\[modules\.([a-z0-9-]+)\]", re.MULTILINE)


def lock_text(modules: Mapping[str, Published]) -> str:
    """The file: the same modules give the same bytes, each question stands on a line of its own."""
    return "\n".join((f"{_HEAD}format = {FORMAT}", *_lines(modules))) + "\n"


def _lines(modules: Mapping[str, Published]) -> Iterator[str]:
    for name, one in sorted(modules.items()):
        yield f"\n[modules.{name}]"
        yield f"version = {_string(one.version)}"
        yield f"content = {_string(one.content)}"
        yield f"objectives = {_array(one.objectives)}"
        yield f"\n[modules.{name}.sections]"
        yield from (f"{_key(key)} = {_string(said)}" for key, said in sorted(one.sections.items()))
        yield f"\n[modules.{name}.questions]"
        for key, asked in sorted(one.questions.items()):
            told = f"type = {_string(asked.type)}, ask = {_string(asked.ask)}"
            yield f"{_key(key)} = {{ {told}, targets = {_array(asked.targets)} }}"
        yield f"\n[modules.{name}.lists]"
        yield from (f"{_key(key)} = {_array(items)}" for key, items in sorted(one.lists.items()))
        if one.recordings:
            yield f"\n[modules.{name}.recordings]"
        for key, heard in sorted(one.recordings.items()):
            told = f"file = {_string(heard.file)}, words = {_string(heard.words)}"
            yield f"{_key(key)} = {{ {told} }}"
        for lang, sections in sorted(one.translations.items()):
            yield f"\n[modules.{name}.translations.{_key(lang)}]"
            for key, made in sorted(sections.items()):
                told = f"source = {_string(made.source)}, words = {_string(made.words)}"
                yield f"{_key(key)} = {{ {told} }}"


def _array(items: tuple[str, ...]) -> str:
    return f"[{', '.join(map(_string, items))}]"


def _key(name: str) -> str:
    return name if re.fullmatch(r"[A-Za-z0-9_-]+", name) else _string(name)


def _string(text: str) -> str:
    """A basic string of TOML; what it may not hold is escaped."""
    escaped = re.sub(r'[\x00-\x1f\x7f"\\]', lambda one: f"\\u{ord(one[0]):04x}", text)
    return f'"{escaped}"'


def _text(path: Path) -> str:
    try:
        with path.open("rb") as file:
            data = file.read(MOST + 1)
    except OSError as error:
        reason = error.strerror or str(error)
        raise settings_error(("unreadable", {"file": NAME, "reason": reason})) from error
    if len(data) > MOST:
        raise settings_error(("too-large", {"file": NAME, "limit": MOST // 1000}))
    try:
        return data.decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise settings_error(("not-utf8", {"file": NAME, "line": line})) from error


def _tuples(value: Any) -> Any:
    """Strict models take tuples, TOML gives lists."""
    if isinstance(value, list):
        return tuple(map(_tuples, value))
    if isinstance(value, dict):
        return {key: _tuples(inner) for key, inner in value.items()}
    return value


def _wrong(text: str, error: Any) -> SettingsError:
    """At a key that is none of ours, else at the first value that is not as it should be."""
    found = error.errors(include_url=False) if hasattr(error, "errors") else []
    found.sort(key=lambda one: one["type"] != "extra_forbidden")
    names = [part for one in found[:1] for part in one["loc"] if isinstance(part, str)]
    names = [name for name in names if name != "[key]"]
    args: dict[str, Arg] = {"file": NAME, "line": line_of(text, names), "key": path_of(names)}
    return settings_error(("lock-wrong", args))


def _damaged(line: int) -> SettingsError:
    return settings_error(("lock-damaged", {"file": NAME, "line": line}))


def _line(text: str, match: "re.Match[str]") -> int:
    return text.count("\n", 0, match.start()) + 1
