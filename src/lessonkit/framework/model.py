"""A framework of skills as values: what a lesson may be aligned to."""

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Level:
    """A level of proficiency."""

    level: int
    names: Mapping[str, str]
    """By language; the stage where the framework names only that."""


@dataclass(frozen=True, slots=True)
class Skill:
    """A competence, or the domain that holds some (`parent` is then empty)."""

    code: str
    names: Mapping[str, str]
    parent: str = ""


@dataclass(frozen=True, slots=True)
class Audience:
    """An audience group."""

    id: str
    names: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Framework:
    """Skills, levels and audience groups with where they come from."""

    id: str
    titles: Mapping[str, str]
    skills: Mapping[str, Skill] = field(default_factory=dict)
    levels: Mapping[int, Level] = field(default_factory=dict)
    audiences: Mapping[str, Audience] = field(default_factory=dict)
    legal_act: str = ""
    sources: tuple[str, ...] = ()
    doubts: tuple[str, ...] = ()
    """What is not certain; shown with the data."""

    def iri(self, code: str) -> str:
        """A stable IRI of a skill: a URN, for the acts give none."""
        return f"urn:lessonkit:framework:{self.id}:{code}"


def name_in(names: Mapping[str, str], lang: str) -> str:
    """The name in that language, else in Vietnamese, else in any."""
    base = lang.split("-", maxsplit=1)[0]
    return names.get(base) or names.get("vi") or next(iter(names.values()), "")
