"""The film: parts of the track joined, with sound, captions and chapters, nothing encoded again.

Written in one go with its sound, a film would have other bytes each time: the order in which two
encoders give their packets is chance. Made apart and joined it has not.
"""

import json
from pathlib import Path

from lessonkit.media import ffmpeg
from lessonkit.media.film.picture import CLOCK
from lessonkit.media.step import Step, Work
from lessonkit.media.tags import HEAD, entry, language
from lessonkit.plan.views import FPS
from lessonkit.read.assets import AssetProblem


def run(work: Work, path: Path) -> AssetProblem | None:
    """Inputs `part-1`, `part-2` … and `sound`; the text `captions` is WebVTT, or is not there.

    Text `film` is JSON: `parts` (of each the input and its frames at `plan.views.FPS`), `lang`,
    `captions` (the name of that track), `chapters` (start in seconds, title), `tags` (name, value).
    Raises: ToolMissing. FfmpegError.
    """
    told = json.loads(work.texts["film"])
    seconds = sum(frames for _, frames in told["parts"]) / FPS
    parts, tags = path.parent / "parts.txt", path.parent / "tags.txt"
    parts.write_text(_parts(work, told["parts"]), "utf-8")
    tags.write_text(_tags(told, seconds), "utf-8")
    words = path.parent / "captions.vtt"
    words.write_text(work.texts.get("captions", ""), "utf-8")
    has_words = "-->" in work.texts.get("captions", "")
    sound, shown = work.inputs["sound"], ("-f", "webvtt", "-i", words)
    ffmpeg.run(
        *("-v", "error", "-f", "concat", "-safe", "0", "-i", parts, "-i", sound),
        *("-f", "ffmetadata", "-i", tags, *(shown if has_words else ())),
        *_options(told, seconds, has_words),
        path,
    )
    return None


def _options(told: dict[str, str], seconds: float, words: bool) -> tuple[str, ...]:
    lang = language(str(told["lang"]))
    captions = ("-map", "3:s:0", "-c:s", "mov_text", "-metadata:s:s:0", f"language={lang}")
    named = ("-metadata:s:s:0", f"handler_name={told['captions']}", "-disposition:s:0", "0")
    return (
        *("-map", "0:v:0", "-map", "1:a:0", *((*captions, *named) if words else ())),
        *("-c:v", "copy", "-c:a", "copy", "-t", f"{seconds:.3f}", "-metadata:s:a:0"),
        *(f"language={lang}", "-map_chapters", "2", "-video_track_timescale", str(CLOCK)),
        # Not those of the parts, nor none at all: without them chapters have no titles.
        *("-map_metadata", "2", "-fflags", "+bitexact", "-movflags", "+faststart", "-f", "mp4"),
    )


def _parts(work: Work, parts: list[tuple[str, int]]) -> str:
    """A list as the concat demuxer reads it, with the exact length of each."""
    lines = ["ffconcat version 1.0"]
    for name, frames in parts:
        file = str(work.inputs[name].resolve()).replace("'", r"'\''")
        lines += [f"file '{file}'", f"duration {frames / FPS:.1f}"]
    return "\n".join(lines) + "\n"


def _tags(told: dict[str, list[tuple[str, str]]], seconds: float) -> str:
    """Tags and chapters as ffmpeg reads them."""
    lines = [HEAD, *(entry(name, value) for name, value in told["tags"])]
    starts = [float(start) for start, _ in told["chapters"]]
    for (start, title), end in zip(told["chapters"], [*starts[1:], seconds], strict=True):
        times = (f"START={round(float(start) * 1000)}", f"END={round(end * 1000)}")
        lines += ["[CHAPTER]", "TIMEBASE=1/1000", *times, entry("title", title)]
    return "\n".join(lines) + "\n"


STEP = Step(2, ffmpeg.version, run)
