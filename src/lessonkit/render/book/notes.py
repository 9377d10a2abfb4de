"""Footnotes at the end of the chapter that mentions them first; many reading systems open them in
place."""

from lessonkit.model.blocks import Footnote
from lessonkit.render.book.ink import Ink, Inner


def notes_xhtml(notes: tuple[Footnote, ...], ink: Ink, inner: Inner) -> str:
    """Each with the way back to its first mention; nothing where there is none."""
    if not notes:
        return ""
    head = f'<p class="lk-label">{ink.say("text.notes")}</p>'
    return f'<div class="lk-notes">{head}{"".join(_note(one, ink, inner) for one in notes)}</div>'


def _note(note: Footnote, ink: Ink, inner: Inner) -> str:
    label = ink.say("text.note-back", n=note.number)
    back = (
        f'<a role="doc-backlink" href="#lk-ref-{note.number}" aria-label="{label}">'
        f"{note.number}</a>. "
    )
    content = inner(note.blocks, ink)
    if content.startswith("<p>"):
        content = f"<p>{back}{content.removeprefix('<p>')}"
    else:
        content = f"<p>{back}</p>{content}"
    place = f'id="lk-note-{note.number}"'
    return f'<aside epub:type="footnote" role="doc-footnote" {place}>{content}</aside>'
