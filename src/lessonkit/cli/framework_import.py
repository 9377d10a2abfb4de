"""`lessonkit frameworks import FILE`: a framework of another system as one of the project."""

import re
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import click

from lessonkit.base.errors import SettingsError, ToolMissing, UsageError
from lessonkit.cli.console import Console
from lessonkit.cli.exchanged import OTHERS, refusal, sentence, tell
from lessonkit.cli.framework_list import skills
from lessonkit.cli.group import lang_option

if TYPE_CHECKING:
    from lessonkit.framework.exchange.base import Around, Read
    from lessonkit.framework.model import Framework

_ID = re.compile(r"[a-z0-9]+([.-][a-z0-9]+)*")
_LONGEST_ID = 60


def command(console: Console) -> click.Command:
    """The command with its options."""
    return click.Command(
        "import",
        callback=partial(run, console),
        help=sentence(console, "import.help"),
        options_metavar=console.words("main.options"),
        params=[
            click.Argument(["file"], metavar="FILE"),
            click.Option(["--as", "name"], metavar="ID", help=sentence(console, "import.as")),
            click.Option(
                ["--format", "form"],
                type=click.Choice((*OTHERS, "yaml")),
                help=sentence(console, "import.format"),
            ),
            click.Option(["--out"], metavar="FILE", help=sentence(console, "import.out")),
            lang_option(console.words),
        ],
    )


def run(console: Console, file: str, name: str | None, form: str | None, out: str | None) -> int:
    """Write the framework, all of it or nothing."""
    from lessonkit.base.atomic import replace_file
    from lessonkit.cli.frameworks import known
    from lessonkit.cli.project import short
    from lessonkit.framework.exchange.base import Around
    from lessonkit.framework.model import name_in
    from lessonkit.read.project import find_project

    _refuse_bad_id(console, name)
    data = _bytes(console, file)
    frameworks, root = known(), find_project(Path()).root
    around = Around(frameworks, id=name or "", stem=Path(file).stem)
    read = _read(console, file, data, form, around)
    framework = read.framework
    target = Path(out) if out else root / "frameworks" / f"{framework.id}.yaml"
    if not out:
        _refuse_taken(console, target, framework, frameworks.get(framework.id))
    text = _text(console, framework, file)
    replace_file(target, text.encode())
    args = {"skills": skills(framework), "levels": len(framework.levels)}
    title = name_in(framework.titles, console.lang) or framework.id
    done = sentence(
        console, "import.done", path=short(target), id=framework.id, title=title, **args
    )
    console.say(done)
    console.out.flush()
    tell(console, sentence(console, "import.losses"), read.losses)
    if framework.id in frameworks and not out:
        console.note(sentence(console, "import.builtin", id=framework.id))
    return 0


def _refuse_bad_id(console: Console, name: str | None) -> None:
    from lessonkit.base.files import storable
    from lessonkit.base.slug import readable_slug

    if name is not None and not (_ID.fullmatch(name) and len(name) <= _LONGEST_ID):
        near = readable_slug(name, "framework")[:_LONGEST_ID].strip("-")
        near = near if storable(near) else f"framework-{near}"
        raise UsageError(sentence(console, "import.bad-id", id=name, near=near))
    if name is not None and not storable(name):
        raise UsageError(sentence(console, "import.kept-id", id=name, near=f"framework-{name}"))


def _bytes(console: Console, file: str) -> bytes:
    """Raises: UsageError: not there, no file, not to be read, or too large to be one."""
    from lessonkit.framework.exchange.base import LARGEST, Unreadable

    path = Path(file)
    try:
        if not path.exists():
            raise UsageError(console.words("error.missing-path", path=file))
        if not path.is_file():
            raise UsageError(sentence(console, "import.not-file", path=file))
        if path.stat().st_size > LARGEST:
            raise refusal(console, file, Unreadable("too-large", megabytes=LARGEST // 1_000_000))
        return path.read_bytes()
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        said = sentence(console, "import.unreadable", path=file, reason=reason)
        raise UsageError(said) from error


def _read(console: Console, file: str, data: bytes, form: str | None, around: "Around") -> "Read":
    """Raises: UsageError: of no known form, or not read; SettingsError: our YAML with faults."""
    from lessonkit.framework.exchange import FORMATS
    from lessonkit.framework.exchange.base import Read, Unreadable
    from lessonkit.framework.exchange.decoding import decoded

    try:
        text = decoded(data)
        form = form or next((one for one in OTHERS if FORMATS.get(one).recognises(text)), None)
        if form is None and FORMATS.get("yaml").recognises(text):
            form = "yaml"
        if form is None:
            raise Unreadable("unknown-form", known=", ".join((*OTHERS, "yaml")))
        if form != "yaml":
            return FORMATS.get(form).read(text, around)
    except Unreadable as error:
        raise refusal(console, file, error) from error
    except ToolMissing as error:
        raise ToolMissing(sentence(console, "refused.no-rdflib")) from error
    from lessonkit.read.frameworks import framework_from

    return Read(_renamed(framework_from(text.encode(), Path(file).name), around.id))


def _renamed(framework: "Framework", name: str) -> "Framework":
    """Under another id; what it says of skills of its own, it says of them still."""
    if not name or name == framework.id:
        return framework
    matches = tuple(
        replace(one, framework=name) if one.framework == framework.id else one
        for one in framework.matches
    )
    return replace(framework, id=name, matches=matches)


def _refuse_taken(
    console: Console, target: Path, framework: "Framework", there: "Framework | None"
) -> None:
    """Neither a file nor, under another name, a framework of the project is replaced."""
    from lessonkit.cli.frameworks import is_own
    from lessonkit.cli.project import short

    if target.exists():
        raise UsageError(sentence(console, "import.exists", path=short(target)))
    if there is not None and is_own(there):
        raise UsageError(sentence(console, "import.taken", id=framework.id))


def _text(console: Console, framework: "Framework", file: str) -> str:
    """Our YAML, which is known to be readable.

    Raises: SettingsError: what was read is more than a framework of ours can hold.
    """
    from lessonkit.framework.exchange import FORMATS
    from lessonkit.framework.exchange.base import Around
    from lessonkit.read.frameworks import framework_from

    text = FORMATS.get("yaml").write(framework, Around()).text
    try:
        framework_from(text.encode(), f"{framework.id}.yaml")
    except SettingsError:
        console.complain(sentence(console, "import.unloadable", path=file))
        raise
    return text
