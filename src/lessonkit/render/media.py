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
    """Pixels of the fallback; None for an SVG without a size of its own."""
    height: int | None = None


@dataclass(frozen=True, slots=True)
class Media:
    """URLs by the name of the asset that the text uses."""

    pictures: Mapping[str, Shown] = field(default_factory=dict)
    files: Mapping[str, str] = field(default_factory=dict)
    """Recordings, clips, captions and whatever else is linked to."""

    def url(self, name: str) -> str:
        """Of any asset; a picture's is its fallback.

        Raises: KeyError: the output did not bring that asset, a fault of the output.
        """
        shown = self.pictures.get(name)
        return shown.fallback_url if shown is not None else self.files[name]

    @property
    def inside(self) -> bool:
        """Whether files lie in the page itself, as `data:` URLs."""
        urls = (*self.files.values(), *(shown.fallback_url for shown in self.pictures.values()))
        return any(url.startswith("data:") for url in urls)
