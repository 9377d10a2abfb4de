"""A framework of skills as values: what a lesson may be aligned to."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

Names = Mapping[str, str]
"""By language."""
Kept = Mapping[str, Mapping[str, Any]]
"""By the format of the file that it was imported from: fields that no other format knows, as they
stood there, so that an export in that format loses none of them."""


@dataclass(frozen=True, slots=True)
class Level:
    """A level of proficiency."""

    level: int
    names: Names
    stages: Names = field(default_factory=dict)
    """What several levels share, such as `Cơ bản`."""
    statements: Names = field(default_factory=dict)
    notation: str = ""
    """How who published it writes it, such as `B1`; empty: by its number."""
    uri: str = ""
    identifier: str = ""
    cognitive: str = ""
    """What learners do in their heads, `remember` to `create`, where the framework itself says so
    of the level (`framework.typed.Cognitive`); empty: it does not."""


@dataclass(frozen=True, slots=True)
class Skill:
    """A competence, or the domain that holds some (`parent` is then empty)."""

    code: str
    names: Names
    parent: str = ""
    statements: Names = field(default_factory=dict)
    """What it means, at length."""
    at: Mapping[int, Names] = field(default_factory=dict)
    """What the framework says of it at a level."""
    kind: str = ""
    """What the framework calls such a thing, such as `competence`."""
    uri: str = ""
    """Its address by who published it; empty: none is known."""
    identifier: str = ""
    """The UUID by which others know it; empty: one is derived."""
    keywords: tuple[str, ...] = ()
    """Of who published it."""
    own_keywords: tuple[str, ...] = ()
    """Words by which people look for it that are ours: labelled where shown, apart on export."""
    notes: str = ""
    notation: str | None = None
    """How who published it writes its code; None: as `code`; empty: it has none."""
    kept: Kept = field(default_factory=dict)

    @property
    def published(self) -> str:
        """The code by which others know it; ours where they have none."""
        return self.notation or self.code


@dataclass(frozen=True, slots=True)
class Match:
    """A skill of one framework and one of another."""

    origin: str
    """Code in the framework that says so."""
    relation: str
    """As in CASE: `exactMatchOf` counts in both frameworks, `isRelatedTo` is only shown."""
    framework: str
    """Id of the other; the same one where the skill is related to one of its own; else empty."""
    code: str
    """Of the skill there; empty: that framework is not known here, `uri` says what is meant."""
    uri: str = ""
    identifier: str = ""
    title: str = ""


@dataclass(frozen=True, slots=True)
class Audience:
    """An audience group: who, and what a lesson for it must keep to; None or empty: not said."""

    id: str
    names: Names
    who: Names = field(default_factory=dict)
    """Whom the group means, where its name does not say it."""
    framework: str = ""
    """Of the framework that names the group; empty: a group of the project's own."""
    within: str = ""
    """The wider group that it is a part of."""
    level: Mapping[str, int] = field(default_factory=dict)
    """Expected level by framework."""
    minutes: int | None = None
    sentence_tieng: int | None = None
    section_tieng: int | None = None
    tieng_per_minute: int | None = None
    picture_kilobytes: int | None = None
    large_text: bool = False
    narration: bool = False
    """Every section must be spoken."""
    low_bandwidth: bool = False
    devices: tuple[str, ...] = ()
    skills: tuple[str, ...] = ()
    """The profile: `framework:code@level`; empty: none is known."""
    source: str = ""
    """Where the profile and the limits come from."""
    own: bool = False
    """The profile or the limits are the project's own, and are labelled so wherever they show."""
    own_profile: bool = False
    """The profile of skills is the project's own; `model.audiences.profile_label` says so."""


@dataclass(frozen=True, slots=True)
class Framework:
    """Skills, levels and audience groups with where they come from."""

    id: str
    titles: Names
    skills: Mapping[str, Skill] = field(default_factory=dict)
    levels: Mapping[int, Level] = field(default_factory=dict)
    audiences: Mapping[str, Audience] = field(default_factory=dict)
    legal_act: str = ""
    sources: tuple[str, ...] = ()
    doubts: tuple[Names, ...] = ()
    """What is not certain, by language (`name_in`); shown with the data."""
    standing: str = ""
    """`whole`: every skill and level that it names is here; `part`; `secondary`: not from the
    official text; empty: not said."""
    completeness: Names = field(default_factory=dict)
    """What of the framework is here and what is not, in words; empty: not said."""
    issued: str = ""
    """A date, as the source gives it: `2025-01-24`, `2022`."""
    effective: str = ""
    matches: tuple[Match, ...] = ()
    level_matches: Mapping[str, Mapping[int, int]] = field(default_factory=dict)
    """By the other framework's id: level here to level there."""
    match_sources: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """By the other framework's id: who says so."""
    license: str = ""
    publisher: str = ""
    version: str = ""
    uri: str = ""
    """Its address by who published it."""
    identifier: str = ""
    """The UUID by which others know it; empty: one is derived."""
    lang: str = ""
    """Its own language."""
    notes: str = ""
    changed: str = ""
    """When it was changed last, by who published it: RFC 3339; empty: not said."""
    kept: Kept = field(default_factory=dict)


def name_in(names: Names, lang: str) -> str:
    """The name in that language, else in Vietnamese, else in any."""
    base = lang.split("-", maxsplit=1)[0]
    return names.get(base) or names.get("vi") or next(iter(names.values()), "")
