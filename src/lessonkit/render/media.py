"""How the files of a lesson are named inside an artefact."""

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Shown:
    """A picture as it lies in an artefact."""

    fallback_url: str
    """What every browser can show: JPEG, PNG, GIF or SVG."""
    webp: tuple[tuple[str, int], ...] = ()
    """URL and width in pixels, narrowest first; empty for an SVG."""
    width: int | None = None
    """Pixels of the widest form, which says the room it takes; None for an SVG without a size."""
    height: int | None = None
    avif: tuple[tuple[str, int], ...] = ()
    """As `webp`; empty where it would not be lighter."""


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file that a learner is given by a link."""

    url: str
    """Empty where this artefact does not carry it."""
    kind: str
    """As people call it: `PDF`."""
    size: int
    """Bytes."""


@dataclass(frozen=True, slots=True)
class Played:
    """The lesson as sound or as film, whole, beside its page."""

    sources: tuple[tuple[str, str], ...]
    """URL and media type, the lightest first."""
    seconds: float
    size: int
    """Bytes of the first source."""
    draft: bool
    """Whether a machine speaks."""
    poster: str = ""
    """URL of a film's picture."""
    transcript: str = ""
    """URL of a sound's words."""
    chapters: tuple[tuple[str, float, float], ...] = ()
    """Ids of sections with the seconds of their begin and end."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet to print, beside the page."""

    output: str
    """Which it is, such as `handout`."""
    url: str
    size: int
    """Bytes."""


@dataclass(frozen=True, slots=True)
class Kinds:
    """Other kinds of the same lesson that travel with its page."""

    sound: Played | None = None
    film: Played | None = None
    sheets: tuple[Sheet, ...] = ()
    captions: str = ""
    """URL of the script that knows what is said when."""


@dataclass(frozen=True, slots=True)
class Media:
    """URLs by the name of the asset that the text uses."""

    pictures: Mapping[str, Shown] = field(default_factory=dict)
    files: Mapping[str, str] = field(default_factory=dict)
    """Recordings, clips and captions."""
    attachments: Mapping[str, Attachment] = field(default_factory=dict)
    """Files that links lead to."""
    kinds: Kinds | None = None

    def url(self, name: str) -> str:
        """Of any asset; a picture's is its fallback.

        Raises: KeyError: the output did not bring that asset, a fault of the output.
        """
        shown = self.pictures.get(name)
        return shown.fallback_url if shown is not None else self.files[name]

    @property
    def inside(self) -> bool:
        """Whether files lie in the page itself, as `data:` URLs."""
        shown = (one.fallback_url for one in self.pictures.values())
        linked = (one.url for one in self.attachments.values())
        urls = (*self.files.values(), *shown, *linked)
        return any(url.startswith("data:") for url in urls)
