"""A story in a film: of all its scenes, those of the one way through it that is told."""

from collections.abc import Sequence

from lessonkit.plan.slide import Slide
from lessonkit.plan.spread import Said


def storied(slides: tuple[Slide, ...], cues: Sequence[Said]) -> tuple[Slide, ...]:
    """The slides of a section, of each story those that are told of, in the order of the telling.

    Of a story of which nothing is said all scenes are seen.
    """
    way: dict[tuple[int, str], int] = {}
    for cue in cues:
        if cue.scene:
            way.setdefault((cue.place, cue.scene), len(way))
    stories = {place for place, _ in way}
    turns = [_turn(one, way) for one in slides]
    kept = [
        (one, turn)
        for one, turn in zip(slides, turns, strict=True)
        if turn is not None or not (one.scene and stories & {*one.places})
    ]
    scenes = iter(sorted((one for one in kept if one[1] is not None), key=lambda one: one[1] or 0))
    return tuple(one if turn is None else next(scenes)[0] for one, turn in kept)


def _turn(slide: Slide, way: dict[tuple[int, str], int]) -> int | None:
    """The number of its scene among those that are told; None of any other slide."""
    found = (way[place, slide.scene] for place in slide.places if (place, slide.scene) in way)
    return next(found, None)
