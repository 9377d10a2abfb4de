"""The style sheet of books: colours of a theme for lines and signs, the reader's for the text."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from lessonkit.base.errors import SettingsError
from lessonkit.base.near import nearest
from lessonkit.render.lowered import lowered
from lessonkit.render.theme import Theme

_COLOUR = re.compile(r"\$([a-z][a-z-]*)")
FAMILY = "Be Vietnam Pro"
LETTERS = "fonts"
"""The folder of what a book brings to be written with."""


@dataclass(frozen=True, slots=True)
class Face:
    """One file of the family."""

    id: str
    file: str
    weight: int
    style: str

    @property
    def rule(self) -> str:
        """How a style sheet names it."""
        look = f"font-weight:{self.weight};font-style:{self.style}"
        return f'@font-face{{font-family:"{FAMILY}";{look};src:url("{LETTERS}/{self.file}")}}'


FACES = (
    Face("font-regular", "BeVietnamPro-Regular.ttf", 400, "normal"),
    Face("font-italic", "BeVietnamPro-Italic.ttf", 400, "italic"),
    Face("font-bold", "BeVietnamPro-Bold.ttf", 700, "normal"),
)


def book_style(theme: Theme, direction: str = "ltr", *, lettered: bool = False) -> str:
    """Minified, with colours in the place of `$name`: many reading systems know no variables.

    In the dark only what has a colour of ours is said once more. `lettered`: the book brings its
    own letters; a reader may still choose others.
    Raises: SettingsError: a name that is no colour of the theme.
    """
    from rcssmin import cssmin  # type: ignore[import-untyped] # ships no types

    sheet = theme.styles["book"]
    if lettered:
        faces = "\n".join(face.rule for face in FACES)
        sheet = f'{faces}\nbody {{ font-family: "{FAMILY}", sans-serif; }}\n{sheet}'
    ours = "\n".join(line for line in sheet.splitlines() if _COLOUR.search(line))
    light, dark = theme.tokens.light, theme.tokens.dark
    night = f"@media (prefers-color-scheme:dark){{\n{_filled(ours, dark, theme)}\n}}\n"
    return lowered(str(cssmin(_filled(sheet, light, theme) + night)), direction)


def _filled(sheet: str, colours: Mapping[str, str], theme: Theme) -> str:
    names = _COLOUR.findall(sheet)
    unknown = next((name for name in names if name not in colours), None)
    if unknown is not None:
        place = theme.places.get("static/book.css", f"themes/{theme.name}/static/book.css")
        raise SettingsError(f"{place}: ${unknown} → {nearest(unknown, colours) or '–'}?")
    return _COLOUR.sub(lambda found: colours[found[1]], sheet)
