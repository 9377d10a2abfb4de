"""What a package holds for a platform, of whatever standard: parts, and what is odd about them."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal
from urllib.parse import unquote, urljoin, urlsplit

Version = Literal["1.2", "2004", "cmi5", "xapi", ""]
Level = Literal["fault", "note"]
MOST_PARTS = 1500
"""A platform must take courses of more than 1000 (cmi5 6.1.0.0-2)."""
LONGEST_TITLE = 300
_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:")


@dataclass(frozen=True, slots=True)
class Part:
    """What is launched by itself."""

    id: str
    title: str
    address: str
    """Below the package's root, percent-encoded, with its query."""
    tracked: bool

    @property
    def file(self) -> str:
        """The name of the file it begins with."""
        return unquote(urlsplit(self.address).path)


@dataclass(frozen=True, slots=True)
class Sco(Part):
    """A part in SCORM, or a plain page."""

    data: str = ""
    mastery: str = ""
    """1.2: 0 to 100; 2004: -1 to 1."""
    threshold: str = ""
    time: str = ""
    action: str = ""
    objectives: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Unit(Part):
    """An assignable unit of cmi5, or an activity of plain xAPI."""

    blocks: tuple[str, ...] = ()
    """Titles of the blocks it lies in, outermost first."""
    move_on: str = ""
    """One of cmi5's five; "" in plain xAPI."""
    mastery: float | None = None
    """0 to 1."""
    parameters: str = ""
    entitlement: str = ""
    own_window: bool = False


@dataclass(frozen=True, slots=True)
class Oddity:
    """Something in a manifest that the standard forbids, or that is likely a mistake."""

    code: str
    """Of a sentence."""
    clause: str
    args: Mapping[str, str] = field(default_factory=dict)
    level: Level = "fault"


@dataclass(frozen=True, slots=True)
class Course:
    """What a package holds for a platform; without a version there is nothing to track."""

    title: str
    version: Version
    edition: str
    """As the manifest says it, such as `2004 4th Edition`."""
    parts: tuple[Part, ...]
    listed: tuple[str, ...] = ()
    """Files that the manifest says are there."""
    oddities: tuple[Oddity, ...] = ()
    id: str = ""
    """Of the course, where the standard knows one."""
    program: bool = False
    """It is the page of a programme, which leads to its lessons."""


def elsewhere(address: str) -> bool:
    """Whether an address leads to another place in the net."""
    return bool(_SCHEME.match(address)) or address.startswith("//")


def within(address: str) -> str:
    """Without `.` and `..`; what would climb out ends at the root, as in browsers."""
    whole = urljoin("http://x/", address.lstrip("/").replace(" ", "%20"))
    return whole.removeprefix("http://x/")
