"""The documents of a lesson's book: its opening, a chapter for each section, its end."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from html import escape

from lessonkit.model import blocks as b
from lessonkit.model.walk import asks, walk
from lessonkit.plan.page import CLOSING, OPENING, Page, PageSection
from lessonkit.render.book.answers import answers_xhtml
from lessonkit.render.book.blocks import block_xhtml, blocks_xhtml
from lessonkit.render.book.boxes import audience_line
from lessonkit.render.book.notes import notes_xhtml
from lessonkit.render.book.pen import HEAD, Cues, Pen
from lessonkit.render.book.runs import prose_xhtml
from lessonkit.render.media import Media
from lessonkit.render.notes import notes_by_place
from lessonkit.render.theme import Theme

_LISTED = 3
"""Of headings within a section, those that a table of contents names."""


@dataclass(frozen=True, slots=True)
class Document:
    """One file of the book."""

    id: str
    """Of the section; `lk-title` and `lk-end` for what stands before and after them all."""
    file: str
    title: str
    text: str
    """The whole of it."""
    below: tuple[tuple[str, str], ...] = ()
    """Places in it that a table of contents names: ids and titles."""
    lit: tuple[tuple[str, str], ...] = ()
    """Of each cue of the script the id of what is lit up while it is heard."""

    @property
    def properties(self) -> tuple[str, ...]:
        """What a reading system must be told of it (EPUB 3.3, D.3)."""
        found = (("mathml", "<math "), ("svg", "<svg "))
        return tuple(name for name, sign in found if sign in self.text)


def documents(
    page: Page,
    theme: Theme,
    media: Media,
    audiences: Mapping[str, str],
    said: Mapping[str, Mapping[int, Cues]] | None = None,
    voice: str = "",
) -> Iterator[Document]:
    """In the order in which they are read.

    `said`: of a book that reads itself, by section and place of the block its cues; -1: the head.
    `voice`: what is to be said of who reads.
    Raises: SettingsError: the theme lacks the language.
    """
    pen = Pen(theme, page.meta.lang, media, audiences, places(page), said or {})
    notes = notes_by_place(page)
    yield _opening(page, notes[-1], pen)
    for place, section in enumerate(page.sections):
        yield _chapter(section, notes[place], pen)
    yield _end(page, voice, pen)


def file_name(section: str) -> str:
    """Of the document of a section."""
    return f"{section}.xhtml"


def places(page: Page) -> dict[str, str]:
    """The file of each id that a link may lead to."""
    notes = notes_by_place(page)
    found: dict[str, str] = {}
    parts = [(OPENING, page.intro), *((one.id, one.blocks) for one in page.sections), (CLOSING, ())]
    for place, (name, blocks) in enumerate(parts, start=-1):
        mentioned = notes.get(place, ())
        inner = (*blocks, *(block for note in mentioned for block in note.blocks))
        ids = (*_ids(inner), *(f"lk-note-{note.number}" for note in mentioned))
        found |= dict.fromkeys((name, *ids), file_name(name))
    return found


def _ids(blocks: tuple[b.Block, ...]) -> Iterator[str]:
    for block in walk(blocks):
        match block:
            case b.Ask(question=question):
                yield from (f"lk-q-{question.id}", f"lk-a-{question.id}")
            case b.Heading(id=name) | b.Scene(id=name) | b.Section(id=name):
                yield name
            case b.Practice(id=name):
                yield name
            case _:
                pass


def _opening(page: Page, notes: tuple[b.Footnote, ...], pen: Pen) -> Document:
    pen.begin(file_name(OPENING))
    meta, words = page.meta, pen.words
    facts = [words.count("opening.minutes", meta.minutes)] if meta.minutes else []
    facts += [words.count("opening.sections", len(page.sections))] if page.sections else []
    facts += [words.count("opening.questions", len(page.questions))] if page.questions else []
    goals = "".join(f"<li>{escape(one.text, quote=False)}</li>" for one in meta.objectives)
    head = (
        f'<h1 class="lk-title">{escape(meta.title, quote=False)}</h1>',
        f'<p class="lk-lead">{escape(meta.summary, quote=False)}</p>' if meta.summary else "",
        f'<p class="lk-facts">{escape(" · ".join(facts), quote=False)}</p>' if facts else "",
        _goals("opening.goals", goals, pen),
    )
    body = (
        f'<section epub:type="titlepage" id="{OPENING}">',
        pen.lighted("\n".join(part for part in head if part), OPENING, HEAD),
        "</section>",
        _blocks(OPENING, page.intro, pen),
        notes_xhtml(notes, pen, blocks_xhtml),
    )
    return _document(OPENING, meta.title, body, page.intro, pen)


def _chapter(section: PageSection, notes: tuple[b.Footnote, ...], pen: Pen) -> Document:
    pen.begin(file_name(section.id))
    body = (
        f'<section epub:type="chapter" role="doc-chapter" id="{section.id}">',
        pen.lighted(f"<h1>{prose_xhtml(section.title, pen)}</h1>", section.id, HEAD),
        audience_line(section.audience, pen),
        _blocks(section.id, section.blocks, pen),
        notes_xhtml(notes, pen, blocks_xhtml),
        "</section>",
    )
    return _document(section.id, section.title.plain(), body, section.blocks, pen)


def _end(page: Page, voice: str, pen: Pen) -> Document:
    pen.begin(file_name(CLOSING))
    meta, title = page.meta, pen.words("closing.title")
    goals = "".join(f"<li>{escape(one.text, quote=False)}</li>" for one in meta.objectives)
    body = (
        f'<section epub:type="conclusion" role="doc-conclusion" id="{CLOSING}">',
        pen.lighted(f"<h1>{escape(title, quote=False)}</h1>", CLOSING, HEAD),
        f'<p class="lk-lead">{pen.say("closing.warm")}</p>',
        _goals("closing.can", goals, pen),
        _today(page, pen),
        "</section>",
        _about(page, voice, pen),
    )
    return _document(CLOSING, title, body, (), pen)


def _blocks(name: str, blocks: tuple[b.Block, ...], pen: Pen) -> str:
    """Those of a section, with what can be lit up in them."""
    written = (block_xhtml(block, pen) for block in blocks)
    return "\n".join(pen.lighted(one, name, place) for place, one in enumerate(written))


def _goals(key: str, goals: str, pen: Pen) -> str:
    if not goals:
        return ""
    return f'<section class="lk-goals"><h2>{pen.say(key)}</h2><ul>{goals}</ul></section>'


def _today(page: Page, pen: Pen) -> str:
    """Back to what is to be done away from the book."""
    tasks = [block for block in page.every if isinstance(block, b.Practice)]
    items = "".join(
        f'<li><a href="{pen.href(task.id)}">'
        f"{prose_xhtml(task.title, pen) or pen.say('practice.title')}</a></li>"
        for task in tasks
    )
    head = f"<h2>{pen.say('closing.today')}</h2>"
    return f'<section class="lk-today">{head}<ul>{items}</ul></section>' if items else ""


def _about(page: Page, voice: str, pen: Pen) -> str:
    meta = page.meta
    said = (
        pen.say("closing.authors", names=", ".join(meta.authors)) if meta.authors else "",
        pen.say("closing.license", name=meta.license) if meta.license else "",
        pen.say("closing.version", version=meta.version),
        escape(voice, quote=False),
    )
    lines = "<br/>".join(line for line in said if line)
    return f'<section class="lk-about" epub:type="copyright-page"><p>{lines}</p></section>'


def _document(
    name: str, title: str, body: tuple[str, ...], blocks: tuple[b.Block, ...], pen: Pen
) -> Document:
    """With the answers to all questions in these blocks at its end."""
    answers = answers_xhtml(tuple(asks(blocks)), pen)
    text = shell(title, "\n".join(part for part in (*body, answers) if part), pen)
    headed = (one for one in blocks if isinstance(one, b.Heading) and one.level == _LISTED)
    below = tuple((one.id, one.prose.plain()) for one in headed)
    return Document(name, pen.file, title, text, below, tuple(pen.lit.items()))


def shell(title: str, body: str, pen: Pen, style: str = "../style.css") -> str:
    """A document of the book around its body."""
    lang, way = escape(pen.lang), pen.words.direction
    return f"""<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE html>
<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops"\
 lang="{lang}" xml:lang="{lang}" dir="{way}">
<head>
<meta charset="utf-8"/>
<title>{escape(title, quote=False)}</title>
<link rel="stylesheet" type="text/css" href="{style}"/>
</head>
<body>
{body}
</body>
</html>
"""
