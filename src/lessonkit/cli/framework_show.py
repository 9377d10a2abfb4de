"""`lessonkit frameworks show ID[:CODE]`: all that is known of a framework, or of one skill."""

from functools import partial
from typing import TYPE_CHECKING, Any

import click

from lessonkit.base.errors import UsageError
from lessonkit.cli.console import Console
from lessonkit.cli.frameworks import (
    format_option,
    is_own,
    json_text,
    known,
    named,
    plain,
)
from lessonkit.cli.group import lang_option

if TYPE_CHECKING:
    from collections.abc import Mapping

    from lessonkit.framework.model import Framework


def command(console: Console) -> click.Command:
    """The command with its argument."""
    words = console.words
    return click.Command(
        "show",
        callback=partial(run, console),
        help=words("frameworks.show-help"),
        options_metavar=words("main.options"),
        params=[
            click.Argument(["name"], metavar="ID[:CODE]"),
            format_option(console),
            lang_option(words),
        ],
    )


def run(console: Console, name: str, form: str) -> int:
    """Print the framework, or the skill behind its first `:`."""
    from unicodedata import normalize

    own_id, colon, code = normalize("NFC", name).partition(":")
    frameworks = known()
    framework = named(console, frameworks, own_id)
    if colon and code not in framework.skills:
        from lessonkit.cli.project import unknown

        holder = _holder(framework)
        raise UsageError(unknown(console.words, "frameworks.no-skill", code, holder))
    if form == "json":
        console.out.write(
            json_text(_skill_facts(frameworks, framework, code) if colon else _facts(framework))
        )
        return 0
    from lessonkit.cli.framework_text import framework_lines, skill_lines

    lines = (
        skill_lines(console, frameworks, framework, code)
        if colon
        else framework_lines(console, frameworks, framework)
    )
    for line in lines:
        console.say(line.replace("\n", " "))
    return 0


def _holder(framework: "Framework") -> tuple[str, ...]:
    """Codes that may stand in a sentence: all where they are few, else the topmost."""
    codes = tuple(framework.skills)
    if len(codes) <= 40:
        return codes
    return tuple(code for code, one in framework.skills.items() if not one.parent)[:40]


def _facts(framework: "Framework") -> dict[str, Any]:
    facts: dict[str, Any] = plain(framework)
    for key in ("skills", "levels", "audiences"):
        facts[key] = [plain(one) for one in getattr(framework, key).values()]
    return facts | {"project": is_own(framework)}


def _skill_facts(
    frameworks: "Mapping[str, Framework]", framework: "Framework", code: str
) -> dict[str, Any]:
    from lessonkit.framework import addresses, identifiers
    from lessonkit.framework.crosswalk import Crosswalk

    walk, reference = Crosswalk(frameworks), f"{framework.id}:{code}"
    facts: dict[str, Any] = plain(framework.skills[code])
    return facts | {
        "framework": framework.id,
        "iri": addresses.iri(framework, code),
        "identifier": identifiers.of_skill(framework, code),
        "by_crosswalk": plain((*walk.matched(reference), *walk.related(reference))),
    }
