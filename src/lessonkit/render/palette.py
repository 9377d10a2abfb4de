"""Colours and shapes of a theme, from `theme.toml`."""

import re
import tomllib
from collections.abc import Iterator, Mapping
from typing import Any

from lessonkit.base.errors import SettingsError
from lessonkit.base.near import nearest
from lessonkit.model.theme import Pair, Tokens

_COLOUR = re.compile(r"#[0-9a-fA-F]{6}")
_NAME = re.compile(r"[a-z][a-z0-9]*(-[a-z0-9]+)*")
_VALUE = re.compile(r"""[-\w\s.,%'"()+*/]+""")
_TABLES = ("light", "dark", "shape", "pairs")

Palette = tuple[Tokens, Mapping[str, str]]


def read_palette(text: str, place: str, base: Palette | None, css: str) -> Palette:
    """Colour tokens and shape tokens of one file, over those of `base`.

    `css`: the theme's own style sheets; a token that the base does not know must be used there.
    Raises: SettingsError: names `place`, line and key.
    """
    typed = _load(text, place)
    lines = dict(_lines(text))
    fault = _Fault(place, lines)
    for table in typed:
        if table not in _TABLES:
            raise fault(table, f"? {', '.join(_TABLES)}")
    under, shape_under = base if base is not None else (Tokens(place), {})
    light = _colours(typed, "light", under.light, fault)
    dark = _colours(typed, "dark", under.dark, fault)
    shape = _shape(typed, shape_under, fault)
    if base is not None:
        known = {"light": under.light, "dark": under.dark, "shape": shape_under}
        _no_strangers(typed, known, css, fault)
    for name in light.keys() ^ dark.keys():
        raise fault(f"{'light' if name in light else 'dark'}.{name}", ": light ≠ dark")
    pairs = (*under.pairs, *_pairs(typed, light, fault))
    return Tokens(place, light, dark, pairs, {**under.lines, **lines}), shape


class _Fault:
    """Makes the error for a key of one file."""

    def __init__(self, place: str, lines: Mapping[str, int]) -> None:
        self.place = place
        self.lines = lines

    def __call__(self, key: str, what: str) -> SettingsError:
        return SettingsError(f"{self.place}:{self.lines.get(key, 1)}: {key}{what}")


def _load(text: str, place: str) -> dict[str, Any]:
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise SettingsError(f"{place}: {error}") from error


def _table(typed: dict[str, Any], name: str, fault: _Fault) -> dict[str, Any]:
    table = typed.get(name, {})
    if not isinstance(table, dict):
        raise fault(name, f": [{name}]")
    return table


def _colours(
    typed: dict[str, Any], name: str, under: Mapping[str, str], fault: _Fault
) -> dict[str, str]:
    found = dict(under)
    for key, value in _table(typed, name, fault).items():
        if not _NAME.fullmatch(key):
            raise fault(f"{name}.{key}", "? a-z 0-9 -")
        if not isinstance(value, str) or not _COLOUR.fullmatch(value):
            raise fault(f"{name}.{key}", f" = {value!r}: #rrggbb")
        found[key] = value.lower()
    return found


def _shape(typed: dict[str, Any], under: Mapping[str, str], fault: _Fault) -> dict[str, str]:
    found = dict(under)
    for key, value in _table(typed, "shape", fault).items():
        if (
            not _NAME.fullmatch(key)
            or not isinstance(value, str)
            or not _VALUE.fullmatch(value)
            or "url(" in value
        ):
            raise fault(f"shape.{key}", f" = {value!r}: CSS")
        found[key] = value
    return found


def _no_strangers(
    typed: dict[str, Any], known: Mapping[str, Mapping[str, str]], css: str, fault: _Fault
) -> None:
    """A mistyped token would change nothing and say nothing."""
    for table, names in known.items():
        for key in typed.get(table, {}):
            if key not in names and f"--lk-{key}" not in css:
                near = nearest(key, names)
                raise fault(f"{table}.{key}", f" → {near}?" if near else f"? {', '.join(names)}")


def _pairs(typed: dict[str, Any], light: Mapping[str, str], fault: _Fault) -> Iterator[Pair]:
    for place, entry in enumerate(typed.get("pairs", ())):
        key = f"pairs[{place}]"
        if not isinstance(entry, dict) or set(entry) != {"front", "back", "ratio"}:
            raise fault(key, ": front, back, ratio")
        for side in ("front", "back"):
            if entry[side] not in light:
                raise fault(
                    f"{key}.{side}", f" = {entry[side]!r}: {nearest(str(entry[side]), light)}?"
                )
        ratio = entry["ratio"]
        if isinstance(ratio, bool) or not isinstance(ratio, int | float) or not 1 <= ratio <= 21:
            raise fault(f"{key}.ratio", f" = {ratio!r}: 1–21")
        yield Pair(entry["front"], entry["back"], float(ratio))


def _lines(text: str) -> Iterator[tuple[str, int]]:
    """`table.key` to its line, for files as people write them: one key a line."""
    table, pairs = "", -1
    for number, line in enumerate(text.splitlines(), start=1):
        bare = line.strip()
        if bare.startswith("[["):
            pairs += 1
            table = f"{bare.strip('[] ')}[{pairs}]"
            yield table, number
        elif bare.startswith("["):
            table = bare.strip("[] ")
            yield table, number
        elif "=" in bare and not bare.startswith("#"):
            yield f"{table}.{bare.partition('=')[0].strip()}", number
