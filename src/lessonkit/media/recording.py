"""The steps `recording`, an author's own voice, and `silences`, where it takes breath."""

import json
import re
import tempfile
from pathlib import Path

from lessonkit.media import ffmpeg, pcm
from lessonkit.media.loudness import levelled, measured
from lessonkit.media.step import Step, Work
from lessonkit.read.assets import AssetProblem

_LEAST = 0.18
"""Seconds of a breath between sentences."""
_FAINT = -55.0
"""LUFS below which nobody is heard."""
_SOUND = re.compile(r"Stream #\d+:\d+.*: Audio:")


def run(work: Work, path: Path) -> AssetProblem | None:
    """The part that is meant as a WAV of the common form and loudness, or LK735, LK736, LK739.

    Params: `start` in seconds, `end` (0: to the end), `loudness` in LUFS, `pause` in seconds of
    silence behind it.
    """
    assert work.source is not None  # noqa: S101 - a recording is an asset
    if not _SOUND.search(ffmpeg.said("-i", work.source)):
        return _silent_or_broken(work)
    start, end = float(work.params["start"]), float(work.params["end"])
    try:
        sound = _decoded(work.source, start, end)
    except ffmpeg.FfmpegError:
        return AssetProblem("LK735", {"name": work.name})
    if not sound:
        return AssetProblem("LK739", {"name": work.name, "start": start})
    with tempfile.TemporaryDirectory(dir=path.parent) as folder:
        plain = Path(folder) / "plain.wav"
        pcm.write(plain, (sound, pcm.silence(pcm.samples(float(work.params["pause"])))))
        found, target = measured(plain), float(work.params["loudness"])
        if found < _FAINT:
            return AssetProblem("LK736", {"name": work.name})
        levelled(plain, path, target, target - found)
    return None


def _silent_or_broken(work: Work) -> AssetProblem:
    """A film without a track of sound, or no recording at all."""
    assert work.source is not None  # noqa: S101 - a recording is an asset
    code = "LK736" if "Stream #" in ffmpeg.said("-i", work.source) else "LK735"
    return AssetProblem(code, {"name": work.name})


def _decoded(source: Path, start: float, end: float) -> bytes:
    """Raises: FfmpegError: damaged; nothing of it is used, for words would be missing."""
    cut = ("-t", f"{end - start:.3f}") if end else ()
    return ffmpeg.output(
        *("-v", "error", "-xerror", "-err_detect", "explode", "-i", source, "-map", "0:a:0"),
        *("-ss", f"{start:.3f}", *cut, *ffmpeg.EXACT),
        *("-ac", "1", "-ar", str(pcm.RATE), "-f", "s16le", "-"),
    )


def silences(work: Work, path: Path) -> AssetProblem | None:
    """JSON: beginning and end in seconds of each breath in the input `sound`."""
    found = pcm.silences(pcm.read(work.inputs["sound"]), _LEAST)
    rounded = [[round(start, 3), round(end, 3)] for start, end in found]
    path.write_text(json.dumps(rounded), "ascii")
    return None


STEP = Step(1, ffmpeg.version, run)
SILENCES = Step(1, lambda: "", silences)
