"""Piper: a natural voice by a neural model of the user's own, a file of the project.

Neither the program nor a model comes with lessonkit: `pip install piper-tts`, and an `.onnx` with
its `.onnx.json` beside. It is under the GPL, and so runs as a process of its own.
"""

import subprocess
import sys
from functools import lru_cache
from hashlib import file_digest
from importlib.metadata import PackageNotFoundError, version
from importlib.util import find_spec
from pathlib import Path

from lessonkit.base.errors import ToolMissing
from lessonkit.media.voices.base import Line, Voice, VoiceFault, VoiceUnknown

LIMIT = 120
"""Seconds after which a sentence counts as hung."""
COMMAND: tuple[str, ...] = (sys.executable, "-P", "-m", "piper")


def signature(which: str, _lang: str, root: str) -> str:
    """Program and model. Raises: ToolMissing. VoiceUnknown."""
    model = _model(which, root)
    found = model.stat()
    return f"piper-tts {_version()} {_digest(model, found.st_size, found.st_mtime_ns)}"


def say(line: Line, path: Path) -> None:
    """Without the noise that would make each time another. Raises: as `Voice.say`."""
    _version()
    model = _model(line.which, line.root)
    command = (
        *(*COMMAND, "--model", str(model), "--output-file", str(path)),
        *("--length-scale", f"{1 / line.speed:.4f}"),
        *("--noise-scale", "0", "--noise-w-scale", "0"),
    )
    try:
        done = subprocess.run(  # noqa: S603 - the user's own program, no shell
            command,
            input=f"{' '.join(line.text.split())}\n".encode(),
            capture_output=True,
            timeout=LIMIT,
            check=False,
        )
    except subprocess.TimeoutExpired as error:
        raise VoiceFault(f"> {LIMIT} s") from error
    if done.returncode or not path.is_file():
        said = done.stderr.decode("utf-8", "replace").strip().splitlines()
        raise VoiceFault(said[-1] if said else f"exit {done.returncode}")


def _model(which: str, root: str) -> Path:
    """Raises: VoiceUnknown: no such file; those of the project are named."""
    path = Path(root) / which
    if which and path.is_file() and path.with_name(f"{path.name}.json").is_file():
        return path
    found = Path(root).glob("voices/**/*.onnx")
    raise VoiceUnknown(which, tuple(sorted(one.relative_to(root).as_posix() for one in found)))


@lru_cache(8)
def _digest(model: Path, _size: int, _time: int) -> str:
    with model.open("rb") as file, model.with_name(f"{model.name}.json").open("rb") as about:
        return (
            f"{file_digest(file, 'sha256').hexdigest()} {file_digest(about, 'sha256').hexdigest()}"
        )


def _version() -> str:
    try:
        if find_spec("piper") is not None:
            return version("piper-tts")
    except PackageNotFoundError:
        pass
    raise ToolMissing("piper-tts: pip install piper-tts")


VOICE = Voice(False, signature, say, local=True)
