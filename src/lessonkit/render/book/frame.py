"""What a book has once, however many lessons are in it: contents, cover and style."""

from collections.abc import Iterator

from lessonkit.render.book.cover import HEIGHT, WIDTH, cover_svg
from lessonkit.render.book.documents import shell
from lessonkit.render.book.nav import Entry, Landmark, nav_xhtml
from lessonkit.render.book.package import XHTML, Resource
from lessonkit.render.book.pen import Pen
from lessonkit.render.book.style import book_style

SPINE = ("cover", "nav")
"""What of it is read, before all else."""
_STYLE = "style.css"


def frame(
    pen: Pen,
    title: str,
    facts: tuple[str, ...],
    entries: tuple[Entry, ...],
    *,
    lettered: bool,
) -> Iterator[tuple[Resource, str]]:
    """Each with its text. `facts` stand on the cover below the title; `lettered`: the book brings
    its own letters."""
    words = pen.words
    marks = (
        Landmark("cover", words("book.cover"), "cover.xhtml"),
        Landmark("toc", words("book.contents"), "nav.xhtml#toc"),
        Landmark("bodymatter", words("book.begin"), entries[0].href),
    )
    contents = nav_xhtml(words("book.contents"), entries, marks)
    page = shell(words("book.contents"), contents, pen, _STYLE)
    yield Resource("nav", "nav.xhtml", XHTML, ("nav",)), page
    style = book_style(pen.theme, pen.words.direction, lettered=lettered)
    yield Resource("style", _STYLE, "text/css"), style
    drawn = cover_svg(title, facts, pen.theme, pen.lang)
    yield Resource("cover-image", "cover.svg", "image/svg+xml", ("cover-image",)), drawn
    alt = pen.say("book.cover-of", title=title)
    body = (
        '<section epub:type="cover" class="lk-cover">'
        f'<img src="cover.svg" alt="{alt}" width="{WIDTH}" height="{HEIGHT}"/></section>'
    )
    yield Resource("cover", "cover.xhtml", XHTML), shell(title, body, pen, _STYLE)
