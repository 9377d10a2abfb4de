"""`lessonkit script`: what is to be read aloud, for a teacher who records it."""

from collections.abc import Iterator
from functools import partial
from typing import TYPE_CHECKING

import click

from lessonkit.base.errors import UsageError
from lessonkit.cli.console import Console

if TYPE_CHECKING:
    from pathlib import Path

    from lessonkit.build.sources import Source
    from lessonkit.model.index import Index
    from lessonkit.model.module import Module
    from lessonkit.plan.script import Chapter, Script
    from lessonkit.read.project import Project


def command(console: Console) -> click.Command:
    """The command with its options."""
    words = console.words
    return click.Command(
        "script",
        callback=partial(run, console),
        help=words("script.help"),
        options_metavar=words("main.options"),
        params=[
            click.Argument(["paths"], nargs=-1),
            click.Option(["--spoken"], is_flag=True, help=words("script.spoken")),
            click.Option(["--translation"], metavar="LANG", help=words("script.translation")),
        ],
    )


def run(console: Console, paths: tuple[str, ...], spoken: bool, translation: str | None) -> int:
    """Print the scripts of the modules; of one with errors, these."""
    from lessonkit.build.index import project_index
    from lessonkit.cli.project import project_of

    project, found = project_of(paths, console.words)
    index = project_index(project, found)
    code = 0
    for number, path in enumerate(found):
        one = _source(path, project, index, console, translation)
        if one.checked is None:
            code = _refuse(console, project, one)
            continue
        if number:
            console.out.write("\n")
        for line in _lines(_script(one.checked.module, project, index), console, spoken):
            console.out.write(f"{line}\n")
    return code


def _source(
    path: "Path", project: "Project", index: "Index", console: Console, tag: str | None
) -> "Source":
    """Raises: UsageError: there is no such translation."""
    from lessonkit.build.sources import read_sources

    sources = tuple(read_sources(path, project.root, index, console.lang))
    if tag is None or sources[0].reading.module is None:
        return sources[0]
    known = {one.tag: one for one in sources[1:]}
    if tag not in known:
        shown = ", ".join(known) or "–"
        file = sources[0].reading.file
        raise UsageError(console.words("script.no-translation", tag=tag, file=file, known=shown))
    return known[tag]


def _refuse(console: Console, project: "Project", one: "Source") -> int:
    from lessonkit.base.diag import Severity
    from lessonkit.check.excerpt import Excerpts
    from lessonkit.check.report import report

    errors = [each for each in one.diagnostics if each.severity is Severity.ERROR]
    excerpts = Excerpts(project.root)
    for piece in report("text", errors, excerpts, console.lang, colour=console.colour):
        console.out.write(piece)
    console.complain(console.words("script.errors", file=one.reading.file))
    return 1


def _script(module: "Module", project: "Project", index: "Index") -> "Script":
    from lessonkit.build.index import theme_of
    from lessonkit.framework.model import name_in
    from lessonkit.plan.page import HIDDEN, page
    from lessonkit.plan.script import script

    lang = module.meta.lang
    groups = {name: name_in(one.names, lang) for name, one in index.audiences.items()}
    lexicon = (module.original or module).lexicon.over(index.lexicon)
    words = theme_of(project).words(lang)
    return script(page(module, keep=HIDDEN), words, lexicon, groups)


def _lines(script: "Script", console: Console, spoken: bool) -> Iterator[str]:
    words = console.words
    whole = sum(_seconds(one) for one in script.chapters)
    length = words("script.length", time=_time(whole))
    yield console.paint(f"{script.title} · {length}", "strong")
    for chapter in script.chapters:
        yield ""
        yield console.paint(
            f"{chapter.title} [{chapter.id}] · {_time(_seconds(chapter))}", "strong"
        )
        if chapter.recording is not None:
            yield words("script.recorded", file=chapter.recording.src)
        for cue in chapter.cues:
            yield f"  {cue.text}"
            if spoken and cue.spoken != cue.text:
                yield console.paint(f"    → {cue.spoken}", "dim")


def _seconds(chapter: "Chapter") -> float:
    return sum(cue.seconds + cue.pause for cue in chapter.cues)


def _time(seconds: float) -> str:
    """Minutes and seconds: `4:05`."""
    minutes, rest = divmod(round(seconds), 60)
    return f"{minutes}:{rest:02d}"
