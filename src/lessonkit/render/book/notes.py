"""Footnotes at the end of the chapter that mentions them first; many reading systems open them in
place."""

from lessonkit.model.blocks import Footnote
from lessonkit.render.book.pen import Inner, Pen


def notes_xhtml(notes: tuple[Footnote, ...], pen: Pen, inner: Inner) -> str:
    """Each with the way back to its first mention; nothing where there is none."""
    if not notes:
        return ""
    head = f'<p class="lk-label">{pen.say("text.notes")}</p>'
    return f'<div class="lk-notes">{head}{"".join(_note(one, pen, inner) for one in notes)}</div>'


def _note(note: Footnote, pen: Pen, inner: Inner) -> str:
    label = pen.say("text.note-back", n=note.number)
    back = (
        f'<a role="doc-backlink" href="#lk-ref-{note.number}" aria-label="{label}">'
        f"{note.number}</a>. "
    )
    content = inner(note.blocks, pen)
    if content.startswith("<p>"):
        content = f"<p>{back}{content.removeprefix('<p>')}"
    else:
        content = f"<p>{back}</p>{content}"
    place = f'id="lk-note-{note.number}"'
    return f'<aside epub:type="footnote" role="doc-footnote" {place}>{content}</aside>'
