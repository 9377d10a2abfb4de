"""Words on as many screens as they take."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from lessonkit.render.pptx.fit import SCALES, large, scale_for, split
from lessonkit.render.pptx.layouts import Spot
from lessonkit.render.pptx.paragraphs import Para
from lessonkit.render.pptx.screen import Screen, Text


def flow(base: Screen, paras: Sequence[Para], where: Spot, key: str) -> Iterator[Screen]:
    """As many screens as it takes, each filled as far as it can be read."""
    left = tuple(paras)
    while left:
        scale = scale_for(left, where)
        count = len(left) if scale is not None else split(left, where)
        part, left = left[:count], left[count:]
        fitting = scale_for(part, where) or SCALES[-1]
        if fitting == 1 and key == "content":
            fitting = large(part, where)
        yield replace(base, layout=key, items=(Text(where, part, fitting),))
