"""A framework, or a skill of it, as lines for people."""

from collections.abc import Iterable, Iterator, Mapping

from lessonkit.cli.console import Console
from lessonkit.cli.frameworks import is_own, standing
from lessonkit.framework import addresses
from lessonkit.framework.crosswalk import Crosswalk, Matched
from lessonkit.framework.model import Audience, Framework, Level, Skill, name_in
from lessonkit.framework.tree import below, lineage

Lines = Iterator[str]
Known = Mapping[str, Framework]


def framework_lines(console: Console, frameworks: Known, framework: Framework) -> Lines:
    """All of it: what it is, skills, levels, groups, crosswalks, sources, doubts."""
    yield from _head(console, framework)
    yield from _skills(console, framework)
    levels = (_level(one, console.lang) for one in framework.levels.values())
    yield from _part(console, "frameworks.levels-head", levels)
    groups = (_group(one, console.lang) for one in framework.audiences.values())
    yield from _part(console, "frameworks.groups-head", groups)
    yield from _part(
        console, "frameworks.crosswalks-head", _crosswalks(console, frameworks, framework)
    )
    yield from _part(console, "frameworks.sources-head", framework.sources)
    doubts = (name_in(one, console.lang) for one in framework.doubts)
    yield from _part(console, "frameworks.doubts-head", doubts)


def skill_lines(console: Console, frameworks: Known, framework: Framework, code: str) -> Lines:
    """All that is known of one skill, and what it is in other frameworks."""
    skill, words = framework.skills[code], console.words
    yield console.paint(f"{framework.id}:{code}", "strong")
    yield from (f"  {name}" for name in dict.fromkeys(skill.names.values()))
    yield from _said(console, "frameworks.part-of", _above(framework, skill, console.lang))
    for text in skill.statements.values():
        yield from _said(console, "frameworks.by-statement", text)
    for level, names in sorted(skill.at.items()):
        yield from _said(console, "frameworks.at-level", name_in(names, console.lang), level=level)
    yield from _said(console, "frameworks.by-keyword", ", ".join(skill.keywords))
    yield from _said(console, "frameworks.by-own-keyword", ", ".join(skill.own_keywords))
    yield from _said(console, "frameworks.by-notes", skill.notes)
    yield from _said(console, "frameworks.address", addresses.iri(framework, code))
    inner = below(framework, code)
    holds = (f"{one.code}  {name_in(one.names, console.lang)}" for one in inner)
    yield from _part(console, "frameworks.below-head", holds)
    walk, reference = Crosswalk(frameworks), f"{framework.id}:{code}"
    within = (_match(console, frameworks, one) for one in walk.within(reference))
    yield from _part(console, "frameworks.within-head", within)
    there = [_match(console, frameworks, one) for one in walk.matched(reference)]
    there += [_match(console, frameworks, one) for one in walk.related(reference)]
    there += _unknown(framework, code)
    yield from _part(console, "frameworks.elsewhere-head", there)
    yield ""
    yield words("frameworks.standing-said", standing=standing(console, framework))
    for doubt in framework.doubts:
        yield f"- {name_in(doubt, console.lang)}"


def _head(console: Console, framework: Framework) -> Lines:
    words, lang = console.words, console.lang
    own = " [" + words("frameworks.own") + "]" if is_own(framework) else ""
    yield console.paint(framework.id, "strong") + own
    yield from (f"  {title}" for title in dict.fromkeys(framework.titles.values()))
    yield from _said(console, "frameworks.act", framework.legal_act)
    yield from _said(console, "frameworks.publisher", framework.publisher)
    yield from _said(console, "frameworks.version", framework.version)
    yield from _said(console, "frameworks.issued", framework.issued)
    yield from _said(console, "frameworks.effective", framework.effective)
    yield from _said(console, "frameworks.license", framework.license)
    yield from _said(console, "frameworks.address", framework.uri)
    yield from _said(console, "frameworks.by-notes", framework.notes)
    yield "  " + words("frameworks.standing-said", standing=standing(console, framework))
    if framework.completeness:
        yield f"  {name_in(framework.completeness, lang)}"


