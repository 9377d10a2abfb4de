"""The audience groups of a project: those of its frameworks with what `lessonkit.toml` lays over.

What a group does not say itself, the wider group says for it. For one group `lessonkit.toml` goes
before the framework, and its table `[audiences.<id>]` before the `…_for` of `[check.limits]`.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any, Literal

from lessonkit.base.messages import say
from lessonkit.framework.model import Audience, Framework
from lessonkit.framework.tree import held, lineage
from lessonkit.model.audience import ANY_LANG
from lessonkit.model.settings import Settings

Frameworks = Mapping[str, Framework]
Groups = Mapping[str, Audience]
LIMITS = ("minutes", "sentence_tieng", "section_tieng", "tieng_per_minute", "picture_kilobytes")
DEMANDS = ("large_text", "narration", "low_bandwidth", "devices")
_BY_GROUP = {"sentence_tieng": "sentence_tieng_for", "tieng_per_minute": "tieng_per_minute_for"}
"""Facts to the tables of `[check.limits]` that say them by group."""


By = Literal["project", "framework", "lessonkit"]
"""`lessonkit.toml`, the framework that names the group, or what lessonkit does by itself."""


@dataclass(frozen=True, slots=True)
class Said:
    """What holds for a group, and who says so."""

    value: Any
    group: str
    """The group itself, or the wider one that it takes it from."""
    by: By

    @property
    def own(self) -> bool:
        """Whether it is the project's own word."""
        return self.by == "project"


def wider(groups: Groups, name: str) -> tuple[str, ...]:
    """The group itself, the group that it is a part of, and so on outwards."""
    met: dict[str, None] = {}
    while name and name not in met:
        met[name] = None
        name = groups[name].within if name in groups else ""
    return tuple(met)


def holds(groups: Groups, named: tuple[str, ...], name: str) -> bool:
    """Whether what is for the groups `named`, or for all where none is, is for the group `name`."""
    return not named or not set(named).isdisjoint(wider(groups, name))


def outermost(groups: Groups, names: tuple[str, ...]) -> tuple[str, ...]:
    """Those of the groups that are no part of another one of them."""
    return tuple(one for one in names if set(wider(groups, one)).isdisjoint({*names} - {one}))


def learners(groups: Groups, named: tuple[str, ...]) -> dict[str, frozenset[str]]:
    """Every group that a lesson for the groups `named` is for, with those that it is a part of."""
    known = dict.fromkeys((*named, *groups))
    return {name: frozenset(wider(groups, name)) for name in known if holds(groups, named, name)}


def audiences(frameworks: Frameworks, settings: Settings) -> dict[str, Audience]:
    """Every group, whole: with all that it takes from `lessonkit.toml` and from wider groups."""
    groups = joined(frameworks, settings)
    said = facts(groups, settings)
    return {name: _whole(one, said, frameworks) for name, one in groups.items()}


def joined(frameworks: Frameworks, settings: Settings) -> dict[str, Audience]:
    """Every group with its own names, its wider group, and what its framework says beyond."""
    found: dict[str, Audience] = {}
    for framework in frameworks.values():
        for name, one in framework.audiences.items():
            found[name] = replace(one, framework=one.framework or framework.id)
    for name, own in settings.audiences.items():
        base = found.get(name) or Audience(name, {})
        names = own.name
        if ANY_LANG in names:
            names = {settings.lang: names[ANY_LANG]}
        elif names:
            names = {**base.names, **names}
        found[name] = replace(base, names=names or base.names, within=own.within or base.within)
    return found


def facts(groups: Groups, settings: Settings) -> dict[str, Mapping[str, Said]]:
    """What holds for each group, by the name of the fact; what nobody says is not there.

    `groups` as `joined` gives them. Levels are told apart by framework: `level.tt02-2025`.
    """
    found: dict[str, Mapping[str, Said]] = {}
    for name in groups:
        for group in reversed(wider(groups, name)):
            if group not in found and group in groups:
                around = found.get(groups[group].within, {})
                found[group] = {**around, **_own_facts(groups[group], settings)}
    return {name: found[name] for name in groups}


def _own_facts(group: Audience, settings: Settings) -> dict[str, Said]:
    found: dict[str, Said] = {}
    for key, value, by in _layers(group, settings):
        found.setdefault(key, Said(value, group.id, by))
    return found


def _layers(group: Audience, settings: Settings) -> Iterator[tuple[str, Any, By]]:
    """What is said of one group, the stronger before the weaker."""
    table, limits = settings.audiences.get(group.id), settings.check.limits
    if table is not None:
        yield from _spoken(table, "project")
    said = [(key, getattr(limits, place).get(group.id), place) for key, place in _BY_GROUP.items()]
    typed = [one for one in said if one[2] in limits.model_fields_set]
    yield from ((key, value, "project") for key, value, _ in typed if value is not None)
    yield from _spoken(group, "framework")
    yield from ((key, value, "lessonkit") for key, value, _ in said if value is not None)


def _spoken(group: Any, by: By) -> Iterator[tuple[str, Any, By]]:
    """What a table or a framework's group says; a framework has no way to deny."""
    for key in (*LIMITS, *DEMANDS, "skills"):
        value = getattr(group, key)
        if value is not None and (by == "project" or value):
            yield key, value, by
    if group.source:
        yield "source", group.source, by
    for framework, level in group.level.items():
        yield f"level.{framework}", level, by


def _whole(
    group: Audience, every: Mapping[str, Mapping[str, Said]], frameworks: Frameworks
) -> Audience:
    said = every[group.id]
    values = {key: said[key].value for key in (*LIMITS, *DEMANDS) if key in said}
    profile = said.get("skills", Said((), group.id, "lessonkit"))
    # A profile that is taken from a wider group keeps the source that is given there.
    source = every[profile.group].get("source")
    return replace(
        group,
        **values,
        level={key[6:]: one.value for key, one in said.items() if key.startswith("level.")},
        skills=tuple(spread(profile.value, frameworks)),
        source=source.value if source else "",
        own=any(one.own for key, one in said.items() if key != "source"),
        own_profile=profile.own and bool(profile.value),
    )


def spread(profile: tuple[str, ...], frameworks: Frameworks) -> Iterator[str]:
    """The profile with the skills of a domain in its place; what is named closer goes before.

    Of a skill that is named twice the last counts.
    """
    named = []
    for one in profile:
        name, code, level = reference(one)
        framework = frameworks.get(name)
        below = held(framework, code) if framework else ()
        depth = len(tuple(lineage(framework, code))) if framework else 0
        named.append((not below, depth, name, below or (code,), level))
    found: dict[str, str] = {}
    for _, _, name, codes, level in sorted(named, key=lambda entry: entry[:2]):
        found |= {f"{name}:{code}": level for code in codes}
    yield from (f"{skill}@{level}" if level else skill for skill, level in found.items())


def reference(text: str) -> tuple[str, str, str]:
    """Framework, code and level of `framework:code@level`; without a level, the last is empty.

    Takes what is typed however odd, so that each part that is wrong can be told with a near word;
    `framework.reference` is for what has the form or none at all.
    """
    name, _, code = text.partition(":")
    head, _, level = code.rpartition("@")
    return (name, head, level) if head and level.isdecimal() else (name, code, "")


def profile_label(group: Audience, lang: str) -> str:
    """What stands beside a profile of skills wherever it is shown: whose it is, or that none is.

    A profile that a project has set must never be taken for that of an official framework.
    """
    if not group.skills:
        return say("audience.profile-unknown", lang)
    return say("audience.profile-own" if group.own_profile else "audience.profile-framework", lang)
