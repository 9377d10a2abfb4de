"""How loud a sound is (EBU R 128), and one gain that makes it as loud as wanted."""

import re
import tempfile
from pathlib import Path

from lessonkit.media import ffmpeg, pcm

PEAK = 0.76
"""What the limiter lets through: -2.4 dBFS, for what Opus at 24 kbit/s adds to it; podcasts are to
stay below a true peak of -1 dBTP."""
SILENT = -60.0
"""LUFS below which there is nothing to be made louder; ffmpeg says -70 of less than 0.4 s."""
_MOST = 40.0
"""Decibels of gain: what is fainter than that is noise."""
_NEAR = 0.2
"""LU from the target that need no second try."""
_TRIES = 6
_FOUND = re.compile(r"\bI:\s+(-?[\d.]+) LUFS")


def measured(path: Path) -> float:
    """LUFS of the first track of sound in a file. Raises: FfmpegError."""
    return _loudness(
        ffmpeg.run(
            *("-v", "info", "-nostats", "-i", path, "-map", "0:a:0"),
            *("-af", "ebur128=framelog=quiet", "-f", "null", "-"),
        )
    )


def levelled(given: Path, path: Path, target: float, gain: float) -> None:
    """The sound of a WAV of ours, as loud as the target; as long as before, sample for sample.

    One gain for the whole and a limiter above it, never a gain that moves: a voice stays alive.
    It is found by trying, for what the limiter takes is not known before; `gain` is the first
    try in decibels, and stays for what is too short to be measured. Raises: FfmpegError.
    """
    count = pcm.length(given.stat().st_size)
    with tempfile.TemporaryDirectory(dir=path.parent) as folder:
        raw = Path(folder) / "raw"
        for _ in range(_TRIES):
            found = _tried(given, raw, gain)
            if found < SILENT or abs(found - target) <= _NEAR or gain >= _MOST:
                break
            gain = min(_MOST, gain + (target - found) * 1.25)
        pcm.write(path, (raw.read_bytes()[: count * 2].ljust(count * 2, b"\0"),))


def _tried(given: Path, raw: Path, gain: float) -> float:
    """Bare samples with that gain; how loud they are."""
    limit = f"alimiter=limit={PEAK}:attack=5:release=60:level=0:latency=1"
    filters = f"volume={gain:.2f}dB,{limit},ebur128=framelog=quiet"
    return _loudness(
        ffmpeg.run(
            *("-v", "info", "-nostats", "-i", given, "-af", filters, *ffmpeg.EXACT),
            *("-ac", "1", "-ar", str(pcm.RATE), "-f", "s16le", raw),
        )
    )


def _loudness(said: str) -> float:
    found = _FOUND.findall(said)
    return float(found[-1]) if found else -70.0
