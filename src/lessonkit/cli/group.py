"""Groups of commands: each command is imported when it is named, and a near name is told."""

from collections.abc import Callable, Mapping
from importlib import import_module
from typing import Any

import click

from lessonkit.base import messages
from lessonkit.base.near import nearest
from lessonkit.cli.console import Console
from lessonkit.cli.words import Words


class LazyGroup(click.Group):
    """Commands by name; each is a module of this package with `command(console)`."""

    def __init__(
        self,
        console: Console,
        name: str,
        known: Mapping[str, str],
        short: Callable[[str], str],
        **options: Any,
    ) -> None:
        """`known`: names in the order of the help page → modules; `short`: name → its line there.

        Other options are those of click.
        """
        super().__init__(name, options_metavar=console.words("main.options"), **options)
        self.console = console
        self.known = known
        self.short = short

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002
        """All of them, in our order."""
        return list(self.known)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        """The command of that name, imported now."""
        if cmd_name not in self.known:
            return None
        made: Callable[[Console], click.Command] = import_module(
            f"lessonkit.cli.{self.known[cmd_name]}"
        ).command
        return made(self.console)

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Says what was probably meant where there is no such command."""
        if args and args[0] not in self.known and not args[0].startswith("-"):
            words = self.console.words
            near = nearest(args[0], self.known)
            if near is not None:
                ctx.fail(words("main.unknown-near", name=args[0], near=near))
            ctx.fail(words("main.unknown", name=args[0], known=", ".join(self.known)))
        return super().resolve_command(ctx, args)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002
        """The list of the help page, without importing what is listed."""
        with formatter.section(self.console.words("main.commands")):
            formatter.write_dl([(name, self.short(name)) for name in self.known])


def lang_option(words: Words) -> click.Option:
    """Read before parsing (`words.preferred`); here it is only checked."""
    return click.Option(
        ["--lang"], type=click.Choice(messages.LANGS), expose_value=False, help=words("main.lang")
    )
