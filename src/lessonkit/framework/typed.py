"""The form of a framework's file, as a person types it; `framework.load` makes values of it.

Texts that have languages are keys such as `name_vi`; they are gathered by language before a file is
held against this (`read.frameworks`).
"""

from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field

ID_PATTERN = r"^[a-z0-9]+([.-][a-z0-9]+)*$"
"""Of frameworks and of audience groups."""
REFERENCE_PATTERN = r"^[a-z0-9]+([.-][a-z0-9]+)*:[^\s:@][^\s:]*$"
"""`framework:code`, or `framework:code@level`; a code may hold `@` too."""

Id = Annotated[str, Field(pattern=ID_PATTERN, max_length=60)]
Reference = Annotated[str, Field(pattern=REFERENCE_PATTERN, max_length=300)]
Words = Annotated[str, Field(min_length=1, max_length=1000)]
LevelNumber = Annotated[int, Field(ge=0, le=99)]


class Typed(BaseModel):
    """Strict, closed and unchangeable."""

    model_config = ConfigDict(frozen=True, extra="forbid", strict=True)


class AudienceFacts(Typed):
    """What a lesson for the group must keep to; None or empty: not said."""

    within: Id | None = None
    """The wider group that it is a part of."""
    level: dict[Id, LevelNumber] = Field(default={})
    """Expected level by framework."""
    minutes: Annotated[int, Field(ge=1, le=240)] | None = None
    """Of a lesson, at most."""
    sentence_tieng: Annotated[int, Field(ge=1, le=1000)] | None = None
    section_tieng: Annotated[int, Field(ge=1, le=100_000)] | None = None
    tieng_per_minute: Annotated[int, Field(ge=1, le=1000)] | None = None
    picture_kilobytes: Annotated[int, Field(ge=1, le=100_000)] | None = None
    large_text: bool = False
    narration: bool = False
    """Every section must be spoken."""
    low_bandwidth: bool = False
    devices: tuple[Words, ...] = ()
    skills: tuple[Reference, ...] = ()
    """The profile: `framework:code@level`."""
    source: Annotated[str, Field(max_length=1000)] = ""
    """Where the profile and the limits come from."""


CODE_PATTERN = r"^[^\s:@]+$"
"""What stands behind the first `:` of `framework:code@level`."""
RELATIONS = (
    "exactMatchOf", "isRelatedTo", "isPeerOf", "isPartOf", "replacedBy", "precedes", "exemplar",
    "hasSkillLevel", "isTranslationOf", "isChildOf",
)  # fmt: skip
"""Of CASE 1.1, besides `ext:…`; `isChildOf` of a skill that several others hold."""

Code = Annotated[str, Field(pattern=CODE_PATTERN, max_length=200)]
Text = Annotated[str, Field(max_length=20_000)]
Names = Annotated[dict[str, Annotated[str, Field(min_length=1, max_length=20_000)]], Field()]
Named = Annotated[Names, Field(min_length=1)]
Kept = dict[str, dict[str, Any]]
Cognitive = Literal["remember", "understand", "apply", "analyse", "evaluate", "create"]
"""What learners do in their heads. Source: Anderson & Krathwohl 2001, the cognitive processes."""


class Head(Typed):
    """`framework`: the framework itself."""

    id: Id
    title: Named
    legal_act: Text = ""
    issued: Text = ""
    """A date, as the source gives it."""
    effective: Text = ""
    publisher: Text = ""
    version: Text = ""
    license: Text = ""
    lang: Annotated[str, Field(pattern=r"^([A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*)?$")] = ""
    uri: Text = ""
    """Its address by who published it."""
    identifier: Text = ""
    """The UUID by which others know it; without one it is derived."""
    changed: Text = ""
    """When who published it changed it last: RFC 3339."""
    standing: Literal["whole", "part", "secondary"] | None = None
    completeness: Names = Field(default={})
    """What is here and what is not, in words."""
    sources: tuple[Text, ...] = ()
    doubts: tuple[Named, ...] = ()
    notes: Text = ""
    kept: Kept = Field(default={})
    """By format: what an import found that no other format knows."""


class LevelEntry(Typed):
    """One of `levels`."""

    level: LevelNumber
    name: Names = Field(default={})
    """Without it `stage` is its name."""
    stage: Names = Field(default={})
    """What several levels share."""
    statement: Names = Field(default={})
    cognitive: Cognitive | None = None
    notation: Text = ""
    uri: Text = ""
    identifier: Text = ""


class LevelStatement(Typed):
    """One of a skill's `levels`: what the framework says of it there."""

    level: LevelNumber
    statement: Names = Field(default={})
    """Empty: only that the skill is there at that level."""


class SkillEntry(Typed):
    """A competence, or the domain that holds some."""

    code: Code
    name: Named
    statement: Names = Field(default={})
    kind: Text = ""
    levels: tuple[LevelStatement, ...] = ()
    uri: Text = ""
    identifier: Text = ""
    keywords: tuple[Words, ...] = ()
    """Of who published it."""
    keywords_own: tuple[Words, ...] = ()
    """Of who typed the file."""
    notes: Text = ""
    notation: Text | None = None
    """How who published it writes its code, where that is no `code`; empty: it has none."""
    kept: Kept = Field(default={})
    children: tuple["SkillEntry", ...] = ()
    competences: tuple["SkillEntry", ...] = ()
    topics: tuple["SkillEntry", ...] = ()


class Elsewhere(Typed):
    """A match with a skill that no framework here holds."""

    origin: Code
    code: Text = ""
    uri: Text = ""
    identifier: Text = ""
    label: Text = ""
    """What it is called there, in its language."""


class CrosswalkEntry(Typed):
    """One of `crosswalks`: one relation of skills here to skills of another framework."""

    framework: Annotated[str, Field(pattern=ID_PATTERN.replace("^", "^(").replace("$", ")?$"))] = ""
    """Its id; empty where only `elsewhere` says what is meant."""
    relation: Annotated[str, Field(pattern=rf"^({'|'.join(RELATIONS)}|ext:[A-Za-z0-9._-]+)$")]
    same: tuple[Code, ...] = ()
    """Codes that are the same in both."""
    pairs: dict[Code, tuple[Code, ...]] = Field(default={})
    """Code here → code there, or a list of such."""
    elsewhere: tuple[Elsewhere, ...] = ()
    levels: dict[Annotated[str, Field(pattern=r"^[0-9]{1,2}$")], LevelNumber] = Field(default={})
    """Level here → level there; what is not named is not known."""
    sources: tuple[Words, ...] = ()


class Group(AudienceFacts):
    """One of `audience_groups`."""

    id: Id
    name: Named
    who: Names = Field(default={})
    """Whom it means, where its name does not say it."""


class FrameworkFile(Typed):
    """The whole file, its keys `name_vi`, `name_en` … gathered as `name`."""

    framework: Head
    levels: tuple[LevelEntry, ...] = ()
    domains: tuple[SkillEntry, ...] = ()
    areas: tuple[SkillEntry, ...] = ()
    strands: tuple[SkillEntry, ...] = ()
    skills: tuple[SkillEntry, ...] = ()
    audience_groups: tuple[Group, ...] = ()
    crosswalks: tuple[CrosswalkEntry, ...] = ()
