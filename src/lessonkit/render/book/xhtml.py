"""HTML as XML: of what others wrote, every element closed and every attribute with its value."""

from html import escape
from html.parser import HTMLParser

_VOID = frozenset(("br", "col", "hr", "img", "input", "source", "track", "wbr"))
_LEFT = frozenset(("data-lk", "loading", "decoding"))
"""Attributes that no book needs."""


class _Writer(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.out: list[str] = []
        self.open: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        kept = {name: value for name, value in given.items() if name not in _LEFT}
        mark = "".join(f' {name}="{escape(value or name)}"' for name, value in kept.items())
        self.out.append(f"<{tag}{mark}{'/' if tag in _VOID else ''}>")
        if tag not in _VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        if tag not in _VOID:
            self.handle_endtag(tag)

    def handle_endtag(self, tag: str) -> None:
        if tag in self.open:
            while (last := self.open.pop()) != tag:
                self.out.append(f"</{last}>")
            self.out.append(f"</{tag}>")

    def handle_data(self, data: str) -> None:
        self.out.append(escape(data, quote=False))


def flat(text: str) -> str:
    """Words on one line, between tags."""
    return escape(" ".join(text.split()), quote=False)


def xhtml(html: str) -> str:
    """The same as XML: sanitised HTML, which an author was allowed to write."""
    writer = _Writer()
    writer.feed(html)
    writer.close()
    return "".join([*writer.out, *(f"</{tag}>" for tag in reversed(writer.open))])
