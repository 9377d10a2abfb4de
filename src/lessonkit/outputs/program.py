"""A programme as files: its pages, what says what lies beside them, tables for other systems."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import quote

from lessonkit.base import messages
from lessonkit.base.entries import Entries
from lessonkit.base.files import File, text_file
from lessonkit.framework.model import Audience, Framework, name_in
from lessonkit.outputs.names import COVER
from lessonkit.plan.program import ProgramPlan, Stage
from lessonkit.render.achievement import Shown, program_achievement
from lessonkit.render.program import Around, program_html
from lessonkit.render.shell import Preview
from lessonkit.render.theme import Theme

PAGE = "index.html"
LESSONS = "modules"
"""The folder of a bundle that holds a folder for each module."""
TABLES = "moodle"
"""The folder of the frameworks' tables for Moodle."""
SUMS = "SHA256SUMS"
README = "README.txt"
BADGE = "badge.json"
HELD = (
    LESSONS,
    TABLES,
    "index.*.html",
    "catalogue.json",
    "*.epub",
    "podcast*.xml",
    "*.png",
    BADGE,
    SUMS,
    README,
)
"""What may lie in a bundle beside its page, as patterns of names."""


@dataclass(frozen=True, slots=True)
class Artefact:
    """Something that was built of a lesson, at its place in the bundle."""

    module: str
    tag: str
    """Of the variant, as in the name of the artefact."""
    output: str
    shape: str
    """`folder`, `zip` or `file`."""
    path: str
    """Relative to the bundle, with `/`."""

    @property
    def launch(self) -> str:
        """What a browser opens; empty: nothing."""
        if self.shape == "folder":
            return f"{self.path}/{PAGE}"
        return self.path if self.shape == "file" and self.path.endswith(".html") else ""


@dataclass(frozen=True, slots=True)
class ProgramJob:
    """All that the files of a programme are made from; the same job gives the same bytes."""

    plans: tuple[ProgramPlan, ...]
    """The programme in its own language, then its translations."""
    artefacts: tuple[Artefact, ...]
    """Of all its modules and their variants, in the order of the programme."""
    theme: Theme
    frameworks: Mapping[str, Framework]
    audiences: Mapping[str, Audience]
    titles: Mapping[str, str] = field(default_factory=dict)
    """Of modules and programmes that are required and not part of it."""
    iri: str = ""
    """Its permanent name."""
    generator: str = ""
    """Version of lessonkit."""
    audience: str | None = None
    """The group whose variants of the lessons these are; None: the lessons for all."""
    books: Mapping[str, tuple[str, int]] = field(default_factory=dict)
    """By tag of the plan: the file of the book of all lessons, and its bytes."""
    site: str = ""
    """Where its folder lies on the web; empty: nobody says."""
    pictures: Mapping[str, tuple[File, ...]] = field(default_factory=dict)
    """By tag of the plan: its cover, its card and its art for a podcast."""

    @property
    def plan(self) -> ProgramPlan:
        """In the programme's own language."""
        return self.plans[0]

    @property
    def tables(self) -> Mapping[str, str]:
        """The file of each framework that the promises name, as Moodle imports it, by its id."""
        named = dict.fromkeys(one.framework for one in self.plan.promises if one.proved)
        return {name: f"{TABLES}/{name}.csv" for name in named if name in self.frameworks}

    def address(self, path: str) -> str:
        """Where a file of the folder lies on the web; empty: nobody says."""
        return f"{self.site}/{quote(path)}" if self.site else ""

    def picture(self, tag: str, name: str) -> str:
        """The file of one of its pictures, such as `cover`, in the language of that plan."""
        return ".".join(part for part in (self.plan.meta.id, tag, name, "png") if part)

    @property
    def pages(self) -> tuple[tuple[ProgramPlan, str], ...]:
        """Each with the file of its page: `index.html`, `index.en.html`."""
        return tuple((one, f"index.{one.tag}.html" if one.tag else PAGE) for one in self.plans)


