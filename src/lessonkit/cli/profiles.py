"""`lessonkit profiles [NAME]`: what is known of each platform, on the terminal."""

from collections.abc import Iterator
from functools import partial
from typing import Any

import click

from lessonkit.base.errors import UsageError
from lessonkit.cli.console import Console
from lessonkit.model.platforms import Platform, platforms


def command(console: Console) -> click.Command:
    """The command with its one argument."""
    return click.Command(
        "profiles",
        callback=partial(run, console),
        help=console.words("profiles.help"),
        options_metavar=console.words("main.options"),
        params=[click.Argument(["name"], required=False)],
    )


def run(console: Console, name: str | None) -> int:
    """Print the names, or all that is known of one."""
    from lessonkit.cli.project import unknown

    if name is None:
        wide = max(map(len, platforms()))
        for one in platforms().values():
            console.out.write(f"{one.name:{wide}}  {one.titles[console.lang]}\n")
        return 0
    if name not in platforms():
        raise UsageError(unknown(console.words, "build.bad-profile", name, platforms()))
    console.out.write("".join(_page(platforms()[name], console)))
    return 0


def _page(platform: Platform, console: Console) -> Iterator[str]:
    yield f"{platform.name}: {platform.titles[console.lang]}\n"
    for fact in platform.facts:
        said = f"{fact.key} = {toml(fact.value)}" if fact.key else console.words("profiles.note")
        source = console.words("profiles.source")
        yield f"\n{said}\n  {fact.why[console.lang]}\n  {source}: {fact.source}\n"


def toml(value: Any) -> str:
    """As one types it in `lessonkit.toml`."""
    if isinstance(value, tuple):
        return f"[{', '.join(map(toml, value))}]"
    if isinstance(value, bool):
        return str(value).lower()
    return f'"{value}"' if isinstance(value, str) else str(value)
