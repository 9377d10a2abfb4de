"""What all printed sheets of a lesson have in common: their head, their step, their minutes."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import PurePosixPath
from typing import Any

from lessonkit.base.files import Bundle, File
from lessonkit.model import blocks as b
from lessonkit.outputs.base import Derivative, Job, full
from lessonkit.outputs.names import lesson_address
from lessonkit.outputs.typeset import pen, typeset
from lessonkit.plan.estimates import estimate
from lessonkit.plan.page import Page
from lessonkit.plan.sheet import Session, session
from lessonkit.render.print.pen import Pen
from lessonkit.render.print.qr import code
from lessonkit.render.print.runs import Node
from lessonkit.text.compounds import held
from lessonkit.text.signs import drawable

TEMPLATE = "sheet.typ"
STANDARD = "ua-1"
LARGE, USUAL, TAUGHT = 14, 13, 12
"""Points of running text: for learners who need larger type, for all others, for who teaches."""


def sheet_pen(job: Job) -> Pen:
    """The pen of a sheet: questions are called by their places in the learners' lesson."""
    return replace(pen(job), questions=job.page.questions)


def document(
    job: Job,
    label: str,
    body: list[Node],
    *,
    keys: bool = False,
    tall: float = 6,
    blanks: Iterable[str] = (),
) -> dict[str, Any]:
    """What the template sets; `label` and `blanks` are keys of strings.

    `keys`: for who teaches, with right answers. `tall`: the most a picture may be high, in cm.
    `blanks`: what a reader writes into the head, such as a name.
    """
    meta, words = job.page.meta, job.theme.words(job.page.meta.lang)
    facts = [words.count("opening.minutes", meta.minutes)] if meta.minutes else []
    learners = LARGE if job.page.large_text else USUAL
    return {
        "title": drawable(meta.title),
        "head": _head(drawable(meta.title), meta.lang),
        "label": words(label),
        "lang": meta.lang,
        "authors": [drawable(one) for one in meta.authors],
        "facts": [*facts, *(_about(job) if keys else ())],
        "summary": drawable(meta.summary) if keys else "",
        "foot": drawable(meta.title),
        "page": words("handout.page"),
        "named": [words(one) for one in blanks],
        "size": TAUGHT if keys else learners,
        "tall": tall,
        "keys": keys,
        "qr": None if keys else _code(job),
        "body": body,
    }


def _head(title: str, lang: str) -> str:
    """As the sheet shows it: no line of it ends within a word."""
    return held(title, lang)


def _about(job: Job) -> Iterator[str]:
    """For whom the lesson is, and which version of it."""
    words = job.theme.words(job.page.meta.lang)
    groups = ", ".join(job.audiences.get(name, name) for name in _readers(job))
    if groups:
        yield drawable(words("guide.for", groups=groups))
    yield drawable(words("closing.version", version=job.page.meta.version))


def _code(job: Job) -> dict[str, str] | None:
    """The way to the lesson, where the project says where it lies."""
    address = lesson_address(job)
    if not address:
        return None
    label = job.theme.words(job.page.meta.lang)("handout.online")
    return {"svg": code(address).svg, "alt": address, "label": label}


def _readers(job: Job) -> tuple[str, ...]:
    return job.page.meta.audience if job.page.audience is None else (job.page.audience,)


def sheet(job: Job, doc: dict[str, Any], own: Pen) -> Derivative:
    """The step that makes the PDF; `own` is the pen that the body was written with."""
    return typeset(job, TEMPLATE, doc, own, format="pdf", standard=STANDARD)


def bundle(job: Job, made: Derivative, name: str) -> Bundle:
    """The one file."""
    return Bundle((File(PurePosixPath(name), job.file(made)),))


def minutes(job: Job) -> Session:
    """The plan of a session for the readers of this job."""
    page, limits = full(job), job.project.check.limits
    groups = (job.groups.get(name) for name in _readers(job))
    said = [one.tieng_per_minute for one in groups if one is not None]
    pace = min((one or limits.tieng_per_minute for one in said), default=limits.tieng_per_minute)
    module = replace(job.checked.module, blocks=_sections(page))
    return session(page, estimate(module), pace, limits.question_seconds)


def _sections(page: Page) -> tuple[b.Block, ...]:
    return tuple(
        b.Section(one.id, one.title, one.objectives, one.blocks, one.title.span)
        for one in page.sections
    )
