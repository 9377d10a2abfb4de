"""`lessonkit audiences [ID]`: whom lessons are for, and what holds for each group."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from lessonkit.base.errors import UsageError
from lessonkit.cli.console import Console
from lessonkit.cli.table import table

if TYPE_CHECKING:
    from lessonkit.framework.model import Audience, Framework
    from lessonkit.model.audiences import Said
    from lessonkit.model.settings import Settings

_GENERAL = {
    "minutes": "module_minutes",
    "sentence_tieng": "sentence_tieng",
    "section_tieng": "section_tieng",
    "tieng_per_minute": "tieng_per_minute",
    "picture_kilobytes": "picture_kilobytes",
}
"""Limits of a group to those of `[check.limits]` that hold where nobody says one."""


def command(console: Console) -> click.Command:
    """The command with its argument and its option."""
    words = console.words
    return click.Command(
        "audiences",
        callback=partial(run, console),
        help=words("audiences.help"),
        options_metavar=words("main.options"),
        params=[
            click.Argument(["name"], required=False, metavar="[ID]"),
            click.Option(
                ["--format", "form"],
                type=click.Choice(("text", "json")),
                default="text",
                show_default=True,
                help=words("audiences.format"),
            ),
        ],
    )


def run(console: Console, name: str | None, form: str) -> int:
    """Print all groups, or all that is known of one."""
    from lessonkit.cli.project import unknown

    known = _known()
    if name is not None and name not in known.groups:
        raise UsageError(unknown(console.words, "build.bad-audience", name, known.groups))
    names = tuple(known.groups) if name is None else (name,)
    if form == "json":
        import json

        told = [_plain(known.groups[one], known, console.lang) for one in names]
        value = told if name is None else told[0]
        console.out.write(json.dumps(value, ensure_ascii=False, indent=2) + "\n")
    else:
        lines = _list(known, console) if name is None else _page(name, known, console)
        console.out.write("".join(f"{line}\n" for line in lines))
    return 0


@dataclass(frozen=True, slots=True)
class _Known:
    """What is known of a project's groups."""

    frameworks: "Mapping[str, Framework]"
    groups: "Mapping[str, Audience]"
    """Whole, with all that they take from elsewhere."""
    said: "Mapping[str, Mapping[str, Said]]"
    """By group, then by fact: what is said of it, and by whom."""
    settings: "Settings"


def _known() -> _Known:
    """Of the project around the current folder. Raises: SettingsError: as `project_index`."""
    from lessonkit.build.index import frameworks_of
    from lessonkit.model.audiences import facts, joined
    from lessonkit.read.audiences import read_audiences
    from lessonkit.read.project import find_project

    project = find_project(Path())
    frameworks, settings = frameworks_of(project), project.settings
    groups = read_audiences(project.root, frameworks, settings)
    said = facts(joined(frameworks, settings), settings)
    return _Known(frameworks, groups, said, settings)


def _list(known: _Known, console: Console) -> Iterator[str]:
    from lessonkit.framework.model import name_in
    from lessonkit.model.audiences import profile_label

    rows = []
    for one in known.groups.values():
        home = one.framework or console.words("audiences.own")
        profile = profile_label(one, console.lang)
        count = f" ({len(one.skills)})" if one.skills else ""
        rows.append((one.id, name_in(one.names, console.lang), home, f"{profile}{count}"))
    yield from table(rows, frozenset()) if rows else (console.words("audiences.none"),)


def _page(name: str, known: _Known, console: Console) -> Iterator[str]:
    from lessonkit.framework.model import name_in

    words, lang, group = console.words, console.lang, known.groups[name]
    yield console.paint(f"{name}: {name_in(group.names, lang)}", "strong")
    yield _home(group, known, console)
    if group.who:
        yield name_in(group.who, lang)
    if group.within:
        wide = known.groups[group.within]
        yield words("audiences.within", id=wide.id, name=name_in(wide.names, lang))
    yield ""
    yield from table([*_levels(name, known, console), *_rows(name, known, console)], frozenset())
    yield ""
    yield from _profile(group, known, console)
    if group.source:
        yield ""
        yield words("audiences.source", source=group.source)


