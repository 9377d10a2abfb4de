"""The step `recording`: an author's own voice."""

import re
import tempfile
from pathlib import Path

from lessonkit.media import ffmpeg, pcm
from lessonkit.media.loudness import levelled, measured
from lessonkit.media.step import Step, Work
from lessonkit.read.assets import AssetProblem

_FAINT = -55.0
"""LUFS below which nobody is heard."""
_FAR = -48.0
"""LUFS below which the noise of a room or a microphone would be made as loud as a voice."""
_LOWEST = "highpass=f=50"
"""No voice is lower; a hand on the telephone is, and a microphone that is not centred."""
_LOST = 0.5
"""Seconds that may be missing of what a file says it holds; with more, words are missing."""
_DURATION = re.compile(r"Duration: (\d+):(\d\d):(\d\d\.\d+)")
_SOUND = re.compile(r"Stream #\d+:\d+.*: Audio:")


def run(work: Work, path: Path) -> AssetProblem | None:
    """The part that is meant as a WAV of the common form and loudness, or what is wrong with it.

    Params: `start` in seconds, `end` (0: to the end), `loudness` in LUFS, `pause` in seconds of
    silence behind it.
    """
    assert work.source is not None  # noqa: S101 - a recording is an asset
    told = ffmpeg.said("-i", work.source)
    if not _SOUND.search(told):
        return AssetProblem("LK736" if "Stream #" in told else "LK735", {"name": work.name})
    start, end = float(work.params["start"]), float(work.params["end"])
    whole = _duration(told)
    if whole is not None and start >= whole:
        return AssetProblem("LK739", {"name": work.name, "start": start})
    sound = _decoded(work.source, start, end)
    if not sound or _is_cut(work.source) or _lacks(sound, start, end, whole):
        return AssetProblem("LK735", {"name": work.name})
    with tempfile.TemporaryDirectory(dir=path.parent) as folder:
        plain = Path(folder) / "plain.wav"
        pcm.write(plain, (sound, pcm.silence(pcm.samples(float(work.params["pause"])))))
        found, target = measured(plain), float(work.params["loudness"])
        if found < _FAINT:
            return AssetProblem("LK736", {"name": work.name})
        if found < _FAR:
            return AssetProblem("LK742", {"name": work.name, "loudness": round(found)})
        levelled(plain, path, target, target - found)
    return None


def _duration(told: str) -> float | None:
    """Seconds, as the file says of itself."""
    found = _DURATION.search(told)
    if found is None:
        return None
    hours, minutes, seconds = found.groups()
    return int(hours) * 3600 + int(minutes) * 60 + float(seconds)


def _lacks(sound: bytes, start: float, end: float, whole: float | None) -> bool:
    """Whether more is missing than what coders leave out."""
    last = min(end or whole, whole) if whole else end
    return bool(last) and pcm.samples(last - start - _LOST) > len(sound) // 2


def _is_cut(source: Path) -> bool:
    """Whether a WAV promises more than there is; other forms show it by their length."""
    with source.open("rb") as file:
        head = file.read(8)
    size = int.from_bytes(head[4:], "little")
    # Recorders that cannot go back write no size, or the largest.
    return head[:4] == b"RIFF" and size < 0xFFFF_FFFF and size + 7 > source.stat().st_size


def _decoded(source: Path, start: float, end: float) -> bytes:
    """What can be decoded of it: a player skips what lies behind or between, and so do we."""
    cut = ("-t", f"{end - start:.3f}") if end else ()
    try:
        return ffmpeg.output(
            *("-v", "error", "-i", source, "-map", "0:a:0"),
            *("-ss", f"{start:.3f}", *cut, *ffmpeg.EXACT),
            *("-af", _LOWEST, "-ac", "1", "-ar", str(pcm.RATE), "-f", "s16le", "-"),
        )
    except ffmpeg.FfmpegError:
        return b""


STEP = Step(3, ffmpeg.version, run)
