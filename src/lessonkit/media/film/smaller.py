"""A part of the track made of a larger one: clips for slow networks."""

from pathlib import Path

from lessonkit.media import ffmpeg
from lessonkit.media.film.clip import GROUP, RATE
from lessonkit.media.film.picture import encoder, fitted
from lessonkit.media.step import Step, Work
from lessonkit.read.assets import AssetProblem

_RATE = RATE / 2
"""Pictures a second: of half as many each is twice as good, and letters can be read."""


def run(work: Work, path: Path) -> AssetProblem | None:
    """Params: `width`, `height` and those of `picture.encoder`; input `part`.

    Raises: ToolMissing. FfmpegError.
    """
    params = work.params
    size = fitted(int(params["width"]), int(params["height"]))
    source = ("-i", work.inputs["part"], "-vf", f"fps={_RATE},{size}", "-an")
    ffmpeg.run("-v", "error", *source, *encoder(params, GROUP // 2), path)
    return None


STEP = Step(3, ffmpeg.version, run)
