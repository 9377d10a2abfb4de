"""`lessonkit frameworks export ID --format …`: a framework for another system."""

from functools import partial
from pathlib import Path

import click

from lessonkit.cli.console import Console
from lessonkit.cli.exchanged import sentence, tell
from lessonkit.cli.frameworks import known, named
from lessonkit.cli.group import lang_option


def command(console: Console) -> click.Command:
    """The command with its options."""
    from lessonkit.framework.exchange import FORMATS

    return click.Command(
        "export",
        callback=partial(run, console),
        help=sentence(console, "export.help"),
        options_metavar=console.words("main.options"),
        params=[
            click.Argument(["name"], metavar="ID"),
            click.Option(
                ["--format", "form"],
                type=click.Choice(FORMATS.names()),
                required=True,
                help=sentence(console, "export.format"),
            ),
            click.Option(["--out"], metavar="FILE", help=sentence(console, "export.out")),
            lang_option(console.words),
        ],
    )


def run(console: Console, name: str, form: str, out: str | None) -> int:
    """Print the framework, or write it; exact in every byte, in UTF-8."""
    from lessonkit.cli.project import short
    from lessonkit.framework.exchange import FORMATS
    from lessonkit.framework.exchange.base import Around

    frameworks = known()
    framework = named(console, frameworks, name)
    written = FORMATS.get(form).write(framework, Around(frameworks, time()))
    data = written.text.encode("utf-8", "replace")
    if out is None:
        console.out.write_bytes(data)
    else:
        from lessonkit.base.atomic import replace_file

        replace_file(Path(out), data)
        console.say(sentence(console, "export.done", path=short(Path(out))))
    console.out.flush()
    tell(console, sentence(console, "export.losses", format=form), written.losses)
    return 0


def time() -> str:
    """The time of what nobody dates: `SOURCE_DATE_EPOCH`, else a fixed day."""
    from datetime import UTC, datetime

    from lessonkit.build.order import epoch

    return datetime.fromtimestamp(epoch(), UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
