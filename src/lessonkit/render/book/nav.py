"""The table of contents, and the landmarks by which a reading system finds its way."""

from dataclasses import dataclass
from html import escape

from lessonkit.render.book.xhtml import flat


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of the table of contents."""

    title: str
    href: str
    below: "tuple[Entry, ...]" = ()


@dataclass(frozen=True, slots=True)
class Landmark:
    """A place that every book has; `type` as in EPUB Structural Semantics 1.1."""

    type: str
    title: str
    href: str


def nav_xhtml(title: str, entries: tuple[Entry, ...], landmarks: tuple[Landmark, ...]) -> str:
    """The body of the document."""
    marks = "".join(
        f'<li><a epub:type="{one.type}" href="{escape(one.href)}">{flat(one.title)}</a></li>'
        for one in landmarks
    )
    lines = f"<h1>{flat(title)}</h1>{_list(entries)}"
    return (
        f'<nav epub:type="toc" role="doc-toc" id="toc">{lines}</nav>'
        f'\n<nav epub:type="landmarks" hidden="hidden"><ol>{marks}</ol></nav>'
    )


def _list(entries: tuple[Entry, ...]) -> str:
    return f"<ol>{''.join(_entry(one) for one in entries)}</ol>"


def _entry(one: Entry) -> str:
    """A lesson with chapters below it stands out."""
    part = ' class="lk-part"' if one.below else ""
    below = _list(one.below) if one.below else ""
    return f'<li><a{part} href="{escape(one.href)}">{flat(one.title)}</a>{below}</li>'
