"""A slide as a part of the track: one picture, seen for some fifths of a second.

It stands in the file five times in the first second, in which the encoder makes it fine, then once
a second, so that a player may jump anywhere, and in the last frame, so that its length is right.
More would cost three times as much to encode and show nothing else.
"""

from pathlib import Path

from lessonkit.media import ffmpeg
from lessonkit.media.film.picture import encoder, fitted
from lessonkit.media.step import Step, Work
from lessonkit.plan.views import FPS
from lessonkit.read.assets import AssetProblem

_GROUP = 30
"""Pictures, about as many seconds: those between hold next to nothing, so a jump is quick."""


def run(work: Work, path: Path) -> AssetProblem | None:
    """Params: `frames` at `plan.views.FPS`, and those of `picture.encoder`; input `frame`, a PNG.

    The picture is decoded and scaled once, whatever the number of frames.
    Raises: ToolMissing. FfmpegError.
    """
    params, last = work.params, int(work.params["frames"]) - 1
    size = fitted(int(params["width"]), int(params["height"]))
    kept = f"select='lt(n,{FPS})+not(mod(n,{FPS}))+eq(n,{last})'"
    ffmpeg.run(
        *("-v", "error", "-framerate", str(FPS), "-f", "png_pipe", "-i", work.inputs["frame"]),
        *("-vf", f"{size},loop=loop={last}:size=1,setpts=N,{kept}", "-fps_mode", "passthrough"),
        *("-tune", "stillimage", *encoder(params, _GROUP)),
        path,
    )
    return None


STEP = Step(2, ffmpeg.version, run)
