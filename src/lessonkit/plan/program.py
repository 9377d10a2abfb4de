"""A programme as its page and its catalogue tell of it: what is learnt in which order, and why."""

from collections.abc import Mapping
from dataclasses import dataclass

from lessonkit.model.program import ProgramMeta
from lessonkit.plan.alignment import Alignment
from lessonkit.plan.page import Page
from lessonkit.plan.promises import Promise


@dataclass(frozen=True, slots=True)
class Lesson:
    """What is said of a module in one language; small, for it crosses from process to process."""

    id: str
    tag: str
    """Of a translation or an audience's variant, as in the names of its artefacts."""
    lang: str
    version: str
    title: str
    summary: str
    minutes: int | None
    objectives: tuple[tuple[str, str], ...]
    """Ids and texts."""
    sections: tuple[str, ...]
    """Ids, by which a browser remembers where a learner is."""
    authors: tuple[str, ...]
    license: str
    keywords: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Stage:
    """A module at its place in a programme."""

    alignment: Alignment
    lessons: tuple[Lesson, ...]
    """What was built of it: its own language first, then translations."""

    @property
    def id(self) -> str:
        """Of the module."""
        return self.alignment.id

    def lesson(self, lang: str) -> Lesson:
        """In that language where there is one, else in the module's own."""
        return next((one for one in self.lessons if one.lang == lang), self.lessons[0])


@dataclass(frozen=True, slots=True)
class ProgramPlan:
    """A programme in one language with all that stands behind it."""

    meta: ProgramMeta
    tag: str
    """Of a translation; empty for the programme's own language."""
    stages: tuple[Stage, ...]
    """In the order in which they are learnt."""
    promises: tuple[Promise, ...]

    @property
    def minutes(self) -> int | None:
        """Of all modules; None where one of them says nothing."""
        said = [stage.alignment.minutes for stage in self.stages]
        return sum(one for one in said if one is not None) if None not in said else None

    @property
    def numbers(self) -> Mapping[str, int]:
        """Place of each module, from 1, by its id."""
        return {stage.id: number for number, stage in enumerate(self.stages, start=1)}


def lesson(page: Page, tag: str) -> Lesson:
    """What a programme needs to know of a lesson that is built."""
    meta = page.meta
    return Lesson(
        id=meta.id,
        tag=tag,
        lang=meta.lang,
        version=meta.version,
        title=meta.title,
        summary=meta.summary,
        minutes=meta.minutes,
        objectives=tuple((one.id, one.text) for one in meta.objectives),
        sections=tuple(section.id for section in page.sections),
        authors=meta.authors,
        license=meta.license,
        keywords=meta.keywords,
    )
