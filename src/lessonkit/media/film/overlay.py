"""Captions laid over pictures that move, as moviepy has them."""

import json
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from lessonkit.media.step import Work
from lessonkit.plan.views import FPS

if TYPE_CHECKING:
    from collections.abc import Callable

    from moviepy import VideoClip


@dataclass(frozen=True, slots=True)
class _Strip:
    """One screen of words, where it is not empty."""

    start: float
    """Seconds."""
    end: float
    rows: slice
    columns: slice
    colour: Any
    """An array, with the weight of each point already in it."""
    behind: Any
    """The weight of what lies behind."""


def captioned(clip: "VideoClip", work: Work) -> "VideoClip":
    """The clip with the input `captions`, where there is one; see `segment.run`."""
    if "captions" not in work.inputs:
        return clip
    strips = _strips(work.inputs["captions"], json.loads(work.texts["captions"]), clip.size[1])

    def drawn(picture: "Callable[[float], Any]", second: float) -> Any:
        seen = picture(second)
        for one in strips:
            if one.start <= second < one.end:
                return _laid(seen, one)
        return seen

    return clip.transform(drawn)


def _laid(seen: Any, strip: _Strip) -> Any:
    """A copy: moviepy keeps the last picture that it has read."""
    found = seen.astype("float32")
    part = found[strip.rows, strip.columns]
    found[strip.rows, strip.columns] = part * strip.behind + strip.colour
    return found.round()


def _strips(sheet: Path, times: list[tuple[int, int]], height: int) -> tuple[_Strip, ...]:
    """Only their inked parts, measured from the top of a picture of that height."""
    from moviepy.video.VideoClip import ImageClip

    whole = ImageClip(str(sheet))
    points, weights = whole.img, whole.mask.img[..., None]
    tall = len(points) // (len(times) + 1)
    found = []
    for number, (start, end) in enumerate(times, 1):
        part = slice(number * tall, (number + 1) * tall)
        colour, weight = points[part], weights[part]
        rows, columns = (weight.any(axis=axis).nonzero()[0] for axis in ((1, 2), (0, 2)))
        inked = slice(rows[0], rows[-1] + 1), slice(columns[0], columns[-1] + 1)
        top = height - tall
        found.append(
            _Strip(
                *(start / FPS, end / FPS, slice(top + rows[0], top + rows[-1] + 1), inked[1]),
                *(colour[inked] * weight[inked], 1 - weight[inked]),
            )
        )
    return tuple(found)
