"""The step `alignment`: when each sentence of an author's recording is heard.

A voice reads the same sentences, both are laid upon each other in time, and each border is put at
the breath that is nearest. Where the recording does not say what is written, or nobody can tell,
it is judged by breaths and lengths alone, and marked so.
"""

import json
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from importlib.util import find_spec
from itertools import accumulate, groupby, pairwise
from pathlib import Path
from typing import TYPE_CHECKING

from lessonkit.base.errors import ToolMissing
from lessonkit.media import pcm
from lessonkit.media.step import Step, Work
from lessonkit.plan.aligned import Span, aligned
from lessonkit.read.assets import AssetProblem

if TYPE_CHECKING:
    from lessonkit.media.spectra import Array, Voice

_GAP = 0.15
"""Seconds of silence behind each sentence that the voice reads."""
_HALF_A_GAP = 4
"""Frames."""
_TALL = (0.84, 0.92, 1.0, 1.09)
"""How much higher a voice may lie than the one that reads; more than these are not told apart."""
_BREATH = 4
"""Frames of silence that are one."""
_NEAR = 25
"""Frames that a breath may lie away from a border."""
_LONG = 30
"""Frames; a longer breath is no better sign."""
_LEAST = 0.18
"""Seconds of a breath between sentences, where lengths alone judge."""
_QUICKEST = 1.9
"""Times as quick as the voice that reads, or as slow; hardly anybody is: it is another text."""
_SCARCE = 25
"""Frames in which somebody speaks, with fewer of which there is nothing to be compared."""


def tools() -> str:
    """Raises: ToolMissing."""
    if find_spec("numpy") is None:
        raise ToolMissing('numpy: pip install "lessonkit[audio]"')
    from importlib.metadata import version

    return f"numpy {version('numpy')}"


def run(work: Work, path: Path) -> AssetProblem | None:
    """JSON: of each sentence its beginning and end in seconds, and whether that is sure.

    Inputs: `sound`, the recording, and behind it each sentence as a voice reads it; all are WAVs
    of ours. The text `expected` is JSON, the seconds that each would take. Param: `pause`, the
    silence behind the recording.
    """
    from lessonkit.media import spectra

    sound, *lines = work.inputs.values()
    seconds = pcm.length(sound.stat().st_size) / pcm.RATE - float(work.params["pause"])
    (energies,) = spectra.of_file(sound, [spectra.bank()])
    heard = spectra.voice(energies[: max(1, int(seconds * spectra.PER_SECOND))])
    breaths = _breaths(heard.speaks)
    laid = _laid(heard, lines, breaths)
    rate = spectra.PER_SECOND
    spans = [(begin / rate, end / rate, sure) for begin, end, sure in laid]
    silent = [(begin / rate, end / rate) for begin, end in breaths]
    found = _judged(spans, json.loads(work.texts["expected"]), seconds, silent)
    rounded = [[round(begin, 3), round(end, 3), sure] for begin, end, sure in found]
    path.write_text(json.dumps(rounded), "ascii")
    return None


def _breaths(speaks: "Array") -> list[tuple[int, int]]:
    """Frames of silence between words: first, and first behind."""
    import numpy as np

    turns = np.flatnonzero(np.diff(speaks.astype(np.int8), prepend=1, append=1))
    return [
        (int(a), int(b)) for a, b in zip(turns[::2], turns[1::2], strict=True) if b - a >= _BREATH
    ]


def _laid(
    heard: "Voice", lines: Sequence[Path], breaths: Sequence[tuple[int, int]]
) -> list[tuple[int, int, bool]]:
    """Frames of each sentence, and whether they are sure; nothing where it is another text."""
    from lessonkit.media.doubt import doubtful
    from lessonkit.media.warping import fine, rough

    if heard.speaks.sum() < _SCARCE:
        return []
    pace = _pace(heard, lines)
    if not 1 / _QUICKEST < pace < _QUICKEST:
        return []
    tried = [(rough(heard, read), read, edges) for read, edges in _readings(lines, pace)]
    near, read, edges = min(tried, key=lambda one: one[0].cost)
    spans = _spans(fine(heard, read, near), edges, breaths)
    parts = [read.frames[first:last] for first, last in pairwise(edges)]
    doubt = doubtful(heard, parts, spans)
    if all(doubt):
        return []
    return [(*span, not odd) for span, odd in zip(spans, doubt, strict=True)]


def _pace(heard: "Voice", lines: Sequence[Path]) -> float:
    """How many times as quick the recording is as the voice that reads."""
    import numpy as np

    from lessonkit.media import spectra

    gap, plain = pcm.samples(_GAP), spectra.bank()
    calm = np.concatenate([spectra.of_file(one, [plain], gap)[0] for one in lines])
    return float(spectra.speech(calm)[1].sum() / heard.speaks.sum())


def _readings(lines: Sequence[Path], pace: float) -> Iterator[tuple["Voice", list[int]]]:
    """All sentences as they are read, at the pace of the recording, by throats of several sizes;
    and at which frame each begins, and the last ends."""
    import numpy as np

    from lessonkit.media import spectra

    gap = pcm.samples(_GAP)
    banks = [spectra.bank(1 / tall) for tall in _TALL]
    read = [spectra.of_file(one, banks, gap, pace) for one in lines]
    edges = [0, *accumulate(len(one[0]) for one in read)]
    for number in range(len(banks)):
        yield spectra.voice(np.concatenate([one[number] for one in read])), edges


def _spans(
    path: "Array", edges: Sequence[int], breaths: Sequence[tuple[int, int]]
) -> list[tuple[int, int]]:
    """From breath to breath."""
    import numpy as np

    count = len(path)
    begin = next((last for first, last in breaths if first == 0), 0)
    end = next((first for first, last in breaths if last == count), count)
    starts, ends = [begin], []
    for edge in edges[1:-1]:
        at = int(np.searchsorted(path, edge - _HALF_A_GAP))
        first, last = _border(min(max(at, starts[-1]), end), starts[-1], end, breaths)
        ends.append(first)
        starts.append(last)
    return list(zip(starts, [*ends, end], strict=True))


def _border(at: int, begin: int, end: int, breaths: Sequence[tuple[int, int]]) -> tuple[int, int]:
    """The breath near a place that is near and long; the place itself where there is none."""
    found = [
        (away / 12 - min(last - first, _LONG) / 15, first, last)
        for first, last in breaths[bisect_left(breaths, (begin, 0)) :]
        if first > begin and last < end and (away := max(first - at, at - last, 0)) < _NEAR
    ]
    return min(found)[1:] if found else (at, at)


def _judged(
    spans: Sequence[tuple[float, float, bool]],
    expected: Sequence[float],
    seconds: float,
    silent: Sequence[Span],
) -> list[tuple[float, float, bool]]:
    """Those that are not sure, by breaths and lengths between those that are."""
    whole = spans or [(0.0, seconds, False)] * len(expected)
    found: list[tuple[float, float, bool]] = []
    for sure, group in groupby(enumerate(whole), key=lambda one: one[1][2]):
        places = [place for place, _ in group]
        if sure:
            found += (whole[place] for place in places)
            continue
        begin, end = whole[places[0]][0], whole[places[-1]][1]
        inside = [(a - begin, b - begin) for a, b in silent if begin < a and b < end]
        long = [one for one in inside if one[1] - one[0] >= _LEAST]
        parts = aligned([expected[place] for place in places], end - begin, long)
        found += ((begin + a, begin + b, False) for a, b in parts)
    return found


STEP = Step(2, tools, run)
