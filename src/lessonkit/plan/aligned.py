"""Which part of a recording says which sentence, judged by its breaths and by how long each takes.

Nobody listens: a border between sentences is put where there is silence near the place at which
it is to be expected. Where none is near, it is put at that place.
"""

from collections.abc import Sequence
from itertools import pairwise

Span = tuple[float, float]
_NEAR = 0.35
"""How far from where a border is expected it may lie, as a share of both sentences around it."""
_LEAST = 2.0
"""Seconds that it may lie away at least."""
_WITHOUT = 1.5
"""What a border without a silence costs; a silence a second long earns 1."""


def aligned(expected: Sequence[float], seconds: float, silences: Sequence[Span]) -> list[Span]:
    """Start and end of each sentence in a recording of `seconds`.

    `expected` are the seconds that each would take, or anything in proportion to them.
    """
    total = sum(expected) or 1.0
    scale = seconds / total
    lengths = [one * scale for one in expected]
    paths: list[tuple[float, tuple[Span, ...], float]] = [(0.0, (), 0.0)]
    reached = 0.0
    for before, after in pairwise(lengths):
        reached += before
        reach = max(_LEAST, _NEAR * (before + after))
        near = [one for one in silences if abs((one[0] + one[1]) / 2 - reached) <= reach]
        paths = list(_further(paths, [*near, (reached, reached)], before))
    best = min(paths, key=lambda one: one[0] + _odd(seconds - one[2], lengths[-1]))
    borders = best[1]
    starts = [0.0, *(end for _, end in borders)]
    ends = [*(start for start, _ in borders), seconds]
    return list(zip(starts, ends, strict=True))


def _further(
    paths: Sequence[tuple[float, tuple[Span, ...], float]], places: Sequence[Span], length: float
) -> "list[tuple[float, tuple[Span, ...], float]]":
    """For each place the cheapest way to end a sentence there: its cost, borders and last end."""
    found: list[tuple[float, tuple[Span, ...], float]] = []
    for start, end in places:
        price = _WITHOUT if start == end else -min(end - start, 1.0)
        ways = [
            (cost + price + _odd(start - last, length), (*borders, (start, end)), end)
            for cost, borders, last in paths
            if start > last
        ]
        if ways:
            found.append(min(ways, key=lambda one: one[0]))
    if found:
        return found
    cost, borders, last = paths[0]
    return [(cost + _WITHOUT, (*borders, (last, last)), last)]


def _odd(found: float, expected: float) -> float:
    """How odd such a length is for a sentence."""
    return (found - expected) ** 2 / max(expected, 0.5) ** 2 * 4
