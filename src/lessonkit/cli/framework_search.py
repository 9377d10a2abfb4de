"""`lessonkit frameworks search WORDS`: skills and groups by what people call them."""

from collections.abc import Iterator
from functools import partial
from typing import TYPE_CHECKING, Any

import click

from lessonkit.base.errors import UsageError
from lessonkit.cli.console import Console
from lessonkit.cli.frameworks import format_option, json_text, known, named
from lessonkit.cli.group import lang_option

if TYPE_CHECKING:
    from collections.abc import Mapping

    from lessonkit.framework.model import Framework
    from lessonkit.framework.search import Found, Hit

SHOWN = 20
"""Hits that are printed where not all are asked for."""
_FIELDS = {
    "code": "frameworks.by-code",
    "name": "frameworks.by-name",
    "keyword": "frameworks.by-keyword",
    "own-keyword": "frameworks.by-own-keyword",
    "statement": "frameworks.by-statement",
    "level": "frameworks.by-level",
    "notes": "frameworks.by-notes",
}


def command(console: Console) -> click.Command:
    """The command with its options."""
    words = console.words
    return click.Command(
        "search",
        callback=partial(run, console),
        help=words("frameworks.search-help"),
        options_metavar=words("main.options"),
        params=[
            click.Argument(["words"], nargs=-1, required=True),
            click.Option(["--framework", "name"], help=words("frameworks.search-framework")),
            click.Option(["--all", "every"], is_flag=True, help=words("frameworks.search-all")),
            format_option(console),
            lang_option(words),
        ],
    )


def run(console: Console, words: tuple[str, ...], name: str | None, every: bool, form: str) -> int:
    """Print what is found, the best first; 1 where nothing has all the words."""
    from lessonkit.framework.search import search

    typed = " ".join(words).strip()
    if not typed:
        raise UsageError(console.words("frameworks.no-words"))
    frameworks = known()
    if name is not None:
        frameworks = {name: named(console, frameworks, name)}
    found = search(frameworks, typed)
    if form == "json":
        console.out.write(json_text(_facts(found, frameworks)))
    else:
        console.out.write("".join(_lines(console, found, frameworks, typed, every)))
    return int(found.near or not found.hits)


def _facts(found: "Found", frameworks: "Mapping[str, Framework]") -> dict[str, Any]:
    return {
        "near": found.near,
        "hits": [
            {
                "kind": one.kind,
                "framework": one.framework,
                "code": one.code,
                "names": _names(one, frameworks),
                "field": one.field,
                "text": one.text,
            }
            for one in found.hits
        ],
    }


def _names(hit: "Hit", frameworks: "Mapping[str, Framework]") -> "Mapping[str, str]":
    framework = frameworks[hit.framework]
    if hit.kind == "skill":
        return framework.skills[hit.code].names
    return framework.audiences[hit.code].names if hit.kind == "audience" else framework.titles


def _lines(
    console: Console, found: "Found", frameworks: "Mapping[str, Framework]", typed: str, every: bool
) -> Iterator[str]:
    from lessonkit.cli.refused import printable
    from lessonkit.framework.model import name_in

    words, typed = console.words, _short(printable(typed))
    if not found.hits:
        yield words("frameworks.nothing", words=typed) + "\n"
        return
    if found.near:
        yield words("frameworks.only-near", words=typed) + "\n\n"
    shown = found.hits if every else found.hits[:SHOWN]
    for one in shown:
        name = _short(name_in(_names(one, frameworks), console.lang))
        mark = " [" + words("frameworks.group") + "]" if one.kind == "audience" else ""
        yield f"{console.paint(_label(one), 'strong')}  {name}{mark}\n"
        if _short(one.text) != name and one.field != "code":
            yield f"    {words(_FIELDS[one.field])}: {_short(one.text)}\n"
    if len(found.hits) > len(shown):
        yield "\n" + words("frameworks.more", count=len(found.hits) - len(shown)) + "\n"


def _label(hit: "Hit") -> str:
    """What a lesson writes to name it."""
    return f"{hit.framework}:{hit.code}" if hit.kind == "skill" else hit.code or hit.framework


def _short(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= 100 else line[:99].rstrip() + "…"
