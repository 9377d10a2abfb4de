"""The parser of the command line: commands are loaded when named, click speaks our languages."""

import sys
from collections.abc import Callable
from importlib import import_module

import click

from lessonkit.base import messages
from lessonkit.base.near import nearest
from lessonkit.cli.console import Console
from lessonkit.cli.words import Words

COMMANDS = (
    "new",
    "check",
    "build",
    "lock",
    "diff",
    "play",
    "profiles",
    "audiences",
    "explain",
    "completion",
)
"""Each is a file of this package with `command(console)`, in the order of the help page."""

OWN_LANG = frozenset({"new"})
"""Commands whose `--lang` is that of a lesson."""


class Commands(click.Group):
    """The commands; only the one that is named is imported."""

    def __init__(self, console: Console) -> None:
        words = console.words
        super().__init__(
            "lessonkit",
            help=words("main.help"),
            options_metavar=words("main.options"),
            subcommand_metavar=words("main.metavar"),
            params=[_lang_option(words), _version_option(words)],
            context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
        )
        self.console = console

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002
        """All of them, in our order."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        """The command of that name, imported now."""
        if cmd_name not in COMMANDS:
            return None
        made: Callable[[Console], click.Command] = import_module(
            f"lessonkit.cli.{cmd_name}"
        ).command
        command = made(self.console)
        if cmd_name not in OWN_LANG:
            command.params.append(_lang_option(self.console.words))
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Says what was probably meant where there is no such command."""
        if args and args[0] not in COMMANDS and not args[0].startswith("-"):
            words = self.console.words
            near = nearest(args[0], COMMANDS)
            if near is not None:
                ctx.fail(words("main.unknown-near", name=args[0], near=near))
            ctx.fail(words("main.unknown", name=args[0], known=", ".join(COMMANDS)))
        return super().resolve_command(ctx, args)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002
        """The list of the help page, without importing what is listed."""
        words = self.console.words
        with formatter.section(words("main.commands")):
            formatter.write_dl([(name, words(f"{name}.short")) for name in COMMANDS])


def _lang_option(words: Words) -> click.Option:
    """Read before parsing (`words.preferred`); here it is only checked."""
    return click.Option(
        ["--lang"], type=click.Choice(messages.LANGS), expose_value=False, help=words("main.lang")
    )


def _version_option(words: Words) -> click.Option:
    return click.Option(
        ["--version"], is_flag=True, expose_value=False, is_eager=True,
        help=words("main.version"), callback=_show_version,
    )  # fmt: skip


def _show_version(ctx: click.Context, param: click.Parameter, value: bool) -> None:  # noqa: ARG001
    if value:
        from lessonkit import __version__

        click.echo(f"lessonkit {__version__}")
        ctx.exit()


def speak(words: Words) -> None:
    """Let click take its sentences from the table `[click]`; one that is missing stays English.

    click binds `gettext` under the name `_` in each of its modules at import, so that a catalogue
    can only be given to it by compiled files in a system folder, or here.
    """
    table = words.table("click")

    def one(message: str) -> str:
        return table.get(message, message)

    def many(single: str, plural: str, count: int) -> str:
        return one(single if count == 1 else plural)

    for name, module in list(sys.modules.items()):
        if name.startswith("click."):
            for bound, answer in (("_", one), ("ngettext", many)):
                if hasattr(module, bound):
                    setattr(module, bound, answer)
