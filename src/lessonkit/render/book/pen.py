"""What every part of one book is written with: words, media, and where each thing stands."""

import re
from collections.abc import Callable, Mapping
from html import escape
from types import MappingProxyType

from lessonkit.model.blocks import Block
from lessonkit.render.book.marks import marked
from lessonkit.render.media import Media
from lessonkit.render.theme import Theme

Inner = Callable[[tuple[Block, ...], "Pen"], str]
"""What turns the blocks inside a block into XHTML."""
Cues = tuple[tuple[str, str], ...]
"""Ids and texts of what is said."""
HEAD = -1
"""The place of what is said of no block: in the title of the section."""
_SYMBOL = re.compile(r'<symbol id="lk-i-([a-z]+)" viewBox="([^"]+)">(.*?)</symbol>')


class Pen:
    """Writes one lesson, chapter after chapter, and numbers what it counts."""

    __slots__ = (
        *("_counts", "_signs", "audiences", "file", "lang", "level", "media", "places"),
        *("lit", "said", "theme", "words"),
    )

    def __init__(
        self,
        theme: Theme,
        lang: str,
        media: Media,
        audiences: Mapping[str, str],
        places: Mapping[str, str],
        said: Mapping[str, Mapping[int, Cues]] = MappingProxyType({}),
    ) -> None:
        """`places`: the file that each id stands in. Raises: SettingsError: it has no words."""
        self.said = said
        self.lit: dict[str, str] = {}
        """Of each cue of the chapter the id of what is lit up."""
        self.theme = theme
        self.lang = lang
        self.words = theme.words(lang)
        self.media = media
        self.audiences = audiences
        self.places = places
        self.file = ""
        """The chapter that is being written."""
        self.level = 1
        """Of the heading above."""
        self._counts: dict[str, int] = {}
        self._signs = _signs(theme)

    def begin(self, file: str) -> None:
        """The next chapter."""
        self.file, self.level, self.lit = file, 1, {}

    def lighted(self, xhtml: str, section: str, place: int) -> str:
        """A block with ids in it for all that is said of it."""
        cues = self.said.get(section, {}).get(place, ())
        if not cues:
            return xhtml
        block = f"{section}.head" if place == HEAD else f"{section}.block-{place}"
        text, lit = marked(xhtml, cues, block)
        self.lit |= lit
        return text

    def below(self) -> str:
        """The element of a heading under the one above."""
        return f"h{min(self.level + 1, 6)}"

    def number(self, what: str) -> int:
        """1 at the first call for `what`, then 2, and so on."""
        self._counts[what] = self._counts.get(what, 0) + 1
        return self._counts[what]

    def href(self, name: str) -> str:
        """What leads to that id from the chapter that is being written; nothing has no way."""
        file = self.places.get(name, self.file)
        return f"#{name}" if file == self.file else f"{file}#{name}"

    def say(self, key: str, **named: object) -> str:
        """Words of the theme, escaped for text and attributes."""
        return escape(self.words(key, **named))

    def sign(self, name: str, label: str = "") -> str:
        """A sign of the theme, not spoken unless it says something; nothing where there is none."""
        found = self._signs.get(name)
        if found is None:
            return ""
        box, drawn = found
        spoken = f'role="img" aria-label="{escape(label)}"' if label else 'aria-hidden="true"'
        return (
            f'<svg xmlns="http://www.w3.org/2000/svg" class="lk-i" viewBox="{box}" {spoken}>'
            f"{drawn}</svg>"
        )


def _signs(theme: Theme) -> dict[str, tuple[str, str]]:
    found = _SYMBOL.findall(theme.templates.get("icons.html", ""))
    return {name: (box, drawn) for name, box, drawn in found}
