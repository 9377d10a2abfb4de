"""The first page of a programme's book: what it is for, and which lessons are in it."""

from collections.abc import Iterator
from html import escape

from lessonkit.plan.program import ProgramPlan
from lessonkit.render.book.documents import Document, shell
from lessonkit.render.book.nav import Entry
from lessonkit.render.book.pen import Pen

PREFACE = "program.xhtml"


def preface(plan: ProgramPlan, lessons: tuple[Entry, ...], pen: Pen) -> Document:
    """In the language of the plan; `lessons` lead to the opening of each."""
    meta, words = plan.meta, pen.words
    facts = [words.count("program.lessons", len(plan.stages))]
    facts += [words.count("opening.minutes", plan.minutes)] if plan.minutes else []
    body = (
        '<section epub:type="titlepage" id="lk-program">',
        f'<h1 class="lk-title">{escape(meta.title, quote=False)}</h1>',
        f'<p class="lk-lead">{escape(meta.summary, quote=False)}</p>' if meta.summary else "",
        f'<p class="lk-facts">{escape(" · ".join(facts), quote=False)}</p></section>',
        f'<section><h2>{pen.say("program.path")}</h2><ol class="lk-path">',
        *_lines(plan, lessons),
        "</ol></section>",
        f'<section class="lk-about"><p>{"<br/>".join(_about(plan, pen))}</p></section>',
    )
    text = shell(meta.title, "\n".join(part for part in body if part), pen, "style.css")
    return Document("preface", PREFACE, meta.title, text)


def _lines(plan: ProgramPlan, lessons: tuple[Entry, ...]) -> Iterator[str]:
    for stage, entry in zip(plan.stages, lessons, strict=True):
        lesson = stage.lesson(plan.meta.lang)
        lang = escape(lesson.lang)
        other = f' lang="{lang}" xml:lang="{lang}"' if lesson.lang != plan.meta.lang else ""
        summary = f"<p>{escape(lesson.summary, quote=False)}</p>" if lesson.summary else ""
        title = escape(lesson.title, quote=False)
        yield f'<li{other}><p><a href="{escape(entry.href)}">{title}</a></p>{summary}</li>'


def _about(plan: ProgramPlan, pen: Pen) -> Iterator[str]:
    meta = plan.meta
    if meta.authors:
        yield pen.say("closing.authors", names=", ".join(meta.authors))
    if meta.license:
        yield pen.say("closing.license", name=meta.license)
    yield pen.say("closing.version", version=meta.version)
