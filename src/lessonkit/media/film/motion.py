"""Clips joined into one part of the track, faded into each other and into the slides beside them.

moviepy composes, picture by picture; only where two overlap are they laid over each other, for
that is what takes time. It writes nothing: the encoder is the one of all parts.
"""

import json
from collections.abc import Iterator
from importlib.util import find_spec
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING, Any

from lessonkit.base.errors import ToolMissing
from lessonkit.media import ffmpeg
from lessonkit.media.film.clip import GROUP, RATE
from lessonkit.media.film.overlay import captioned
from lessonkit.media.film.picture import encoder, fitted
from lessonkit.media.step import Step, Work
from lessonkit.plan.views import FPS
from lessonkit.read.assets import AssetProblem

if TYPE_CHECKING:
    from moviepy import VideoClip


def tools() -> str:
    """Raises: ToolMissing."""
    from importlib.metadata import version

    if find_spec("moviepy") is None:
        raise ToolMissing('moviepy: pip install "lessonkit[video]"')
    return f"moviepy {version('moviepy')}, numpy {version('numpy')}, {ffmpeg.version()}"


def run(work: Work, path: Path) -> AssetProblem | None:
    """Params: `fade` in frames at `plan.views.FPS`, and those of `picture.encoder`.

    Inputs `clip-1`, `clip-2` … as `clip.cut` makes them, the slides `before` and `after`, and
    `captions` as `segment.run` has them; the text `frames` has the frames of each clip, as JSON.
    Raises: ToolMissing. FfmpegError.
    """
    params = work.params
    width, height = int(params["width"]), int(params["height"])
    with ffmpeg.fed(
        *("-v", "error", "-f", "rawvideo", "-pix_fmt", "rgb24", "-s", f"{width}x{height}"),
        *("-r", str(RATE), "-i", "-", "-vf", fitted(width, height)),
        *encoder(params, GROUP),
        path,
    ) as write:
        for picture in _pictures(work, (width, height), path.parent):
            write(picture)
    return None


def _pictures(work: Work, size: tuple[int, int], folder: Path) -> Iterator[bytes]:
    """Raw, 25 a second."""
    from moviepy import concatenate_videoclips

    parts, opened = _opened(work, size, folder)
    try:
        whole = concatenate_videoclips(
            list(_overlapping(parts, int(work.params["fade"]) / FPS)), method="chain"
        )
        whole = captioned(whole, work)
        for at in range(round(whole.duration * RATE)):
            # In the middle of each picture's time, where no rounding reaches the next.
            yield whole.get_frame((at + 0.5) / RATE).astype("uint8").tobytes()
    finally:
        for one in opened:
            _close(one)


def _opened(
    work: Work, size: tuple[int, int], folder: Path
) -> "tuple[list[VideoClip], list[VideoClip]]":
    """All that is seen in order, the slides only as long as a fade."""
    from moviepy import VideoFileClip
    from moviepy.video.VideoClip import ImageClip

    fade = int(work.params["fade"]) / FPS
    frames: list[int] = json.loads(work.texts["frames"])
    found: list[Any] = []
    for at, count in enumerate(frames, 1):
        clip = VideoFileClip(str(work.inputs[f"clip-{at}"]), audio=False)
        found.append(clip.with_duration(count / FPS))
    clips = list(found)
    for name, place in (("before", 0), ("after", len(found) + 1)):
        if fade and name in work.inputs:
            slide = _slide(work.inputs[name], size, folder / f"{name}.png")
            found.insert(place, ImageClip(slide, duration=fade))
    return found, clips


def _close(clip: Any) -> None:
    """With the pipes of its reader, which moviepy leaves open where the reader was at its end."""
    process = clip.reader.proc
    clip.close()
    for pipe in (process.stdout, process.stderr) if process else ():
        pipe.close()


def _slide(path: Path, size: tuple[int, int], copy: Path) -> str:
    """A copy of that size, without the alpha that the engine that drew it writes."""
    from PIL import Image

    with Image.open(path, formats=("PNG",)) as image:
        fitted = image.convert("RGB").resize(size, Image.Resampling.LANCZOS)
        fitted.save(copy, compress_level=1)
    return str(copy)


def _overlapping(parts: "list[VideoClip]", fade: float) -> "Iterator[VideoClip]":
    """Each alone, then with the next coming through."""
    from moviepy import CompositeVideoClip
    from moviepy.video.fx import CrossFadeIn

    if not fade or len(parts) == 1:
        yield from parts
        return
    begun = 0.0
    for one, following in pairwise(parts):
        left = one.duration - fade
        if left > begun + 1e-6:
            yield one.subclipped(begun, left)
        coming = following.subclipped(0, fade).with_effects([CrossFadeIn(fade)])
        yield CompositeVideoClip([one.subclipped(left, one.duration), coming])
        begun = fade
    if parts[-1].duration > begun + 1e-6:
        yield parts[-1].subclipped(begun, parts[-1].duration)


STEP = Step(2, tools, run)
