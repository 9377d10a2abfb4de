"""The step `speech`: one sentence as sound."""

import tempfile
import wave
from pathlib import Path

from lessonkit.media import ffmpeg, pcm
from lessonkit.media.step import Step, Work
from lessonkit.media.voices import VOICES
from lessonkit.media.voices.base import Line, VoiceFault
from lessonkit.read.assets import AssetProblem


def run(work: Work, path: Path) -> AssetProblem | None:
    """A WAV of the common form without silence at its ends, or LK737.

    Params: `voice` (the provider), `which`, `root`, `speed`, `signature`. Texts: `say`, `lang`.
    """
    params, texts = work.params, work.texts
    which, speed = str(params["which"]), float(params["speed"])
    line = Line(texts["say"], texts["lang"], which, speed, str(params["root"]))
    try:
        with tempfile.TemporaryDirectory(dir=path.parent) as folder:
            said = Path(folder) / "said.wav"
            VOICES.get(str(params["voice"])).say(line, said)
            pcm.write(path, (pcm.trimmed(_common(said)),))
    except (VoiceFault, ffmpeg.FfmpegError, wave.Error, EOFError) as error:
        words = {"sentence": line.text[:60], "voice": str(params["voice"]), "reason": str(error)}
        return AssetProblem("LK737", words)
    return None


def _common(path: Path) -> bytes:
    """The samples, at the common rate."""
    with wave.open(str(path), "rb") as sound:
        form = (sound.getnchannels(), sound.getsampwidth(), sound.getframerate())
        if form == (1, 2, pcm.RATE):
            return sound.readframes(sound.getnframes())
    form_wanted = ("-ac", "1", "-ar", str(pcm.RATE), "-f", "s16le", "-")
    return ffmpeg.output("-v", "error", "-i", path, *ffmpeg.EXACT, *form_wanted)


STEP = Step(1, lambda: "", run)