def _skills(console: Console, framework: Framework) -> Lines:
    if not framework.skills:
        return
    yield ""
    yield console.paint(console.words("frameworks.skills-head"), "strong")
    depths: dict[str, int] = {"": -1}
    for code, skill in framework.skills.items():
        depths[code] = depths.get(skill.parent, -1) + 1
        yield f"{'  ' * (depths[code] + 1)}{code}  {name_in(skill.names, console.lang)}"


def _level(level: Level, lang: str) -> str:
    name, stage = name_in(level.names, lang), name_in(level.stages, lang)
    number = level.notation or str(level.level)
    shown = f"{number}  {name}" + (f" ({stage})" if stage and stage != name else "")
    statement = name_in(level.statements, lang)
    return f"{shown}: {statement}" if statement else shown


def _group(group: Audience, lang: str) -> str:
    who = name_in(group.who, lang)
    return f"{group.id}  {name_in(group.names, lang)}" + (f". {who}" if who else "")


def _crosswalks(console: Console, frameworks: Known, framework: Framework) -> Lines:
    """What it says itself, and what the others say of it."""
    for there, relation, count in _counts(framework):
        levels = framework.level_matches.get(there, {})
        yield from _crosswalk(console, there, relation, count, levels)
        for source in framework.match_sources.get(there, ()):
            yield f"  {source}"
    for other in frameworks.values():
        for there, relation, count in _counts(other):
            if there == framework.id != other.id:
                key = "frameworks.crosswalk-by"
                yield console.words(key, framework=other.id, relation=relation, count=count)


def _crosswalk(
    console: Console, there: str, relation: str, count: int, levels: Mapping[int, int]
) -> Lines:
    words = console.words
    shown = there or words("frameworks.elsewhere")
    yield words("frameworks.crosswalk", framework=shown, relation=relation, count=count)
    if levels:
        pairs = ", ".join(f"{here} → {over}" for here, over in sorted(levels.items()))
        yield "  " + words("frameworks.crosswalk-levels", pairs=pairs)


def _counts(framework: Framework) -> Iterator[tuple[str, str, int]]:
    counts: dict[tuple[str, str], int] = {}
    for one in framework.matches:
        key = one.framework, one.relation
        counts[key] = counts.get(key, 0) + 1
    for (there, relation), count in counts.items():
        yield there, relation, count


def _match(console: Console, frameworks: Known, match: Matched) -> str:
    words, framework = console.words, frameworks.get(match.framework)
    name = ""
    if framework is not None:
        skill = framework.skills.get(match.code)
        name = name_in(skill.names, console.lang) if skill else words("frameworks.not-there")
    said = words("frameworks.match", relation=match.relation, by=", ".join(match.said_by))
    return f"{match.reference}{'  ' if name else ''}{name} [{said}]"


def _unknown(framework: Framework, code: str) -> Lines:
    """Matches with what no framework here holds."""
    for one in framework.matches:
        if one.origin == code and not one.code:
            yield f"{one.title or one.uri or one.identifier} [{one.relation}]"


def _above(framework: Framework, skill: Skill, lang: str) -> str:
    outer = [framework.skills[one] for one in lineage(framework, skill.parent)]
    return " › ".join(f"{one.code} {name_in(one.names, lang)}" for one in reversed(outer))


def _said(console: Console, key: str, text: str, **args: int) -> Lines:
    if text:
        yield f"  {console.words(key, **args)}: {' '.join(text.split())}"


def _part(console: Console, key: str, lines: Iterable[str]) -> Lines:
    """A head and its lines, where there are any."""
    for number, line in enumerate(lines):
        if not number:
            yield ""
            yield console.paint(console.words(key), "strong")
        yield f"  {line}"
