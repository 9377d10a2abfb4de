"""`epub`: the lesson as a book for reading systems, with its answers behind its questions."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from lessonkit.base.files import Bundle
from lessonkit.outputs import aloud, letters, volume
from lessonkit.outputs.base import Derivative, Job, Output
from lessonkit.outputs.names import lesson_iri
from lessonkit.outputs.ocf import MIMETYPE, SUFFIX, book, text
from lessonkit.outputs.site import SHOWN
from lessonkit.plan.page import CLOSING
from lessonkit.render.book.access import Senses, access
from lessonkit.render.book.documents import Document, documents
from lessonkit.render.book.frame import SPINE, frame
from lessonkit.render.book.nav import Entry
from lessonkit.render.book.package import XHTML, About, Resource
from lessonkit.render.book.pen import Pen
from lessonkit.render.media import Media

if TYPE_CHECKING:
    from lessonkit.model.settings import Settings
    from lessonkit.outputs.narration import Narration


def needs(job: Job) -> tuple[Derivative, ...]:
    """What lies in the book beside its text, and its sound where it reads itself.

    Raises: ToolMissing: the project wants sound or letters that are not installed.
    """
    letters.wanted(job)
    return (*volume.needs(job), *aloud.needs(job))


def render(job: Job) -> Bundle:
    """All files of the archive."""
    meta, folder = job.page.meta, job.page.meta.id
    heard = aloud.heard(job)
    chapters = _chapters(job, heard)
    spoken = () if heard is None else tuple(aloud.overlays(job, heard, chapters, folder))
    read_by = {name: smil.id for name, smil, _ in spoken}
    texts = [(_resource(one, folder, read_by.get(one.id, "")), one.text) for one in chapters]
    pen = Pen(job.theme, meta.lang, Media(), {}, {})
    minutes = (pen.words.count("opening.minutes", meta.minutes),) if meta.minutes else ()
    entries = tuple(_entries(chapters, folder, pen.words("top.closing")))
    facts, lettered = (*minutes, *meta.authors[:1]), letters.wanted(job)
    around = frame(pen, meta.title, facts, entries, lettered=lettered)
    listed = (
        *(text(*one) for one in (*around, *texts)),
        *(file for _, _, files in spoken for file in files),
        *volume.resources(job, folder),
        *letters.letters(job),
    )
    return book(_about(job, heard), listed, (*SPINE, *(one.id for one, _ in texts)))


def _chapters(job: Job, heard: "Narration | None") -> tuple[Document, ...]:
    said = {} if heard is None else aloud.said(job, heard)
    brought = volume.brought(job)
    return tuple(documents(job.page, job.theme, brought, job.audiences, said, _voice(job, heard)))


def _voice(job: Job, heard: "Narration | None") -> str:
    """What is said of who reads, where it is a draft."""
    draft = heard is not None and heard.draft
    return job.theme.words(job.page.meta.lang)("audio.draft") if draft else ""


def _resource(one: Document, folder: str, overlay: str) -> Resource:
    """In the folder of the lesson, so that a book of many lessons can be made of their books."""
    name, path = f"m-{folder}.{one.id}", f"{folder}/{one.file}"
    return Resource(name, path, XHTML, one.properties, overlay)


def _entries(chapters: tuple[Document, ...], folder: str, end: str) -> Iterator[Entry]:
    """`end`: what the last page is called, whose own title is a sentence."""
    for one in chapters:
        href = f"{folder}/{one.file}"
        below = tuple(Entry(title, f"{href}#{name}") for name, title in one.below)
        yield Entry(end if one.id == CLOSING else one.title, href, below)


def _about(job: Job, heard: "Narration | None") -> About:
    meta, words = job.page.meta, job.theme.words(job.page.meta.lang)
    played = frozenset(volume.carried(job))
    return About(
        id=lesson_iri(job),
        title=meta.title,
        lang=meta.lang,
        direction=words.direction,
        authors=meta.authors,
        license=meta.license,
        summary=meta.summary,
        keywords=meta.keywords,
        epoch=job.epoch,
        access=access(Senses.of(job.page, played, heard is not None), words),
        narrator=_voice(job, heard),
    )


def wished(project: "Settings") -> tuple[str, ...]:
    """The extras for sound and for letters, where the project wants them."""
    wanted = {"audio": project.epub.narration, "pdf": project.epub.font}
    return tuple(extra for extra, asked in wanted.items() if asked)


OUTPUT = Output(
    "epub",
    (("zip", SUFFIX),),
    SHOWN,
    needs,
    render,
    first=(MIMETYPE,),
    leaves=volume.left_out,
    rounds=True,
    wished=wished,
    remarks=aloud.remarks,
)
