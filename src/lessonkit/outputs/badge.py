"""`badge`: what a badge for the lesson says, as an Open Badges 3.0 Achievement."""

import json

from lessonkit.base.files import Bundle, text_file
from lessonkit.outputs.base import Derivative, Job, Output
from lessonkit.outputs.names import lesson_iri
from lessonkit.outputs.site import SHOWN
from lessonkit.render.achievement import lesson_achievement

NAME = "badge.json"


def needs(_job: Job) -> tuple[Derivative, ...]:
    """Nothing: a badge's picture is its issuer's."""
    return ()


def render(job: Job) -> Bundle:
    """The one file."""
    words = job.theme.words(job.page.meta.lang)
    found = lesson_achievement(job.page, lesson_iri(job), job.skills, words)
    return Bundle((text_file(NAME, json.dumps(found, ensure_ascii=False, indent=2) + "\n"),))


OUTPUT = Output("badge", (("file", ".badge.json"),), SHOWN, needs, render)