def _home(group: "Audience", known: _Known, console: Console) -> str:
    from lessonkit.framework.model import name_in

    framework = known.frameworks.get(group.framework)
    if framework is None:
        return console.words("audiences.of-project")
    title = name_in(framework.titles, console.lang)
    return console.words("audiences.of-framework", id=framework.id, title=title)


def _levels(name: str, known: _Known, console: Console) -> Iterator[tuple[str, str, str]]:
    from lessonkit.framework.model import name_in

    words = console.words
    for key, said in known.said[name].items():
        if key.startswith("level."):
            name_of = key.removeprefix("level.")
            framework = known.frameworks.get(name_of)
            level = framework.levels.get(said.value) if framework else None
            shown = name_in(level.names, console.lang) if level else str(said.value)
            label = words("audiences.level", framework=name_of)
            yield label, shown, _by(said, name, console)


def _rows(name: str, known: _Known, console: Console) -> Iterator[tuple[str, str, str]]:
    """Every limit with what holds, and every demand, said or not."""
    words, said, limits = console.words, known.said[name], known.settings.check.limits
    for key, general in _GENERAL.items():
        one = said.get(key)
        value = one.value if one else getattr(limits, general)
        whose = _by(one, name, console) if one else words("audiences.general")
        yield words(f"audiences.{key}"), words(f"audiences.{key}-value", count=value), whose
    for key in ("large_text", "narration", "low_bandwidth", "devices"):
        one = said.get(key)
        if one is None:
            yield words(f"audiences.{key}"), words("audiences.unsaid"), ""
            continue
        shown = words("audiences.yes" if one.value else "audiences.no")
        if key == "devices" and one.value:
            shown = ", ".join(words(f"audiences.{device}") for device in one.value)
        yield words(f"audiences.{key}"), shown, _by(one, name, console)


def _by(said: "Said", name: str, console: Console) -> str:
    whose = console.words(f"audiences.by-{said.by}")
    if said.group == name:
        return whose
    return console.words("audiences.by-wider", whose=whose, group=said.group)


def _profile(group: "Audience", known: _Known, console: Console) -> Iterator[str]:
    """The skills under the word that says whose profile it is."""
    from lessonkit.framework.model import name_in
    from lessonkit.model.audiences import profile_label

    label = profile_label(group, console.lang)
    label = label[:1].upper() + label[1:]
    if not group.skills:
        yield f"{label}."
        framework = known.frameworks.get(group.framework)
        if framework is not None and framework.completeness:
            yield name_in(framework.completeness, console.lang)
        return
    yield f"{label}:"
    rows = ((f"  {one}", _skill(one, known, console.lang)) for one in group.skills)
    yield from table([*rows], frozenset())


def _skill(profiled: str, known: _Known, lang: str) -> str:
    """Its name; a framework's own group may name one of a framework that is not in use."""
    from lessonkit.framework.model import name_in
    from lessonkit.model.audiences import reference

    name, code, _ = reference(profiled)
    framework = known.frameworks.get(name)
    skill = framework.skills.get(code) if framework else None
    return name_in(skill.names, lang) if skill else ""


def _plain(group: "Audience", known: _Known, lang: str) -> dict[str, Any]:
    """For programs; a fact that nobody says is not there."""
    from lessonkit.model.audiences import profile_label

    said = known.said[group.id].items()
    return {
        "id": group.id,
        "names": dict(group.names),
        "who": dict(group.who),
        "framework": group.framework,
        "within": group.within,
        "facts": {
            key: {"value": one.value, "by": one.by, "group": one.group}
            for key, one in said
            if key not in ("skills", "source")
        },
        "profile": {
            "skills": group.skills,
            "own": group.own_profile,
            "label": profile_label(group, lang),
        },
        "source": group.source,
    }
