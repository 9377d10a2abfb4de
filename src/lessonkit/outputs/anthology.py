"""The book of a programme: all its lessons in their order, bound from the books of each."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from lessonkit.base.files import Bundle
from lessonkit.outputs.leafed import Leaves, leaves
from lessonkit.outputs.ocf import SUFFIX, book, text
from lessonkit.outputs.program import ProgramJob
from lessonkit.plan.program import ProgramPlan
from lessonkit.render.book.access import Senses, access
from lessonkit.render.book.frame import SPINE, frame
from lessonkit.render.book.nav import Entry
from lessonkit.render.book.package import XHTML, About, Resource
from lessonkit.render.book.pen import Pen
from lessonkit.render.book.preface import PREFACE, preface
from lessonkit.render.media import Media

_OUTPUT = "epub"


@dataclass(frozen=True, slots=True)
class Anthology:
    """One file of the programme's folder."""

    name: str
    plan: ProgramPlan
    """In the language of the book."""
    bundle: Bundle


@dataclass(frozen=True, slots=True)
class Shelf:
    """Where the books of the lessons are, and what is known of the ones to be made."""

    place: Callable[[str], Path]
    """Of an artefact by its path in the bundle."""
    named: Callable[[str], str]
    """The permanent name of a book."""
    epoch: int


def books(job: ProgramJob, shelf: Shelf) -> Iterator[Anthology]:
    """One for each language of the programme, where every lesson has a book.

    Raises: OSError: one of these is there no more.
    """
    made = [one for one in job.artefacts if one.output == _OUTPUT]
    paths = {(one.module, one.tag): shelf.place(one.path) for one in made}
    for plan in job.plans:
        wanted = [(stage.id, stage.lesson(plan.meta.lang).tag) for stage in plan.stages]
        if all(one in paths for one in wanted):
            parts = [leaves(paths[one], one[0]) for one in wanted]
            tag = f".{plan.tag}" if plan.tag else ""
            bundle = _bound(job, plan, parts, shelf)
            yield Anthology(f"{plan.meta.id}{tag}{SUFFIX}", plan, bundle)


def _bound(job: ProgramJob, plan: ProgramPlan, parts: list[Leaves], shelf: Shelf) -> Bundle:
    meta = plan.meta
    pen = Pen(job.theme, meta.lang, Media(), {}, {})
    opening = preface(plan, tuple(one.entry for one in parts), pen)
    entries = (Entry(meta.title, PREFACE), *(one.entry for one in parts))
    facts = (pen.words.count("program.lessons", len(plan.stages)), *meta.authors[:1])
    shared = parts[0].shared
    around = frame(pen, meta.title, facts, entries, lettered=bool(shared))
    listed = (
        *(text(*one) for one in around),
        text(Resource("preface", PREFACE, XHTML, opening.properties), opening.text),
        *(pair for one in parts for pair in one.listed),
        *shared,
    )
    spine = (*SPINE, "preface", *(name for one in parts for name in one.spine))
    return book(_about(job, plan, parts, shelf, pen), listed, spine)


def _about(
    job: ProgramJob, plan: ProgramPlan, parts: list[Leaves], shelf: Shelf, pen: Pen
) -> About:
    meta = plan.meta
    parts_of_name = (meta.id, plan.tag, job.audience or "")
    senses = Senses.joined(Senses.again(one.access) for one in parts)
    return About(
        id=shelf.named(".".join(part for part in parts_of_name if part)),
        title=meta.title,
        lang=meta.lang,
        direction=pen.words.direction,
        authors=meta.authors,
        license=meta.license,
        summary=meta.summary,
        keywords=meta.keywords,
        epoch=shelf.epoch,
        access=access(senses, pen.words),
        narrator=next((one.narrator for one in parts if one.narrator), ""),
    )
