"""The page of a programme as HTML: one file, to lie beside the folders of its lessons."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from lessonkit.framework.model import Framework, name_in
from lessonkit.plan.program import Lesson, ProgramPlan, Stage
from lessonkit.plan.promises import Promise
from lessonkit.render.lesson import json_in_script
from lessonkit.render.media import Media
from lessonkit.render.pen import Pen
from lessonkit.render.scripts import program_script, program_style
from lessonkit.render.shell import Piece, Preview, policy
from lessonkit.render.theme import Theme
from lessonkit.text.weight import weight

FORMAT = 1
MARK = b'class="lk-frame lk-program"'
"""What stands in every such page and in no other."""


@dataclass(frozen=True, slots=True)
class Around:
    """What the page tells beside the programme itself."""

    links: Mapping[str, str] = field(default_factory=dict)
    """Where the page of each lesson lies, by module id; empty: there are none to be opened."""
    frameworks: Mapping[str, Framework] = field(default_factory=dict)
    audience: str = ""
    """Name of the group."""
    titles: Mapping[str, str] = field(default_factory=dict)
    """Of modules and programmes that are named and not part of this one, by id."""
    languages: tuple[tuple[str, str], ...] = ()
    """Other languages of the page, and the files of those."""
    large: bool = False
    """Whether its learners need larger type."""
    book: tuple[str, int] | None = None
    """The file of the book of all lessons, and its bytes."""
    preview: Preview | None = None


def program_html(plan: ProgramPlan, theme: Theme, around: Around) -> str:
    """The whole document, in the programme's language.

    Raises: SettingsError: a template of the theme is faulty, or a string is missing.
    """
    meta = plan.meta
    pen = Pen(theme, meta.lang, Media())
    linked = bool(plan.stages) and all(stage.id in around.links for stage in plan.stages)
    style = (Piece(text=program_style(theme, around.large, pen.words.direction)),)
    script = (Piece(text=program_script()),) if linked else ()
    return pen.fill(
        "page.html",
        dir=pen.words.direction,
        title=meta.title,
        summary=meta.summary,
        preview=around.preview,
        csp=policy(style, script),
        colours={"light": theme.tokens.light["paper"], "dark": theme.tokens.dark["paper"]},
        styles=tuple((piece.url, pen.ready(piece.text)) for piece in style),
        scripts=tuple((piece.url, pen.ready(piece.text)) for piece in script),
        later="",
        ld="",
        data=pen.ready(json_in_script(program_data(plan) | {"strings": _strings(pen)})),
        body=pen.ready(_body(plan, pen, around, linked)),
    )


def program_data(plan: ProgramPlan) -> dict[str, Any]:
    """What the script is told: where each lesson keeps what a learner did, and its sections."""
    lessons = (stage.lesson(plan.meta.lang) for stage in plan.stages)
    modules = [{"id": one.id, "sections": list(one.sections)} for one in lessons]
    return {
        "format": FORMAT,
        "kind": "program",
        "id": plan.meta.id,
        "version": plan.meta.version,
        "lang": plan.meta.lang,
        "title": plan.meta.title,
        "modules": modules,
    }


def _strings(pen: Pen) -> dict[str, Any]:
    return pen.words.player("program")


def _body(plan: ProgramPlan, pen: Pen, around: Around, linked: bool) -> str:
    meta = plan.meta
    return pen.fill(
        "program.html",
        parts=frozenset({"practice"}),
        footnotes=False,
        linked=linked,
        title=meta.title,
        summary=meta.summary,
        audience=around.audience,
        hours=_hours(meta.hours, pen),
        minutes=plan.minutes,
        before=tuple(f"“{around.titles.get(name, name)}”" for name in meta.requires),
        certificate=tuple(line for line in meta.certificate.splitlines() if line.strip()),
        outcomes=tuple(_outcomes(plan, pen, around)),
        stages=tuple(_stage(stage, plan, pen, around) for stage in plan.stages),
        authors=meta.authors,
        license=meta.license,
        version=meta.version,
        frameworks=_frameworks(plan, around),
        book={"link": around.book[0], "size": weight(around.book[1], meta.lang)}
        if around.book
        else None,
        languages=tuple(
            {"lang": lang, "link": link, "name": _language(lang, pen, "read")}
            for lang, link in around.languages
        ),
    )


def _hours(hours: float | None, pen: Pen) -> str:
    """Of 1.5 `1,5 giờ` or `1.5 hours`, by language; of 0.5 `30 phút`."""
    if hours is None:
        return ""
    if hours < 1:
        return pen.words.count("program.part-hour", round(hours * 60))
    shown = f"{hours:.1f}".removesuffix(".0")
    comma = pen.lang.partition("-")[0] == "vi"
    count = 1 if hours == 1 else 2
    return pen.words.count(
        "program.hours", count, hours=shown.replace(".", ",") if comma else shown
    )


def _outcomes(plan: ProgramPlan, pen: Pen, around: Around) -> Iterator[dict[str, Any]]:
    """What is promised in its author's words, each once: the objectives that prove it, and below
    them the skill or, where two frameworks are promised by the same objectives, the skills."""
    proved: dict[tuple[tuple[str, str], ...], list[Promise]] = {}
    for promise in plan.promises:
        if promise.proved:
            proved.setdefault(promise.proving, []).append(promise)
    lessons = {stage.id: stage.lesson(plan.meta.lang) for stage in plan.stages}
    texts = {
        (module, objective): {"text": text, "lang": lesson.lang}
        for module, lesson in lessons.items()
        for objective, text in lesson.objectives
    }
    for proving, promises in proved.items():
        yield {
            "goals": tuple(texts[one] for one in proving if one in texts),
            "skills": tuple(_skill(one, plan, pen, around) for one in promises),
        }


def _skill(promise: Promise, plan: ProgramPlan, pen: Pen, around: Around) -> dict[str, Any]:
    """In the framework's own names of skill and level."""
    framework = around.frameworks[promise.framework]
    return {
        "name": name_in(framework.skills[promise.code].names, pen.lang),
        "level": level_name(framework, promise.level, pen),
        "lessons": sorted(plan.numbers[name] for name in promise.proved_by if name in plan.numbers),
        "crosswalk": bool(promise.crosswalk) and len(promise.crosswalk) == len(promise.proved_by),
    }


