"""`lessonkit build`: from lessons to artefacts, with one table at the end."""

import time
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import click

from lessonkit.base.errors import UsageError
from lessonkit.cli.console import Console
from lessonkit.outputs import OUTPUTS

if TYPE_CHECKING:
    from lessonkit.build.pipeline import Build
    from lessonkit.cli.summary import Summary


def command(console: Console) -> click.Command:
    """The command with its options."""
    words = console.words
    known = ", ".join(OUTPUTS.builtin)
    return click.Command(
        "build",
        callback=partial(run, console),
        help=words("build.help"),
        params=[
            click.Argument(["paths"], nargs=-1),
            click.Option(
                ["--output", "outputs"], multiple=True, help=words("build.output", known=known)
            ),
            click.Option(["--out"], type=click.Path(path_type=Path), help=words("build.out")),
            click.Option(["--jobs"], type=click.IntRange(1, 256), help=words("build.jobs")),
            click.Option(["--audience"], help=words("build.audience")),
            click.Option(["--strict"], is_flag=True, help=words("build.strict")),
        ],
    )


def run(
    console: Console,
    paths: tuple[str, ...],
    outputs: tuple[str, ...],
    out: Path | None,
    jobs: int | None,
    audience: str | None,
    strict: bool,
) -> int:
    """Build, report as it goes, and sum up."""
    from lessonkit.build.pipeline import plan
    from lessonkit.cli.project import project_of, short

    words = console.words
    for name in outputs:
        if name not in OUTPUTS.names():
            known = ", ".join(OUTPUTS.names())
            raise UsageError(words("build.bad-output", name=name, known=known))
    project, found = project_of(paths, words)
    build = plan(
        project, found, outputs=outputs, out=out, audience=audience, lang=console.lang, jobs=jobs
    )
    start = time.monotonic()
    summary = _built(console, build)
    return summary.close(time.monotonic() - start, short(build.order.out), strict)


def _built(console: Console, build: "Build") -> "Summary":
    """Every module's findings are told when it is done; the rest waits for the table."""
    from lessonkit.cli.progress import Progress
    from lessonkit.cli.report import Report
    from lessonkit.cli.summary import Summary

    summary = Summary(console, build.order.outputs, len(build.paths))
    report = Report(console, build.order.root)
    label = console.words("build.progress")
    with Progress(console.err, label, len(build.paths)) as progress:
        for done, outcome in enumerate(build.run(), 1):
            if report.worth(outcome.diagnostics):
                progress.clear()
                report.tell(outcome.diagnostics)
            summary.add(outcome)
            progress.show(done)
    return summary
