"""What every part of one page is written with: the theme, its words, where the media lie."""

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any

from lessonkit.model.blocks import Block
from lessonkit.render.media import Media
from lessonkit.render.templates import fill
from lessonkit.render.theme import Theme

if TYPE_CHECKING:
    from markupsafe import Markup


Inner = Callable[[tuple[Block, ...], "Pen"], str]
"""What turns the blocks inside a block into HTML."""


class Pen:
    """Fills templates for one page and numbers what the page counts."""

    __slots__ = ("_counts", "audiences", "lang", "media", "theme", "words")

    def __init__(
        self, theme: Theme, lang: str, media: Media, audiences: Mapping[str, str] | None = None
    ) -> None:
        self.theme = theme
        self.lang = lang
        self.words = theme.words(lang)
        self.media = media
        self.audiences = audiences or {}
        self._counts: dict[str, int] = {}

    def writes_as(self, other: "Pen") -> bool:
        """Whether both would write the same of the same page."""
        mine = (self.theme.digest, self.lang, self.media, self.audiences)
        return mine == (other.theme.digest, other.lang, other.media, other.audiences)

    def number(self, what: str) -> int:
        """1 at the first call for `what`, then 2, and so on."""
        self._counts[what] = self._counts.get(what, 0) + 1
        return self._counts[what]

    def fill(self, template: str, **values: Any) -> str:
        """HTML by a template, which finds strings as `t(key)` and `n(key, number)`.

        Values are plain data, and HTML that is `ready`.
        Raises: SettingsError: the template is faulty.
        """
        named = {"t": self.words, "n": self.words.count, "lang": self.lang, **values}
        return fill(self.theme, template, named)

    def ready(self, html: str) -> "Markup":
        """HTML that a template must not escape once more."""
        from markupsafe import Markup

        return Markup(html)  # noqa: S704 - made here, of escaped parts
