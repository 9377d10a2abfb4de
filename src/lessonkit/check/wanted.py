"""What a project says that its audience groups need: skills, and how far each of them."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from lessonkit.framework.crosswalk import Crosswalk, Matched
from lessonkit.framework.model import Audience
from lessonkit.framework.tree import held
from lessonkit.model.audiences import reference
from lessonkit.model.index import Index

Levels = Mapping[str, int | None]
"""By `framework:code`."""


@dataclass(eq=False)
class Needs:
    """Profiles and expected levels of all groups; made once for a project."""

    index: Index
    crosswalk: Crosswalk
    _profiles: dict[str, Levels] = field(default_factory=dict)
    _matched: dict[str, tuple[Matched, ...]] = field(default_factory=dict)

    def profile(self, group: str) -> Levels:
        """The skills that the group needs; empty: no profile is known."""
        if group not in self._profiles:
            audience = self.index.audiences.get(group)
            self._profiles[group] = dict(_entries(audience)) if audience else {}
        return self._profiles[group]

    def matched(self, skill: str) -> tuple[Matched, ...]:
        """What the skill is in other frameworks."""
        if skill not in self._matched:
            self._matched[skill] = self.crosswalk.matched(skill)
        return self._matched[skill]

    def outside(self, group: str, skill: str) -> bool:
        """Whether the profile has skills of its framework, or of one that knows it, and not this.

        A domain is inside where any of its skills is.
        """
        profile = self.profile(group)
        names = {skill, *(one.reference for one in self.matched(skill))}
        names |= {inner for name in tuple(names) for inner in self._inner(name)}
        spoken = {name.partition(":")[0] for name in names}
        known = any(one.partition(":")[0] in spoken for one in profile)
        return known and names.isdisjoint(profile)

    def level(self, group: str, skill: str) -> int | None:
        """Expected of the group, in the levels of the skill's own framework; None: not said."""
        audience, profile = self.index.audiences.get(group), self.profile(group)
        if audience is None:
            return None
        if (own := profile.get(skill)) is not None:
            return own
        ways = [(one, profile.get(one.reference)) for one in self.matched(skill)]
        if (found := _nearest(ways)) is not None:
            return found
        if (own := audience.level.get(skill.partition(":")[0])) is not None:
            return own
        return _nearest([(one, audience.level.get(one.framework)) for one in self.matched(skill)])

    def _inner(self, name: str) -> Iterator[str]:
        framework, _, code = name.partition(":")
        known = self.index.frameworks.get(framework)
        yield from (f"{framework}:{one}" for one in (held(known, code) if known else ()))


def needs(index: Index) -> Needs:
    """Those of a project; of the last index asked for they are kept."""
    if not _last or _last[0].index is not index:
        _last[:] = [Needs(index, Crosswalk(index.frameworks))]
    return _last[0]


_last: list[Needs] = []


def _entries(audience: Audience) -> Iterator[tuple[str, int | None]]:
    for text in audience.skills:
        framework, code, level = reference(text)
        yield f"{framework}:{code}", int(level) if level else None


def _nearest(ways: list[tuple[Matched, int | None]]) -> int | None:
    """The least level here that is, there, at least what is asked."""
    for way, asked in ways:
        if asked is not None:
            enough = [here for here, there in way.levels.items() if there >= asked]
            if enough:
                return min(enough)
    return None
