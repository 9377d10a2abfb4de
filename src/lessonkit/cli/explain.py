"""`lessonkit explain CODE`: the manual page of a code, on the terminal."""

from functools import partial

import click

from lessonkit.cli.console import Console


def command(console: Console) -> click.Command:
    """The command with its one argument."""
    return click.Command(
        "explain",
        callback=partial(run, console),
        help=console.words("explain.help"),
        options_metavar=console.words("main.options"),
        params=[click.Argument(["code"])],
    )


def run(console: Console, code: str) -> int:
    """Print the page."""
    from lessonkit.check.explain import explain

    console.out.write(explain(code, console.lang))
    return 0
