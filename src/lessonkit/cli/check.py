"""`lessonkit check`: what is wrong, where, and how to mend it."""

from collections.abc import Iterator
from functools import partial
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING

import click

from lessonkit.check.formats import FORMATS
from lessonkit.cli.console import Console

if TYPE_CHECKING:
    from lessonkit.base.diag import Diagnostic
    from lessonkit.cli.mending import Bench


def command(console: Console) -> click.Command:
    """The command with its options."""
    words = console.words
    return click.Command(
        "check",
        callback=partial(run, console),
        help=words("check.help"),
        options_metavar=words("main.options"),
        params=[
            click.Argument(["paths"], nargs=-1),
            click.Option(["--strict"], is_flag=True, help=words("check.strict")),
            click.Option(
                ["--format", "form"],
                type=click.Choice(FORMATS),
                default="text",
                show_default=True,
                help=words("check.format"),
            ),
            click.Option(["--fix"], is_flag=True, help=words("check.fix")),
        ],
    )


def run(console: Console, paths: tuple[str, ...], strict: bool, form: str, fix: bool) -> int:
    """Check every module, report as it goes."""
    from lessonkit.base.diag import Severity
    from lessonkit.build.gathering import gathering
    from lessonkit.build.index import project_index
    from lessonkit.check.excerpt import Excerpts
    from lessonkit.check.report import report
    from lessonkit.cli.mending import Bench
    from lessonkit.cli.progress import Progress
    from lessonkit.cli.project import project_of
    from lessonkit.read.project import find_programs

    project, modules = project_of(paths, console.words)
    index, lang = project_index(project, modules), console.lang
    bench = Bench(project, index, lang)
    given = tuple(map(Path, paths))
    unwritten = _mend(console, bench, (*modules, *find_programs(project, given))) if fix else {}
    gathered = gathering(project, index, lang, modules, given)
    seen: set[Severity] = set()

    def found() -> Iterator["Diagnostic"]:
        with Progress(console.err, console.words("check.progress"), len(modules)) as progress:
            for done, module in enumerate(modules, 1):
                for one in (*unwritten.pop(module, ()), *bench.look(module, gathered)):
                    progress.clear()
                    yield one
                progress.show(done)
        yield from chain.from_iterable(unwritten.values())
        yield from gathered.found()

    def noted() -> Iterator["Diagnostic"]:
        for one in found():
            seen.add(one.severity)
            yield one

    excerpts = Excerpts(project.root)
    for piece in report(form, noted(), excerpts, lang, colour=console.colour):
        console.out.write(piece)
    return int(Severity.ERROR in seen or (strict and Severity.WARNING in seen))


def _mend(
    console: Console, bench: "Bench", sources: tuple[Path, ...]
) -> dict[Path, tuple["Diagnostic", ...]]:
    """Told on the side, so that a report for programs stays whole; what could not be written."""
    done = {source: bench.mend(source) for source in sources}
    counts = [count for one in done.values() for count in one.counts]
    words = console.words
    key = "check.fixed" if counts else "check.nothing-fixed"
    console.note(words(key, count=sum(counts), files=len(counts)))
    return {source: one.problems for source, one in done.items()}
