"""Running text as XHTML."""

from html import escape
from typing import assert_never

from lessonkit.render.book.pen import Pen
from lessonkit.render.book.xhtml import xhtml
from lessonkit.text import inline as i
from lessonkit.text.inline import Prose
from lessonkit.text.weight import weight

GAP = "……"
"""Where something is to be written, as Vietnamese sheets have it."""


def prose_xhtml(prose: Prose | None, pen: Pen) -> str:
    """The run, or nothing for None."""
    return "" if prose is None else inlines_xhtml(prose.inlines, pen)


def inlines_xhtml(inlines: tuple[i.Inline, ...], pen: Pen) -> str:
    """Every inline in order."""
    return "".join([inline_xhtml(one, pen) for one in inlines])


def inline_xhtml(inline: i.Inline, pen: Pen) -> str:
    """One inline."""
    match inline:
        case i.Text():
            return escape(inline.text, quote=False)
        case i.Strong():
            return f"<strong>{inlines_xhtml(inline.inner, pen)}</strong>"
        case i.Emphasis():
            return f"<em>{inlines_xhtml(inline.inner, pen)}</em>"
        case i.Strike():
            return f"<s>{inlines_xhtml(inline.inner, pen)}</s>"
        case i.Phrase():
            mark = attributes(lang=inline.lang, classes=inline.classes)
            return f"<span{mark}>{inlines_xhtml(inline.inner, pen)}</span>"
        case i.Link():
            return _link(inline, pen)
        case _:
            return _special(inline, pen)


def _special(
    inline: i.Code | i.Picture | i.Math | i.NoteRef | i.Break | i.Gap | i.Markup, pen: Pen
) -> str:
    match inline:
        case i.Code():
            return f'<code translate="no">{escape(inline.text, quote=False)}</code>'
        case i.Picture():
            return picture_xhtml(inline, pen, "lk-inline")
        case i.Math():
            return formula(inline.tex, inline.mathml)
        case i.NoteRef():
            return _note_ref(inline, pen)
        case i.Break():
            return "<br/>"
        case i.Gap():
            return _gap(inline)
        case i.Markup():
            return xhtml(inline.html)
        case _:
            assert_never(inline)


def formula(tex: str, mathml: str) -> str:
    """MathML with what a reader says that cannot show it; else the author's own TeX."""
    if not mathml:
        return f"<code>{escape(tex, quote=False)}</code>"
    return mathml.replace("<math ", f'<math alttext="{escape(tex)}" ', 1)


def picture_xhtml(picture: i.Picture, pen: Pen, kind: str = "") -> str:
    """The picture in one form, which every reader knows. Raises: KeyError: it was not brought."""
    shown = pen.media.pictures[picture.src]
    width = f"lk-w{picture.width}" if picture.width else ""
    size = f' width="{shown.width}" height="{shown.height}"' if shown.width and shown.height else ""
    said = 'alt="" role="presentation"' if picture.decorative else f'alt="{escape(picture.alt)}"'
    mark = attributes(classes=tuple(one for one in (*picture.classes, width, kind) if one))
    return f'<img src="{escape(shown.fallback_url)}" {said}{size}{mark}/>'


def _link(link: i.Link, pen: Pen) -> str:
    mark = attributes(lang=link.lang, title=link.title)
    inner = inlines_xhtml(link.inner, pen)
    attachment = pen.media.attachments.get(link.href)
    if attachment is not None:
        size = weight(attachment.size, pen.lang).replace(" ", "\N{NO-BREAK SPACE}")
        about = pen.say("text.file-elsewhere", kind=attachment.kind, size=size)
        return f"<span{mark}>{inner} ({about})</span>"
    own = link.href.startswith("#")
    href = pen.href(link.href[1:]) if own else link.href
    return f'<a href="{escape(href)}"{mark}>{inner}</a>'


def _note_ref(ref: i.NoteRef, pen: Pen) -> str:
    """The first mention is where the note's back link leads."""
    first = pen.number(f"note {ref.label}") == 1
    place = f' id="lk-ref-{ref.number}"' if first else ""
    label = pen.say("text.note", n=ref.number)
    href = pen.href(f"lk-note-{ref.number}")
    return (
        f'<sup><a epub:type="noteref" role="doc-noteref" href="{href}"{place}'
        f' aria-label="{label}">{ref.number}</a></sup>'
    )


def _gap(gap: i.Gap) -> str:
    """Its number, and what can be chosen."""
    shown = escape(" / ".join(text for _, text in gap.choices), quote=False)
    choices = f" ({shown})" if shown else ""
    return f'<span class="lk-gap">({gap.place + 1}) {GAP}{choices}</span>'


def attributes(*, lang: str = "", title: str = "", classes: tuple[str, ...] = ()) -> str:
    """Those that are not empty, each with a blank before it."""
    found = (
        ("lang", lang),
        ("xml:lang", lang),
        ("title", title),
        ("class", " ".join(classes)),
    )
    return "".join(f' {name}="{escape(value)}"' for name, value in found if value)
