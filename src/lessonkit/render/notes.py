"""Footnotes, each at the end of the section that mentions it first."""

from collections.abc import Iterable, Iterator, Mapping
from html import escape

from lessonkit.model.blocks import Footnote
from lessonkit.model.walk import prose
from lessonkit.plan.page import Page
from lessonkit.render.pen import Inner, Pen
from lessonkit.render.templates import icon
from lessonkit.text.inline import NoteRef, Prose, walk


def notes_by_place(page: Page) -> Mapping[int, tuple[Footnote, ...]]:
    """Place of the section, -1 for what stands before the first, to its notes.

    Notes that nobody mentions are left out.
    """
    left = {note.label: note for note in page.footnotes}
    found = {-1: tuple(_taken(prose(page.intro), left))}
    for place, one in enumerate(page.sections):
        found[place] = tuple(_taken((one.title, *prose(one.blocks)), left))
    return found


def notes_html(notes: tuple[Footnote, ...], pen: Pen, inner: Inner) -> str:
    """The list, or nothing; each note leads back to its first mention."""
    if not notes:
        return ""
    items = "".join(_note(note, pen, inner) for note in notes)
    title = escape(pen.words("text.notes"), quote=False)
    return f'<div class="lk-notes"><p class="lk-label">{title}</p><ol>{items}</ol></div>'


def _note(note: Footnote, pen: Pen, inner: Inner) -> str:
    label = escape(pen.words("text.note-back", n=note.number))
    back = (
        f'<a class="lk-back" href="#lk-ref-{note.number}" aria-label="{label}">{icon("back")}</a>'
    )
    content = inner(note.blocks, pen)
    place = f' id="lk-note-{note.number}" value="{note.number}"'
    if content.endswith("</p>"):
        return f"<li{place}>{content.removesuffix('</p>')} {back}</p></li>"
    return f"<li{place}>{content}{back}</li>"


def _taken(runs: Iterable[Prose], left: dict[str, Footnote]) -> Iterator[Footnote]:
    """Notes mentioned in these runs of text, and in those notes; each is taken once."""
    for run in runs:
        for inline in walk(run.inlines):
            if isinstance(inline, NoteRef) and inline.label in left:
                note = left.pop(inline.label)
                yield note
                yield from _taken(prose(note.blocks), left)
