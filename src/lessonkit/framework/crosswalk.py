"""What a skill of one framework is in others, as the frameworks themselves say."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from lessonkit.framework.model import Framework, Match

EXACT = "exactMatchOf"
SYMMETRIC = frozenset({EXACT, "isRelatedTo", "isPeerOf"})
"""Relations of CASE that hold in both directions."""
Levels = Mapping[int, int]


@dataclass(frozen=True, slots=True)
class Matched:
    """A skill of another framework; wherever it is shown, it is labelled as found by crosswalk."""

    framework: str
    code: str
    relation: str
    """As in CASE; read from the skill that was asked for, unless `inverse`."""
    said_by: tuple[str, ...]
    """Ids of the frameworks whose crosswalks say so, in the order of the way."""
    levels: Levels = field(default_factory=dict)
    """Level of the skill that was asked for → level there; what is not in it is not known."""
    inverse: bool = False
    """The relation is read from there to here: it is not symmetric, and only they say it."""

    @property
    def reference(self) -> str:
        """`framework:code`."""
        return f"{self.framework}:{self.code}"

    @property
    def exact(self) -> bool:
        """Whether it counts in both frameworks."""
        return self.relation == EXACT


class Crosswalk:
    """The matches of all frameworks, both ways, ready to be asked for many skills."""

    def __init__(self, frameworks: Mapping[str, Framework]) -> None:
        self._steps: dict[str, list[Matched]] = {}
        for name, framework in frameworks.items():
            backwards: dict[str, Levels] = {}
            for match in framework.matches:
                if not match.code:
                    continue
                there = match.framework
                levels = framework.level_matches.get(there, {})
                if there not in backwards:
                    backwards[there] = _backwards(levels)
                self._add(name, match, levels, backwards[there])

    def matched(self, reference: str) -> tuple[Matched, ...]:
        """What `framework:code` is elsewhere: only exact matches, those of those among them."""
        return tuple(self._exact(reference))

    def related(self, reference: str) -> tuple[Matched, ...]:
        """What is said of it that is no exact match: to be shown, never to be counted."""
        own = reference.partition(":")[0]
        exact = {one.reference for one in self.matched(reference)}
        found: dict[str, Matched] = {}
        for one in self._steps.get(reference, ()):
            if not one.exact and one.framework != own and one.reference not in exact:
                found.setdefault(one.reference, one)
        return tuple(found.values())

    def within(self, reference: str) -> tuple[Matched, ...]:
        """What it is to skills of its own framework, besides who holds whom."""
        own = reference.partition(":")[0]
        steps = self._steps.get(reference, ())
        return tuple({one.reference: one for one in steps if one.framework == own}.values())

    def _add(self, name: str, match: Match, levels: Levels, backwards: Levels) -> None:
        relation, origin = match.relation, f"{name}:{match.origin}"
        there = Matched(match.framework, match.code, relation, (name,), levels)
        here = Matched(name, match.origin, relation, (name,), backwards, relation not in SYMMETRIC)
        self._steps.setdefault(origin, []).append(there)
        self._steps.setdefault(there.reference, []).append(here)

    def _exact(self, reference: str) -> Iterator[Matched]:
        """Nearest first; a skill of the same framework is not elsewhere."""
        own = reference.partition(":")[0]
        met = {reference}
        wave = [one for one in self._steps.get(reference, ()) if one.exact]
        while wave:
            further: list[Matched] = []
            # Where two frameworks say the same, the one that knows of levels tells more.
            for one in sorted(wave, key=lambda one: not one.levels):
                if one.reference in met:
                    continue
                met.add(one.reference)
                if one.framework != own:
                    yield one
                steps = (step for step in self._steps[one.reference] if step.exact)
                further += (_joined(one, step) for step in steps if step.reference not in met)
            wave = further


def _joined(first: Matched, then: Matched) -> Matched:
    """An exact match of an exact match."""
    levels = {
        here: then.levels[middle] for here, middle in first.levels.items() if middle in then.levels
    }
    said_by = tuple(dict.fromkeys((*first.said_by, *then.said_by)))
    return Matched(then.framework, then.code, EXACT, said_by, levels)


def _backwards(levels: Levels) -> Levels:
    """Where several levels here are one there, that one shows only the least of them."""
    found: dict[int, int] = {}
    for here, there in levels.items():
        found[there] = min(here, found.get(there, here))
    return found
