"""A script as parts to be made: what a voice reads, and what the author has recorded."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from lessonkit.base.errors import SettingsError
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
class Spoken:
    """A chapter as derivatives."""

    chapter: Chapter
    wav: Derivative
    recording: Derivative | None
    breaths: Derivative | None
    """Where the recording is silent."""
    recorded: tuple[Cue, ...]
    """What the recording says."""
    lines: tuple[tuple[Cue, Derivative], ...]
    """What a voice reads, behind the recording."""
    pause: float = BEHIND
    """Seconds at the end of the recording."""


@dataclass(frozen=True, slots=True)
class Whole:
    """All chapters."""

    script: Script
    parts: tuple[Spoken, ...]
    track: Derivative
    draft: bool


_last: list[tuple[Script, Whole]] = []


def spoken(job: Job) -> Whole:
    """Of a job; the last is kept. Raises: ToolMissing. SettingsError: a voice is not there."""
    script = script_of(job)
    if not _last or _last[0][0] is not script:
        parts = tuple(_part(job, one) for one in script.chapters)
        inputs = tuple((one.chapter.id, one.wav) for one in parts)
        lines = (line for part in parts for _, line in part.lines)
        voices = {str(dict(line.params)["voice"]) for line in lines}
        draft = any(VOICES.get(name).draft for name in voices)
        _last[:] = [
            (script, Whole(script, parts, Derivative("join", "", "", inputs=inputs), draft))
        ]
    return _last[0][1]


def _part(job: Job, chapter: Chapter) -> Spoken:
    recording = _recording(job, chapter)
    recorded = tuple(_covered(chapter)) if recording else ()
    lines = tuple((cue, _line(job, chapter, cue)) for cue in chapter.cues if cue not in recorded)
    sound = [recording] if recording else []
    if lines:
        inputs = tuple((cue.id, line) for cue, line in lines)
        pauses = json.dumps([cue.pause for cue, _ in lines])
        gain = VOICES.get(str(dict(lines[0][1].params)["voice"])).gain
        params = (("loudness", LOUDNESS), ("gain", gain))
        sound.append(Derivative("chapter", chapter.id, "", params, (("pauses", pauses),), inputs))
    inputs = tuple((str(number), one) for number, one in enumerate(sound))
    wav = sound[0] if len(sound) == 1 else Derivative("join", chapter.id, "", inputs=inputs)
    breaths = recording and Derivative("silences", chapter.id, "", inputs=(("sound", recording),))
    return Spoken(chapter, wav, recording, breaths, recorded, lines)


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


def _covered(chapter: Chapter) -> Iterator[Cue]:
    """What a recording says: the words of its block, or, where that has none, the section's."""
    own = tuple(cue for cue in chapter.cues if cue.place == -1)
    yield from own if len(own) > 1 else chapter.cues


def _line(job: Job, chapter: Chapter, cue: Cue) -> Derivative:
    provider, _, which = _wanted(job, cue.lang).partition(":")
    voice = _voice(provider)
    root = str(_root(job)) if voice.local else ""
    try:
        signature = voice.signature(which, cue.lang, root)
    except VoiceUnknown as error:
        known = tuple(f"{provider}:{one}" for one in error.known)
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
