"""A theme: colours, templates, styles and the words a learner sees; data, never code."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import lru_cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path

from lessonkit.base.errors import SettingsError
from lessonkit.base.near import nearest
from lessonkit.model.module import Asset
from lessonkit.model.theme import Tokens
from lessonkit.render.fonts import read_fonts
from lessonkit.render.palette import read_palette
from lessonkit.render.words import Words, read_strings

DEFAULT = "default"
_GROUPS = (
    ("templates", ".html"),
    ("static", ".css"),
    ("strings", ".toml"),
    ("print", ".typ"),
)
"""Folders of a theme, and the ending of what lies there."""
_NAME_CHARS = frozenset("abcdefghijklmnopqrstuvwxyz0123456789-_")


@dataclass(frozen=True, slots=True, eq=False)
class Theme:
    """All files of a theme, read; a project's own laid over the default, file by file."""

    name: str
    tokens: Tokens
    shape: Mapping[str, str]
    """Tokens that are no colours: fonts, measures, radius; CSS values."""
    templates: Mapping[str, str]
    """Jinja sources by name, such as `questions/choice.html`."""
    styles: Mapping[str, str]
    """CSS by file name without ending; which of them travel is for `lesson_style` to say."""
    strings: Mapping[str, Mapping[str, str | Mapping[str, str]]]
    """By language, then by key such as `opening.start`; forms by number where it counts things."""
    places: Mapping[str, str]
    """Key of a template, or of a language as `strings/vi.toml`, to the file as shown."""
    digest: str
    """Of all files: equal digests, equal pages."""
    print: Mapping[str, str] = field(default_factory=dict)
    """Typst sources by file name, such as `slide.typ`, for all that is printed or drawn."""
    fonts: tuple[Asset, ...] = ()
    """Of `fonts/`, for scripts that the fonts of print and slides lack."""

    def words(self, lang: str) -> Words:
        """What page and player say in that language (BCP 47), else in the one it belongs to.

        Raises: SettingsError: the theme does not speak it, or a string is missing or unknown.
        """
        return _words(self, lang)

    def speaks(self, lang: str) -> bool:
        """Whether there are strings for that language, or for the one it belongs to."""
        return self.known(lang) in self.strings

    def known(self, lang: str) -> str:
        """The language whose strings serve for it, where there are any."""
        return lang if lang in self.strings else lang.partition("-")[0].lower()


@lru_cache(maxsize=16)
def _words(theme: Theme, lang: str) -> Words:
    known = theme.known(lang)
    place = theme.places.get(f"strings/{known}.toml", f"themes/{theme.name}/strings/{known}.toml")
    return Words(lang, theme.strings.get(known), _default().strings["vi"], place)


def load_theme(name: str, root: Path | None = None) -> Theme:
    """The built-in theme, or the folder `root/themes/<name>` laid over it; read once a process.

    Raises: SettingsError: no such theme, or a file of it cannot be used; names file and key.
    """
    folder = None if root is None else _folder(name, root)
    if folder is None and name != DEFAULT:
        raise SettingsError(_unknown(name, root))
    return _default() if folder is None else _laid_over(_default(), name, folder)


@lru_cache(maxsize=1)
def _default() -> Theme:
    folder = files("lessonkit") / "themes" / DEFAULT
    palette = read_palette(_text(folder / "theme.toml"), f"themes/{DEFAULT}/theme.toml", None, "")
    found = _files(folder, f"themes/{DEFAULT}")
    return _theme(DEFAULT, palette, found, None)


def _laid_over(base: Theme, name: str, folder: Path) -> Theme:
    shown = f"themes/{name}"
    found = _files(folder, shown)
    css = "".join(text for key, (text, _) in found.items() if key.startswith("static/"))
    own = folder / "theme.toml"
    below = (base.tokens, base.shape)
    palette = (
        read_palette(_text(own), f"{shown}/theme.toml", below, css) if own.is_file() else below
    )
    below_it = tuple(path for path, _ in _below(folder / "fonts", "fonts"))
    return replace(_theme(name, palette, found, base), fonts=read_fonts(folder, below_it, shown))


def _theme(
    name: str,
    palette: tuple[Tokens, Mapping[str, str]],
    found: Mapping[str, tuple[str, str]],
    base: Theme | None,
) -> Theme:
    templates, styles, strings, places, sheets = (
        ({}, {}, {}, {}, {})
        if base is None
        else (
            dict(base.templates), dict(base.styles), dict(base.strings), dict(base.places),
            dict(base.print),
        )
    )  # fmt: skip
    for key, (text, place) in found.items():
        places[key.removeprefix("templates/")] = place
        group, _, rest = key.partition("/")
        if group == "templates":
            templates[rest] = text
        elif group == "static":
            styles[rest.removesuffix(".css")] = text
        elif group == "print":
            sheets[rest] = text
        elif group == "strings":
            lang = rest.removesuffix(".toml")
            strings[lang] = {**strings.get(lang, {}), **read_strings(text, place)}
    tokens, shape = palette
    digest = _digest(tokens, shape, templates, styles, strings, sheets)
    return Theme(name, tokens, shape, templates, styles, strings, places, digest, sheets)


def _files(folder: Traversable, shown: str) -> dict[str, tuple[str, str]]:
    """Text and shown place of every file that a theme may hold, by its path, in one order."""
    found: dict[str, tuple[str, str]] = {}
    for group, ending in _GROUPS:
        for path, file in sorted(_below(folder / group, group)):
            if path.endswith(ending):
                found[path] = (_text(file), f"{shown}/{path}")
    return found


def _below(folder: Traversable, prefix: str) -> list[tuple[str, Traversable]]:
    if not folder.is_dir():
        return []
    found: list[tuple[str, Traversable]] = []
    for entry in folder.iterdir():
        path = f"{prefix}/{entry.name}"
        plain = entry.is_dir() or entry.is_file()
        if isinstance(entry, Path) and (entry.is_symlink() or not plain):
            # A link could print any file of the machine into a page; a pipe could wait for ever.
            raise SettingsError(f"themes: {path}: link")
        found += _below(entry, path) if entry.is_dir() else [(path, entry)]
    return found


def _text(file: Traversable) -> str:
    try:
        return file.read_text(encoding="utf-8").removeprefix("\ufeff").replace("\r\n", "\n")
    except (OSError, UnicodeDecodeError) as error:
        raise SettingsError(f"{file}: {error}") from error


def _folder(name: str, root: Path) -> Path | None:
    """The project's folder of that name; a name that climbs out of `themes/` is none."""
    folder = root / "themes" / name
    return folder if set(name.lower()) <= _NAME_CHARS and folder.is_dir() else None


def _unknown(name: str, root: Path | None) -> str:
    home = None if root is None else root / "themes"
    own = sorted(path.name for path in home.iterdir()) if home is not None and home.is_dir() else []
    near = nearest(name, (DEFAULT, *own))
    key = f"lessonkit.toml: build.theme = “{name}”"
    return f"{key}: {', '.join((DEFAULT, *own))}" if near is None else f"{key} → “{near}”?"


def _digest(*parts: object) -> str:
    return hashlib.sha256(repr(parts).encode("utf-8")).hexdigest()
