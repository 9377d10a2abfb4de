"""The maps: a framework by skill and level, for all or for one group."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from lessonkit.framework.model import Framework
from lessonkit.framework.tree import lineage
from lessonkit.plan.report import Report
from lessonkit.plan.rows import Row
from lessonkit.render.coverage.order import origins
from lessonkit.render.coverage.places import Places
from lessonkit.render.coverage.words import Words

WHOLE = 80
"""Skills up to which a framework is shown whole; of a larger one only what matters."""
_STEPS = 4
_SIGNS = {"gap": "×", "claimed": "?", "above": "↑"}


@dataclass(frozen=True, slots=True)
class Square:
    """A cell of a map."""

    kind: str
    """Its state."""
    step: int
    """How many lessons, from 1 to 4; 0: none proves it."""
    sign: str
    small: str
    label: str
    """All that it says, in words."""
    href: str
    """Empty: no lesson stands behind it."""
    matched: bool
    """By crosswalk alone."""


@dataclass(frozen=True, slots=True)
class Line:
    """A skill."""

    code: str
    name: str
    lang: str
    """Of the name; empty: that of the page."""
    href: str
    squares: tuple[Square | None, ...]
    modules: str
    minutes: str
    items: str


@dataclass(frozen=True, slots=True)
class Domain:
    """Skills that lie in one domain."""

    code: str
    name: str
    lang: str
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Map:
    """A framework as one group meets it."""

    id: str
    framework: str
    group: str
    """Its id; empty: all."""
    title: str
    whom: str
    notes: tuple[str, ...]
    stages: tuple[tuple[str, int], ...]
    """What several levels share, and of how many; empty where nothing is."""
    levels: tuple[str, ...]
    domains: tuple[Domain, ...]
    totals: tuple[str, str, str]
    hidden: str
    """How many skills are left out; empty: none."""


def maps(report: Report, order: Iterable[Framework], places: Places, say: Words) -> Iterator[Map]:
    """Framework by framework, the map of all groups first."""
    by_view: dict[tuple[str, str | None], list[Row]] = defaultdict(list)
    for row in report.rows:
        by_view[row.framework, row.audience].append(row)
    heads = (report.audience,) if report.audience else (None, *report.groups)
    for framework in order:
        for number, group in enumerate(heads):
            if rows := by_view.get((framework.id, group)):
                view = _View(report, framework, group, rows, places, say)
                yield view.map(places.map(framework.id, number))


class _View:
    """One framework for one group, on the way to its map."""

    def __init__(
        self,
        report: Report,
        framework: Framework,
        group: str | None,
        rows: list[Row],
        places: Places,
        say: Words,
    ) -> None:
        self.report = report
        self.framework = framework
        self.group = group
        self.rows = rows
        self.places = places
        self.say = say
        self.cells = {(row.code, row.level): row for row in rows}
        self.levels = self._levels()
        self.most = max((len(row.proved_by) for row in rows), default=0)

    def map(self, name: str) -> Map:
        """The map, with that id."""
        say, group = self.say, self.group
        codes = self._codes()
        whom = say.audience(group, self.report.cover) if group else say("map.everyone")
        skills = sum(1 for one in self.framework.skills.values() if one.parent)
        left = skills - sum(1 for code in codes if self.framework.skills[code].parent)
        return Map(
            name,
            self.framework.id,
            group or "",
            say.framework(self.framework),
            whom,
            tuple(self._notes()),
            tuple(self._stages()),
            tuple(map(self._level, self.levels)),
            tuple(self._domains(codes)),
            self._sums(self.rows),
            say("map.hidden", count=left) if left > 0 else "",
        )

    def _levels(self) -> tuple[int | None, ...]:
        met = {row.level for row in self.rows}
        numbers = sorted({*self.framework.levels, *(one for one in met if one is not None)})
        return (*numbers, None) if None in met or not numbers else tuple(numbers)

    def _level(self, level: int | None) -> str:
        """A name that fits a narrow column, else the number."""
        if level is None:
            return "–" if self.framework.levels else self.say("map.modules")
        name = self.say.level(self.framework, level)
        return name if len(name) <= 9 else str(level)

    def _stages(self) -> Iterator[tuple[str, int]]:
        """Neighbouring levels of one stage, where the framework has stages."""
        names = [self._stage(level) for level in self.levels]
        if not any(names):
            return
        start = 0
        for place in range(1, len(names) + 1):
            if place == len(names) or names[place] != names[start]:
                yield names[start], place - start
                start = place

    def _stage(self, level: int | None) -> str:
        known = None if level is None else self.framework.levels.get(level)
        return self.say.name(known.stages or known.names) if known else ""

    def _codes(self) -> tuple[str, ...]:
        """Skills that are shown: of a small framework all, for a group what matters to it."""
        met = {row.code for row in self.rows}
        all_of_it = self.group is None and len(self.framework.skills) <= WHOLE
        return tuple(
            code
            for code, one in self.framework.skills.items()
            if code in met or (all_of_it and one.parent)
        )

    def _domains(self, codes: tuple[str, ...]) -> Iterator[Domain]:
        found: dict[str, list[str]] = defaultdict(list)
        for code in codes:
            *_, root = lineage(self.framework, code)
            found[root].append(code)
        for root, members in found.items():
            lines = tuple(self._line(code, alone=code == root) for code in members)
            code = self.say.code(self.framework, root)
            lang = self.say.lang_of(self.framework, root)
            yield Domain(code, self.say.skill(self.framework, root), lang, lines)

    def _line(self, code: str, *, alone: bool) -> Line:
        rows = [self.cells.get((code, level)) for level in self.levels]
        place = self.places.skill(self.framework.id, code)
        name = self.say("map.domain-itself") if alone else self.say.skill(self.framework, code)
        lang = "" if alone else self.say.lang_of(self.framework, code)
        href = f"#{place}" if any(row and row.modules for row in rows) else ""
        squares = tuple(None if row is None else self._square(row, place) for row in rows)
        return Line(
            self.say.code(self.framework, code),
            name,
            lang,
            href,
            squares,
            *self._sums([row for row in rows if row]),
        )

    def _square(self, row: Row, place: str) -> Square:
        say, count = self.say, len(row.proved_by)
        sign = _SIGNS.get(row.state, "") or say.number(count)
        small = f"{say.number(round(row.minutes))}′ · {say.number(row.items)}"
        facts = {"modules": len(row.modules), "minutes": row.minutes, "items": row.items}
        told = say("map.cell", level=say.level(self.framework, row.level), **facts)
        matched = bool(row.modules) and len(row.matched) == len(row.modules)
        more = f" ({say('state.matched')})" if matched else ""
        return Square(
            row.state,
            1 + min(_STEPS - 1, (count - 1) * _STEPS // max(self.most, _STEPS)) if count else 0,
            sign,
            small if count else "",
            f"{told}, {say(f'state.{row.state}')}{more}",
            f"#{place}" if row.modules else "",
            matched,
        )

    def _sums(self, rows: list[Row]) -> tuple[str, str, str]:
        """Lessons each once, minutes of their objectives, questions behind what is proved."""
        if not any(row.modules for row in rows):
            return "", "", ""
        modules = {name for row in rows for name in row.modules}
        minutes = sum(row.minutes for row in rows)
        items = sum(row.items for row in rows)
        return (
            self.say.number(len(modules)), self.say.number(round(minutes)), self.say.number(items),
        )  # fmt: skip

    def _notes(self) -> Iterator[str]:
        needs = [
            one
            for one in self.report.needs
            if one.framework == self.framework.id and self.group in (None, one.audience)
        ]
        if needs:
            proved = self.say.number(sum(one.proved for one in needs))
            yield self.say("map.standing", proved=proved, all=self.say.number(len(needs)))
        if any(one.own for one in needs) and self.group:
            yield self.say("map.own")
        if any(row.matched for row in self.rows):
            alone = all(len(row.matched) == len(row.modules) for row in self.rows)
            names = ", ".join(map(self.say.framework, origins(self.report, self.framework.id)))
            yield self.say("map.matched" if alone else "map.partly-matched", names=names)
