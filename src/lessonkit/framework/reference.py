"""What names a skill and a level of it, as promises and profiles do: `tt02-2025:4.2@3`."""

import re
from dataclasses import dataclass

_FORM = re.compile(
    r"(?P<framework>[a-z0-9]+(?:[.-][a-z0-9]+)*):(?P<code>[^\s:@]+)(?:@(?P<level>[0-9]{1,3}))?"
)


@dataclass(frozen=True, slots=True)
class Reference:
    """A skill, or a domain of skills, and the level that is meant."""

    framework: str
    code: str
    level: int | None = None
    """None: no level is said, as of frameworks that have none."""

    @property
    def skill(self) -> str:
        """`framework:code`."""
        return f"{self.framework}:{self.code}"

    def __str__(self) -> str:
        return self.skill if self.level is None else f"{self.skill}@{self.level}"


def reference(text: str) -> Reference | None:
    """What `framework:code@level` or `framework:code` names; None where it has another form."""
    match = _FORM.fullmatch(text)
    if match is None:
        return None
    level = match["level"]
    return Reference(match["framework"], match["code"], None if level is None else int(level))


def slip(text: str) -> int:
    """How much of a malformed reference is well formed: where, from 0, the first slip stands."""
    ends = (found.end() for part in _PARTS if (found := part.match(text)))
    return max(ends, default=0)


_PARTS = (
    re.compile(r"[a-z0-9]+(?:[.-][a-z0-9]+)*"),
    re.compile(r"[a-z0-9]+(?:[.-][a-z0-9]+)*:[^\s:@]+"),
    re.compile(r"[a-z0-9]+(?:[.-][a-z0-9]+)*:[^\s:@]+@[0-9]{1,3}"),
)
"""The form, cut off behind each of its parts."""
