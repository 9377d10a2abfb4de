"""The sound of a film: parts of recordings one after the other, each begun on its frame."""

import json
import wave
from collections.abc import Iterator
from pathlib import Path

from lessonkit.media import ffmpeg
from lessonkit.media.step import Step, Work
from lessonkit.plan.views import FPS
from lessonkit.read.assets import AssetProblem

_BLOCK = 65_536
"""Samples read at once."""


def run(work: Work, path: Path) -> AssetProblem | None:
    """AAC in MP4, mono.

    Params: `rate` of all recordings in hertz, `kbps` of the track. The text `parts` is
    JSON: of each part the input (or nothing: silence), start and end in seconds, and frames at
    `plan.views.FPS`. Inputs are mono WAVs of 16 bits.
    Raises: ToolMissing. FfmpegError. ValueError: a recording of another form.
    """
    params, rate = work.params, int(work.params["rate"])
    with ffmpeg.fed(
        *("-v", "error", "-f", "s16le", "-ar", str(rate), "-ac", "1", "-i", "-"),
        # The quicker of its two ways, which keeps more of a voice at these rates and takes a fifth.
        *("-c:a", "aac", "-aac_coder", "fast", "-b:a", f"{params['kbps']}k"),
        *(*ffmpeg.EXACT, "-f", "mp4", path),
    ) as write:
        for samples in _samples(work, rate):
            write(samples)
    return None


def _samples(work: Work, rate: int) -> Iterator[bytes]:
    """Little-endian, as WAV has them; what a part lacks of its frames is silence."""
    frames = done = 0
    for name, start, end, count in json.loads(work.texts["parts"]):
        frames += count
        left = round(frames * rate / FPS) - done
        done += left
        if name:
            for block in _read(work.inputs[name], rate, start, end):
                part = block[: left * 2]
                left -= len(part) // 2
                yield part
        while left > 0:
            silent = min(left, _BLOCK)
            left -= silent
            yield bytes(silent * 2)


def _read(path: Path, rate: int, start: float, end: float) -> Iterator[bytes]:
    with wave.open(str(path), "rb") as sound:
        form = (sound.getnchannels(), sound.getsampwidth(), sound.getframerate())
        if form != (1, 2, rate):
            raise ValueError(f"{path}: {form}")
        first, last = round(start * rate), min(round(end * rate), sound.getnframes())
        sound.setpos(min(first, sound.getnframes()))
        left = last - first
        while left > 0 and (block := sound.readframes(min(left, _BLOCK))):
            left -= len(block) // 2
            yield block


STEP = Step(1, ffmpeg.version, run)
