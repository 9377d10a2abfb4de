"""What a page says in one language: strings with named places, plural forms by number."""

import tomllib
from collections.abc import Iterator, Mapping
from typing import Any

from lessonkit.base.errors import SettingsError
from lessonkit.base.near import nearest

Text = str | Mapping[str, str]
_FORMS = frozenset({"zero", "one", "two", "few", "many", "other"})
_PLAYER = "player."
_RIGHT_TO_LEFT = frozenset({"ar", "ckb", "dv", "fa", "he", "ps", "sd", "ug", "ur", "yi"})


class Words:
    """The strings of one language; all of them are there, and none that nobody knows."""

    __slots__ = ("lang", "strings")

    def __init__(
        self,
        lang: str,
        strings: Mapping[str, Text] | None,
        reference: Mapping[str, Text],
        place: str,
    ) -> None:
        """`reference`: what must be there. Raises: SettingsError: names `place` and the keys."""
        if strings is None:
            raise SettingsError(f"{place}: ? (lang: {lang})")
        missing = [key for key in reference if not _same_shape(strings.get(key), reference[key])]
        if missing:
            raise SettingsError(f"{place}: {', '.join(missing)} = ?")
        for key in strings:
            if key not in reference:
                raise SettingsError(f"{place}: {key} → {nearest(key, reference) or '–'}?")
        self.lang = lang
        self.strings = strings

    @property
    def direction(self) -> str:
        """`rtl` or `ltr`, as the language is written."""
        return "rtl" if self.lang.split("-")[0].lower() in _RIGHT_TO_LEFT else "ltr"

    def __call__(self, key: str, **named: object) -> str:
        """Raises: KeyError: a key that the default theme does not have, a fault of ours."""
        text = self.strings[key]
        if not isinstance(text, str):
            raise KeyError(key)
        return _put(text, named)

    def count(self, key: str, n: int, **named: object) -> str:
        """The form for that number; `n` itself is put for `{n}`."""
        forms = self.strings[key]
        if isinstance(forms, str):
            raise KeyError(key)
        form = forms.get("one", forms["other"]) if n == 1 else forms["other"]
        return _put(form, {"n": n, **named})

    def player(self, *groups: str) -> dict[str, Any]:
        """Strings of `[player.<group>]` for the scripts, by key without that prefix."""
        prefixes = tuple(f"{_PLAYER}{group}." for group in groups)
        return {
            key.rpartition(".")[2]: text if isinstance(text, str) else dict(text)
            for key, text in self.strings.items()
            if key.startswith(prefixes)
        }


def read_strings(text: str, place: str) -> dict[str, Text]:
    """A file of strings as one flat table. Raises: SettingsError: names `place` and the key."""
    try:
        typed = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise SettingsError(f"{place}: {error}") from error
    return dict(_flat(typed, "", place))


def _flat(table: Mapping[str, Any], prefix: str, place: str) -> Iterator[tuple[str, Text]]:
    for name, value in table.items():
        key = f"{prefix}{name}"
        if isinstance(value, str) and value.strip():
            yield key, value
        elif isinstance(value, dict) and "other" in value:
            if not value.keys() <= _FORMS or not all(isinstance(v, str) for v in value.values()):
                raise SettingsError(f"{place}: {key}: {', '.join(sorted(_FORMS))}")
            yield key, value
        elif isinstance(value, dict):
            yield from _flat(value, f"{key}.", place)
        else:
            raise SettingsError(f"{place}: {key} = {value!r}")


def _same_shape(found: Text | None, reference: Text) -> bool:
    return found is not None and isinstance(found, str) == isinstance(reference, str)


def _put(text: str, named: Mapping[str, object]) -> str:
    for name, value in named.items():
        text = text.replace(f"{{{name}}}", str(value))
    return text
