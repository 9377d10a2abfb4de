"""The step `encode`: a track as MP3 or Opus, with its title, its maker and its chapters."""

import json
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from lessonkit.base.clock import clock
from lessonkit.media import ffmpeg
from lessonkit.media.id3 import tag
from lessonkit.media.step import Step, Work
from lessonkit.media.tags import HEAD, entry
from lessonkit.read.assets import AssetProblem


def run(work: Work, path: Path) -> AssetProblem | None:
    """Params: `format` (`mp3`, `opus`), `kbps`. Input: `track`, a WAV of ours.

    The text `tags` is JSON: `title`, `artist`, `album`, `lang`, `comment`, and `chapters`, a list
    of id, title, start and end in seconds.
    """
    tags = json.loads(work.texts["tags"])
    encoded = _mp3 if work.params["format"] == "mp3" else _opus
    with tempfile.TemporaryDirectory(dir=path.parent) as folder:
        encoded(work.inputs["track"], f"{work.params['kbps']}k", tags, Path(folder), path)
    return None


def _mp3(track: Path, kbps: str, tags: dict[str, Any], folder: Path, path: Path) -> None:
    """A tag of ours, then frames; the first of them tells the length."""
    bare = folder / "bare.mp3"
    codec = ("-c:a", "libmp3lame", "-b:a", kbps, "-id3v2_version", "0", "-write_id3v1", "0")
    ffmpeg.run("-v", "error", "-i", track, *codec, *ffmpeg.EXACT, "-f", "mp3", bare)
    path.write_bytes(tag(tags) + bare.read_bytes())


def _opus(track: Path, kbps: str, tags: dict[str, Any], folder: Path, path: Path) -> None:
    """In Ogg, with Vorbis comments."""
    said = folder / "tags.txt"
    said.write_text("\n".join(_comments(tags)) + "\n", "utf-8")
    codec = ("-c:a", "libopus", "-b:a", kbps, "-application", "voip", "-vbr", "on")
    both = ("-f", "ffmetadata", "-i", said, "-map", "0:a", "-map_metadata", "1")
    exact = ("-fflags", "+bitexact", "-flags:a", "+bitexact")
    ffmpeg.run("-v", "error", "-i", track, *both, *codec, *exact, "-f", "ogg", path)


def _comments(tags: dict[str, Any]) -> Iterator[str]:
    """As a file of ffmpeg's; chapters by the names that players look for.

    What ffmpeg makes of chapters itself is wrong by a second in every other of them.
    """
    yield HEAD
    for key in ("title", "artist", "album", "comment"):
        if tags.get(key):
            yield entry(key, tags[key])
    yield f"language={tags['lang']}"
    for number, (_, title, start, _) in enumerate(tags["chapters"]):
        yield f"CHAPTER{number:03}={clock(start)}"
        yield entry(f"CHAPTER{number:03}NAME", title)


STEP = Step(2, ffmpeg.version, run)
