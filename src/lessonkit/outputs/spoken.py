"""A script as parts to be made: what a voice reads, and what the author has recorded."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from lessonkit.base.errors import SettingsError
from lessonkit.base.lately import lately
from lessonkit.base.messages import settings_error
from lessonkit.base.near import nearest
from lessonkit.media.voices import VOICES
from lessonkit.media.voices.base import Voice, VoiceUnknown
from lessonkit.outputs.base import Derivative, Job
from lessonkit.outputs.script import script_of
from lessonkit.plan.script import Chapter, Cue, Script

DEFAULT = "espeak"
"""The voice of languages for which the settings name none."""
LOUDNESS = -16.0
"""LUFS of every part; asked of podcasts, and as loud as a phone needs it."""
BEHIND = 1.2
"""Seconds of silence behind a recording, as behind any section."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """What is heard in one go: sentences that a voice reads, or a recording."""

    wav: Derivative
    cues: tuple[Cue, ...]
    lines: tuple[Derivative, ...] = ()
    """Of each cue, where a voice reads them; none in a recording."""
    times: Derivative | None = None
    """When each sentence of a recording is heard; None where it is but one."""


@dataclass(frozen=True, slots=True)
class Spoken:
    """A chapter as derivatives."""

    chapter: Chapter
    wav: Derivative
    stretches: tuple[Stretch, ...]
    """One after another, they are the `wav`."""

    @property
    def recorded(self) -> bool:
        """Whether the author's own voice is heard."""
        return any(not one.lines for one in self.stretches)


@dataclass(frozen=True, slots=True)
class Whole:
    """All chapters."""

    script: Script
    parts: tuple[Spoken, ...]
    track: Derivative
    draft: bool


@lately(lambda job: (script_of(job), job.project))
def spoken(job: Job) -> Whole:
    """Of a job. Raises: ToolMissing. SettingsError: a voice is not there."""
    script = script_of(job)
    parts = tuple(_part(job, one) for one in script.chapters)
    inputs = tuple((one.chapter.id, one.wav) for one in parts)
    lines = (line for part in parts for one in part.stretches for line in one.lines)
    voices = {str(dict(line.params)["voice"]) for line in lines}
    draft = any(VOICES.get(name).draft for name in voices)
    return Whole(script, parts, Derivative("join", "", "", inputs=inputs), draft)


def _part(job: Job, chapter: Chapter) -> Spoken:
    stretches = tuple(_stretches(job, chapter))
    inputs = tuple((str(number), one.wav) for number, one in enumerate(stretches))
    joined = Derivative("join", chapter.id, "", inputs=inputs)
    return Spoken(chapter, stretches[0].wav if len(stretches) == 1 else joined, stretches)


def _stretches(job: Job, chapter: Chapter) -> Iterator[Stretch]:
    """The recording stands where the first of its sentences does."""
    recording = _recording(job, chapter)
    heard = frozenset(chapter.recording.said) if chapter.recording and recording else frozenset()
    first = next((at for at, one in enumerate(chapter.cues) if one.id in heard), len(chapter.cues))
    before = tuple(one for one in chapter.cues[:first] if one.id not in heard)
    behind = tuple(one for one in chapter.cues[first:] if one.id not in heard)
    if before:
        yield _read(job, chapter, before)
    if recording is not None:
        said = tuple(one for one in chapter.cues if one.id in heard)
        times = _aligned(job, chapter, recording, said) if len(said) > 1 else None
        yield Stretch(recording, said, times=times)
    if behind:
        yield _read(job, chapter, behind)


def _recording(job: Job, chapter: Chapter) -> Derivative | None:
    said = chapter.recording
    asset = job.checked.module.assets.get(said.src) if said else None
    if said is None or asset is None:
        return None
    params = (
        *(("start", said.start), ("end", said.end or 0.0)),
        *(("loudness", LOUDNESS), ("pause", BEHIND)),
    )
    return Derivative("recording", said.src, asset.digest, params)


def _aligned(
    job: Job, chapter: Chapter, recording: Derivative, said: tuple[Cue, ...]
) -> Derivative:
    """By the same sentences, read by the voice that is always there."""
    lines = tuple((cue.id, _line(job, chapter, cue, DEFAULT)) for cue in said)
    expected = json.dumps([cue.seconds + cue.pause for cue in said[:-1]] + [said[-1].seconds])
    return Derivative(
        *("alignment", chapter.id, ""),
        params=(("pause", BEHIND),),
        texts=(("expected", expected),),
        inputs=(("sound", recording), *lines),
    )


def _read(job: Job, chapter: Chapter, cues: tuple[Cue, ...]) -> Stretch:
    """By voices."""
    lines = tuple(_line(job, chapter, cue, _wanted(job, cue.lang)) for cue in cues)
    inputs = tuple((cue.id, line) for cue, line in zip(cues, lines, strict=True))
    gain = VOICES.get(str(dict(lines[0].params)["voice"])).gain
    params = (("loudness", LOUDNESS), ("gain", gain))
    pauses = json.dumps([cue.pause for cue in cues])
    wav = Derivative("chapter", chapter.id, "", params, (("pauses", pauses),), inputs)
    return Stretch(wav, cues, lines)


def _line(job: Job, chapter: Chapter, cue: Cue, wanted: str) -> Derivative:
    provider, _, which = wanted.partition(":")
    voice = _voice(provider)
    root = str(_root(job)) if voice.local else ""
    try:
        signature = voice.signature(which, cue.lang, root)
    except VoiceUnknown as error:
        known = tuple(f"{provider}:{one}" for one in error.known) or VOICES.names()
        raise _unknown(f"{provider}:{error.name}", known) from error
    params = (
        *(("voice", provider), ("which", which), ("root", root)),
        *(("speed", job.project.audio.speed), ("signature", signature)),
    )
    texts = (("say", cue.spoken), ("lang", cue.lang))
    return Derivative("speech", chapter.id, "", params, texts)


def _wanted(job: Job, lang: str) -> str:
    """What the settings say for the language, or for it without its region."""
    voices = job.project.audio.voices
    return voices.get(lang) or voices.get(lang.partition("-")[0]) or DEFAULT


def _voice(provider: str) -> Voice:
    """Raises: SettingsError: there is none of that name."""
    if provider not in VOICES.names():
        raise _unknown(provider, VOICES.names())
    return VOICES.get(provider)


def _unknown(name: str, known: tuple[str, ...]) -> SettingsError:
    near = nearest(name, known) or ""
    few = ", ".join(known[:12]) + (" …" if len(known) > 12 else "")
    return settings_error(("unknown-voice", {"name": name, "near": near, "known": few}))


def _root(job: Job) -> Path:
    """The folder of the project."""
    module = job.checked.module
    above = len(PurePosixPath(module.source).parents) - 1
    return Path(module.folder, *([".."] * above)).resolve()
