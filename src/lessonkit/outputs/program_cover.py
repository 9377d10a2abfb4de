"""The pictures of a programme, drawn as those of its lessons are."""

from collections.abc import Mapping
from dataclasses import replace
from pathlib import PurePosixPath

from lessonkit.base.files import File, Stored
from lessonkit.framework.model import name_in
from lessonkit.outputs.base import Derivative
from lessonkit.outputs.drawing import Subject, drawn
from lessonkit.outputs.program import PAGE, ProgramJob
from lessonkit.plan.card import program_card
from lessonkit.plan.program import ProgramPlan


def needs(job: ProgramJob, epoch: int) -> tuple[Derivative, ...]:
    """A picture each, of every language."""
    return tuple(one for files in _files(job, epoch).values() for one in files.values())


def covered(job: ProgramJob, epoch: int, made: Mapping[Derivative, bytes | Stored]) -> ProgramJob:
    """The job with those of its pictures that could be made."""
    found = {
        tag: tuple(File(PurePosixPath(name), made[one]) for name, one in files.items())
        for tag, files in _files(job, epoch).items()
        if made.keys() >= set(files.values())
    }
    return replace(job, pictures=found)


def _files(job: ProgramJob, epoch: int) -> dict[str, dict[str, Derivative]]:
    """By tag of the plan: the picture that each file holds."""
    pages = ((plan, _subject(job, plan, page, epoch)) for plan, page in job.pages)
    return {
        plan.tag: {job.picture(plan.tag, name): one for name, one in drawn(subject).items()}
        for plan, subject in pages
    }


def _subject(job: ProgramJob, plan: ProgramPlan, page: str, epoch: int) -> Subject:
    lang = plan.meta.lang
    group = job.audiences.get(job.audience or plan.meta.audience)
    readers = (name_in(group.names, lang),) if group else ()
    return Subject(
        program_card(plan), lang, readers, job.address(page).removesuffix(PAGE), job.theme, epoch
    )
