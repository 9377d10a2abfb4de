"""How a lesson sounds: which parts are to be made, and once they are, when each sentence is heard.

Sound, film, EPUB and the player in the page share it. An output that wants it has `rounds`, names
`needs(job)` among its needs and asks `narration(job)` for the times, which is None until its parts
are made.
"""

import json
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from lessonkit.base.files import Stored
from lessonkit.media import pcm
from lessonkit.outputs.base import Derivative, Job
from lessonkit.outputs.spoken import Spoken, spoken
from lessonkit.plan.aligned import aligned
from lessonkit.plan.script import Chapter, Cue, Script


@dataclass(frozen=True, slots=True)
class Timed:
    """A sentence at its time."""

    cue: Cue
    start: float
    """Seconds from the beginning of the whole, as all here."""
    end: float
    """Of what is heard; the pause follows."""
    exact: bool
    """False: it was judged by the breaths of a recording."""


@dataclass(frozen=True, slots=True)
class Part:
    """A chapter at its time."""

    chapter: Chapter
    wav: Derivative
    """Mono, 16 bits, `media.pcm.RATE`; its length is exactly that of the part."""
    start: float
    end: float
    """Pauses included: where the next begins."""
    cues: tuple[Timed, ...]
    recorded: bool
    """Whether it is the author's own voice, at least in part."""

    @property
    def seconds(self) -> float:
        """How long it is."""
        return self.end - self.start


@dataclass(frozen=True, slots=True)
class Narration:
    """A lesson as it sounds."""

    script: Script
    parts: tuple[Part, ...]
    track: Derivative
    """All parts one after another: a WAV as theirs."""
    draft: bool
    """Whether some of it is read by a voice that learners are told of as a draft."""

    @property
    def seconds(self) -> float:
        """How long it is."""
        return self.parts[-1].end if self.parts else 0.0

    @property
    def cues(self) -> tuple[Timed, ...]:
        """All sentences, in order."""
        return tuple(one for part in self.parts for one in part.cues)


def needs(job: Job) -> tuple[Derivative, ...]:
    """All that must be made before the times are known, and the whole track.

    Raises: ToolMissing. SettingsError: a voice that is not there.
    """
    made = spoken(job)
    breaths = (one.breaths for one in made.parts if one.breaths is not None)
    return (made.track, *breaths)


def narration(job: Job) -> Narration | None:
    """When each sentence is heard; None until all is made. Raises: ToolMissing. SettingsError."""
    made = spoken(job)
    if job.lacks(*needs(job)) or job.lacks(*(one for part in made.parts for _, one in part.lines)):
        return None
    parts: list[Part] = []
    start = 0.0
    for one in made.parts:
        seconds = _seconds(job.file(one.wav))
        cues = (*_recorded(job, one, start), *_said(job, one, start))
        recorded = one.recording is not None
        parts.append(Part(one.chapter, one.wav, start, start + seconds, cues, recorded))
        start += seconds
    return Narration(made.script, tuple(parts), made.track, made.draft)


def _recorded(job: Job, part: Spoken, start: float) -> tuple[Timed, ...]:
    """The sentences of the author's recording, which come first."""
    if part.recording is None or part.breaths is None or not part.recorded:
        return ()
    whole = _seconds(job.file(part.recording)) - part.pause
    expected = [cue.seconds + cue.pause for cue in part.recorded]
    expected[-1] = part.recorded[-1].seconds
    spans = aligned(expected, whole, _breaths(job.file(part.breaths).path))
    found = zip(part.recorded, spans, strict=True)
    alone = len(spans) == 1
    return tuple(Timed(cue, start + begin, start + end, alone) for cue, (begin, end) in found)


def _said(job: Job, part: Spoken, start: float) -> tuple[Timed, ...]:
    """The sentences that a voice reads, sample for sample."""
    if part.recording is not None:
        start += _seconds(job.file(part.recording))
    found: list[Timed] = []
    done = 0
    for cue, line in part.lines:
        count = pcm.length(job.file(line).size)
        end = done + count
        found.append(Timed(cue, start + done / pcm.RATE, start + end / pcm.RATE, True))
        done = end + pcm.samples(cue.pause)
    return tuple(found)


def _seconds(made: Stored) -> float:
    return pcm.length(made.size) / pcm.RATE


@lru_cache(64)
def _breaths(path: Path) -> tuple[tuple[float, float], ...]:
    return tuple((start, end) for start, end in json.loads(path.read_text("ascii")))
