"""The files of a lesson as a page: `html` and SCORM packages share them, `single` folds them in."""

from collections.abc import Iterator
from dataclasses import replace
from typing import get_args

from lessonkit.base.files import File, text_file
from lessonkit.base.lately import lately
from lessonkit.framework import addresses
from lessonkit.model import blocks as b
from lessonkit.outputs import media
from lessonkit.outputs.base import Derivative, Job
from lessonkit.outputs.manifest import LAUNCH
from lessonkit.outputs.names import lesson_iri, preview
from lessonkit.read.assets import AssetProblem
from lessonkit.render.data import lesson_data, platform_facts
from lessonkit.render.json_ld import json_ld
from lessonkit.render.lesson import lesson_html
from lessonkit.render.media import Kinds, Media
from lessonkit.render.parts import page_parts, question_types
from lessonkit.render.scripts import lesson_style, player_script
from lessonkit.render.shell import Piece, Shell, Target

STYLE = "style.css"
SCRIPT = "lesson.js"
DESCRIBED: frozenset[Target] = frozenset({"scorm12", "scorm2004"})
"""Targets whose manifest says in LOM what the page would say in JSON-LD, at no learner's cost."""
SHOWN = frozenset(kind.__name__ for kind in get_args(b.Block))
"""All of it: what a page plan holds, a page can show."""
UNTAGGED = SHOWN - {"MarkupBlock"}
"""All but HTML that an author typed, which only browsers and reading systems show."""


def needs(job: Job) -> tuple[Derivative, ...]:
    """Every form of every file that the page uses."""
    forms = media.forms(job).values()
    own = (form.made for one in forms for form in (*one.avif, *one.webp, one.main))
    if not job.settings.include:
        return tuple(own)
    from lessonkit.outputs import companions

    return (*own, *companions.needs(job))


def remarks(job: Job) -> tuple[AssetProblem, ...]:
    """What is to be said of the kinds that travel with the page."""
    if not job.settings.include:
        return ()
    from lessonkit.outputs import companions

    return companions.remarks(job)


def files(job: Job, target: Target) -> tuple[File, ...]:
    """Page, style, script and media, to lie beside each other."""
    kinds, more = _companions(job)
    style, script = _pieces(job, target, kinds)
    shown = preview(job) if target == "html" else None
    shell = Shell(target, (Piece(url=STYLE),), (Piece(url=SCRIPT),), preview=shown)
    found, beside = media.beside(job)
    return (
        text_file(LAUNCH, page(job, shell, replace(found, kinds=kinds))),
        text_file(STYLE, style),
        text_file(SCRIPT, script),
        *beside,
        *more,
    )


@lately(lambda job: (job,))
def _companions(job: Job) -> tuple[Kinds | None, tuple[File, ...]]:
    """Other kinds of the lesson, where the project wants them to travel."""
    if not job.settings.include:
        return None, ()
    from lessonkit.outputs import companions

    return companions.companions(job)


def whole(job: Job) -> str:
    """The page with everything inside; its policy knows style and script by their hashes."""
    style, script = _pieces(job, "html")
    shell = Shell("html", (Piece(text=style),), (Piece(text=script),))
    return page(job, shell, media.inside(job))


def page(job: Job, shell: Shell, found: Media) -> str:
    """The document for one target."""
    edition = job.settings.scorm2004_edition if shell.target == "scorm2004" else None
    spoken = shell.target in ("cmi5", "xapi")
    return lesson_html(
        job.page,
        job.theme,
        shell,
        data=lesson_data(
            job.page,
            shell.target,
            edition,
            lesson_iri(job) if spoken else "",
            dict(_skills(job)) if spoken else None,
            platform=platform_facts(job.profile, shell.target),
        ),
        media=found,
        ld="" if shell.target in DESCRIBED else json_ld(job.page, job.skills, job.audiences),
        audiences=job.audiences,
    )


def _skills(job: Job) -> Iterator[tuple[str, str]]:
    """Of each objective that names a skill, the permanent name of that."""
    for one in job.page.meta.objectives:
        if one.skill is not None and one.skill in job.skills:
            framework, skill = job.skills[one.skill]
            yield one.id, addresses.iri(framework, skill.code)


def _pieces(job: Job, target: Target, kinds: Kinds | None = None) -> tuple[str, str]:
    """Style and script; only what this page uses."""
    parts = page_parts(job.page, kinds)
    way = job.theme.words(job.page.meta.lang).direction
    style = lesson_style(job.theme, parts, way)
    return style, player_script(question_types(job.page), parts, target)
