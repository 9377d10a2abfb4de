"""`lessonkit lock`: remember what is published, so that updates lose nobody's progress."""

from functools import partial
from typing import TYPE_CHECKING

import click

from lessonkit.cli.console import Console

if TYPE_CHECKING:
    from pathlib import Path

    from lessonkit.base.diag import Diagnostic
    from lessonkit.model.index import Index
    from lessonkit.model.module import Module
    from lessonkit.model.published import Published
    from lessonkit.read.project import Project

HARMS = frozenset({"LK240", "LK241", "LK242"})
"""What `--accept` accepts."""


def command(console: Console) -> click.Command:
    """The command with its options."""
    words = console.words
    return click.Command(
        "lock",
        callback=partial(run, console),
        help=words("lock.help"),
        options_metavar=words("main.options"),
        params=[
            click.Argument(["paths"], nargs=-1),
            click.Option(["--accept"], is_flag=True, help=words("lock.accept")),
        ],
    )


def run(console: Console, paths: tuple[str, ...], accept: bool) -> int:
    """Record the modules; all of them, or none where one cannot be."""
    from lessonkit.build.index import project_index
    from lessonkit.cli.project import project_of
    from lessonkit.plan.published import carried, published, translated

    project, sources = project_of(paths, console.words)
    index = project_index(project, sources)
    found: dict[str, Published] = {}
    stopped: list[Diagnostic] = []
    for source in sources:
        module, others, errors = _looked_at(source, project, index, console.lang, accept)
        stopped += errors
        if module is not None and not errors:
            made = {one.meta.lang: translated(one) for one in others}
            now = published(module).model_copy(update={"translations": made})
            before = None if accept else index.published.get(module.meta.id)
            found[module.meta.id] = carried(now, before)
    if stopped:
        return _refuse(console, project, stopped)
    dropping = accept and not paths
    kept = {name: one for name, one in index.published.items() if name in found or not dropping}
    _write(console, project, kept, found)
    return 0


def _looked_at(
    source: "Path", project: "Project", index: "Index", lang: str, accept: bool
) -> "tuple[Module | None, list[Module], list[Diagnostic]]":
    """The module, its translations without errors, and what keeps it from being recorded."""
    from lessonkit.base.diag import Severity
    from lessonkit.build.sources import read_sources

    first, *rest = read_sources(source, project.root, index, lang)
    errors = [
        one
        for one in first.diagnostics
        if one.severity is Severity.ERROR and not (accept and one.code in HARMS)
    ]
    others = [one.checked.module for one in rest if one.checked is not None]
    return first.reading.module, others, errors


def _refuse(console: Console, project: "Project", stopped: "list[Diagnostic]") -> int:
    """What stands in the way, and how to go on; nothing is written."""
    from lessonkit.check.excerpt import Excerpts
    from lessonkit.check.report import report

    for piece in report(
        "text", stopped, Excerpts(project.root), console.lang, colour=console.colour
    ):
        console.out.write(piece)
    harms = all(one.code in HARMS for one in stopped)
    console.complain(console.words("lock.harms" if harms else "lock.errors"))
    return 1


def _write(
    console: Console,
    project: "Project",
    kept: "dict[str, Published]",
    found: "dict[str, Published]",
) -> None:
    """The file, unless it says all that already."""
    from lessonkit.base.atomic import replace_file
    from lessonkit.cli.project import short
    from lessonkit.read.lock import NAME, lock_text

    path = project.root / NAME
    data = lock_text({**kept, **found}).encode()
    new = sum(name not in kept for name in found)
    changed = sum(name in kept and kept[name] != one for name, one in found.items())
    if not path.is_file() or path.read_bytes() != data:
        replace_file(path, data)
    console.say(
        console.words("lock.done", count=len(found), new=new, changed=changed, path=short(path))
    )
