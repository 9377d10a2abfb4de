"""What stands behind each skill: lessons, objectives, questions."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from lessonkit.framework.model import Framework
from lessonkit.plan.coverage import Cell, Key, Piece
from lessonkit.plan.report import Report
from lessonkit.render.coverage.places import Places
from lessonkit.render.coverage.words import Words


@dataclass(frozen=True, slots=True)
class Behind:
    """An objective of a lesson."""

    level: str
    title: str
    file: str
    objective: str
    lang: str
    missing: str
    """What keeps it from being proved; empty: nothing does."""
    sections: str
    practice: str
    items: str
    minutes: str
    audience: str


@dataclass(frozen=True, slots=True)
class Skill:
    """A skill with its lessons."""

    id: str
    code: str
    name: str
    lang: str
    """Of the name; empty: that of the page."""
    count: str
    behind: tuple[Behind, ...]
    matched: tuple[tuple[str, str], ...]
    """What others call it, with how many lessons there; and where that is told."""


@dataclass(frozen=True, slots=True)
class Detail:
    """The skills of one framework that lessons claim."""

    framework: str
    title: str
    skills: tuple[Skill, ...]


def details(
    report: Report, order: Iterable[Framework], places: Places, say: Words
) -> Iterator[Detail]:
    """Framework by framework, in the order of their skills."""
    by_skill: dict[str, dict[str, list[tuple[int | None, Cell]]]] = defaultdict(dict)
    for (name, code, level), cell in report.cover.seen_by(report.audience).items():
        by_skill[name].setdefault(code, []).append((level, cell))
    for framework in order:
        skills = tuple(
            _skill(report, framework, code, cells, places, say)
            for code, cells in by_skill[framework.id].items()
        )
        if skills:
            yield Detail(framework.id, say.framework(framework), skills)


def _skill(
    report: Report,
    framework: Framework,
    code: str,
    cells: list[tuple[int | None, Cell]],
    places: Places,
    say: Words,
) -> Skill:
    modules = {name for _, cell in cells for name in cell.modules}
    behind = tuple(
        _behind(piece, say.level(framework, level), report, say)
        for level, cell in cells
        for piece in cell.pieces
        if not piece.origin
    )
    matched = tuple(_matched(cells, report, places, say))
    return Skill(
        places.skill(framework.id, code),
        say.code(framework, code),
        say.skill(framework, code),
        say.lang_of(framework, code),
        say("detail.modules", count=len(modules)), behind, matched,
    )  # fmt: skip


def _behind(piece: Piece, level: str, report: Report, say: Words) -> Behind:
    module, claim = piece.module, piece.claim
    whom = ", ".join(say.audience(one, report.cover) for one in module.audience)
    return Behind(
        level,
        module.title,
        module.file,
        claim.text,
        module.lang,
        missing(piece.proved(report.audience), bool(claim.taught), bool(claim.items), say),
        say.number(len(claim.taught)),
        say.number(len(claim.practised)),
        say.number(piece.items(report.audience)),
        say.number(piece.minutes),
        whom or say("detail.everyone"),
    )


def missing(proved: bool, taught: bool, assessed: bool, say: Words) -> str:
    """What an objective lacks, in words; empty: nothing."""
    if proved:
        return ""
    if taught and assessed:
        return say("weak.withheld")
    if taught:
        return say("weak.not-assessed")
    return say("weak.not-taught" if assessed else "weak.neither")


def _matched(
    cells: list[tuple[int | None, Cell]], report: Report, places: Places, say: Words
) -> Iterator[tuple[str, str]]:
    found: dict[Key, dict[str, None]] = defaultdict(dict)
    for _, cell in cells:
        for piece in cell.pieces:
            if piece.origin:
                found[piece.origin][piece.module.id] = None
    for (name, code, level), modules in found.items():
        framework = report.cover.known[name]
        place = places.skill(name, code)
        called = (
            f"{say.framework(framework)}: {say.code(framework, code)} {say.skill(framework, code)}"
        )
        at = "" if level is None else f", {say.level(framework, level)}"
        count = say("detail.modules", count=len(modules))
        yield f"{called}{at} – {count}", f"#{place}" if place else ""
