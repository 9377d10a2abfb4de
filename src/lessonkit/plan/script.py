"""What is said of a lesson, sentence by sentence."""

from collections.abc import Iterator
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Recording:
    """The author's own voice for a section."""

    src: str
    """An asset of the module."""
    start: float
    """Seconds from the beginning of the file."""
    end: float | None
    """None: to its end."""


@dataclass(frozen=True, slots=True)
class Cue:
    """One sentence, or a line as long as one."""

    id: str
    """`<section>.<n>`, n from 1."""
    place: int
    """Of the block it comes from, among the blocks of the section's page from 0; -1: from a
    `narration`, or the section's title."""
    text: str
    """As captions show it."""
    spoken: str
    """As a voice reads it: numbers, dates and signs in words. The same language."""
    lang: str
    """BCP 47 of this sentence."""
    seconds: float
    """An estimate; the recording gives the exact ones."""
    pause: float
    """Seconds of silence behind it."""


@dataclass(frozen=True, slots=True)
class Chapter:
    """A section as it is heard."""

    id: str
    """Of the section; `lk-title` for what is said before the first, `lk-end` for the end."""
    title: str
    cues: tuple[Cue, ...]
    recording: Recording | None = None
    """Played instead of the cues being read; they are its words."""


@dataclass(frozen=True, slots=True)
class Script:
    """A lesson as it is heard."""

    title: str
    lang: str
    chapters: tuple[Chapter, ...]

    @property
    def cues(self) -> Iterator[Cue]:
        """All of them, in order."""
        return (cue for chapter in self.chapters for cue in chapter.cues)
