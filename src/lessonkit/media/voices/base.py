"""What a voice is, and what it is asked to say."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path


class VoiceFault(Exception):
    """A sentence could not be said; the text says why, in the words of the program."""


class VoiceUnknown(Exception):
    """There is no voice of that name; `known` are those that there are."""

    def __init__(self, name: str, known: tuple[str, ...] = ()) -> None:
        super().__init__(name)
        self.name = name
        self.known = known


@dataclass(frozen=True, slots=True)
class Line:
    """One sentence to be said."""

    text: str
    """Numbers and signs in words."""
    lang: str
    """BCP 47."""
    which: str
    """One of the provider's voices, as the settings name it; empty: its own choice."""
    speed: float
    """1 is the provider's pace for learners."""
    root: str = ""
    """The folder of the project, for voices that are files of it."""


@dataclass(frozen=True, slots=True)
class Voice:
    """A provider of voices: facts and two functions."""

    draft: bool
    """Whether it sounds like a machine, so that listeners are told of a draft."""
    signature: Callable[[str, str, str], str]
    """Of a voice (`Line.which`, `.lang`, `.root`): what its sound depends on, versions included.

    Raises: ToolMissing: it is not installed. VoiceUnknown.
    """
    say: Callable[[Line, Path], None]
    """Writes a mono 16-bit WAV of any rate. The same line gives the same bytes.

    Raises: ToolMissing. VoiceUnknown. VoiceFault: this sentence cannot be said.
    """
    gain: float = 0.0
    """Decibels that make it about as loud as a narration is; the first try."""
    local: bool = False
    """Whether it uses files of the project, and so must know its `root`."""
