"""`cmi5`: a package with one assignable unit (cmi5 Quartz, 13 and 14.1).

The mastery is told only where it has an effect: a platform may give it back, changed, and the
player judges by what comes back (cmi5 9.3.4).
"""

import xml.etree.ElementTree as ET
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import PurePosixPath

from lessonkit.base.files import Bundle, File
from lessonkit.framework import addresses
from lessonkit.framework.model import name_in
from lessonkit.outputs.base import Job, Output, Shape
from lessonkit.outputs.manifest import LAUNCH, child, xml_bytes
from lessonkit.outputs.names import lesson_iri
from lessonkit.outputs.site import SHOWN, files, needs, remarks

NAME = "cmi5.xml"
_SPACE = "https://w3id.org/xapi/profiles/cmi5/v1/CourseStructure.xsd"
_LESSON = "http://adlnet.gov/expapi/activities/lesson"


@dataclass(frozen=True, slots=True)
class Aim:
    """An objective of the lesson, or a skill that one of them names."""

    iri: str
    title: str
    description: str


def aims(job: Job) -> tuple[Aim, ...]:
    """Objectives in the author's order, then their skills, each once."""
    return (*_objectives(job), *_skills(job))


def _objectives(job: Job) -> Iterator[Aim]:
    iri = lesson_iri(job)
    for one in job.page.meta.objectives:
        yield Aim(f"{iri}#{one.id}", one.text, one.text)


def _skills(job: Job) -> Iterator[Aim]:
    lang = job.page.meta.lang
    for framework, skill in job.skills.values():
        name = name_in(skill.names, lang)
        source = name_in(framework.titles, lang)
        yield Aim(
            addresses.iri(framework, skill.code), f"{skill.published} {name}", f"{source}: {name}"
        )


def mastery(job: Job) -> float | None:
    """The share of the points that is passed with; None where nothing is passed or failed."""
    tracking = job.page.meta.tracking
    return None if tracking.complete == "viewed" else tracking.mastery


def move_on(job: Job) -> str:
    """When a platform counts the lesson as done: as the project says, else by its tracking."""
    both = job.page.meta.tracking.complete == "passed" and mastery(job) is not None
    return job.settings.move_on or ("CompletedAndPassed" if both else "Completed")


def decimal(share: float) -> str:
    """At most four places (cmi5 13.1.4), without zeros at the end."""
    return f"{share:.4f}".rstrip("0").rstrip(".") or "0"


def structure(job: Job) -> bytes:
    """`cmi5.xml`."""
    iri, meta, found = lesson_iri(job), job.page.meta, aims(job)
    root = ET.Element("courseStructure", {"xmlns": _SPACE})
    # No id of an author holds a dot, so the course is never called as a part of the lesson.
    _described(child(root, "course", id=f"{iri}#.course"), job, meta.title, meta.summary)
    if found:
        listed = child(root, "objectives")
        for aim in found:
            _described(child(listed, "objective", id=aim.iri), job, aim.title, aim.description)
    unit = child(root, "au", id=iri, moveOn=move_on(job), activityType=_LESSON)
    goal = mastery(job)
    if goal is not None:
        unit.set("masteryScore", decimal(goal))
    _described(unit, job, meta.title, meta.summary)
    if found:
        listed = child(unit, "objectives")
        for aim in found:
            child(listed, "objective", idref=aim.iri)
    child(unit, "url", LAUNCH)
    return xml_bytes(root)


def _described(parent: ET.Element, job: Job, title: str, description: str) -> None:
    """Both are asked for everywhere; a lesson without a summary is described by its title."""
    for name, text in (("title", title), ("description", description or title)):
        child(child(parent, name), "langstring", text, lang=job.page.meta.lang)


def render(job: Job) -> Bundle:
    """The whole package."""
    return Bundle((*files(job, "cmi5"), File(PurePosixPath(NAME), structure(job))))


_FORMS: tuple[tuple[Shape, str], ...] = (("zip", ".cmi5.zip"),)
OUTPUT = Output("cmi5", _FORMS, SHOWN, needs, render, (NAME, LAUNCH), rounds=True, remarks=remarks)
