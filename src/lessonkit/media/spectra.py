"""How a voice sounds, fifty times a second, freed of who speaks and where: mel cepstra.

Mel-frequency cepstral coefficients (Davis and Mermelstein, IEEE TASSP 28, 1980) with their slopes
(Furui, 1986), and how loud it is. Values stand on a grid of 1/64 within ±6: sums of their products
are exact in 32 bits, whatever order a processor takes them in.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from lessonkit.media import pcm

Array = NDArray[Any]
PER_SECOND = 50
"""Frames."""
_HOP = pcm.RATE // PER_SECOND
_WINDOW, _POINTS = 768, 1024
_BANDS, _KEPT = 26, 12
_LOWEST, _HIGHEST = 150.0, 3600.0
"""Hertz: what a telephone lets through."""
_AT_ONCE = 2048
"""Frames, so that an hour does not lie in memory."""
_GRID, _MOST = 64, 6.0
_LOUD = 2.5
"""What loudness weighs against one coefficient."""
_SLOPE = 0.7


@dataclass(frozen=True, slots=True)
class Voice:
    """A sound as frames."""

    frames: Array
    """One row each."""
    speaks: Array
    """Whether somebody is heard in it."""


def bank(tall: float = 1.0) -> Array:
    """Triangles over the frequencies, evenly spread as ears hear.

    `tall` moves them: a child's throat is short, and all it says lies higher.
    """
    low, high = (2595 * np.log10(1 + hertz / 700) for hertz in (_LOWEST, _HIGHEST))
    points = 700 * (10 ** (np.linspace(low, high, _BANDS + 2) / 2595) - 1) * tall
    hertz = np.arange(_POINTS // 2 + 1) * pcm.RATE / _POINTS
    left, middle, right = points[:-2, None], points[1:-1, None], points[2:, None]
    rising, falling = (hertz - left) / (middle - left), (right - hertz) / (right - middle)
    return np.maximum(0, np.minimum(rising, falling)).astype(np.float32)


def of_file(path: Path, banks: Sequence[Array], behind: int = 0, pace: float = 1.0) -> list[Array]:
    """Energies of a file of ours in each bank, with so many samples of silence behind it.

    With a `pace` of 2 it is taken for half as long.
    """
    count = pcm.length(path.stat().st_size)
    found: Array = (
        np.memmap(path, "<i2", "r", pcm.HEAD, (count,)) if count else np.zeros(0, np.int16)
    )
    hop = _HOP * pace
    frames = max(1, int((count + behind) / hop))
    parts = [_energies(part, banks) for part in _windows(found, hop, frames)]
    return [np.concatenate([part[one] for part in parts]) for one in range(len(banks))]


def _windows(sound: Array, hop: float, frames: int) -> Iterator[Array]:
    shape = np.hanning(_WINDOW).astype(np.float32)
    for begin in range(0, frames, _AT_ONCE):
        places = ((np.arange(begin, min(frames, begin + _AT_ONCE)) + 0.5) * hop).astype(np.int64)
        first, last = int(places[0]) - _WINDOW // 2, int(places[-1]) + _WINDOW
        held = np.asarray(sound[max(0, first) : max(0, last)], np.float32)
        held = np.pad(held, (max(0, -first), max(0, last - max(0, first) - len(held))))
        rows = (places - places[0])[:, None] + np.arange(_WINDOW)[None, :]
        yield held[rows] * shape


def _energies(windows: Array, banks: Sequence[Array]) -> list[Array]:
    power = np.abs(np.fft.rfft(windows, _POINTS, axis=1)).astype(np.float32) ** 2
    return [power @ one.T for one in banks]


def speech(energies: Array) -> tuple[Array, Array]:
    """How loud each frame is, 0 to 1 between the noise of the room and the voice; who speaks."""
    loud = 10 * np.log10(energies.sum(1) + 1)
    high = float(np.percentile(loud, 95))
    low = max(float(np.percentile(loud, 5)), high - 45)
    gate = low + max(6.0, 0.3 * (high - low))
    share = np.clip((loud - low) / max(high - low, 1.0), 0, 1)
    return share, loud > gate


def voice(energies: Array) -> Voice:
    """Without what stays the same: the colour of a voice, a microphone, a room."""
    loud, speaks = speech(energies)
    noise = np.maximum(
        np.percentile(energies, 8, axis=0) * 2, np.percentile(energies, 97, axis=0) * 10**-4.2
    )
    cepstra = np.log(energies + noise + 1) @ _cosines()
    heard = cepstra[speaks] if speaks.any() else cepstra
    cepstra = (cepstra - heard.mean(0)) / (heard.std(0) + 1e-3)
    cepstra[~speaks] *= 0.3
    ends = np.pad(cepstra, ((2, 2), (0, 0)), "edge")
    slopes = (ends[4:] - ends[:-4] + 0.5 * (ends[3:-1] - ends[1:-3])) / 2
    both = [cepstra, _SLOPE * slopes, _LOUD * (2 * loud[:, None] - 1)]
    return Voice(_on_grid(np.concatenate(both, 1)), speaks)


def coarser(values: Array, by: int) -> Array:
    """The means of so many frames each."""
    count = -(-len(values) // by)
    full = np.pad(values, ((0, count * by - len(values)), (0, 0)), "edge")
    return _on_grid(full.reshape(count, by, -1).mean(1))


def _on_grid(values: Array) -> Array:
    found: Array = np.round(np.clip(values, -_MOST, _MOST) * _GRID) / _GRID
    return found.astype(np.float32)


def _cosines() -> Array:
    bands = (np.arange(_BANDS) + 0.5)[:, None]
    found: Array = np.cos(np.pi / _BANDS * bands * np.arange(1, _KEPT + 1)[None, :])
    found *= np.sqrt(2 / _BANDS)
    return found
