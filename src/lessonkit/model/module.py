"""A learning module: parsed (`Module`), and free of errors (`Checked`)."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from lessonkit.base.diag import Diagnostic, Span
from lessonkit.model.blocks import Block, Footnote
from lessonkit.model.meta import Meta
from lessonkit.text.speech.lexicon import Lexicon


@dataclass(frozen=True, slots=True)
class Asset:
    """A file of the module that the lesson uses; its content is read when it is needed."""

    path: Path
    """Where it lies."""
    type: str
    """Media type by content, not by name: `image/png`."""
    size: int
    """Bytes."""
    pixels: tuple[int, int] | None
    """Width and height of a picture as displayed; None for an SVG without size."""
    digest: str
    """SHA-256, hexadecimal."""
    moving: bool = False
    """A picture that moves by itself; a lesson shows its first frame."""


@dataclass(frozen=True, slots=True)
class Module:
    """A lesson in one language."""

    meta: Meta
    blocks: tuple[Block, ...]
    """What stands before the first `##`, then sections, in order."""
    footnotes: tuple[Footnote, ...]
    """In the order of first mention."""
    places: Mapping[str, Span]
    """Path in the front matter, such as `objectives[1].skill`, to its place."""
    assets: Mapping[str, Asset]
    """By the name that the text uses, such as `media/man-hinh.png`."""
    source: str
    """The file, relative to the project."""
    folder: Path
    """Where it lies."""
    text: str
    """The source, as decoded: for excerpts and for fixes."""
    unused: tuple[str, ...] = ()
    """Files in `media/` that nothing names."""
    translation: bool = False
    """Read from `module.<lang>.md`."""
    lost: frozenset[str] = frozenset()
    """Keys of the front matter with a fault: what `meta` says of them was not typed."""
    original: "Module | None" = None
    """Of a translation: what it translates."""
    lexicon: Lexicon = field(default_factory=Lexicon)
    """How its author wants words to be said, in any language."""

    def place(self, path: str) -> Span:
        """Where that key of the front matter stands, or the nearest one above it."""
        while path and path not in self.places:
            path = (
                path.rpartition(".")[0]
                if "." in path
                else path.partition("[")[0]
                if "[" in path
                else ""
            )
        return self.places[path]


@dataclass(frozen=True, slots=True)
class Checked:
    """A module without errors: the only thing that can be built."""

    module: Module
    notes: tuple[Diagnostic, ...]
    """Warnings and informations."""
