"""The sound of a part of an author's film, as loud as the voice beside it."""

import json
import re
from pathlib import Path

from lessonkit.media import ffmpeg
from lessonkit.media.step import Step, Work
from lessonkit.plan.views import FPS
from lessonkit.read.assets import AssetProblem

LOUDNESS = -16.0
"""LUFS, as the narration has it."""
_PEAK = -1.5
"""dBTP."""
_QUIET = -50.0
"""LUFS; below it there is nothing but the noise of the microphone, which stays as it is."""
_MOST = 20.0
"""dB that anything is made louder or softer by."""
_MEASURED = re.compile(r"\{[^{}]*\"input_i\"[^{}]*\}")


def run(work: Work, path: Path) -> AssetProblem | None:
    """A mono WAV of exactly the part's length; silence where the film has no sound.

    Params: `start`, `frames` at `plan.views.FPS`, `rate` in hertz, `fade` in seconds at both ends,
    `sound` 0 or 1.
    Raises: ToolMissing. FfmpegError.
    """
    params = work.params
    seconds, rate = int(params["frames"]) / FPS, int(params["rate"])
    wav = ("-ar", str(rate), "-ac", "1", "-c:a", "pcm_s16le", *ffmpeg.EXACT, "-f", "wav")
    if not params["sound"] or work.source is None:
        silence = ("-f", "lavfi", "-i", f"anullsrc=r={rate}:cl=mono")
        ffmpeg.run("-v", "error", *silence, "-t", str(seconds), *wav, path)
        return None
    part = (
        "-ss",
        str(params["start"]),
        "-t",
        str(seconds),
        "-i",
        str(work.source),
        "-map",
        "0:a:0",
    )
    whole = f"aresample={rate}:async=1:first_pts=0,aformat=channel_layouts=mono"
    try:
        gain = _gain(ffmpeg.run("-v", "info", *part, "-af", f"{whole},{_measure()}", *_NOWHERE))
        loud = f"volume={gain:.2f}dB,alimiter=limit={10 ** (_PEAK / 20):.4f}:level=0"
        filters = f"{whole},{loud},apad=whole_dur={seconds}{_fades(params['fade'], seconds)}"
        ffmpeg.run("-v", "error", *part, "-af", filters, "-t", str(seconds), *wav, path)
    except ffmpeg.FfmpegError:
        return AssetProblem("LK745", {"name": work.name})
    return None


_NOWHERE = ("-f", "null", "-")


def _measure() -> str:
    return f"loudnorm=I={LOUDNESS}:TP={_PEAK}:print_format=json"


def _gain(said: str) -> float:
    """dB by which it becomes as loud as a voice."""
    found = _MEASURED.search(said)
    if found is None:
        return 0.0
    loudness = float(json.loads(found[0])["input_i"])
    if not loudness > _QUIET:
        return 0.0
    return max(-_MOST, min(_MOST, LOUDNESS - loudness))


def _fades(fade: int | float | str, seconds: float) -> str:
    """Sound comes and goes with the picture."""
    long = float(fade)
    if not long:
        return ""
    return f",afade=t=in:d={long},afade=t=out:st={seconds - long}:d={long}"


def mix(work: Work, path: Path) -> AssetProblem | None:
    """The sound of clips that follow each other, each come in while the last one goes.

    Params: `fade` and `rate`; inputs `1`, `2` … as `run` makes them; the text `frames` has the
    frames of each, as JSON. Raises: ToolMissing. FfmpegError.
    """
    fade, rate = int(work.params["fade"]), int(work.params["rate"])
    at, delayed, files = 0, [], []
    for number, frames in enumerate(json.loads(work.texts["frames"])):
        files += ["-i", str(work.inputs[str(number + 1)])]
        delayed.append(f"[{number}]adelay=delays={at * 1000 // FPS}:all=1[d{number}]")
        at += frames - fade
    names = "".join(f"[d{number}]" for number in range(len(delayed)))
    whole = f"{';'.join(delayed)};{names}amix=inputs={len(delayed)}:normalize=0"
    wav = ("-ar", str(rate), "-ac", "1", "-c:a", "pcm_s16le", *ffmpeg.EXACT, "-f", "wav")
    ffmpeg.run("-v", "error", *files, "-filter_complex", whole, *wav, path)
    return None


STEP = Step(1, ffmpeg.version, run)
MIX = Step(1, ffmpeg.version, mix)
