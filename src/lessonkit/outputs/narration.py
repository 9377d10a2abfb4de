"""How a lesson sounds: which parts are to be made, and once they are, when each sentence is heard.

Sound, film, EPUB and the player in the page share it. An output that wants it has `rounds`, names
`needs(job)` among its needs and asks `narration(job)` for the times, which is None until its parts
are made.
"""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from lessonkit.base.clock import clock
from lessonkit.base.files import Stored
from lessonkit.media import pcm
from lessonkit.outputs.base import Derivative, Job
from lessonkit.outputs.spoken import BEHIND, Spoken, Stretch, spoken
from lessonkit.plan.script import Chapter, Cue, Script
from lessonkit.read.assets import AssetProblem


@dataclass(frozen=True, slots=True)
class Timed:
    """A sentence at its time."""

    cue: Cue
    start: float
    """Seconds from the beginning of the whole, as all here."""
    end: float
    """Of what is heard; the pause follows."""
    exact: bool
    """False: in a recording that may say something else, it was judged by breaths."""


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

    Nothing for a lesson in a language that the theme does not speak, which is not built.
    Raises: ToolMissing. SettingsError: a voice that is not there.
    """
    if not job.theme.speaks(job.page.meta.lang):
        return ()
    made = spoken(job)
    stretches = (one for part in made.parts for one in part.stretches)
    return (made.track, *(one.times for one in stretches if one.times is not None))


def narration(job: Job) -> Narration | None:
    """When each sentence is heard; None until all is made. Raises: ToolMissing. SettingsError."""
    wanted = needs(job)
    if not wanted or job.lacks(*wanted):
        return None
    made = spoken(job)
    parts: list[Part] = []
    start = 0.0
    for one in made.parts:
        end = start + _seconds(job.file(one.wav))
        parts.append(Part(one.chapter, one.wav, start, end, _cues(job, one, start), one.recorded))
        start = end
    return Narration(made.script, tuple(parts), made.track, made.draft)


def remarks(job: Job) -> tuple[AssetProblem, ...]:
    """LK741: recordings that seem to say something else than what is written."""
    found = narration(job)
    return () if found is None else tuple(_unlike(found))


def _unlike(found: Narration) -> Iterator[AssetProblem]:
    for part in found.parts:
        odd = [one for one in part.cues if not one.exact]
        if odd and part.chapter.recording is not None:
            args = {
                "name": part.chapter.recording.src,
                "section": part.chapter.title,
                "sentence": odd[0].cue.text,
                "start": clock(odd[0].start - part.start).partition(".")[0].removeprefix("00:"),
            }
            yield AssetProblem("LK741", args)


def _cues(job: Job, part: Spoken, start: float) -> tuple[Timed, ...]:
    found: list[Timed] = []
    for one in part.stretches:
        found += _said(job, one, start) if one.lines else _recorded(job, one, start)
        start += _seconds(job.file(one.wav))
    return tuple(found)


def _recorded(job: Job, stretch: Stretch, start: float) -> Iterator[Timed]:
    """The sentences of the author's recording."""
    if stretch.times is None:
        whole = _seconds(job.file(stretch.wav)) - BEHIND
        yield from (Timed(cue, start, start + whole, True) for cue in stretch.cues)
        return
    times = _times(job.file(stretch.times).path)
    for cue, (begin, end, sure) in zip(stretch.cues, times, strict=True):
        yield Timed(cue, start + begin, start + end, sure)


def _said(job: Job, stretch: Stretch, start: float) -> Iterator[Timed]:
    """The sentences that a voice reads, sample for sample."""
    done = 0
    for cue, line in zip(stretch.cues, stretch.lines, strict=True):
        end = done + pcm.length(job.file(line).size)
        yield Timed(cue, start + done / pcm.RATE, start + end / pcm.RATE, True)
        done = end + pcm.samples(cue.pause)


def _seconds(made: Stored) -> float:
    return pcm.length(made.size) / pcm.RATE


@lru_cache(64)
def _times(path: Path) -> tuple[tuple[float, float, bool], ...]:
    return tuple((start, end, sure) for start, end, sure in json.loads(path.read_text("ascii")))