def files(job: ProgramJob) -> Iterator[File]:
    """What lies beside the lessons, but for what tells of all files and their content."""
    from lessonkit.framework.exchange import moodle

    for plan, name in job.pages:
        yield text_file(name, _page(job, plan, name))
    for name, path in job.tables.items():
        yield text_file(path, moodle.write(job.frameworks[name]))
    for pictures in job.pictures.values():
        yield from pictures
    yield text_file(README, readme(job))
    yield text_file(BADGE, json.dumps(_badge(job), ensure_ascii=False, indent=2) + "\n")


def _badge(job: ProgramJob) -> dict[str, Any]:
    """Of what is proved; a promise without a level names none."""
    plan, lang = job.plan, job.plan.meta.lang
    shown = (
        Shown(
            job.frameworks[one.framework], job.frameworks[one.framework].skills[one.code], one.level
        )
        for one in plan.promises
        if one.proved
    )
    titles = (stage.lesson(lang).title for stage in plan.stages)
    return program_achievement(plan.meta, job.iri, titles, shown, job.theme.words(lang))


def readme(job: ProgramJob) -> str:
    """For the person who gets a bundle, in Vietnamese and in English."""
    folder, meta = Path(messages.__file__).parent / "messages", job.plan.meta
    files = (Entries(folder / f"bundle.{lang}.toml") for lang in messages.LANGS)
    tables = (file.get("readme") or {} for file in files)
    return "\n".join(
        table["text"]
        .replace("{more}", "".join(table[name] for name in _more(job)))
        .replace("{version}", meta.version)
        .replace("{title}", meta.title)
        for table in tables
    )


def _more(job: ProgramJob) -> Iterator[str]:
    """Names of the sentences on what only some bundles hold."""
    heard = {one.module for one in job.artefacts if one.output == "audio"}
    if job.books:
        yield "book"
    if heard and all(stage.lesson(job.plan.meta.lang).id in heard for stage in job.plan.stages):
        yield "podcast"
    if job.pictures:
        yield "cover"
    if job.tables:
        yield "moodle"


def _page(job: ProgramJob, plan: ProgramPlan, name: str) -> str:
    group = job.audiences.get(plan.meta.audience)
    readers = job.audiences.get(job.audience or plan.meta.audience)
    around = Around(
        links=dict(_links(job, plan, name)),
        frameworks=job.frameworks,
        audience=name_in(group.names, plan.meta.lang) if group else plan.meta.audience,
        titles=job.titles,
        languages=tuple((one.meta.lang, file) for one, file in job.pages if file != name),
        large=bool(readers and readers.large_text),
        book=job.books.get(plan.tag),
        preview=_preview(job, plan, name),
    )
    return program_html(plan, job.theme, around)


def _preview(job: ProgramJob, plan: ProgramPlan, name: str) -> Preview | None:
    if not job.site or plan.tag not in job.pictures:
        return None
    image = job.address(job.picture(plan.tag, "cover"))
    return Preview(job.address(name).removesuffix(PAGE), image, *COVER)


def _links(job: ProgramJob, plan: ProgramPlan, name: str) -> Iterator[tuple[str, str]]:
    """The page of each lesson in the language that the programme's page tells of: a folder first,
    for there a lesson is lighter, else a single file."""
    for stage in plan.stages:
        found = [one for one in opened(job, stage) if one.tag == stage.lesson(plan.meta.lang).tag]
        if found:
            page = found[0].launch
            # By it a lesson knows the way back.
            yield stage.id, f"{page}?program={'../' * page.count('/')}{name}"


def opened(job: ProgramJob, stage: Stage) -> tuple[Artefact, ...]:
    """What a browser can open of a module, the best first."""
    here = [one for one in job.artefacts if one.module == stage.id and one.launch]
    return tuple(sorted(here, key=lambda one: one.shape != "folder"))
