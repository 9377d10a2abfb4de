"""Two sounds laid upon each other in time: dynamic time warping.

The published method (Sakoe and Chiba, IEEE TASSP 26, 1978), first roughly over all, then finely
in a band around what was found (as Salvador and Chan, FastDTW, 2007).
"""

from dataclasses import dataclass

import numpy as np

from lessonkit.media.spectra import Array, Voice, coarser

_STAY, _SKIP = 0.2, 0.3
"""What it costs that the heard voice is slower than the read one, or faster."""
_BREATH = 0.12
"""What a frame costs in which nobody speaks, wherever it lies."""
_NEVER = np.float32(9e8)
_ROUGH = 5
"""Frames in one, at first."""
_MOST = 6000
"""How many there may be of those, so that a table of them has room."""
_ROOM = 75
"""Frames, fine ones, that the second path may lie beside the first."""


@dataclass(frozen=True, slots=True)
class Rough:
    """What a first look found."""

    path: Array
    cost: float
    """A frame's, on average."""
    by: int


def rough(heard: Voice, read: Voice) -> Rough:
    """All against all, coarsely."""
    by = max(_ROUGH, -(-len(heard.frames) // _MOST))
    few, quiet = coarser(heard.frames, by), quietly(heard.speaks, by)
    path, cost = _path(few, coarser(read.frames, by), quiet)
    return Rough(path, cost / len(few), by)


def fine(heard: Voice, read: Voice, near: Rough) -> Array:
    """For each frame that is heard, which one is read; it never goes back."""
    count, most = len(heard.frames), len(read.frames)
    half = _ROOM + 3 * near.by
    rows = (np.arange(len(near.path)) + 0.5) * near.by
    middle = np.interp(np.arange(count), rows, (near.path + 0.5) * near.by)
    first = np.clip(middle - half, 0, max(0, most - 2 * half)).astype(np.int64)
    first[0] = 0
    quiet = quietly(heard.speaks, 1)
    return _path(heard.frames, read.frames, quiet, np.maximum.accumulate(first), 2 * half)[0]


def cost(heard: Array, read: Array, quiet: Array) -> float:
    """Of all frames, of a few sentences."""
    return _path(heard, read, quiet)[1]


def quietly(speaks: Array, by: int) -> Array:
    """What it costs to wait in each frame: little where nobody speaks."""
    silent = coarser((~speaks[:, None]).astype(np.float32), by)[:, 0]
    return np.where(silent > 0.65, np.float32(_BREATH), _NEVER)


def _path(
    heard: Array, read: Array, quiet: Array, first: Array | None = None, wide: int = 0
) -> tuple[Array, float]:
    """The cheapest way through, within `wide` columns from `first` in each row; and its cost."""
    count, most = len(heard), len(read)
    wide = min(wide or most, most)
    starts = np.zeros(count, np.int64) if first is None else np.minimum(first, most - wide)
    squares = (read * read).sum(1)
    own = (heard * heard).sum(1)
    scale = np.float32(np.sqrt(heard.shape[1]))
    back = np.zeros((count, wide), np.uint8)
    best = np.full(wide, _NEVER, np.float32)
    for row in range(count):
        at = starts[row]
        apart = squares[at : at + wide] - 2 * (read[at : at + wide] @ heard[row]) + own[row]
        price = np.sqrt(np.maximum(apart, 0)) / scale
        if row == 0:
            best[0] = price[0]
        else:
            shift = int(at - starts[row - 1])
            best = _further(best, price, quiet[row], shift, back[row])
    return _traced(back, starts, most - 1), float(best[most - 1 - starts[-1]])


def _further(best: Array, price: Array, quiet: np.float32, shift: int, back: Array) -> Array:
    """A row's costs out of those of the row before; how each was reached is put into `back`."""
    wide = len(best)
    before = np.full(wide + shift + 2, _NEVER, np.float32)
    before[2 : 2 + wide] = best
    reached = before[2 + shift :] + np.minimum(price + np.float32(_STAY), quiet)
    for step, extra in ((1, 0.0), (2, _SKIP)):
        way = before[2 + shift - step : len(before) - step] + (price + np.float32(extra))
        back[way < reached] = step
        reached = np.minimum(reached, way)
    return np.minimum(reached, _NEVER)


def _traced(back: Array, starts: Array, end: int) -> Array:
    path = np.empty(len(back), np.int64)
    at = end
    for row in range(len(back) - 1, -1, -1):
        path[row] = at
        column = min(max(at - int(starts[row]), 0), back.shape[1] - 1)
        at = max(at - int(back[row, column]), 0)
    return path
