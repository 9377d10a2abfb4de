"""A group of commands, one for each kind of thing that can be made."""

from collections.abc import Callable
from typing import Any

import click

from lessonkit.base.near import nearest
from lessonkit.cli.words import Words


class Kinds(click.Group):
    """What can be made, in the order given; whoever names no kind is told how each is made."""

    def __init__(
        self, name: str, words: Words, meant: Callable[[str], str], **options: Any
    ) -> None:
        """`meant` gives the id out of what somebody typed in place of a kind."""
        super().__init__(name, **options)
        self.words = words
        self.meant = meant

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002
        """In our order."""
        return list(self.commands)

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Says how what was probably meant is made."""
        name = args[0] if args else ""
        if name and name not in self.commands and not name.startswith("-"):
            near = nearest(name, self.commands)
            if near is not None:
                ctx.fail(self.words("main.unknown-near", name=name, near=near))
            ctx.fail(self.words("new.which", name=name, meant=self.meant(name)))
        return super().resolve_command(ctx, args)
