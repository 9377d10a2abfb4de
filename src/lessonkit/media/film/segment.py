"""A slide as a part of the track: one picture, seen for some fifths of a second."""

from pathlib import Path

from lessonkit.media import ffmpeg
from lessonkit.media.film.picture import encoder, fitted
from lessonkit.media.step import Step, Work
from lessonkit.read.assets import AssetProblem


def run(work: Work, path: Path) -> AssetProblem | None:
    """Params: `frames`, `fps`, `width`, `height`, `crf`, `kbps`; input `frame` is a PNG.

    The picture is decoded and scaled once, whatever the number of frames.
    Raises: ToolMissing. FfmpegError.
    """
    params = work.params
    rate = int(params["fps"])
    size = fitted(int(params["width"]), int(params["height"]))
    again = f"loop=loop=-1:size=1,setpts=N/({rate}*TB)"
    ffmpeg.run(
        *("-v", "error", "-f", "png_pipe", "-i", work.inputs["frame"]),
        *("-vf", f"{size},{again}", "-frames:v", str(params["frames"])),
        *encoder({**params, "still": 1}, rate),
        path,
    )
    return None


STEP = Step(1, ffmpeg.version, run)
