"""`lessonkit frameworks list`: the frameworks that there are, and how much of each."""

from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from lessonkit.cli.console import Console
from lessonkit.cli.frameworks import format_option, is_own, json_text, known, standing
from lessonkit.cli.group import lang_option

if TYPE_CHECKING:
    from lessonkit.framework.model import Framework


def command(console: Console) -> click.Command:
    """The command with its one option."""
    words = console.words
    return click.Command(
        "list",
        callback=partial(run, console),
        help=words("frameworks.list-help"),
        options_metavar=words("main.options"),
        params=[format_option(console), lang_option(words)],
    )


def run(console: Console, form: str) -> int:
    """Print a line, or an object, for each."""
    from lessonkit.read.project import find_project

    frameworks = known()
    used = find_project(Path()).settings.frameworks
    left_out = frozenset() if used is None else frozenset(frameworks) - frozenset(used)
    if form == "json":
        facts = [_facts(one) | {"used": one.id not in left_out} for one in frameworks.values()]
        console.out.write(json_text(facts))
        return 0
    console.out.write("".join(_lines(console, tuple(frameworks.values()), left_out)))
    return 0


def _facts(framework: "Framework") -> dict[str, Any]:
    return {
        "id": framework.id,
        "titles": framework.titles,
        "skills": skills(framework),
        "levels": len(framework.levels),
        "audiences": len(framework.audiences),
        "standing": framework.standing,
        "completeness": framework.completeness,
        "project": is_own(framework),
    }


def skills(framework: "Framework") -> int:
    """How many skills it has, not counting those that only hold others."""
    holding = {one.parent for one in framework.skills.values()}
    return sum(code not in holding for code in framework.skills)


def _lines(
    console: Console, frameworks: "tuple[Framework, ...]", left_out: frozenset[str]
) -> Iterator[str]:
    from lessonkit.cli.table import table
    from lessonkit.framework.model import name_in

    words = console.words
    heads = (
        words("frameworks.id"), words("frameworks.skills"), words("frameworks.levels"),
        words("frameworks.groups"), words("frameworks.standing"), words("frameworks.title"),
    )  # fmt: skip
    rows: list[tuple[str, ...]] = [heads]
    for one in frameworks:
        title = name_in(one.titles, console.lang)
        own = " [" + words("frameworks.own") + "]" if is_own(one) else ""
        own += " [" + words("frameworks.left-out") + "]" if one.id in left_out else ""
        counts = (skills(one), len(one.levels), len(one.audiences))
        mark = standing(console, one)
        rows.append((one.id, *map(str, counts), mark, title + own))
    for line in table(rows, frozenset({1, 2, 3})):
        yield line + "\n"
    yield "\n" + words("frameworks.next") + "\n"
