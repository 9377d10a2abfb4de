"""All that a report on coverage tells, before it has a format."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from lessonkit.model.program import Program
from lessonkit.model.settings import CoverageSettings, Settings
from lessonkit.plan.alignment import Alignment, Claim
from lessonkit.plan.changes import Change
from lessonkit.plan.coverage import Coverage
from lessonkit.plan.needs import Need, needs
from lessonkit.plan.rows import Row, groups, rows
from lessonkit.plan.spots import Spot, overlaps, thin, unproved

_ORDER = ("absent", "unknown", "other-audience", "lower", "not-taught", "not-assessed")
_LEFT = {why: place for place, why in enumerate(_ORDER)}
"""What is missing, the most work first."""


@dataclass(frozen=True, slots=True)
class Uncounted:
    """A file with errors: nothing of it is built, so nothing of it counts."""

    file: str
    errors: int


@dataclass(frozen=True, slots=True)
class Below:
    """A threshold that is not reached."""

    kind: str
    """`share` of what is asked for a group; `items` behind a promise."""
    who: str
    """Id of the group, or of the programme."""
    value: float
    """Percent, or questions."""
    least: float
    reference: str = ""
    """The promise."""


@dataclass(frozen=True, slots=True)
class Since:
    """An earlier state, and what has changed from it."""

    name: str
    """The revision or the file, as it was given."""
    changes: tuple[Change, ...]
    turned: tuple[Need, ...] = ()
    """What was asked then and now, and is proved now alone, or was then alone."""
    uncounted: int = 0
    """Files that had errors then."""


@dataclass(frozen=True, slots=True)
class Report:
    """What is covered, what is missing, what is weak, and what could not be counted."""

    title: str
    """Of the project; may be empty."""
    cover: Coverage
    audience: str | None
    """The only group that is reported; None: all."""
    groups: tuple[str, ...]
    rows: tuple[Row, ...]
    needs: tuple[Need, ...]
    thin: tuple[Spot, ...]
    overlaps: tuple[Spot, ...]
    unproved: tuple[tuple[Alignment, Claim], ...]
    programs: tuple[Program, ...]
    limits: CoverageSettings
    framework: str | None = None
    """The only one that is reported; None: all."""
    part: bool = False
    """Of the project only some lessons are reported; profiles of groups are then not asked."""
    uncounted: tuple[Uncounted, ...] = ()
    below: tuple[Below, ...] = ()
    since: Since | None = None
    version: str = ""
    """Of lessonkit."""
    day: str = ""
    """`YYYY-MM-DD`, where the caller says it; no clock is read."""

    @property
    def gaps(self) -> tuple[Need, ...]:
        """What is asked and not proved: promises first, then by how much there is to do."""
        found = (need for need in self.needs if not need.proved)
        return tuple(sorted(found, key=lambda need: (need.kind != "promise", _LEFT[need.why])))


def report(
    cover: Coverage,
    programs: tuple[Program, ...],
    settings: Settings,
    audience: str | None = None,
    uncounted: tuple[Uncounted, ...] = (),
) -> Report:
    """The report of what was gathered; thresholds are those of the settings."""
    asked = needs(cover, programs)
    if audience is not None:
        asked = tuple(need for need in asked if need.audience == audience)
    whom = groups(cover, asked) if audience is None else (audience,)
    limits = settings.coverage
    cells = cover.seen_by(audience)
    heads: tuple[str | None, ...] = (None, *whom) if audience is None else whom
    return Report(
        title=settings.title,
        cover=cover,
        audience=audience,
        groups=whom,
        rows=tuple(rows(cover, asked, limits, heads)),
        needs=asked,
        thin=tuple(thin(cells, limits)),
        overlaps=tuple(overlaps(cells, cover.audiences)),
        unproved=tuple(unproved(cover, audience)),
        programs=tuple(one for one in programs if audience in (None, one.meta.audience)),
        limits=limits,
        uncounted=uncounted,
        below=tuple(below(asked, limits)),
    )


def below(asked: Iterable[Need], limits: CoverageSettings) -> Iterator[Below]:
    """The thresholds of the settings that are not reached."""
    known = tuple(asked)
    for group in dict.fromkeys(need.audience for need in known):
        least = limits.fail_under_for.get(group, limits.fail_under)
        share = proved_share(need for need in known if need.audience == group)
        if least is not None and share is not None and share < least:
            yield Below("share", group, share, least)
    for need in known:
        least_items = limits.promise_items
        if need.kind == "promise" and need.proved and least_items and need.items < least_items:
            yield Below("items", need.by, need.items, least_items, reference_of(need))


def proved_share(asked: Iterable[Need]) -> float | None:
    """Percent of it that is proved; None: nothing is asked."""
    known = tuple(asked)
    proved = sum(1 for need in known if need.proved)
    return 100 * proved / len(known) if known else None


def reference_of(cell: Need | Row | Spot) -> str:
    """`framework:code@level`."""
    framework, code, level = cell.key
    return f"{framework}:{code}" + ("" if level is None else f"@{level}")
