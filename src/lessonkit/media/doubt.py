"""Which sentences a recording seems not to say as they are written.

Judged by trying: would the recording fit better if a sentence were not there, or there twice? That
compares a voice with itself, and so needs no measure of how much it is like the one that reads.
"""

from collections.abc import Sequence
from statistics import median

import numpy as np

from lessonkit.media.spectra import Array, Voice, coarser
from lessonkit.media.warping import cost, quietly

_BY = 4
"""Frames in one."""
_AROUND = 2
"""Sentences before and behind that are looked at with it."""
_LESS = -0.22
"""A frame of the sentence, without it; in recordings that say all, at worst -0.12."""
_MORE = 0.12
"""With the sentence twice; in recordings that say all, at least 0.24."""
_OTHER = -0.01
"""Without a sentence, in the middle of all; below it another text is said. In recordings of the
same text at least 0.04, of another at most -0.05."""


def doubtful(heard: Voice, read: Sequence[Array], spans: Sequence[tuple[int, int]]) -> list[bool]:
    """Of each sentence, with those beside it, for nobody can say which of them it is.

    `read` are the frames of each sentence, `spans` where it is heard.
    """
    few = [coarser(one, _BY) for one in read]
    gains = [_gains(heard, few, spans, place) for place in range(len(few))]
    odd = [less < _LESS or more < _MORE for less, more in gains]
    if median(less for less, _ in gains) < _OTHER:
        return [True] * len(odd)
    return [any(odd[max(0, place - 1) : place + 2]) for place in range(len(odd))]


def _gains(
    heard: Voice, read: Sequence[Array], spans: Sequence[tuple[int, int]], place: int
) -> tuple[float, float]:
    """What it costs, a frame of the sentence, to leave it out and to have it twice."""
    first, last = max(0, place - _AROUND), min(len(read), place + _AROUND + 1)
    begin, end = spans[first][0], spans[last - 1][1]
    if end - begin < 2 * _BY:
        return -1.0, -1.0
    frames = coarser(heard.frames[begin:end], _BY)
    quiet = quietly(heard.speaks[begin:end], _BY)
    before, own, behind = read[first:place], read[place], read[place + 1 : last]

    def price(*parts: Array) -> float:
        return cost(frames, np.concatenate(parts), quiet) / len(own)

    whole = price(*before, own, *behind)
    return price(*before, *behind) - whole, price(*before, own, own, *behind) - whole
