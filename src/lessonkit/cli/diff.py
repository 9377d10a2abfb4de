"""`lessonkit diff OLD NEW`: what an update changes, and what learners keep."""

import json
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import click

from lessonkit.cli.console import Console
from lessonkit.cli.refused import printable, refused

if TYPE_CHECKING:
    from lessonkit.build.compare import Change, Progress
    from lessonkit.build.edition import Edition

FORMATS = ("text", "json")
VERSION = 1
"""Of the JSON; a key may be added without raising it, none is changed or dropped."""


def command(console: Console) -> click.Command:
    """The command with its arguments."""
    words = console.words
    return click.Command(
        "diff",
        callback=partial(run, console),
        help=words("diff.help"),
        options_metavar=words("main.options"),
        params=[
            click.Argument(["old"]),
            click.Argument(["new"]),
            click.Option(
                ["--format", "form"], type=click.Choice(FORMATS), default="text",
                show_default=True, help=words("diff.format"),
            ),
        ],
    )  # fmt: skip


def run(console: Console, old: str, new: str, form: str) -> int:
    """Read both, compare, tell; 1 where somebody loses something, 2 where one cannot be read."""
    from lessonkit.build.compare import changes, progress
    from lessonkit.build.edition import Unreadable
    from lessonkit.inspect.fault import PackageFault

    try:
        was, now = _edition(Path(old)), _edition(Path(new))
    except Unreadable as error:
        words = console.words(f"diff.{error.reason}", path=str(error.path))
        console.complain(printable(words))
        return 2
    except PackageFault as fault:
        console.complain(refused(fault, console.lang))
        return 2
    found, left = changes(was, now), progress(was.told, now.told)
    if form == "json":
        console.say(_json(was, now, found, left))
    else:
        head, *lines = map(printable, _text(console, was, now, found, left))
        console.say("\n".join((console.paint(head, "strong"), *lines)))
    return int(left.harmed)


def _edition(path: Path) -> "Edition":
    """From whatever stands there."""
    from lessonkit.build.edition import Unreadable, of_source
    from lessonkit.build.packaged import PAGE, of_package
    from lessonkit.read.project import SOURCE

    if not _is_there(path):
        raise Unreadable(path, "missing")
    if path.suffix == ".md":
        if not path.name.startswith("module."):
            raise Unreadable(path, "no-lesson")
        return of_source(path)
    if path.is_dir() and not (path / PAGE).is_file():
        if (path / SOURCE).is_file():
            return of_source(path / SOURCE)
        raise _no_edition(path)
    return of_package(path)


def _is_there(path: Path) -> bool:
    try:
        return path.exists()
    except OSError:  # a name longer than any file has
        return False


def _no_edition(folder: Path) -> Exception:
    """Why nothing can be chosen in a folder."""
    from lessonkit.build.edition import Unreadable
    from lessonkit.inspect.contents import open_contents
    from lessonkit.inspect.fault import NoPackage
    from lessonkit.inspect.package import packages_in
    from lessonkit.read.project import SOURCE

    below = (folder.glob(f"{inner}*/{SOURCE}") for inner in ("", "modules/"))
    if any(map(any, below)):
        return Unreadable(folder, "several")
    names = packages_in(open_contents(folder))
    if names:
        return NoPackage("many", path=str(folder), names=names)
    return Unreadable(folder, "no-lesson")


def _text(
    console: Console,
    was: "Edition",
    now: "Edition",
    found: "tuple[Change, ...]",
    left: "Progress",
) -> list[str]:
    words = console.words
    versions = {"id": now.told.id, "old": was.told.version, "new": now.told.version}
    lines = [words("diff.head", **versions), ""]
    lines += [words("diff.changes") if found else words("diff.same")]
    lines += [f"  {_change(console, one, was, now)}" for one in found]
    if was.kind != now.kind:
        lines.append("  " + words("diff.texts-unknown"))
    lines += ["", words("diff.progress")]
    for name in ("kept", "scores", "lost", "ticks", "places", "draws"):
        ids = getattr(left, name)
        if ids:
            lines.append(f"  {words(f'diff.{name}', count=len(ids), ids=', '.join(ids))}")
    return [*lines, "", words("diff.harm" if left.harmed else "diff.harmless")]


def _change(console: Console, one: "Change", was: "Edition", now: "Edition") -> str:
    words = console.words
    thing = words(f"diff.{one.kind}", id=one.id)
    if one.what in ("added", "removed"):
        side = now if one.what == "added" else was
        said = {"section": side.titles, "question": side.asks}.get(one.kind, {}).get(one.id, "")
        sign = "+" if one.what == "added" else "-"
        return f"{sign} {thing}{f': {said}' if said else ''}"
    what = words(f"diff.what-{one.what}")
    if one.old is None and one.new is None:
        return f"~ {thing}: {what}"
    none = words("diff.none")
    old, new = (none if value is None else _value(value) for value in (one.old, one.new))
    return f"~ {thing}: {what}: {old} → {new}"


def _value(value: str | float) -> str:
    return value if isinstance(value, str) else f"{value:g}"


def _json(was: "Edition", now: "Edition", found: "tuple[Change, ...]", left: "Progress") -> str:
    from dataclasses import asdict

    told = {
        "format": VERSION,
        "old": _named(was),
        "new": _named(now),
        "changes": [asdict(one) for one in found],
        "progress": asdict(left),
        "harm": left.harmed,
    }
    return json.dumps(told, ensure_ascii=True, indent=2)


def _named(edition: "Edition") -> dict[str, str]:
    told = edition.told
    return {"kind": edition.kind, "id": told.id, "version": told.version, "title": told.title}
