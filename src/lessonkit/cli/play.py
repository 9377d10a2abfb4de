"""`lessonkit play`: a package in a browser, with a strict pretend platform beside it."""

import os
import sys
import time
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import click

from lessonkit.base.errors import UsageError
from lessonkit.cli.console import Console
from lessonkit.cli.refused import printable, refused, sentences

if TYPE_CHECKING:
    from lessonkit.inspect.package import Package
    from lessonkit.inspect.play import Words


def command(console: Console) -> click.Command:
    """The command with its options."""
    words = console.words
    return click.Command(
        "play",
        callback=partial(run, console),
        help=words("play.help"),
        options_metavar=words("main.options"),
        params=[
            click.Argument(["package"]),
            click.Option(
                ["--port"], metavar="N", type=click.IntRange(1, 65535), help=words("play.port")
            ),
            click.Option(["--no-browser"], is_flag=True, help=words("play.no-browser")),
            click.Option(["--keep"], metavar="FILE", help=words("play.keep")),
        ],
    )


def run(
    console: Console, package: str, port: int | None, no_browser: bool, keep: str | None
) -> int:
    """Serve until Ctrl-C."""
    from lessonkit.inspect.fault import PackageFault
    from lessonkit.inspect.package import open_package

    try:
        opened = open_package(Path(package), console.lang)
        try:
            _serve(console, opened, port or 0, no_browser, Path(keep) if keep else None)
        finally:
            opened.contents.close()
    except PackageFault as fault:
        console.complain(refused(fault, console.lang))
        return fault.exit_code
    return 0


def _serve(
    console: Console, package: "Package", port: int, no_browser: bool, keep: Path | None
) -> None:
    from lessonkit.inspect.play import playing

    words, course = console.words, package.course
    try:
        with playing(package, _page_words(words.lang), port=port, keep=keep) as address:
            if package.missing:
                count = len(package.missing)
                console.note(printable(words("play.missing", name=package.missing[0], count=count)))
            if course.oddities:
                console.note(words("play.odd", name=package.manifest, count=len(course.oddities)))
            scorm = course.version in ("1.2", "2004")
            if scorm and not package.manifest:
                console.note(words("play.alone", edition=course.edition))
            plain = words("play.program" if course.program else "play.plain")
            kind = f"SCORM {course.edition}" if scorm else course.edition or plain
            console.say(printable(words("play.on", title=course.title, kind=kind)))
            console.say(f"  {address}")
            console.say(words("play.stop"))
            console.out.flush()
            if not no_browser:
                _show(address)
            _wait()
    except OSError as error:
        if error.filename is not None:
            raise
        raise UsageError(words("play.port-taken", port=port)) from error
    console.say(words("play.stopped"))


def _page_words(lang: str) -> "Words":
    from lessonkit.inspect.play import Words

    page, script = (sentences(name, lang) for name in ("page", "script"))
    return Words(lang, page, script, {**sentences("faults", lang), **sentences("manifest", lang)})


def _wait() -> None:
    """Until Ctrl-C; in short turns, for Windows wakes no longer sleep for it."""
    try:
        while True:
            time.sleep(0.5)
    except KeyboardInterrupt:
        pass


def _show(address: str) -> None:
    """In the browser of the desktop; one of the terminal would take the place of what is said."""
    import webbrowser

    seen = ("DISPLAY", "WAYLAND_DISPLAY")
    if sys.platform.startswith("linux") and not any(os.environ.get(name) for name in seen):
        return
    webbrowser.open(address)
