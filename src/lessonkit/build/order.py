"""What is to be built, as one value that every process gets."""

import os
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from lessonkit.model.index import Index
from lessonkit.model.profile import Profile
from lessonkit.model.profiles import GENERIC, generic

FIXED_DAY = 1_577_836_800
"""2020-01-01 in UTC: the time in archives where `SOURCE_DATE_EPOCH` says none."""
LAST_DAY = 4_354_732_800
"""2107-12-31 in UTC, the last day of the date of a zip entry (APPNOTE 4.4.6)."""


@dataclass(frozen=True, slots=True)
class Order:
    """An order: from where, what, where to, in which words."""

    root: Path
    """Of the project; what authors read is relative to it."""
    index: Index
    outputs: tuple[str, ...]
    out: Path
    audience: str | None = None
    """The group whose variant is built; None: the lesson for all."""
    profile: Profile = field(default_factory=generic)
    """The platform that it is built for."""
    lang: str = "vi"
    """Of diagnostics."""
    epoch: int = FIXED_DAY

    @property
    def mark(self) -> str:
        """What tells artefacts for one platform apart: `--moodle`; of `generic` nothing.

        No id and no language has two hyphens side by side.
        """
        return "" if self.profile.name == GENERIC else f"--{self.profile.name}"


def epoch(environ: Mapping[str, str] = os.environ) -> int:
    """Seconds since 1970 for archives.

    Source: reproducible-builds.org, SOURCE_DATE_EPOCH; what is no number counts as not given, and
    what archives cannot hold (they end in 2107) as their last day.
    """
    said = environ.get("SOURCE_DATE_EPOCH", "")
    if not (said.isascii() and said.isdigit()):
        return FIXED_DAY
    return LAST_DAY if len(said.lstrip("0")) > len(str(LAST_DAY)) else min(int(said), LAST_DAY)
