"""The steps `chapter`, sentences one after another and made equally loud, and `join`, chapters."""

import json
import tempfile
from collections.abc import Iterator
from pathlib import Path

from lessonkit.media import ffmpeg, pcm
from lessonkit.media.loudness import levelled
from lessonkit.media.step import Step, Work
from lessonkit.read.assets import AssetProblem


def chapter(work: Work, path: Path) -> AssetProblem | None:
    """Params: `loudness` in LUFS, `gain` in decibels, the first try.

    The text `pauses` is JSON: seconds of silence behind each of the inputs.
    """
    with tempfile.TemporaryDirectory(dir=path.parent) as folder:
        plain = Path(folder) / "plain.wav"
        pcm.write(plain, _with_pauses(work))
        levelled(plain, path, float(work.params["loudness"]), float(work.params["gain"]))
    return None


def _with_pauses(work: Work) -> Iterator[bytes]:
    pauses = json.loads(work.texts["pauses"])
    for sound, pause in zip(work.inputs.values(), pauses, strict=True):
        yield pcm.read(sound)
        yield pcm.silence(pcm.samples(pause))


def join(work: Work, path: Path) -> AssetProblem | None:
    """The inputs as they are, one after another."""
    pcm.write(path, (pcm.read(one) for one in work.inputs.values()))
    return None


CHAPTER = Step(2, ffmpeg.version, chapter)
JOIN = Step(1, lambda: "", join)
