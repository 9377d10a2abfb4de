"""A part of an author's film: what it holds, and its pictures in one form, whatever it came in.

A phone gives films that lie on their side, stand upright, count time as they like or have no sound.
What composes them later meets none of that: 25 pictures a second, upright, of one size.
"""

import json
import re
from math import floor
from pathlib import Path

from lessonkit.media import ffmpeg
from lessonkit.media.film.picture import dimmed, fitted
from lessonkit.media.step import Step, Work
from lessonkit.plan.views import FPS
from lessonkit.read.assets import AssetProblem

RATE = 25
"""Pictures a second of what moves."""
GROUP = 125
"""Pictures of what moves, after which a player can jump to another one."""
_MOVING = re.compile(r"Stream #.*Video:(?!.*\(attached pic\)).*")
"""What moves; a cover that players show beside a sound does not."""
_TIME = re.compile(r"^out_time_us=(\d+)", re.MULTILINE)
_LENGTH = re.compile(r"Duration: (\d+):(\d+):(\d+\.\d+)")
_DECODED = re.compile(r"\(video\):.*?(\d+) frames decoded; (\d+) decode errors")
_NEAR = 1.0
"""Seconds by which what a file says of its length may differ from what it holds."""
_BROKEN = 0.1
"""Share of the pictures that may be unreadable: beyond it nobody would call it a film."""


def facts(work: Work, path: Path) -> AssetProblem | None:
    """JSON: `frames` of the part at `plan.views.FPS`, and whether there is `sound`.

    Params: `start` and `end` in seconds, `end` 0 for all there is; an end behind the film's is its
    end. LK745: broken; LK746: it is over before `start`; LK747: without pictures.
    Raises: ToolMissing. FfmpegError.
    """
    source, args = _source(work), {"name": work.name}
    told = ffmpeg.said("-v", "info", "-i", source)
    if _MOVING.search(told) is None:
        return AssetProblem("LK747" if "Audio:" in told else "LK745", args)
    try:
        seconds = _seconds(source)
    except ffmpeg.FfmpegError:
        return AssetProblem("LK745", args)
    said = _LENGTH.search(told)
    if said and seconds < _length(said) - _NEAR:
        return AssetProblem("LK745", args)
    start, end = float(work.params["start"]), float(work.params["end"]) or seconds
    frames = floor((min(end, seconds) - start) * FPS + 1e-6)
    if frames < 1:
        return AssetProblem("LK746", {**args, "start": start, "seconds": round(seconds, 1)})
    sound = "Audio:" in told
    path.write_text(json.dumps({"frames": frames, "sound": sound}), "utf-8")
    return None


def _seconds(source: Path) -> float:
    """As long as there are pictures: some recorders write no length, or that of the sound."""
    args = ("-map", "0:V:0", "-c", "copy", "-f", "null", "-", "-progress", "pipe:1")
    times = _TIME.findall(ffmpeg.output("-v", "error", "-i", source, *args).decode("ascii"))
    return int(times[-1]) / 1e6 if times else 0.0


def _length(said: re.Match[str]) -> float:
    hours, minutes, seconds = said.groups()
    return int(hours) * 3600 + int(minutes) * 60 + float(seconds)


def cut(work: Work, path: Path) -> AssetProblem | None:
    """The part's pictures, nearly without loss; the last one stays where some are lacking.

    Params: `start`, `frames` at `plan.views.FPS`, `width`, `height` and the `colour` around it.
    LK745: too many pictures cannot be read.
    Raises: ToolMissing. FfmpegError.
    """
    params = work.params
    frames = int(params["frames"]) * RATE // FPS
    width, height = int(params["width"]), int(params["height"])
    size = fitted(width, height, pad=str(params["colour"]))
    if (moving := _MOVING.search(ffmpeg.said("-i", _source(work)))) and _is_hdr(moving[0]):
        size = f"{dimmed(width, height)},{size}"
    try:
        told = ffmpeg.run(
            *("-v", "verbose", "-nostats", "-ss", str(params["start"]), "-i", _source(work)),
            *("-map", "0:V:0", "-t", str(frames / RATE + _NEAR)),
            *("-vf", f"fps={RATE},{size},tpad=stop_mode=clone:stop=-1", "-frames:v", str(frames)),
            *("-c:v", "libx264", "-preset", "ultrafast", "-crf", "6", "-g", str(RATE)),
            *("-threads", str(ffmpeg.THREADS), "-an", *ffmpeg.EXACT, "-f", "mp4", path),
        )
    except ffmpeg.FfmpegError:
        return AssetProblem("LK745", {"name": work.name})
    read = _DECODED.search(told)
    good, bad = (int(read[1]), int(read[2])) if read else (0, 0)
    if not good or bad > _BROKEN * (good + bad):
        return AssetProblem("LK745", {"name": work.name})
    return None


def _is_hdr(stream: str) -> bool:
    """Whether its light is counted as phones count it that film in HDR: HLG or PQ."""
    return "arib-std-b67" in stream or "smpte2084" in stream


def _source(work: Work) -> Path:
    assert work.source is not None  # noqa: S101 - these steps are made of an asset
    return work.source


FACTS = Step(1, ffmpeg.version, facts)
CUT = Step(2, ffmpeg.version, cut)
