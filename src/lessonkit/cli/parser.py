"""The parser of the command line: commands are loaded when named, click speaks our languages."""

import sys

import click

from lessonkit.cli.console import Console
from lessonkit.cli.group import LazyGroup, lang_option
from lessonkit.cli.words import Words

COMMANDS = (
    "new",
    "check",
    "build",
    "script",
    "coverage",
    "lock",
    "diff",
    "play",
    "profiles",
    "audiences",
    "frameworks",
    "explain",
    "completion",
)
"""Each is a file of this package with `command(console)`, in the order of the help page."""

OWN_LANG = frozenset({"new"})
"""Commands whose `--lang` is that of a lesson."""


class Commands(LazyGroup):
    """The commands; only the one that is named is imported."""

    def __init__(self, console: Console) -> None:
        words = console.words
        super().__init__(
            console,
            "lessonkit",
            dict(zip(COMMANDS, COMMANDS, strict=True)),
            lambda name: words(f"{name}.short"),
            help=words("main.help"),
            subcommand_metavar=words("main.metavar"),
            params=[lang_option(words), _version_option(words)],
            context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
        )

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command of that name, imported now."""
        command = super().get_command(ctx, cmd_name)
        if command is not None and cmd_name not in OWN_LANG:
            command.params.append(lang_option(self.console.words))
        return command


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
