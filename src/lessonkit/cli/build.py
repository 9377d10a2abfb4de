"""`lessonkit build`: from lessons to artefacts, with one table at the end."""

import time
from collections.abc import Iterator
from functools import partial
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from lessonkit.base.diag import Severity
from lessonkit.base.errors import ToolMissing, UsageError
from lessonkit.cli.console import Console
from lessonkit.model.platforms import platforms
from lessonkit.outputs import OUTPUTS

if TYPE_CHECKING:
    from lessonkit.base.diag import Diagnostic
    from lessonkit.build.extras import ExtraMissing
    from lessonkit.build.pipeline import Build, UnknownName
    from lessonkit.cli.summary import Summary
    from lessonkit.cli.words import Words
    from lessonkit.read.project import Project


_BUILD = "LK5"
"""The area of codes that a build gives."""


def command(console: Console) -> click.Command:
    """The command with its options."""
    words = console.words
    known = ", ".join(OUTPUTS.builtin)
    return click.Command(
        "build",
        callback=partial(run, console),
        help=words("build.help"),
        options_metavar=words("main.options"),
        params=[
            click.Argument(["paths"], nargs=-1),
            _option("--output", "NAME", words("build.output", known=known), multiple=True),
            click.Option(["--all", "every"], is_flag=True, help=words("build.all")),
            _option("--out", "DIR", words("build.out")),
            _option("--jobs", "N", words("build.jobs"), type=click.IntRange(1, 256)),
            _option("--audience", "ID", words("build.audience")),
            _option("--profile", "NAME", words("build.profile", known=", ".join(platforms()))),
            click.Option(["--strict"], is_flag=True, help=words("build.strict")),
        ],
    )


def _option(name: str, metavar: str, text: str, **rest: Any) -> click.Option:
    return click.Option([name], metavar=metavar, help=text, **rest)


def run(
    console: Console,
    paths: tuple[str, ...],
    output: tuple[str, ...],
    every: bool,
    strict: bool,
    **given: Any,
) -> int:
    """Build, report as it goes, and sum up; `given` is where to, by how many, and for whom."""
    from lessonkit.check.excerpt import Excerpts
    from lessonkit.check.report import report
    from lessonkit.cli.project import project_of, short
    from lessonkit.cli.summary import Summary

    project, found = project_of(paths, console.words)
    chosen = tuple(OUTPUTS.builtin) if every else output
    build = _planned(console, project, found, chosen, given=tuple(map(Path, paths)), **given)
    start = time.monotonic()
    summary = Summary(console, build.order.outputs, len(build.paths))
    pieces = report(
        "text",
        _loud(console, build, summary),
        Excerpts(project.root),
        console.lang,
        colour=console.colour,
    )
    # The last piece counts what was found, which the table does better.
    for piece, _ in pairwise(pieces):
        console.out.write(piece)
    return summary.close(time.monotonic() - start, short(build.order.out), strict)


def _planned(
    console: Console,
    project: "Project",
    found: tuple[Path, ...],
    outputs: tuple[str, ...],
    *,
    given: tuple[Path, ...],
    out: str | None,
    jobs: int | None,
    **variant: str | None,
) -> "Build":
    """Raises: UsageError: no output, group or profile of that name, or a folder that cannot be
    `out`. ToolMissing: an extra is not installed.
    """
    from lessonkit.build.extras import ExtraMissing
    from lessonkit.build.pipeline import Asked, OutAmongSources, UnknownName, plan
    from lessonkit.cli.project import unknown

    words = console.words
    if out is not None and not out.strip():
        raise UsageError(words("build.empty-out"))
    target = Path(out) if out is not None else None
    asked = Asked(outputs, **variant)
    try:
        return plan(project, found, asked, out=target, lang=console.lang, jobs=jobs, given=given)
    except UnknownName as error:
        raise UsageError(
            _listed(words, error)
            or unknown(words, f"build.bad-{error.kind}", error.name, error.known)
        ) from error
    except ExtraMissing as error:
        raise ToolMissing(_lacking(words, error)) from error
    except OutAmongSources as error:
        raise UsageError(words("build.bad-out", path=str(error.out))) from error


def _listed(words: "Words", error: "UnknownName") -> str:
    """How to name several outputs, where they were typed as one list; else nothing."""
    names = error.name.replace(",", " ").split()
    if error.kind != "output" or len(names) < 2 or not set(names) <= set(error.known):
        return ""
    typed = " ".join(f"--output {name}" for name in names)
    return words("build.listed-outputs", name=error.name, typed=typed)


def _lacking(words: "Words", error: "ExtraMissing") -> str:
    """Which outputs want which extras, and what to type."""
    extras = ",".join(error.extras)
    said = words("build.lacking", outputs=", ".join(error.outputs), extras=extras)
    if not error.carried:
        return said
    why = words("build.carried", outputs=", ".join(error.carried))
    return f"{said}\n{why}"


def _loud(console: Console, build: "Build", summary: "Summary") -> Iterator["Diagnostic"]:
    """Errors and warnings as their modules are done, and what no check would tell; other
    informations are only counted."""
    from lessonkit.cli.progress import Progress

    label = console.words("build.progress")
    with Progress(console.err, label, len(build.paths)) as progress:
        for done, outcome in enumerate(build.run(), 1):
            summary.add(outcome)
            for one in outcome.diagnostics:
                if one.severity is not Severity.INFO or one.code.startswith(_BUILD):
                    progress.clear()
                    yield one
            progress.show(min(done, len(build.paths)))
