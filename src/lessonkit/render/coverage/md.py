"""The report as Markdown: for the terminal and for a merge request."""

import re
from collections.abc import Iterable, Iterator, Sequence

from lessonkit.plan.changes import Change
from lessonkit.plan.coverage import Key
from lessonkit.plan.needs import Need
from lessonkit.plan.report import Report, Since
from lessonkit.plan.rows import Row
from lessonkit.render.coverage.order import direct, frameworks, origins
from lessonkit.render.coverage.verdict import below, verdict
from lessonkit.render.coverage.words import Words

MOST = 40
"""Lines of a table; a comment of a merge request has its limit."""
_MARKS = re.compile(r"[\\`*_{}\[\]<>#|~!&]")
_WHITE = re.compile(r"\s+")


def text(report: Report, lang: str) -> str:
    """Headings and tables, the most important first."""
    say = Words(lang)
    parts = (*_head(report, say), *_gaps(report, say), *_since(report, say), *_map(report, say))
    return "\n\n".join((*parts, *_weak(report, say))) + "\n"


def plain(value: str) -> str:
    """The words alone: nothing of them is Markdown, HTML, or calls a person by name."""
    bare = "".join(char if char.isprintable() else " " for char in _WHITE.sub(" ", value))
    return _MARKS.sub(r"\\\g<0>", bare).replace("@", "@\u2060").strip()


def _head(report: Report, say: Words) -> Iterator[str]:
    yield f"# {plain(report.title) or say('md.title')}"
    facts = [
        say("head.modules", count=len(tuple(report.cover.modules_for(report.audience)))),
        say("head.minutes", count=report.cover.minutes(report.audience)),
    ]
    if report.programs:
        facts.append(say("head.programs", count=len(report.programs)))
    if report.part:
        facts.append(say("head.part"))
    if report.audience:
        name = say.audience(report.audience, report.cover)
        facts.append(say("head.audience", name=plain(name)))
    if report.framework:
        name = say.framework(report.cover.frameworks[report.framework])
        facts.append(say("head.framework", name=plain(name)))
    yield " · ".join(facts)
    yield verdict(report, say)
    if lines := [f"- **{plain(line)}**" for line in below(report, say)]:
        yield "\n".join(lines)
    if report.uncounted:
        lines = [
            f"- {plain(one.file)}: {say('sum.uncounted-errors', count=one.errors)}"
            for one in report.uncounted
        ]
        yield say("sum.uncounted", count=len(lines))
        yield "\n".join(_cut(lines, say))


def _gaps(report: Report, say: Words) -> Iterator[str]:
    if not report.needs:
        return
    yield f"## {say('gaps.title')}"
    if not report.gaps:
        yield say("gaps.none")
        return
    heads = (say("gaps.skill"), say("gaps.who"), say("gaps.what"))
    lines = ((_skill(need.key, report, say), _who(need, report, say), say(f"gaps.{need.why}"))
             for need in report.gaps)  # fmt: skip
    yield _table(heads, lines, say)


def _who(need: Need, report: Report, say: Words) -> str:
    kind = "own-profile" if need.own else need.kind
    name = say.audience(need.by, report.cover) if need.kind == "profile" else _title(need, report)
    return f"{plain(name)} ({say(f'gaps.{kind}')})"


def _title(need: Need, report: Report) -> str:
    found = (one.meta.title for one in report.programs if one.meta.id == need.by)
    return next(found, need.by)


def _since(report: Report, say: Words) -> Iterator[str]:
    since = report.since
    if since is None:
        return
    yield f"## {say('since.title', name=plain(since.name))}"
    lines = list(_turned(since, report, say))
    named = direct(report)
    moved = [
        one
        for one in since.changes
        if one.row.audience == report.audience and one.row.framework in named
    ]
    if not lines and not moved:
        yield say("since.none")
    if lines:
        yield "\n".join(_cut(lines, say))
    if moved:
        heads = ("", say("gaps.skill"), say("since.was"), say("since.now"))
        yield _table(heads, (_change(one, report, say) for one in moved), say)
    if since.uncounted:
        yield say("since.uncounted", count=since.uncounted)


def _turned(since: Since, report: Report, say: Words) -> Iterator[str]:
    for need in since.turned:
        key = "since.turned" if need.proved else "since.turned-back"
        yield f"- {say(key)}: {_skill(need.key, report, say)} ({_who(need, report, say)})"


def _change(one: Change, report: Report, say: Words) -> tuple[str, ...]:
    sides = (_side(row, say) for row in (one.before, one.after))
    return (say(f"since.{one.kind}"), _skill(one.row.key, report, say), *sides)


def _side(row: Row | None, say: Words) -> str:
    if row is None:
        return "–"
    facts = (
        say("head.modules", count=len(row.modules)),
        say("head.minutes", count=row.minutes),
        say("head.items", count=row.items),
    )
    return ", ".join(facts)


def _map(report: Report, say: Words) -> Iterator[str]:
    heads = (
        say("gaps.skill"), say("map.modules"), say("map.minutes"), say("map.items"),
        say("asked.state"),
    )  # fmt: skip
    named = direct(report)
    for framework in frameworks(report):
        if framework.id not in named:
            names = ", ".join(plain(say.framework(one)) for one in origins(report, framework.id))
            yield f"## {plain(say.framework(framework))}"
            yield say("map.matched", names=names)
            continue
        lines = [
            (
                _skill(row.key, report, say), say.number(len(row.modules)),
                say.number(row.minutes), say.number(row.items), _state(row, say),
            )
            for row in report.rows
            if row.framework == framework.id and row.audience == report.audience
        ]  # fmt: skip
        yield f"## {plain(say.framework(framework))}"
        yield _table(heads, lines, say, right=(1, 2, 3))


def _state(row: Row, say: Words) -> str:
    only = row.modules and len(row.matched) == len(row.modules)
    return say(f"state.{row.state}") + (f" ({say('state.matched')})" if only else "")


def _weak(report: Report, say: Words) -> Iterator[str]:
    lines = [
        f"- {_skill(one.key, report, say)}: {say('head.items', count=one.items)}"
        for one in report.thin
    ]
    if lines:
        yield f"## {say('weak.thin')}"
        yield "\n".join(_cut(lines, say))
    lines = [
        f"- {plain(module.title)} ({plain(module.file)}): {plain(claim.text)}"
        for module, claim in report.unproved
    ]
    if lines:
        yield f"## {say('weak.unproved')}"
        yield "\n".join(_cut(lines, say))


def _skill(key: Key, report: Report, say: Words) -> str:
    name, code, level = key
    framework = report.cover.known.get(name)
    called = f"{plain(say.code(framework, code))} {plain(say.skill(framework, code))}"
    called = called.strip()
    named = called if level is None else f"{called}, {plain(say.level(framework, level))}"
    several = len({need.framework for need in report.needs} | {spot.key[0] for spot in report.thin})
    return f"{named} ({plain(name)})" if several > 1 else named


def _table(
    heads: Sequence[str], lines: Iterable[Sequence[str]], say: Words, right: Sequence[int] = ()
) -> str:
    rule = ("--:" if place in right else "---" for place in range(len(heads)))
    body = _cut([f"| {' | '.join(line)} |" for line in lines], say)
    return "\n".join((f"| {' | '.join(heads)} |", f"|{'|'.join(rule)}|", *body))


def _cut(lines: list[str], say: Words) -> list[str]:
    if len(lines) <= MOST:
        return lines
    return [*lines[:MOST], "", say("md.more", count=len(lines) - MOST)]
