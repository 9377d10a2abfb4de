"""An audience group as a project types it: a group of its own, or what it asks for a known one."""

from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, Field

from lessonkit.model.meta import Id, Lang, Typed

ANY_LANG = "und"
"""Of a name that is given once for every language; BCP 47: undetermined."""
NAME_PATTERN = r"^[^\p{Cc}\p{Zl}\p{Zp}]*[^\p{Cc}\p{Z}][^\p{Cc}\p{Zl}\p{Zp}]*$"
"""One line with something on it; it is shown on pages and on terminals."""
Name = Annotated[str, Field(min_length=1, max_length=200, pattern=NAME_PATTERN)]
Count = Annotated[int, Field(ge=1, le=100_000)]
Device = Literal["phone", "tablet", "computer"]
SKILL_PATTERN = r"^[a-z0-9.-]+:[^\s:@]+(@[0-9]{1,3})?$"


def _by_language(typed: Any) -> Any:
    return {ANY_LANG: typed} if isinstance(typed, str) else typed


class OwnAudience(Typed):
    """A table `[audiences.<id>]`; what it leaves out is as the framework or a wider group says."""

    name: Annotated[dict[Lang, Name], BeforeValidator(_by_language)] = Field(default={})
    """What it is called: a text, or a table by language, `{vi = "…", en = "…"}`. A group that no
    framework names needs it."""
    within: Id | None = None
    """The wider group that it is a part of. What this table leaves out is as that group has it."""
    level: dict[str, Annotated[int, Field(ge=0, le=99)]] = Field(default={})
    """The level expected of it, by framework: `{tt02-2025 = 2}`."""
    minutes: Annotated[int, Field(ge=1, le=240)] | None = None
    """Of a lesson at most; it goes before `module_minutes` of `[check.limits]`."""
    sentence_tieng: Count | None = None
    """Tiếng of a sentence at most; it goes before `sentence_tieng_for`."""
    section_tieng: Count | None = None
    """Tiếng of a section at most; it goes before `section_tieng` of `[check.limits]`."""
    tieng_per_minute: Count | None = None
    """Its reading speed, for estimates; it goes before `tieng_per_minute_for`."""
    picture_kilobytes: Count | None = None
    """Of the pictures that a phone loads in one lesson, at most; it goes before `picture_kilobytes`
    of `[check.limits]`."""
    large_text: bool | None = None
    """Pages in larger type: a variant for this group, and lessons all whose groups ask for it."""
    narration: bool | None = None
    """Every section must be spoken: by a `narration` block or a recording."""
    low_bandwidth: bool | None = None
    """Its network is slow or dear: recordings are weighed, and a clip needs a text beside it."""
    devices: tuple[Device, ...] | None = None
    """What it learns on: `phone`, `tablet`, `computer`."""
    skills: tuple[Annotated[str, Field(pattern=SKILL_PATTERN)], ...] | None = None
    """The skills that it needs, each `framework:code@level`; a domain stands for all that it holds.
    It is always shown as the project's own profile."""
    source: Annotated[str, Field(max_length=500, pattern=rf"^$|{NAME_PATTERN}")] = ""
    """Where the profile and the limits come from."""
