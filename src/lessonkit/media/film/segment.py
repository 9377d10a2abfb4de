"""A slide as a part of the track: one picture, seen for some fifths of a second.

It stands in the file five times in the first second, in which the encoder makes it fine, then once
a second, so that a player may jump anywhere, and in the last frame, so that its length is right.
More would cost three times as much to encode and show nothing else.
"""

import json
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

    With captions: the input `captions`, a PNG of strips below each other, the first one empty, and
    the text `captions`, JSON: first frame and the one behind the last of each other strip.
    The picture is decoded and scaled once, whatever the number of frames.
    Raises: ToolMissing. FfmpegError.
    """
    params = work.params
    size = fitted(int(params["width"]), int(params["height"]))
    names = [name for name in ("frame", "captions") if name in work.inputs]
    source = ("-framerate", str(FPS), "-f", "png_pipe", "-i")
    pictures = [part for name in names for part in (*source, work.inputs[name])]
    plain = f"[0]{size},{_still(work, _kept(work, []))}"
    graph = _captioned(work, size) if "captions" in names else plain
    ffmpeg.run(
        *("-v", "error", *pictures, "-filter_complex", graph, "-fps_mode", "passthrough"),
        *("-tune", "stillimage", *encoder(params, _GROUP)),
        path,
    )
    return None


def _still(work: Work, kept: str) -> str:
    return f"loop=loop={_last(work)}:size=1,setpts=N,select='{kept}'"


def _last(work: Work) -> int:
    return int(work.params["frames"]) - 1


def _kept(work: Work, times: list[tuple[int, int]]) -> str:
    """The frames that stand in the file, those where captions change among them."""
    changes = sorted({frame for one in times for frame in one if frame <= _last(work)})
    changed = "".join(f"+eq(n,{frame})" for frame in changes)
    return f"lt(n,{FPS})+not(mod(n,{FPS}))+eq(n,{_last(work)}){changed}"


def _captioned(work: Work, size: str) -> str:
    """The strip of each time laid over the foot of the picture; both are scaled once."""
    times: list[tuple[int, int]] = json.loads(work.texts["captions"])
    which = "+".join(
        f"{strip}*gte(n,{start})*lt(n,{end})" for strip, (start, end) in enumerate(times, 1)
    )
    kept, strips = _kept(work, times), len(times) + 1
    strip = f"crop=iw:ih/{strips}:0:'ih/{strips}*({which})'"
    colours = "out_color_matrix=bt709:out_range=tv,format=yuva420p"
    sheet = f"[1]scale={work.params['width']}:-2:{colours}"
    words = f"{sheet},loop=loop={_last(work)}:size=1,setpts=N,{strip},select='{kept}'[words]"
    still = f"[0]{size},{_still(work, kept)}[still]"
    return f"{words};{still};[still][words]overlay=0:H-h:format=yuv420"


STEP = Step(3, ffmpeg.version, run)
