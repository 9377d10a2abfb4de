"""Running text as HTML."""

from html import escape
from typing import TYPE_CHECKING, assert_never

from lessonkit.render.gap import gap_html
from lessonkit.render.media import Attachment
from lessonkit.render.pen import Pen
from lessonkit.render.picture import picture_html
from lessonkit.text import inline as i
from lessonkit.text.inline import Prose
from lessonkit.text.weight import weight

if TYPE_CHECKING:
    from markupsafe import Markup


def prose_html(prose: Prose | None, pen: Pen) -> str:
    """The run, or nothing for None."""
    return "" if prose is None else inlines_html(prose.inlines, pen)


def prose_ready(prose: Prose | None, pen: Pen) -> "Markup":
    """The run for a template."""
    return pen.ready(prose_html(prose, pen))


def inlines_html(inlines: tuple[i.Inline, ...], pen: Pen) -> str:
    """Every inline in order."""
    return "".join([inline_html(one, pen) for one in inlines])


def inline_html(inline: i.Inline, pen: Pen) -> str:
    """One inline."""
    match inline:
        case i.Text():
            return escape(inline.text, quote=False)
        case i.Strong():
            return f"<strong>{inlines_html(inline.inner, pen)}</strong>"
        case i.Emphasis():
            return f"<em>{inlines_html(inline.inner, pen)}</em>"
        case i.Strike():
            return f"<s>{inlines_html(inline.inner, pen)}</s>"
        case _:
            return _special(inline, pen)


def _special(
    inline: i.Phrase
    | i.Code
    | i.Link
    | i.Picture
    | i.Math
    | i.NoteRef
    | i.Break
    | i.Gap
    | i.Markup,
    pen: Pen,
) -> str:
    match inline:
        case i.Phrase():
            mark = attributes(lang=inline.lang, classes=inline.classes)
            return f"<span{mark}>{inlines_html(inline.inner, pen)}</span>"
        case i.Code():
            return f'<code translate="no">{escape(inline.text, quote=False)}</code>'
        case i.Link():
            return _link(inline, pen)
        case i.Picture():
            return picture_html(inline, pen, inline=True)
        case i.Math():
            return inline.mathml or f"<code>{escape(inline.tex, quote=False)}</code>"
        case i.NoteRef():
            return _note_ref(inline, pen)
        case i.Break():
            return "<br>"
        case i.Gap():
            return gap_html(inline, pen)
        case i.Markup():
            return inline.html
        case _:
            assert_never(inline)


def _link(link: i.Link, pen: Pen) -> str:
    mark = attributes(lang=link.lang, title=link.title)
    inner = inlines_html(link.inner, pen)
    if link.href.startswith(("http:", "https:", "//")):
        hint = escape(pen.words("text.new-window"), quote=False)
        href = escape(link.href)
        return (
            f'<a href="{href}" target="_blank" rel="noopener"{mark}>{inner}'
            f'<span class="lk-sr"> ({hint})</span></a>'
        )
    attachment = pen.media.attachments.get(link.href)
    if attachment is not None:
        return _attachment(link, attachment, pen, mark, inner)
    return f'<a href="{escape(link.href)}"{mark}>{inner}</a>'


def _attachment(link: i.Link, attachment: Attachment, pen: Pen, mark: str, inner: str) -> str:
    """Saved, not opened: opening it would leave the lesson, and `data:` may not be opened.

    Its kind and weight are part of the link's name (WCAG 2.2, 2.4.4): who pays for data, or has no
    program for it, knows before asking.
    """
    size = weight(attachment.size, pen.lang).replace(" ", "\N{NO-BREAK SPACE}")
    key = "text.file" if attachment.url else "text.file-elsewhere"
    about = escape(pen.words(key, kind=attachment.kind, size=size), quote=False)
    if not attachment.url:
        return f"<span{mark}>{inner} ({about})</span>"
    name = escape(link.href.rpartition("/")[2])
    # A browser that does not save from a memory stick opens it, and beside the lesson.
    aside = ' target="_blank" rel="noopener"'
    return (
        f'<a href="{escape(attachment.url)}" download="{name}"{aside}{mark}>{inner} ({about})</a>'
    )


def _note_ref(ref: i.NoteRef, pen: Pen) -> str:
    """The first mention is where the note's back link leads."""
    first = pen.number(f"note {ref.label}") == 1
    place = f' id="lk-ref-{ref.number}"' if first else ""
    label = escape(pen.words("text.note", n=ref.number))
    return (
        f'<sup><a class="lk-ref" href="#lk-note-{ref.number}"{place} aria-label="{label}">'
        f"{ref.number}</a></sup>"
    )


def attributes(*, lang: str = "", title: str = "", classes: tuple[str, ...] = ()) -> str:
    """Those that are not empty, each with a blank before it."""
    found = (("lang", lang), ("title", title), ("class", " ".join(classes)))
    return "".join(f' {name}="{escape(value)}"' for name, value in found if value)


def scroll_html(inner: str, kind: str, label: str) -> str:
    """What may be wider than the column, in a frame that the keyboard can scroll."""
    mark = f"lk-scroll {kind}".strip()
    spoken = escape(label)
    return f'<div class="{mark}" role="group" aria-label="{spoken}" tabindex="0">{inner}</div>'