def level_name(framework: Framework, level: int | None, pen: Pen) -> str:
    """As the framework calls it, with what several levels share: `Bậc 3 · Trung cấp`.

    Where it has no name in this language, its number tells more than a name in another.
    """
    found = framework.levels.get(level) if level is not None else None
    if found is None:
        return "" if level is None else str(level)
    name = found.names.get(pen.lang.partition("-")[0]) or pen.words("program.level", n=level)
    names = (name, name_in(found.stages, pen.lang))
    return " · ".join(name for name in names if name)


def _stage(stage: Stage, plan: ProgramPlan, pen: Pen, around: Around) -> dict[str, Any]:
    lesson = stage.lesson(plan.meta.lang)
    numbers = plan.numbers
    return {
        "id": stage.id,
        "link": around.links.get(stage.id, ""),
        "lang": lesson.lang,
        "language": _other(lesson, pen),
        "title": lesson.title,
        "summary": lesson.summary,
        "minutes": lesson.minutes,
        "objectives": tuple(text for _, text in lesson.objectives),
        "before": tuple(
            pen.words("program.lesson", n=numbers[name]).lower()
            if name in numbers
            else f"“{around.titles.get(name, name)}”"
            for name in stage.alignment.requires
        ),
    }


def _other(lesson: Lesson, pen: Pen) -> str:
    """Said of a lesson in another language than the page."""
    if lesson.lang == pen.lang:
        return ""
    return pen.words("program.language", name=_language(lesson.lang, pen))


def _language(lang: str, pen: Pen, key: str = "lang") -> str:
    key = f"program.{key}-{lang.partition('-')[0].lower()}"
    return pen.words(key) if key in pen.words.strings else lang


def _frameworks(plan: ProgramPlan, around: Around) -> tuple[str, ...]:
    """Titles of those that the promises name, each once."""
    names = dict.fromkeys(promise.framework for promise in plan.promises if promise.proved)
    return tuple(name_in(around.frameworks[name].titles, plan.meta.lang) for name in names)
