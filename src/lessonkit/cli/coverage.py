"""`lessonkit coverage`: what the lessons teach and assess, for whom, and what is missing."""

import math
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from lessonkit.base.errors import UsageError
from lessonkit.cli.console import Console
from lessonkit.cli.words import Words

if TYPE_CHECKING:
    from lessonkit.build.coverage import Scope
    from lessonkit.build.earlier import Earlier
    from lessonkit.model.index import Index
    from lessonkit.plan.report import Below, Report
    from lessonkit.read.project import Project

FORMATS = ("md", "html", "json", "csv")
_SAID = {
    "no-git": "coverage.no-git",
    "no-repository": "coverage.no-repository",
    "no-revision": "coverage.no-revision",
    "too-large": "coverage.too-large",
    "damaged": "coverage.damaged",
    "not-report": "coverage.not-report",
    "future": "coverage.future",
    "other-scope": "coverage.other-scope",
    "unreadable": "coverage.unreadable",
}
_BELOW = {"share": "coverage.below-share", "items": "coverage.below-items"}
"""Reasons to sentences."""


def command(console: Console) -> click.Command:
    """The command with its options."""
    words = console.words
    return click.Command(
        "coverage",
        callback=partial(run, console),
        help=words("coverage.help"),
        options_metavar=words("main.options"),
        params=[
            click.Argument(["paths"], nargs=-1),
            _option("--audience", "ID", words("coverage.audience")),
            _option("--framework", "ID", words("coverage.framework")),
            click.Option(["--format", "form"], type=click.Choice(FORMATS),
                         help=words("coverage.format")),
            _option("--since", "REV", words("coverage.since")),
            _option("--out", "FILE", words("coverage.out")),
            _option("--fail-under", "PERCENT", words("coverage.fail-under"),
                    type=click.FloatRange(0, 100)),
        ],
    )  # fmt: skip


def _option(name: str, metavar: str, text: str, **rest: Any) -> click.Option:
    return click.Option([name], metavar=metavar, help=text, **rest)


def run(
    console: Console,
    paths: tuple[str, ...],
    form: str | None,
    out: str | None,
    fail_under: float | None,
    **asked: str | None,
) -> int:
    """Read all, print or write the report; 1 only where a threshold is not reached."""
    from lessonkit.build.coverage import scope
    from lessonkit.build.index import project_index
    from lessonkit.cli.project import project_of

    project, modules = project_of(paths, console.words)
    project = _stricter(project, fail_under, console.words)
    index = project_index(project, modules)
    given = tuple(Path(path) for path in paths)
    meant = scope(project, modules, given, asked["audience"], asked["framework"])
    _known(console, index, meant)
    found = _report(console, project, index, meant, asked["since"], len(modules))
    _put(console, found, form or _form(out), out)
    return _judged(console, found, demanded=fail_under is not None)


def _stricter(project: "Project", fail_under: float | None, words: Words) -> "Project":
    """The project with the threshold of the command line in place of all of its own.

    Raises: UsageError: it is no number.
    """
    from dataclasses import replace

    if fail_under is None:
        return project
    if math.isnan(fail_under):
        raise UsageError(words("coverage.bad-percent"))
    wanted = {"fail_under": fail_under, "fail_under_for": {}}
    limits = project.settings.coverage.model_copy(update=wanted)
    return replace(project, settings=project.settings.model_copy(update={"coverage": limits}))


def _known(console: Console, index: "Index", scope: "Scope") -> None:
    """Raises: UsageError: no such group or framework; a near one is named."""
    from lessonkit.cli.project import unknown

    words = console.words
    if scope.audience is not None and scope.audience not in index.audiences:
        raise UsageError(unknown(words, "coverage.bad-audience", scope.audience, index.audiences))
    if scope.framework is not None and scope.framework not in index.frameworks:
        raise UsageError(
            unknown(words, "coverage.bad-framework", scope.framework, index.frameworks)
        )


def _report(
    console: Console,
    project: "Project",
    index: "Index",
    scope: "Scope",
    rev: str | None,
    count: int,
) -> "Report":
    from lessonkit.build.coverage import covered, since
    from lessonkit.cli.progress import Progress

    earlier = None if rev is None else _earlier(console, project, scope, rev)
    with Progress(console.err, console.words("coverage.progress"), count) as progress:
        found = covered(project, index, scope, console.lang, progress.show)
    return found if earlier is None or rev is None else since(found, rev, earlier)


def _earlier(console: Console, project: "Project", scope: "Scope", rev: str) -> "Earlier":
    """From a report that was kept, or else from git; said in the language of the person."""
    from lessonkit.build.coverage import at_revision
    from lessonkit.build.earlier import NoReport, read_report
    from lessonkit.history.revision import NoRevision

    try:
        if not rev.startswith("-") and _is_file(rev):
            return read_report(Path(rev), scope.audience, scope.framework, part=scope.part)
        return at_revision(project, scope, rev, console.lang)
    except NoReport as error:
        error.args = (console.words(_SAID[error.reason], path=rev),)
        raise
    except NoRevision as error:
        error.args = (console.words(_SAID[error.reason], rev=error.name),)
        raise


def _is_file(text: str) -> bool:
    try:
        return Path(text).is_file()
    except (OSError, ValueError):
        return False


def _form(out: str | None) -> str:
    """The format that the name of a file tells, else Markdown, which a terminal can show."""
    ending = "" if out is None else Path(out).suffix.lower().lstrip(".")
    return {"htm": "html"}.get(ending, ending if ending in FORMATS else "md")


def _put(console: Console, found: "Report", form: str, out: str | None) -> None:
    from lessonkit.base.atomic import replace_file
    from lessonkit.cli.project import short
    from lessonkit.render.coverage import text

    made = text(form, found, console.lang)
    if out is None:
        console.out.write(made)
        return
    replace_file(Path(out), made.encode("utf-8", "replace"))
    console.note(console.words("coverage.written", path=short(Path(out))))


def _judged(console: Console, found: "Report", *, demanded: bool) -> int:
    """What is beside the report: files that do not count, thresholds; the exit code."""
    from lessonkit.cli.refused import printable

    words = console.words
    if found.uncounted:
        names = ", ".join(one.file for one in found.uncounted[:5])
        more = ", …" if len(found.uncounted) > 5 else ""
        count = len(found.uncounted)
        console.note(printable(words("coverage.uncounted", count=count, names=names + more)))
    if demanded and not found.needs:
        console.note(words("coverage.nothing-asked"))
    for one in found.below:
        console.note(printable(_sentence(console, one)))
    return int(bool(found.below))


def _sentence(console: Console, one: "Below") -> str:
    return console.words(
        _BELOW[one.kind], who=one.who, value=one.value, least=one.least, reference=one.reference
    )
