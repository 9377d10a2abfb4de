"""What the page shows, as plain values: the template decides nothing."""

from dataclasses import dataclass

from lessonkit.render.coverage.detail import Detail
from lessonkit.render.coverage.heat import Map


@dataclass(frozen=True, slots=True)
class Tile:
    """A number that counts most."""

    label: str
    value: str
    kind: str
    """`good`, `bad`, `care` or `plain`."""
    share: float | None = None
    """Percent, for a bar."""
    href: str = ""
    note: str = ""
    """What the number is made of."""


@dataclass(frozen=True, slots=True)
class Place:
    """A skill at a level, as it is named in a table."""

    framework: str
    """Its id where the page tells of several; else empty."""
    lang: str
    """Of the name; empty: that of the page."""
    code: str
    name: str
    level: str
    href: str


@dataclass(frozen=True, slots=True)
class Asked:
    """Something asked for, and how it stands."""

    place: Place
    who: str
    kind: str
    """Profile or promise, and whether the project made it, in words."""
    why: str
    proof: tuple[str, ...]
    """Titles of lessons."""
    items: str
    state: str
    """`yes`, `little` or `no`."""
    result: str


@dataclass(frozen=True, slots=True)
class Table:
    """What a programme promises, or what the profile of a group asks."""

    title: str
    notes: tuple[str, ...]
    asked: tuple[Asked, ...]


@dataclass(frozen=True, slots=True)
class Weak:
    """A line of the weak spots."""

    place: Place | None
    lessons: tuple[str, ...]
    text: str
    more: str


@dataclass(frozen=True, slots=True)
class Turn:
    """A line of the changes."""

    kind: str
    """`added`, `lost`, `changed`; or `turned`, `turned-back` of what is asked."""
    label: str
    place: Place
    before: str
    after: str
    who: str = ""
    """Of what is asked: by whom."""


@dataclass(frozen=True, slots=True)
class About:
    """Where a framework comes from and what is not certain of it."""

    id: str
    name: str
    title: str
    facts: tuple[tuple[str, tuple[str, ...]], ...]


@dataclass(frozen=True, slots=True)
class Page:
    """The page, from top to bottom."""

    lang: str
    title: str
    facts: tuple[str, ...]
    day: str
    verdict: str
    tiles: tuple[Tile, ...]
    below: tuple[str, ...]
    uncounted: tuple[tuple[str, str], ...]
    asked: bool
    gaps: tuple[Asked, ...]
    since: str
    """Empty: nothing is compared."""
    since_note: str
    turns: tuple[Turn, ...]
    frameworks: tuple[tuple[str, str], ...]
    """Ids and titles, to choose from."""
    groups: tuple[tuple[str, str], ...]
    maps: tuple[Map, ...]
    programs: tuple[Table, ...]
    profiles: tuple[Table, ...]
    thin: tuple[Weak, ...]
    thin_why: str
    unproved: tuple[Weak, ...]
    overlaps: tuple[Weak, ...]
    adrift: tuple[Weak, ...]
    details: tuple[Detail, ...]
    counting: tuple[str, ...]
    about: tuple[About, ...]
    made: str
