"""`lessonkit completion SHELL`: what a shell must read to complete our commands."""

from functools import partial

import click
from click.shell_completion import get_completion_class

from lessonkit.cli.console import Console
from lessonkit.cli.parser import Commands

SHELLS = ("bash", "zsh", "fish")
_VARIABLE = "_LESSONKIT_COMPLETE"


def command(console: Console) -> click.Command:
    """The command with its one argument."""
    return click.Command(
        "completion",
        callback=partial(run, console),
        help=console.words("completion.help"),
        options_metavar=console.words("main.options"),
        params=[click.Argument(["shell"], type=click.Choice(SHELLS))],
    )


def run(console: Console, shell: str) -> int:
    """Print the script of that shell."""
    made = get_completion_class(shell)
    if made is not None:
        script = made(Commands(console), {}, "lessonkit", _VARIABLE)
        console.say((made.source_template % script.source_vars()).strip())
    return 0
