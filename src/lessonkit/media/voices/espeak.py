"""eSpeak NG: small, speaks a hundred languages, Vietnamese as in the North, the middle, the South.

A formant synthesiser: understood, and plainly a machine. It makes drafts; a teacher's own recording
replaces it.
"""

import sys
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from importlib.util import find_spec
from pathlib import Path

from lessonkit.base.errors import ToolMissing
from lessonkit.media import pcm
from lessonkit.media.voices.base import Line, Voice, VoiceFault, VoiceUnknown
from lessonkit.media.voices.process import Process

RATE = 145
"""Its words a minute, at which it says about 190 tiếng: as calm as somebody who explains."""
SPEEDS = (80, 450)
"""What it can."""
_PLACES = {"vi": "vi", "en": "en-us"}
"""Which of its voices reads a language where nobody says another."""


def signature(which: str, lang: str, _root: str) -> str:
    """Versions and pace. Raises: ToolMissing. VoiceUnknown."""
    return f"espeakng-loader {_version()} {_chosen(which, lang)} {RATE}"


def say(line: Line, path: Path) -> None:
    """By the worker. Raises: ToolMissing. VoiceUnknown. VoiceFault. OSError."""
    low, high = SPEEDS
    rate = max(low, min(high, round(RATE * line.speed)))
    asked = {"text": line.text, "voice": _chosen(line.which, line.lang), "rate": rate}
    head, sound = _process().ask(asked)
    if head.get("hertz") != pcm.RATE:
        raise VoiceFault(f"{head.get('hertz')} Hz")
    pcm.write(path, (sound,))


@cache
def names() -> tuple[str, ...]:
    """Of all its voices, as it writes them: `vi`, `vi-vn-x-south`. Raises: ToolMissing."""
    files = (path for path in (_data() / "lang").rglob("*") if path.is_file())
    return tuple(sorted(path.name.lower() for path in files))


def _chosen(which: str, lang: str) -> str:
    """The voice of that name, with a variant such as `+f3` where it is there; else by language."""
    name, plus, variant = which.partition("+")
    if not name:
        name = _of(lang)
    if name.lower() not in names():
        raise VoiceUnknown(which, names())
    if plus and variant not in _variants():
        raise VoiceUnknown(which, tuple(f"{name}+{one}" for one in _variants()))
    return f"{name.lower()}{plus}{variant}"


def _of(lang: str) -> str:
    """By language; what it does not speak is said in English, as well as that can."""
    lower = lang.lower()
    parts = lower.split("-")
    tried = (_PLACES.get(lower, ""), lower, _PLACES.get(parts[0], ""), parts[0])
    return next((one for one in tried if one in names()), "en-us")


@cache
def _variants() -> tuple[str, ...]:
    return tuple(sorted(path.name for path in (_data() / "voices" / "!v").iterdir()))


@cache
def _data() -> Path:
    _version()
    from espeakng_loader import get_data_path

    return Path(get_data_path())


@cache
def _version() -> str:
    try:
        if find_spec("espeakng_loader") is not None:
            return version("espeakng-loader")
    except PackageNotFoundError:
        pass
    raise ToolMissing('espeakng-loader: pip install "lessonkit[audio]"')


@cache
def _process() -> Process:
    folder = str(_data())
    from espeakng_loader import get_library_path

    worker = "lessonkit.media.voices.espeak_worker"
    return Process((sys.executable, "-P", "-m", worker, get_library_path(), folder))


VOICE = Voice(True, signature, say, gain=5.7)
