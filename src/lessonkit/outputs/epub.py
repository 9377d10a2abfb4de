"""`epub`: the lesson as a book for reading systems, with its answers behind its questions."""

from collections.abc import Iterator

from lessonkit.base.files import Bundle
from lessonkit.outputs import volume
from lessonkit.outputs.base import Derivative, Job, Output
from lessonkit.outputs.names import lesson_iri
from lessonkit.outputs.ocf import MIMETYPE, SUFFIX, book, text
from lessonkit.outputs.site import SHOWN
from lessonkit.render.book.access import Senses, access
from lessonkit.render.book.documents import Document, documents
from lessonkit.render.book.frame import SPINE, frame
from lessonkit.render.book.ink import Ink
from lessonkit.render.book.nav import Entry
from lessonkit.render.book.package import XHTML, About, Resource
from lessonkit.render.media import Media


def needs(job: Job) -> tuple[Derivative, ...]:
    """What lies in the book beside its text."""
    return volume.needs(job)


def render(job: Job) -> Bundle:
    """All files of the archive."""
    meta, folder = job.page.meta, job.page.meta.id
    chapters = tuple(documents(job.page, job.theme, volume.brought(job), job.audiences))
    resources = tuple(_resource(one, folder) for one in chapters)
    ink = Ink(job.theme, meta.lang, Media(), {}, {})
    minutes = (ink.words.count("opening.minutes", meta.minutes),) if meta.minutes else ()
    facts = (*minutes, *meta.authors[:1])
    listed = (
        *(text(*one) for one in frame(ink, meta.title, facts, tuple(_entries(chapters, folder)))),
        *(text(resource, one.text) for resource, one in zip(resources, chapters, strict=True)),
        *volume.resources(job, folder),
    )
    return book(_about(job), listed, (*SPINE, *(one.id for one in resources)))


def _resource(one: Document, folder: str) -> Resource:
    """In the folder of the lesson, so that a book of many lessons can be made of their books."""
    return Resource(f"m-{folder}.{one.id}", f"{folder}/{one.file}", XHTML, one.properties)


def _entries(chapters: tuple[Document, ...], folder: str) -> Iterator[Entry]:
    for one in chapters:
        href = f"{folder}/{one.file}"
        below = tuple(Entry(title, f"{href}#{name}") for name, title in one.below)
        yield Entry(one.title, href, below)


def _about(job: Job) -> About:
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
        access=access(Senses.of(job.page, played, spoken=False), words),
    )


OUTPUT = Output(
    "epub",
    (("zip", SUFFIX),),
    SHOWN,
    needs,
    render,
    first=(MIMETYPE,),
    leaves=volume.left_out,
)
