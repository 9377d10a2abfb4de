"""The associations of a framework, as CASE writes them."""

from collections.abc import Iterator
from typing import Any, Literal

from lessonkit.framework import addresses, identifiers
from lessonkit.framework.exchange.base import Around, Losses
from lessonkit.framework.exchange.case_kept import Kept
from lessonkit.framework.exchange.languages import chosen, main
from lessonkit.framework.model import Framework, Match

Version = Literal["1.0", "1.1"]
Data = dict[str, Any]
_NEWER = ("isTranslationOf", "ext:")
"""Types of associations that only 1.1 has begin so."""


class Associations:
    """Who is below whom, at which levels, and what is the same elsewhere, in that order."""

    def __init__(
        self, framework: Framework, around: Around, version: Version, losses: Losses
    ) -> None:
        self.framework = framework
        self.known = around.known
        self.version = version
        self.losses = losses
        self.lang = main(framework)
        self.time = framework.changed or around.time
        self.kept = Kept(framework, version)

    def __iter__(self) -> Iterator[Data]:
        one = self.framework
        top = _node(
            addresses.of_framework(one),
            identifiers.of_framework(one),
            next(iter(one.titles.values()), one.id),
        )
        places: dict[str, int] = {}
        for code, skill in one.skills.items():
            places[skill.parent] = places.get(skill.parent, 0) + 1
            above = self._own(skill.parent) if skill.parent in one.skills else top
            yield self._association("isChildOf", self._own(code), above, places[skill.parent])
        for number in one.levels:
            places[""] = places.get("", 0) + 1
            yield self._association("isChildOf", self._at(number), top, places[""])
        yield from self._at_levels()
        for match in one.matches:
            yield self._association(self._type(match), self._own(match.origin), self._there(match))

    def _at_levels(self) -> Iterator[Data]:
        """A skill that holds none is at all levels, where the framework does not say at which."""
        holders = {skill.parent for skill in self.framework.skills.values()}
        for code, skill in self.framework.skills.items():
            at = skill.at or ({} if code in holders else {one: {} for one in self.framework.levels})
            for number, names in at.items():
                if number not in self.framework.levels:
                    self.losses.add("no-such-level", f"{code}@{number}")
                    continue
                origin = self._own(code)
                if names:
                    own = ids(self.framework, "statement", code, str(number))
                    title = next(iter(names.values()))
                    origin = _node(own["uri"], own["identifier"], title)
                    yield self._association("isChildOf", origin, self._own(code), number)
                yield self._association("hasSkillLevel", origin, self._at(number))

    def _association(
        self, kind: str, origin: Data, target: Data, number: int | None = None
    ) -> Data:
        parts = (kind, origin["identifier"], target["identifier"] or target["uri"])
        data = ids(self.framework, "association", *parts)
        if self.version == "1.1":
            origin, target = {**origin, "targetType": "CASE"}, {**target, "targetType": "CASE"}
        found = {
            "identifier": data["identifier"],
            "associationType": kind,
            "sequenceNumber": number,
        }
        if number is None:
            del found["sequenceNumber"]
        found |= {
            "uri": data["uri"],
            "originNodeURI": origin,
            "destinationNodeURI": target,
            "lastChangeDateTime": self.time,
        }
        return found | self.kept(origin["identifier"], kind, target["identifier"], target["uri"])

    def _type(self, match: Match) -> str:
        if self.version == "1.0" and match.relation.startswith(_NEWER):
            self.losses.add("relation-1.0", f"{match.relation}: {match.origin}")
            return "isRelatedTo"
        return match.relation

    def _own(self, code: str) -> Data:
        skill = self.framework.skills.get(code)
        title = skill.names[chosen(skill.names, self.lang)] if skill and skill.names else code
        return _node(
            addresses.of_skill(self.framework, code),
            identifiers.of_skill(self.framework, code),
            title,
        )

    def _at(self, number: int) -> Data:
        level = self.framework.levels[number]
        identifier = level.identifier or identifiers.of_level(self.framework, number)
        title = level.names.get(chosen(level.names, self.lang), str(number))
        return _node(addresses.of_level(self.framework, number), identifier, title)

    def _there(self, match: Match) -> Data:
        if match.framework == self.framework.id:
            return self._own(match.code)
        if match.uri or match.identifier:
            return _node(
                match.uri or match.identifier,
                match.identifier or match.uri,
                match.title or match.code,
            )
        other = self.known.get(match.framework) or Framework(match.framework, {})
        skill = other.skills.get(match.code)
        title = skill.names[chosen(skill.names, self.lang)] if skill and skill.names else match.code
        return _node(
            addresses.of_skill(other, match.code), identifiers.of_skill(other, match.code), title
        )


def ids(framework: Framework, kind: str, *parts: str) -> Data:
    """UUID and address of what only CASE has an entry for."""
    uri = addresses.urn(framework.id, kind, *parts)
    return {"identifier": identifiers.derived(kind, framework.id, *parts), "uri": uri}


def _node(uri: str, identifier: str, title: str) -> Data:
    return {"title": title, "identifier": identifier, "uri": uri}
