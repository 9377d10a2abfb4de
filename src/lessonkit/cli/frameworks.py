"""`lessonkit frameworks list|show|search|import|export …`: what lessons can be aligned to."""

from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from lessonkit.base.errors import UsageError
from lessonkit.cli.console import Console
from lessonkit.cli.group import LazyGroup

if TYPE_CHECKING:
    from lessonkit.framework.model import Framework

COMMANDS = {
    "list": "framework_list",
    "show": "framework_show",
    "search": "framework_search",
    "import": "framework_import",
    "export": "framework_export",
}
"""Names → modules of this package, in the order of the help page."""
_SHORT = {
    "list": "frameworks.list-short",
    "show": "frameworks.show-short",
    "search": "frameworks.search-short",
    "import": "frameworks.import-short",
    "export": "frameworks.export-short",
}
_STANDINGS = {
    "whole": "frameworks.whole",
    "part": "frameworks.part",
    "secondary": "frameworks.secondary",
    "": "frameworks.unsaid",
}
FORMATS = ("text", "json")


def command(console: Console) -> click.Command:
    """The group; its commands are loaded when named."""
    words = console.words
    return LazyGroup(
        console,
        "frameworks",
        COMMANDS,
        lambda name: words(_SHORT[name]),
        help=words("frameworks.help"),
        subcommand_metavar=words("main.metavar"),
    )


def format_option(console: Console) -> click.Option:
    """Text for people or JSON for programs."""
    return click.Option(
        ["--format", "form"],
        type=click.Choice(FORMATS),
        default="text",
        show_default=True,
        help=console.words("frameworks.format"),
    )


def known() -> "Mapping[str, Framework]":
    """The built-in frameworks, and those of the project around the current folder.

    Raises: SettingsError: as `find_project`, or a framework cannot be used.
    """
    from lessonkit.read.frameworks import of_project
    from lessonkit.read.project import find_project

    return of_project(find_project(Path()).root)


def named(console: Console, frameworks: "Mapping[str, Framework]", name: str) -> "Framework":
    """The framework of that id.

    Raises: UsageError: there is none; names a near one.
    """
    from lessonkit.cli.project import unknown

    if name not in frameworks:
        key = "frameworks.no-framework"
        raise UsageError(unknown(console.words, key, name, frameworks))
    return frameworks[name]


def is_own(framework: "Framework") -> bool:
    """Whether it is one of the project's files."""
    from lessonkit.framework.load import builtin

    return builtin().get(framework.id) is not framework


def standing(console: Console, framework: "Framework") -> str:
    """How much of the framework is here, in a word or two."""
    return console.words(_STANDINGS[framework.standing])


def json_text(value: Any) -> str:
    """The value for programs; what is not said is left out."""
    import json

    return json.dumps(plain(value), ensure_ascii=False, indent=2) + "\n"


def plain(value: Any) -> Any:
    """Values of ours as those of JSON."""
    if is_dataclass(value) and not isinstance(value, type):
        value = {one.name: getattr(value, one.name) for one in fields(value)}
        return {
            key: plain(inner) for key, inner in value.items() if inner not in ("", None, (), {})
        }
    if isinstance(value, Mapping):
        return {str(key): plain(inner) for key, inner in value.items()}
    if isinstance(value, list | tuple):
        return [plain(one) for one in value]
    return value
